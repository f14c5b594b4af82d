/// Something for each role of which there are findings.
struct ByRole<Value: Decodable & Sendable>: Decodable, Sendable {
  private let energizer, drain, strength, mustHave, dealBreaker: Value

  private enum CodingKeys: String, CodingKey {
    case energizer, drain, strength
    case mustHave = "must_have"
    case dealBreaker = "deal_breaker"
  }

  /// `nil` of a pull.
  subscript(role: Role) -> Value? {
    switch role {
    case .energizer: energizer
    case .drain: drain
    case .strength: strength
    case .mustHave: mustHave
    case .dealBreaker: dealBreaker
    case .prestigePull: nil
    }
  }
}
