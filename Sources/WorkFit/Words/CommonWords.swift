/// The words too common to say what a text is about; of the others the stems.
struct CommonWords: LexiconPart {
  private let common: Set<WordKey>
  private let stemLength: Int
  /// What is left off a word, the first that fits.
  private let endings: [String]

  private enum CodingKeys: String, CodingKey {
    case common, endings
    case stemLength = "stem"
  }

  /// The stems of the rare words among these.
  func rareStems(of tokens: [Token]) -> Set<WordKey> { Set(tokens.compactMap(stem)) }

  /// The stem of a rare word; `nil` for common words, numbers and signs.
  private func stem(_ token: Token) -> WordKey? {
    guard token.number == nil, token.key.beginning != 0, !common.contains(token.key) else {
      return nil
    }
    var stem = Substring(token.word)
    for ending in endings
    where stem.utf8.count - ending.utf8.count >= stemLength - 1 && stem.hasSuffix(ending) {
      stem = stem.dropLast(ending.count)
      break
    }
    // “operate” and “operating” are about the same.
    if stem.hasSuffix("e"), stem.utf8.count >= stemLength { stem = stem.dropLast() }
    return stem.utf8.count == token.word.utf8.count ? token.key : WordKey(String(stem))
  }
}
