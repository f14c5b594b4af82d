/// Letters of other scripts inside Latin words, where they only look like what they stand for.
enum Lookalikes {
  static func decoded(_ text: Scalars) -> Scalars? {
    guard text.contains(where: { isOther($0) }) else { return nil }
    let latin = DecodingData.shipped.lookalikes
    var result = text
    var isChanged = false
    var index = 0
    while index < text.count {
      var end = index
      var hasLatin = false
      var hasOther = false
      var isAlike = true
      while end < text.count, text[end].isLatin || isOther(text[end]) {
        if text[end].isLatin {
          hasLatin = true
        } else {
          hasOther = true
          isAlike = isAlike && latin[text[end]] != nil
        }
        end += 1
      }
      if hasLatin, hasOther, isAlike {
        for place in index..<end { result[place] = latin[text[place]] ?? text[place] }
        isChanged = true
      }
      index = max(end, index + 1)
    }
    return isChanged ? result : nil
  }

  /// A letter of the Greek, Cyrillic or Armenian script.
  private static func isOther(_ scalar: Unicode.Scalar) -> Bool {
    (0x370...0x58F).contains(scalar.value)
  }
}
