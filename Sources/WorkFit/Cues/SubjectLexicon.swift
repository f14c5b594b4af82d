/// What a statement is about, beyond how the work is: its words of content, reduced to stems.
struct SubjectLexicon: Sendable {
  private let generic: Set<WordKey>
  private let stemLength: Int

  init(_ node: LexiconNode) throws(LexiconFault) {
    generic = Set(try node.texts("generic").map(WordKey.init))
    stemLength = Int(try node["stem"].number())
  }

  /// The stems of the words that name a subject, leaving out those inside the given spans.
  func stems(of tokens: [Token], outside spans: [Range<Int>]) -> [WordKey] {
    tokens.compactMap { token in
      guard !spans.contains(where: { $0.overlaps(token.range) }) else { return nil }
      return stem(token)
    }
  }

  /// The stem of a word of content; `nil` for generic words, numbers and signs.
  func stem(_ token: Token) -> WordKey? {
    guard token.number == nil, token.key.beginning != 0, !generic.contains(token.key) else {
      return nil
    }
    var stem = Substring(token.word)
    for ending in Self.endings
    where stem.utf8.count - ending.utf8.count >= stemLength - 1 && stem.hasSuffix(ending) {
      stem = stem.dropLast(ending.count)
      break
    }
    // “operate” and “operating” are about the same.
    if stem.hasSuffix("e"), stem.utf8.count >= stemLength { stem = stem.dropLast() }
    return stem.utf8.count == token.word.utf8.count ? token.key : WordKey(String(stem))
  }

  private static let endings = ["'s", "ies", "ing", "ers", "ed", "es", "er", "ly", "s", "y"]
}
