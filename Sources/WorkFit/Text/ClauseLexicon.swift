/// The words by which lines are cut into clauses.
struct ClauseLexicon: Sendable {
  let abbreviations: Set<String>
  let openers: Set<String>
  let pronouns: Set<String>
  let joining: Set<String>
  let names: Set<String>
  private let verbs: Set<String>
  private let whole: Set<String>
  private let dependent: Set<String>

  init(_ node: LexiconNode) throws(LexiconFault) {
    func words(_ key: String) throws(LexiconFault) -> Set<String> { Set(try node.texts(key)) }
    abbreviations = try words("abbreviations")
    openers = try words("openers")
    pronouns = try words("pronouns")
    joining = try words("joining")
    names = try words("names")
    verbs = try words("verbs")
    whole = try words("whole")
    dependent = try words("dependent")
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
