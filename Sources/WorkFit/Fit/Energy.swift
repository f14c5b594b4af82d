/// What findings come to on the axis of energy, and how much of what the person said they bear on.
///
/// Another finding against the person lowers the energy, another for them raises it; what is unsure or silent
/// counts for neither.
struct Energy {
  /// In -1...1.
  let value: Double
  /// What speaks against the person, by weight; a first drain is about a half, a broken deal-breaker about one.
  let against: Double
  /// Whether a deal-breaker is broken, which tells enough by itself.
  let isBroken: Bool
  /// In 0...1: the share by weight of the statements that findings bear on, under the square root.
  let confidence: Double
  /// The same of the findings for the person alone.
  let confidenceFor: Double

  init(_ outcomes: [(statement: Statement, kind: Finding.Kind)], weights: Weights.Energy) {
    var (good, bad) = (0.0, 0.0)
    var (all, spoken, spokenFor) = (0.0, 0.0, 0.0)
    var isBroken = false
    for (statement, kind) in outcomes {
      let weight = Self.weight(of: statement)
      let (plus, minus) = Self.shares(of: kind, statement, weights)
      good += plus
      bad += minus
      isBroken = isBroken || kind == .mustHaveBroken && statement.role == .dealBreaker
      guard statement.role != .strength, statement.role != .prestigePull else { continue }
      all += weight
      guard kind.isAsserted else { continue }
      spoken += weight
      if plus > minus { spokenFor += weight }
    }
    value = (good - bad) / (good + bad + weights.shrinkage)
    against = bad
    self.isBroken = isBroken
    confidence = all > 0 ? (spoken / all).squareRoot() : 0
    confidenceFor = all > 0 ? (spokenFor / all).squareRoot() : 0
  }

  /// What is named first matters most; the third still matters half as much.
  private static func weight(of statement: Statement) -> Double {
    statement.weight * 2 / Double(1 + statement.rank)
  }

  /// What a finding counts for the person, and against them, by the weight of its statement.
  static func shares(
    of kind: Finding.Kind, _ statement: Statement, _ weights: Weights.Energy
  ) -> (plus: Double, minus: Double) {
    let weight = weight(of: statement)
    let (plus, minus) = share(of: kind, statement, weights)
    return (plus * weight, minus * weight)
  }

  private static func share(
    of kind: Finding.Kind, _ statement: Statement, _ weights: Weights.Energy
  ) -> (Double, Double) {
    let isRefusal = statement.role == .dealBreaker
    switch kind {
    case .fed: return (weights.fed, 0)
    case .drainAbsent: return (weights.drainAbsent, 0)
    case .mustHaveMet: return (isRefusal ? weights.dealBreakerAbsent : weights.mustHaveMet, 0)
    case .strengthUsed:
      return statement.tires ? (0, weights.tiringStrengthUsed) : (weights.strengthUsed, 0)
    case .conflict:
      return (0, weights.conflict + (statement.rank == 1 ? weights.firstDenied : 0))
    case .drain: return (0, weights.drain)
    case .mustHaveBroken: return (0, isRefusal ? weights.dealBreaker : weights.mustHaveBroken)
    case .strengthIdle: return (0, weights.strengthIdle)
    case .mixed:
      guard statement.role != .strength else { return (0, 0) }
      return (weights.mixed, weights.mixed)
    case .unclear, .missing: return (0, 0)
    }
  }

  /// How much hangs on what becomes of a statement.
  static func stake(of statement: Statement, _ weights: Weights.Energy) -> Double {
    let kinds = [Outcome.supplied, .opposed].map { Finding.Kind(statement.role, $0) }
    return kinds.map { kind in
      let (plus, minus) = shares(of: kind, statement, weights)
      return max(plus, minus)
    }.max() ?? 0
  }
}
