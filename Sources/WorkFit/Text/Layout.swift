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
    guard (narrowestWrap...widestWrap).contains(width) else { return lines }
    var paragraphs: [Range<Int>] = []
    var isOpen = false
    for index in lines.indices {
      let line = trimmed(lines[index], source)
      if isOpen, let last = paragraphs.popLast() {
        paragraphs.append(last.lowerBound..<lines[index].upperBound)
      } else {
        paragraphs.append(lines[index])
      }
      isOpen =
        index + 1 < lines.count && !line.isEmpty && line.count >= narrowestWrap / 2
        && continues(source, from: line, to: trimmed(lines[index + 1], source), width: width)
    }
    return paragraphs
  }

  private static func continues(
    _ source: SourceText, from line: Range<Int>, to next: Range<Int>, width: Int
  ) -> Bool {
    guard !next.isEmpty, let last = source.bytes[line].last, let first = source.bytes[next].first
    else { return false }
    // A heading or a list that is announced ends its line on purpose, and so does a bullet begin one.
    guard last != UInt8(ascii: ":"), isWordStart(first) else { return false }
    let word = source.bytes[next].prefix { $0 != UInt8(ascii: " ") }
    return line.count + 1 + word.count > width
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

/// HTML and terminal control inside a text: tags, entities and control sequences, which are no words.
enum Markup {
  private static let escape: UInt8 = 0x1B
  private static let bell: UInt8 = 0x07

  /// Behind the control sequence that begins at an escape character (ECMA-48): one of a terminal's
  /// (`ESC [ … letter`), or a string for it (`ESC ] … BEL`); `nil` where there is none.
  static func controlEnd(_ bytes: [UInt8], at index: Int, limit: Int) -> Int? {
    guard bytes[index] == escape, index + 1 < limit else { return nil }
    switch bytes[index + 1] {
    case UInt8(ascii: "["):
      let end = bytes[(index + 2)..<limit].firstIndex { $0 >= 0x40 && $0 <= 0x7E }
      return end.map { $0 + 1 } ?? limit
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      let end = bytes[(index + 2)..<min(limit, index + longestTag)].firstIndex {
        $0 == bell || $0 == escape
      }
      return end.map { bytes[$0] == bell ? $0 + 1 : min($0 + 2, limit) }
    default: return index + 2
    }
  }

  /// Where a tag begins and ends, and whether it parts what stands around it.
  struct Tag {
    let end: Int
    let isBlock: Bool
  }

  private static let blocks: Set<String> = [
    "p", "br", "li", "ul", "ol", "div", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th",
    "table",
    "section", "article", "header", "footer", "nav", "main", "hr", "blockquote", "dt", "dd",
    "title", "option",
    "script", "style", "button", "form", "label",
  ]
  /// Tags whose content is not for readers.
  private static let hidden: Set<String> = ["script", "style", "head", "noscript", "svg"]
  private static let longestTag = 2_000

  /// The tag that begins at a `<`, its content included where that is not for readers; `nil` where
  /// there is none.
  static func tag(_ bytes: [UInt8], at index: Int, limit: Int) -> Tag? {
    guard bytes[index] == UInt8(ascii: "<"), index + 2 < limit else { return nil }
    var start = index + 1
    let isClosing = bytes[start] == UInt8(ascii: "/")
    if isClosing || bytes[start] == UInt8(ascii: "!") { start += 1 }
    guard start < limit, isLetter(bytes[start]) || bytes[start] == UInt8(ascii: "-") else {
      return nil
    }
    let reach = min(limit, index + longestTag)
    guard let close = bytes[start..<reach].firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let nameBytes = bytes[start..<close].prefix { isLetter($0) || ($0 >= 0x30 && $0 <= 0x39) }
    let name = String(decoding: nameBytes, as: UTF8.self).lowercased()
    if hidden.contains(name), !isClosing, bytes[close - 1] != UInt8(ascii: "/") {
      return Tag(end: endOfContent(bytes, of: name, from: close + 1), isBlock: true)
    }
    return Tag(end: close + 1, isBlock: blocks.contains(name))
  }

  /// Behind the tag that closes an element; the end of the text where nothing does.
  private static func endOfContent(_ bytes: [UInt8], of name: String, from start: Int) -> Int {
    let closing = Array("</\(name)".utf8)
    var index = start
    while index + closing.count < bytes.count {
      if bytes[index] == UInt8(ascii: "<"),
        zip(bytes[index...], closing).allSatisfy({ ($0 | 0x20) == ($1 | 0x20) })
      {
        return (bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
      }
      index += 1
    }
    return bytes.count
  }

  /// Behind the entity that begins at a `&`, such as `&nbsp;`; `nil` where there is none.
  static func entityEnd(_ bytes: [UInt8], at index: Int, limit: Int) -> Int? {
    guard bytes[index] == UInt8(ascii: "&") else { return nil }
    var end = index + 1
    while end < limit, end - index <= 9 {
      if bytes[end] == UInt8(ascii: ";") { return end > index + 1 ? end + 1 : nil }
      guard
        isLetter(bytes[end]) || bytes[end] == UInt8(ascii: "#")
          || (bytes[end] >= 0x30 && bytes[end] <= 0x39)
      else { return nil }
      end += 1
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }
}
