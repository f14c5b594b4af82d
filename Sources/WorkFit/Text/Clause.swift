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
      if let end = Markup.entityEnd(source.bytes, at: index, limit: line.upperBound) {
        entity = end
      }
      // Inside a tag or an entity nothing ends.
      guard index >= start, index >= entity else { continue }
      let ends =
        switch byte {
        case UInt8(ascii: "!"), UInt8(ascii: "?"): isFollowedBySpace(index, in: line, of: source)
        case UInt8(ascii: ";"): true
        case UInt8(ascii: "."):
          isFollowedBySpace(index, in: line, of: source)
            && !isAbbreviation(before: index, from: start, of: source)
        // A bullet in the middle of a line, left over from a list that lost its line ends.
        case 0xE2: index > start && isBullet(source, at: index)
        default: false
        }
      guard ends else { continue }
      let end = byte == 0xE2 || byte == UInt8(ascii: ";") ? index : index + 1
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
    var begin = 0
    func close(_ end: Int) {
      guard end > begin else { return }
      let part = Array(tokens[begin..<end])
      let lower = part[0].range.lowerBound
      let isLast = end == tokens.count
      let upper =
        isLast
        ? trimmedEnd(sentence.upperBound, from: lower, of: source)
        : part[part.count - 1].range.upperBound
      clauses.append(
        Clause(
          line: source.line(at: lower),
          range: lower..<max(upper, part[part.count - 1].range.upperBound),
          segment: .other, tokens: part))
      begin = end
    }
    for (index, token) in tokens.enumerated() where index > begin {
      if turns.contains(token.word), index - begin >= 2, tokens.count - index >= 3 { close(index) }
    }
    close(tokens.count)
    return clauses
  }

  private static func trimmedEnd(_ end: Int, from start: Int, of source: SourceText) -> Int {
    var end = end
    while end > start, [0x20, 0x09, 0x0A, 0x0D].contains(source.bytes[end - 1]) { end -= 1 }
    return end
  }
}
