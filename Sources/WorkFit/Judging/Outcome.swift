/// What a posting as a whole does to a statement.
public enum Outcome: String, Sendable, Codable, CaseIterable {
  /// The job has it.
  case supplied
  /// The job denies it, or has its opposite.
  case opposed
  /// One line has it, another speaks against it; the two are never netted.
  case both
  /// Something was found that is not sure enough to assert: a question.
  case unsure
  /// Nothing was found.
  case silent
}

/// What the judge makes of the clauses read for a statement.
struct Judgement {
  /// The calibrated probability that there is a line that supplies it.
  let supplied: Double
  /// And one that opposes it.
  let opposed: Double
  let outcome: Outcome
  /// From which probability on it would have been asserted.
  let threshold: Double
  /// That the outcome is right.
  var probability: Double {
    switch outcome {
    case .supplied: supplied
    case .opposed: opposed
    case .both: min(supplied, opposed)
    case .unsure: max(supplied, opposed)
    case .silent: (1 - supplied) * (1 - opposed)
    }
  }
}
