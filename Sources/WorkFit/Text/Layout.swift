/// How the bytes of a text make up its paragraphs, whatever it was pasted from.
enum Layout {
  /// Wider texts are not wrapped by hand.
  private static let widestWrap = 100
  private static let narrowestWrap = 40

  /// The stretches that are read as one line: each line by itself, or several that were one before a
  /// mail program wrapped them.
  ///
  /// A line was wrapped where the first word of the next would not have fitted into it, as wide as the
  /// widest line is.
  static func paragraphs(of source: SourceText) -> [Range<Int>] {
    let lines = source.lines
    let width = lines.map { trimmed($0, source).count }.max() ?? 0
    // What is wrapped by hand has several lines that are nearly full.
    let full = lines.count { 4 * trimmed($0, source).count >= 3 * width }
    let isWrapped = (narrowestWrap...widestWrap).contains(width) && full >= 3
    var paragraphs: [Range<Int>] = []
    var isOpen = false
    for index in lines.indices {
      let line = trimmed(lines[index], source)
      if isOpen, let last = paragraphs.popLast() {
        paragraphs.append(last.lowerBound..<lines[index].upperBound)
      } else {
        paragraphs.append(lines[index])
      }
      guard index + 1 < lines.count, !line.isEmpty else {
        isOpen = false
        continue
      }
      let next = trimmed(lines[index + 1], source)
      // Read without its negation, a line says the opposite.
      isOpen =
        isWrapped && line.count >= narrowestWrap / 2
        && (continues(source, from: line, to: next, width: width)
          || isOpen && isMidSentence(source, from: line, to: next))
        || isMidSentence(source, from: line, to: next) && endsInNegation(source, line)
    }
    return paragraphs
  }

  private static func continues(
    _ source: SourceText, from line: Range<Int>, to next: Range<Int>, width: Int
  ) -> Bool {
    guard !next.isEmpty, let last = source.bytes[line].last, let first = source.bytes[next].first
    else { return false }
    // A heading or a list that is announced ends its line on purpose, and so does a bullet begin one.
    guard last != UInt8(ascii: ":"), source.bytes[next].last != UInt8(ascii: ":"),
      isWordStart(first)
    else { return false }
    // Behind an entry of a list, a line that goes on with it begins in lower case.
    let isEntry =
      "-*+".utf8.contains(source.bytes[line.lowerBound]) || source.bytes[line.lowerBound] >= 0xC2
    guard !isEntry || first >= UInt8(ascii: "a") || first < UInt8(ascii: "A") else { return false }
    let word = source.bytes[next].prefix { $0 != UInt8(ascii: " ") }
    return line.count + 1 + word.count > width
  }

  /// Whether a line stops before its sentence does, within what was wrapped.
  private static func isMidSentence(
    _ source: SourceText, from line: Range<Int>, to next: Range<Int>
  ) -> Bool {
    guard let last = source.bytes[line].last, let first = source.bytes[next].first else {
      return false
    }
    return !".:;!?".utf8.contains(last) && first >= UInt8(ascii: "a") && first <= UInt8(ascii: "z")
  }

  private static func endsInNegation(_ source: SourceText, _ line: Range<Int>) -> Bool {
    let word = source.bytes[line].suffix(16).reversed().prefix { $0 > 0x20 }.reversed()
    return NegationWords.shipped.endsLine(String(decoding: word, as: UTF8.self))
  }

  private static func isWordStart(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
      || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte == UInt8(ascii: "(")
  }

  /// Without the blanks around it, and the marks of a quoted mail before it.
  static func trimmed(_ line: Range<Int>, _ source: SourceText) -> Range<Int> {
    var lower = line.lowerBound
    var upper = line.upperBound
    while lower < upper, source.bytes[lower] <= 0x20 || source.bytes[lower] == UInt8(ascii: ">") {
      lower += 1
    }
    while upper > lower, source.bytes[upper - 1] <= 0x20 { upper -= 1 }
    return lower..<upper
  }
}
