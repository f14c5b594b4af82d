/// The numbers behind verdicts, and the bounds of reading; each has its reason in `Lexicon/weights.yaml`.
struct Weights: Sendable {
  /// What findings come to.
  struct Energy: Sendable {
    let fed, drainAbsent, mustHaveMet, dealBreakerAbsent, strengthUsed: Double
    let conflict, drain, mustHaveBroken, dealBreaker, strengthIdle, tiringStrengthUsed: Double
    let firstDenied, mixed, shrinkage: Double
  }

  /// From where on a verdict is given.
  struct Verdict: Sendable {
    let energizingFrom, drainingTo, weakBelow, enoughConfidence, notAPosting: Double
    let leastWords, otherKind: Int
  }

  /// What is read and quoted.
  struct Reading: Sendable {
    let mostClauses, mostBytes, byWords: Int
    let quotedFrom, quotedBeside: Double
  }

  /// How probably right what amounts decide is, and a question that they raise.
  struct Amounts: Sendable {
    let decided, question: Double
  }

  let energy: Energy
  let amounts: Amounts
  let verdict: Verdict
  let reading: Reading
  let workWords: PatternIndex<Bool>
  /// The words of contracts, those with which a posting asks for somebody, each with its place in the file;
  /// and those of the lines of a log.
  let otherKinds, postingWords: PatternIndex<Int>
  let logWords: Set<String>

  init(_ node: LexiconNode) throws(LexiconFault) {
    let energy = try node["energy"]
    self.energy = Energy(
      fed: try energy["fed"].number(), drainAbsent: try energy["drain_absent"].number(),
      mustHaveMet: try energy["must_have_met"].number(),
      dealBreakerAbsent: try energy["deal_breaker_absent"].number(),
      strengthUsed: try energy["strength_used"].number(),
      conflict: try energy["conflict"].number(), drain: try energy["drain"].number(),
      mustHaveBroken: try energy["must_have_broken"].number(),
      dealBreaker: try energy["deal_breaker"].number(),
      strengthIdle: try energy["strength_idle"].number(),
      tiringStrengthUsed: try energy["tiring_strength_used"].number(),
      firstDenied: try energy["first_energizer_denied"].number(),
      mixed: try energy["mixed"].number(), shrinkage: try energy["shrinkage"].number())
    let verdict = try node["verdict"]
    self.verdict = Verdict(
      energizingFrom: try verdict["energizing_from"].number(),
      drainingTo: try verdict["draining_to"].number(),
      weakBelow: try verdict["weak_below"].number(),
      enoughConfidence: try verdict["enough_confidence"].number(),
      notAPosting: try verdict["not_a_posting"].number(),
      leastWords: Int(try verdict["least_words"].number()),
      otherKind: Int(try verdict["other_kind"].number()))
    let amounts = try node["amounts"]
    self.amounts = Amounts(
      decided: try amounts["decided"].number(), question: try amounts["question"].number())
    let reading = try node["reading"]
    self.reading = Reading(
      mostClauses: Int(try reading["most_clauses"].number()),
      mostBytes: Int(try reading["most_bytes"].number()),
      byWords: Int(try reading["by_words"].number()),
      quotedFrom: try reading["quoted_from"].number(),
      quotedBeside: try reading["quoted_beside"].number())
    var words = PatternIndex<Bool>()
    for word in try node.texts("work_words") { words.insert(word, label: true) }
    workWords = words
    otherKinds = try Self.index(node.texts("other_kinds"))
    postingWords = try Self.index(node.texts("posting_words"))
    logWords = Set(try node.texts("log_words"))
  }

  private static func index(_ phrases: [String]) -> PatternIndex<Int> {
    var index = PatternIndex<Int>()
    for (place, phrase) in phrases.enumerated() { index.insert(phrase, label: place) }
    return index
  }
}
