/// A part of a posting, by what it is about.
public enum Segment: String, Sendable, CaseIterable, Codable {
  case title
  case about
  case responsibilities
  case requirements
  case conditions
  case benefits
  case boilerplate
  /// What no heading and no phrase places.
  case other
}

/// A stretch of text that says one thing; what a finding quotes.
public struct Clause: Sendable {
  /// The line that it begins on, counting from 1.
  public let line: Int
  /// UTF-8 byte offsets into the text as given.
  public let range: Range<Int>
  /// The part of the posting that it stands in.
  public internal(set) var segment: Segment
  let tokens: [Token]
}

/// Splits lines into clauses: at the ends of sentences, at semicolons, and before words that turn.
enum ClauseSplitter {
  private static let turns: Set<String> = [
    "but", "although", "though", "whereas", "however", "yet",
  ]
  /// In words. What goes on for longer is no clause, and must not take longer than its length to read.
  private static let longestClause = 400
  private static let abbreviations: Set<String> = [
    "e.g", "i.e", "etc", "incl", "approx", "dr", "mr", "ms", "mrs", "vs", "no", "st", "inc", "ltd",
    "e", "g", "i", "u.s", "u.k", "ca", "bzw", "z.b", "m.sc", "b.sc", "ph.d",
  ]

  static func clauses(of source: SourceText) -> [Clause] {
    // What is hidden from readers may begin in one paragraph and end in a later one.
    var seen = 0
    return Layout.paragraphs(of: source).flatMap { paragraph in
      let start = max(paragraph.lowerBound, min(seen, paragraph.upperBound))
      return sentences(in: start..<paragraph.upperBound, of: source, seen: &seen).flatMap {
        sentence in
        split(Tokenizer.tokens(of: source, in: sentence), in: sentence, of: source)
      }
    }
  }

