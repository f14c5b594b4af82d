/// A saved page as its reader sees it: without tags, comments and what is hidden, blocks on lines of their own.
///
/// Entries of lists and headings keep a mark that says so, `- ` and `## `. Tags inside a text that is no page
/// stay where they are; the cutting into clauses steps over them.
enum WebPage {
  private static let openings = ["<!doctype html", "<html", "<body"].map { Array($0.utf8) }
  private static let end = Array("</html>".utf8)
  private static let lineBreak = Array("<br".utf8)
  private static let comment = (open: Array("<!--".utf8), close: Array("-->".utf8))

  /// The text with its page read; `nil` where none begins on a line of its own.
  static func decoded(_ text: [UInt8]) -> [UInt8]? {
    guard text.contains(UInt8(ascii: "<")), let start = start(of: text) else { return nil }
    var page = PageText()
    var index = start
    while index < text.count {
      if text[index] == UInt8(ascii: "<") {
        if begins(text, with: comment.open, at: index) {
          index = behind(comment.close, in: text, from: index + comment.open.count)
          continue
        }
        if begins(text, with: end, at: index) {
          return Array(text[..<start]) + page.finished + Array(text[(index + end.count)...])
        }
        if let tag = Markup.tag(text, at: index, limit: text.count) {
          if tag.isBlock { page.breakLine(isBlock: !begins(text, with: lineBreak, at: index)) }
          if tag.opensEntry { page.mark("- ") }
          if tag.opensHeading { page.mark("## ") }
          index = max(tag.end, index + 1)
          continue
        }
      }
      page.append(text[index])
      index += 1
    }
    return Array(text[..<start]) + page.finished
  }

  /// Where a page begins, first on a line.
  private static func start(of text: [UInt8]) -> Int? {
    var isFirst = true
    for index in text.indices {
      let byte = text[index]
      if byte == UInt8(ascii: "\n") {
        isFirst = true
      } else if byte == UInt8(ascii: "<"), isFirst,
        openings.contains(where: { begins(text, with: $0, at: index) })
      {
        return index
      } else if byte > 0x20, ![0xEF, 0xBB, 0xBF].contains(byte) {
        isFirst = false
      }
    }
    return nil
  }

  private static func begins(_ text: [UInt8], with words: [UInt8], at index: Int) -> Bool {
    guard index + words.count <= text.count else { return false }
    return zip(text[index...], words).allSatisfy { byte, word in
      let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      return (isCapital ? byte | 0x20 : byte) == word
    }
  }

  private static func behind(_ words: [UInt8], in text: [UInt8], from start: Int) -> Int {
    var index = start
    while index < text.count {
      if begins(text, with: words, at: index) { return index + words.count }
      index += 1
    }
    return text.count
  }
}

/// The lines of a page while they are put together.
private struct PageText {
  private(set) var finished: [UInt8] = []
  /// What the line that is written, and the one to come, begin with.
  private var mark: String?
  private var nextMark: String?
  private var hasSpace = false
  private var isLineStart = true
  private var isBlockStart = false

  /// White space as a page has it, which is one space wherever there is some.
  mutating func append(_ byte: UInt8) {
    guard byte > 0x20 else {
      hasSpace = true
      return
    }
    if isLineStart {
      beginLine()
    } else if hasSpace {
      finished.append(UInt8(ascii: " "))
    }
    hasSpace = false
    finished.append(byte)
  }

  /// Entries of a list stand line by line, other blocks with an empty line between them.
  private mutating func beginLine() {
    if !finished.isEmpty {
      finished.append(UInt8(ascii: "\n"))
      if isBlockStart, nextMark != "- " || mark != "- " { finished.append(UInt8(ascii: "\n")) }
    }
    if let nextMark { finished += nextMark.utf8 }
    if isBlockStart || nextMark != nil { mark = nextMark }
    nextMark = nil
    isLineStart = false
    isBlockStart = false
  }

  /// - Parameter isBlock: whether a block ends here or begins, and not only a line.
  mutating func breakLine(isBlock: Bool) {
    // A line that ends in its negation says the opposite without what follows.
    guard isBlock || !endsInNegation else {
      hasSpace = true
      return
    }
    isLineStart = true
    isBlockStart = isBlockStart || isBlock
    hasSpace = false
  }

  private var endsInNegation: Bool {
    let word = finished.suffix(16).reversed().prefix { $0 > 0x20 }.reversed()
    // Entities are read later.
    let scalars = Scalars(utf8: Array(word)[...])
    return NegationWords.shipped.endsLine(
      String(decoding: (Entities.decoded(scalars) ?? scalars).utf8, as: UTF8.self))
  }

  /// What the line that begins here is marked with.
  mutating func mark(_ mark: String) { nextMark = mark }
}
