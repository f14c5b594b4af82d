/// What stands inside a word of a page's source and is not seen there: a comment, `<wbr>`, a tag that only changes how
/// the word looks. `won<!-- -->'t` is “won't”.
enum InnerMarkup {
  private static let longest = 80
  private static let wordBreak = Scalars("<wbr".unicodeScalars)
  private static let comment = (
    open: Scalars("<!--".unicodeScalars), close: Scalars("-->".unicodeScalars)
  )

  static func decoded(_ text: Scalars) -> Scalars? {
    guard text.contains("<") else { return nil }
    return text.rewritten { index in
      guard text[index] == "<", index > 0, isOfWord(text[index - 1]) else { return nil }
      var end = index
      while text.at(end) == "<", let next = behind(text, at: end) { end = next }
      guard end > index, text.at(end).map(isOfWord) == true else { return nil }
      return ([], end)
    }
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLatin || scalar == "'" || scalar == "\u{2019}"
  }

  /// Behind a comment or a tag that parts no words; `nil` where neither stands.
  private static func behind(_ text: Scalars, at index: Int) -> Int? {
    let rest = text[index...].prefix(longest)
    if rest.starts(with: comment.open) {
      var end = index + comment.open.count
      while end < rest.endIndex {
        if rest[end...].starts(with: comment.close) { return end + comment.close.count }
        end += 1
      }
      return nil
    }
    if rest.starts(with: wordBreak) { return rest.firstIndex(of: ">").map { $0 + 1 } }
    return Apostrophes.tagEnd(text, at: index)
  }
}