  private static func sentences(
    in line: Range<Int>, of source: SourceText, seen: inout Int
  ) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = line.lowerBound
    var entity = line.lowerBound
    for index in line {
      let byte = source.bytes[index]
      if byte == UInt8(ascii: "<"), index >= start,
        let tag = Markup.tag(source.bytes, at: index, limit: source.bytes.count), tag.isBlock
      {
        sentences.append(start..<index)
        start = min(tag.end, line.upperBound)
        seen = max(seen, tag.end)
        continue
      }
      if let end = Markup.entityEnd(source.bytes, at: index, limit: line.upperBound)
        ?? Markup.controlEnd(source.bytes, at: index, limit: line.upperBound)
      {
        entity = end
      }
      // Inside a tag, an entity or a control sequence nothing ends.
      guard index >= start, index >= entity else { continue }
      let ends =
        switch byte {
        case UInt8(ascii: "!"), UInt8(ascii: "?"): isFollowedBySpace(index, in: line, of: source)
        case UInt8(ascii: ";"): true
        case UInt8(ascii: "|"): isCellBorder(index, in: line, of: source)
        case UInt8(ascii: "."):
          isFollowedBySpace(index, in: line, of: source)
            && !isAbbreviation(before: index, from: start, of: source)
            && !isListNumber(start..<index, of: source)
        // A bullet in the middle of a line, left over from a list that lost its line ends.
        case 0xE2: index > start && isBullet(source, at: index)
        default: false
        }
      guard ends else { continue }
      let isMark = byte == 0xE2 || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "|")
      let end = isMark ? index : index + 1
      sentences.append(start..<end)
      start = index + (byte == 0xE2 ? 3 : 1)
    }
    sentences.append(min(start, line.upperBound)..<line.upperBound)
    return sentences
  }

  private static func isFollowedBySpace(_ index: Int, in line: Range<Int>, of source: SourceText)
    -> Bool
  {
    index + 1 == line.upperBound || source.bytes[index + 1] == UInt8(ascii: " ")
      || source.bytes[index + 1] == UInt8(ascii: "\t")
      || source.bytes[index + 1] == UInt8(ascii: "\n")
      || source.bytes[index + 1] == UInt8(ascii: "\r")
      || source.bytes[index + 1] == UInt8(ascii: "<")
  }

  /// Whether a bar parts the cells of a table, or what stands beside a title.
  private static func isCellBorder(_ index: Int, in line: Range<Int>, of source: SourceText) -> Bool
  {
    let isFirst = index == line.lowerBound || source.bytes[index - 1] <= 0x20
    return isFirst || isFollowedBySpace(index, in: line, of: source)
  }

  /// Whether nothing but a number stands before a full stop, as in “1. Teach”.
  private static func isListNumber(_ range: Range<Int>, of source: SourceText) -> Bool {
    let text = source.bytes[range].drop { $0 <= 0x20 }
    return !text.isEmpty && text.count <= 2 && text.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private static func isBullet(_ source: SourceText, at index: Int) -> Bool {
    guard index + 2 < source.bytes.count else { return false }
    let pair = (source.bytes[index + 1], source.bytes[index + 2])
    return pair == (0x80, 0xA2) || pair == (0x96, 0xAA) || pair == (0x97, 0x8F)
  }

  private static func isAbbreviation(before index: Int, from start: Int, of source: SourceText)
    -> Bool
  {
    var begin = index
    while begin > start, source.bytes[begin - 1] != UInt8(ascii: " "), index - begin < 8 {
      begin -= 1
    }
    let word = source.text(in: begin..<index).lowercased()
    return abbreviations.contains(word.trimmingPrefix("(").description)
  }

  private static func split(
    _ tokens: [Token], in sentence: Range<Int>, of source: SourceText
  ) -> [Clause] {
    var clauses: [Clause] = []
    var begin = listMark(tokens, of: source)
    func close(_ end: Int) {
      guard end > begin else { return }
      let part = Array(tokens[begin..<end])
      let first = part[0].range.lowerBound
      let last = part[part.count - 1].range.upperBound
      let lower = clauses.isEmpty ? openingMark(before: first, in: sentence, of: source) : first
      let upper =
        end == tokens.count
        ? max(last, trimmedEnd(sentence.upperBound, from: first, of: source)) : last
      clauses.append(
        Clause(
          line: source.line(at: first),
          range: withoutEmphasis(lower..<upper, around: first..<last, of: source),
          segment: .other, tokens: part))
      begin = end
    }
    for (index, token) in tokens.enumerated() where index > begin {
      let turns = turns.contains(token.word) && index - begin >= 2 && tokens.count - index >= 3
      if turns || index - begin >= longestClause { close(index) }
    }
    close(tokens.count)
    return clauses
  }

  /// How many tokens at the beginning only mark an entry of a list: `+`, `1.` or `2)`.
  private static func listMark(_ tokens: [Token], of source: SourceText) -> Int {
    guard tokens.count > 1 else { return 0 }
    let between = source.bytes[tokens[0].range.upperBound..<tokens[1].range.lowerBound]
    if tokens[0].word == "+" { return between.first == UInt8(ascii: " ") ? 1 : 0 }
    let isShort = tokens[0].range.count <= 2 && tokens[0].number != nil
    let isMarked = [UInt8(ascii: "."), UInt8(ascii: ")")].contains(between.first)
    return isShort && isMarked && between.dropFirst().first == UInt8(ascii: " ") ? 1 : 0
  }

  private static let openingMarks = Set("*_([\"'`".utf8)

  /// Where the marks begin that stand right before a sentence's first word: “*No* weekends”.
  private static func openingMark(before first: Int, in sentence: Range<Int>, of source: SourceText)
    -> Int
  {
    var begin = first
    while begin > sentence.lowerBound, openingMarks.contains(source.bytes[begin - 1]) { begin -= 1 }
    return begin
  }

  /// Without the marks of emphasis that enclose all of a clause: “**About us**”.
  private static func withoutEmphasis(
    _ range: Range<Int>, around words: Range<Int>, of source: SourceText
  ) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < words.lowerBound, upper > words.upperBound,
      source.bytes[lower] == source.bytes[upper - 1],
      [UInt8(ascii: "*"), UInt8(ascii: "_")].contains(source.bytes[lower])
    {
      lower += 1
      upper -= 1
    }
    return lower..<upper
  }

  private static func trimmedEnd(_ end: Int, from start: Int, of source: SourceText) -> Int {
    var end = end
    while end > start, [0x20, 0x09, 0x0A, 0x0D].contains(source.bytes[end - 1]) { end -= 1 }
    return end
  }
}
