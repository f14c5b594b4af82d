/// Something for each outcome.
struct ByOutcome<Value: Decodable & Sendable>: Decodable, Sendable {
  private let supplied, opposed, both, unsure, silent: Value

  subscript(outcome: Outcome) -> Value {
    switch outcome {
    case .supplied: supplied
    case .opposed: opposed
    case .both: both
    case .unsure: unsure
    case .silent: silent
    }
  }
}
