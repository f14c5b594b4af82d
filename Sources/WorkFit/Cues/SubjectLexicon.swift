/// What a statement is about, beyond how the work is: its words of content, reduced to stems.
struct SubjectLexicon: Sendable {
  private let generic: Set<String>
  private let stemLength: Int

  init(_ node: LexiconNode) throws(LexiconFault) {
    generic = Set(try node.texts("generic"))
    stemLength = Int(try node["stem"].number())
  }

  /// The stems of the words that name a subject, leaving out those inside the given spans.
  func stems(of tokens: [Token], outside spans: [Range<Int>]) -> [String] {
    tokens.compactMap { token in
      guard !spans.contains(where: { $0.overlaps(token.range) }) else { return nil }
      return stem(token)
    }
  }

  /// The stem of a word of content; `nil` for generic words, numbers and signs.
  func stem(_ token: Token) -> String? {
    var word = token.word
    guard token.number == nil, word.count >= 3, !generic.contains(word) else { return nil }
    for ending in ["'s", "ies", "ing", "ers", "ed", "es", "er", "ly", "s", "y"]
    where word.hasSuffix(ending) && word.count - ending.count >= stemLength - 1 {
      word.removeLast(ending.count)
      break
    }
    return word
  }
}
