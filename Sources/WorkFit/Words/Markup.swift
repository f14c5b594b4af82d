import ControlSequences

/// HTML and terminal control inside a text: tags, entities and control sequences, which are no words.
enum Markup {
  private static let escape: UInt8 = 0x1B

  /// Behind the control sequence that begins at an escape character (ECMA-48), never inside a character;
  /// `nil` where there is none.
  static func controlEnd(_ bytes: [UInt8], at index: Int, limit: Int) -> Int? {
    guard bytes[index] == escape, index + 1 < limit else { return nil }
    switch ControlScanner.step(bytes[index..<limit]) {
    case .element(.string(isClosed: false), _), .incomplete(.string): return index + 2
    case .element(_, let length): return index + length
    case .incomplete: return index + 1
    }
  }

  /// Where a tag ends, and what it makes of what stands behind it.
  struct Tag {
    let end: Int
    /// Whether it parts what stands around it.
    let isBlock: Bool
    /// Whether it opens an entry of a list.
    var opensEntry = false
    /// Whether it opens a heading.
    var opensHeading = false
  }

  private static let blocks: Set<String> = [
    "p", "br", "li", "ul", "ol", "div", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th",
    "table",
    "section", "article", "header", "footer", "nav", "main", "hr", "blockquote", "dt", "dd",
    "title", "option",
    "script", "style", "button", "form", "label",
  ]
  private static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]
  /// Tags whose content is not for readers.
  private static let hidden: Set<String> = ["script", "style", "head", "noscript", "svg"]
  private static let longestTag = 2_000
  private static let inline: Set<String> = [
    "a", "b", "i", "u", "em", "strong", "span", "font", "small", "big", "mark", "sub", "sup",
  ]

  /// Whether a tag of this name stands within words, and parts nothing.
  static func marksWords(_ name: String) -> Bool { inline.contains(name) }

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
    return Tag(
      end: close + 1, isBlock: blocks.contains(name), opensEntry: !isClosing && name == "li",
      opensHeading: !isClosing && headings.contains(name))
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
