/// Where a finding stands on the person taking the job.
public enum Stance: String, Sendable, Codable, CaseIterable {
  case `for`
  case against
  /// It speaks for neither, or both ways.
  case open
}

extension Finding.Kind {
  /// Where the kind stands.
  public var stance: Stance {
    switch self {
    case .fed, .strengthUsed, .mustHaveMet, .drainAbsent: .for
    case .conflict, .drain, .mustHaveBroken: .against
    case .strengthIdle, .mixed, .unclear, .missing: .open
    }
  }

  /// Whether it claims something, and is neither a question nor silence.
  public var isAsserted: Bool { self != .unclear && self != .missing }

  /// Whether only somebody who knows the work can settle it.
  public var isQuestion: Bool { stance == .open && self != .strengthIdle }
}
