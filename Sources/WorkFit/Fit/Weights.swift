/// The numbers behind verdicts, and the bounds of reading; each has its reason in `Lexicon/weights.yaml`.
struct Weights: LexiconPart {
  /// What findings come to.
  struct Energy: Decodable, Sendable {
    let fed, drainAbsent, mustHaveMet, dealBreakerAbsent, strengthUsed: Double
    let conflict, drain, mustHaveBroken, dealBreaker, strengthIdle, tiringStrengthUsed: Double
    let firstDenied, mixed, shrinkage: Double

    private enum CodingKeys: String, CodingKey {
      case fed, conflict, drain, mixed, shrinkage
      case drainAbsent = "drain_absent"
      case mustHaveMet = "must_have_met"
      case dealBreakerAbsent = "deal_breaker_absent"
      case strengthUsed = "strength_used"
      case mustHaveBroken = "must_have_broken"
      case dealBreaker = "deal_breaker"
      case strengthIdle = "strength_idle"
      case tiringStrengthUsed = "tiring_strength_used"
      case firstDenied = "first_energizer_denied"
    }
  }

  /// From where on a verdict is given.
  struct Verdict: Decodable, Sendable {
    let energizingFrom, drainingTo, weakBelow, enoughConfidence, notAPosting: Double
    let leastWords, otherKind, logBeginning: Int
    /// From this confidence on nothing is hedged.
    let sureFrom: Double

    private enum CodingKeys: String, CodingKey {
      case energizingFrom = "energizing_from"
      case drainingTo = "draining_to"
      case weakBelow = "weak_below"
      case enoughConfidence = "enough_confidence"
      case sureFrom = "sure_from"
      case notAPosting = "not_a_posting"
      case leastWords = "least_words"
      case otherKind = "other_kind"
      case logBeginning = "log_beginning"
    }
  }

  /// How probably right what amounts decide is, and a question that they raise.
  struct Amounts: Decodable, Sendable {
    let decided, question: Double
  }

  let energy: Energy
  let amounts: Amounts
  let verdict: Verdict
  let reading: ReadingBounds
  let workWords: PatternIndex<Bool>
  /// The words of contracts, those with which a posting asks for somebody, each with its place in the file;
  /// and those of the lines of a log.
  let otherKinds, postingWords: PatternIndex<Int>
  let logWords: Set<String>
  /// Words that speak to somebody.
  let addressing: Set<String>

  private enum CodingKeys: String, CodingKey {
    case energy, amounts, verdict, reading, addressing
    case workWords = "work_words"
    case otherKinds = "other_kinds"
    case postingWords = "posting_words"
    case logWords = "log_words"
  }
}
