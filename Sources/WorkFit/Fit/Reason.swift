/// A finding that decides for or against a job.
public struct Reason: Sendable {
  /// For the job, or against it: a strength that the person is tired of using speaks against it.
  public let side: Evidence.Side
  /// The finding.
  public let finding: Finding

  /// The words that it rests on first; `nil` where none are quoted.
  public var quote: Quote? { finding.evidence.first?.quote }

  /// The two that weigh most, the heavier first: one of each side where both have one.
  static func top(of findings: [Finding], weights: Weights.Energy) -> [Reason] {
    let weighed = findings.compactMap { finding -> (reason: Reason, weight: Double)? in
      guard finding.stance != .open else { return nil }
      let (plus, minus) = Energy.shares(of: finding.kind, finding.statement, weights)
      guard plus != minus else { return nil }
      return (Reason(side: plus > minus ? .for : .against, finding: finding), max(plus, minus))
    }
    let ranked = weighed.enumerated().sorted {
      ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
    }.map(\.element.reason)
    guard let first = ranked.first else { return [] }
    let second = ranked.first { $0.side != first.side } ?? ranked.dropFirst().first
    return [first] + [second].compactMap(\.self)
  }
}
