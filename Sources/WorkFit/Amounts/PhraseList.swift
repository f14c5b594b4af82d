/// Phrases that stand right before or behind a word.
struct PhraseList: Sendable {
  private let phrases: [[String]]

  init(_ phrases: [String]) {
    self.phrases = phrases.map { phrase in
      let source = SourceText(phrase)
      return Tokenizer.tokens(of: source, in: 0..<source.bytes.count).map(\.word)
    }.filter { !$0.isEmpty }
  }

  /// The words of the longest phrase that ends before a token.
  func ending(before place: Int, in tokens: [Token]) -> Range<Int>? {
    longest(in: tokens) { place - $0..<place }
  }

  /// The words of the longest phrase that begins at a token.
  func beginning(at place: Int, in tokens: [Token]) -> Range<Int>? {
    longest(in: tokens) { place..<place + $0 }
  }

  private func longest(in tokens: [Token], at range: (Int) -> Range<Int>) -> Range<Int>? {
    var best: Range<Int>?
    for phrase in phrases {
      let range = range(phrase.count)
      guard range.lowerBound >= 0, range.upperBound <= tokens.count,
        range.count > best?.count ?? 0,
        zip(range, phrase).allSatisfy({ tokens[$0].word == $1 })
      else { continue }
      best = range
    }
    return best
  }
}
