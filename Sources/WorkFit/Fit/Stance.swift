/// Where a finding stands on the person taking the job.
package enum Stance: String, Sendable, Codable, CaseIterable {
  case `for`
  case against
  /// It speaks for neither, or both ways.
  case open
}

extension Finding.Kind {
  /// Where a finding of this kind stands: a strength that the person is tired of runs against them where it is used.
  ///
  /// - Parameter tires: whether the statement is such a strength.
  package func stance(tires: Bool) -> Stance {
    switch self {
    case .strengthUsed: tires ? .against : .for
    case .fed, .mustHaveMet, .drainAbsent: .for
    case .conflict, .drain, .mustHaveBroken: .against
    case .strengthIdle, .mixed, .unclear, .missing: .open
    }
  }

  /// Whether it claims something, and is neither a question nor silence.
  package var isAsserted: Bool { self != .unclear && self != .missing }

  /// Whether only somebody who knows the work can settle it.
  package var isQuestion: Bool { self == .mixed || !isAsserted }
}

extension Finding {
  /// Where the finding stands.
  package var stance: Stance { kind.stance(tires: statement.tires) }
}
