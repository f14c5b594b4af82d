/// Links and pictures in Markdown, of which a reader sees the words: `[our garden](https://garden.example)`.
enum MarkdownLinks {
  /// In scalars.
  private static let longest = 2_000

  static func decoded(_ text: Scalars) -> Scalars? {
    guard text.contains("[") else { return nil }
    var result: Scalars = []
    result.reserveCapacity(text.count)
    var isChanged = false
    var index = 0
    while index < text.count {
      if let link = link(text, at: index) {
        if link.isPicture { result.removeLast() }
        result += text[link.words]
        index = link.end
        isChanged = true
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return isChanged ? result : nil
  }

  /// The link whose bracket opens here, on one line, with an address behind it.
  private static func link(_ text: Scalars, at start: Int) -> (
    words: Range<Int>, end: Int, isPicture: Bool
  )? {
    guard text[start] == "[" else { return nil }
    let reach = min(text.count, start + longest)
    var close = start + 1
    while close < reach, text[close] != "]", text[close] != "[", text[close] != "\n" { close += 1 }
    guard close + 2 < reach, text[close] == "]", text[close + 1] == "(" else { return nil }
    var end = close + 2
    while end < reach, text[end] != ")", text[end] != "\n" { end += 1 }
    guard end < reach, text[end] == ")", isAddress(text[(close + 2)..<end]) else { return nil }
    let isPicture = start > 0 && text[start - 1] == "!"
    return (start + 1..<close, end + 1, isPicture)
  }

  /// Whether it names a page or a place on one, and is no remark in brackets.
  private static func isAddress(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = text.first else { return false }
    let words = text.split(separator: " ", maxSplits: 1)
    guard let address = words.first else { return false }
    return first == "#" || first == "/" || address.contains(":") && address.count > 4
      || words.count == 1 && address.contains(".")
  }
}
