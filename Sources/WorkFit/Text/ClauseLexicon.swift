/// The words by which lines are cut into clauses.
struct ClauseLexicon: LexiconPart {
  let abbreviations: Set<String>
  let openers: Set<String>
  let pronouns: Set<String>
  let joining: Set<String>
  /// Where a long sentence may be cut.
  let conjunctions: Set<String>
  let names: Set<String>
  /// Words in the middle of a sentence.
  private let unfinished: Set<String>
  private let verbs: Set<String>
  private let whole: Set<String>
  private let dependent: Set<String>

  /// Whether a sentence breaks off behind a word, in lower case.
  func breaksOff(behind word: String) -> Bool {
    unfinished.contains(word) || word.hasSuffix("n't") || word.hasSuffix("n’t")
  }

  /// Whether a sentence says nothing without the one before it: “But not required.”, “A plus.”
  func isFragment(_ tokens: [Token]) -> Bool {
    guard let first = tokens.first else { return true }
    if dependent.contains(first.word) { return tokens.count < 6 }
    guard tokens.count < 4, !whole.contains(first.word), !pronouns.contains(first.word) else {
      return false
    }
    return !tokens.contains { verbs.contains($0.word) || $0.number != nil }
  }
}
