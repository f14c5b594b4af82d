/// What an interview keeps of one item at one path; nothing in it is ever thrown away.
struct Record: Hashable, Sendable, Codable {
  enum State: Hashable, Sendable, Codable {
    case open
    case answered(Answer)
    case declined
  }

  enum ProbeState: Hashable, Sendable, Codable {
    case answered(String)
    case declined
  }

  var state: State
  /// The words that the question quoted when it was answered; `nil` where it quotes none.
  var quoted: [String]?
  /// The words that it quotes now, where the answer stands as it is though they are others: they changed in another
  /// script, when this one was done.
  var standsFor: [String]?
  var probes: [ProbeID: ProbeState] = [:]
  /// Elements taken out of a list answer, so that they can return with their identity.
  var removed: [Element] = []
  /// Whether the item applies at present; kept up to date as far as the interview has come.
  var isRelevant: Bool
  /// Whether the question now reads otherwise than when it was answered.
  var isStale = false

  var answer: Answer? {
    if case .answered(let answer) = state { answer } else { nil }
  }

  /// Whether there is anything in it that the respondent gave.
  var isWorthKeeping: Bool { state != .open || !probes.isEmpty || !removed.isEmpty }
}
