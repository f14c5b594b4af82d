/// What findings come to on the axis of energy, and how much of what the person said they bear on.
///
/// Another finding against the person lowers the energy, another for them raises it; what is unsure or silent
/// counts for neither.
struct Energy {
  /// In -1...1.
  let value: Double
  /// Whether a deal-breaker is broken, which no number of small goods outweighs.
  let isBroken: Bool
  /// In 0...1: the share by weight of the statements that findings bear on, under the square root.
  let confidence: Double
  /// The same of the findings for the person alone.
  let confidenceFor: Double

  init(_ findings: [Finding], weights: Weights.Energy) {
    var (good, bad) = (0.0, 0.0)
    var (all, spoken, spokenFor) = (0.0, 0.0, 0.0)
    var isBroken = false
    for finding in findings {
      let statement = finding.statement
      // What is named first matters most; the third still matters half as much.
      let weight = statement.weight * 2 / Double(1 + statement.rank)
      let (plus, minus) = Self.share(of: finding, weights)
      good += plus * weight
      bad += minus * weight
      isBroken = isBroken || finding.kind == .mustHaveBroken && statement.role == .dealBreaker
      guard statement.role != .strength, statement.role != .prestigePull else { continue }
      all += weight
      guard finding.kind != .missing, finding.kind != .unclear else { continue }
      spoken += weight
      if plus > minus { spokenFor += weight }
    }
    value = (good - bad) / (good + bad + weights.shrinkage)
    self.isBroken = isBroken
    confidence = all > 0 ? (spoken / all).squareRoot() : 0
    confidenceFor = all > 0 ? (spokenFor / all).squareRoot() : 0
  }

  /// What a finding counts for the person, and against them.
  private static func share(of finding: Finding, _ weights: Weights.Energy) -> (Double, Double) {
    let isRefusal = finding.statement.role == .dealBreaker
    switch finding.kind {
    case .fed: return (weights.fed, 0)
    case .drainAbsent: return (weights.drainAbsent, 0)
    case .mustHaveMet: return (isRefusal ? weights.dealBreakerAbsent : weights.mustHaveMet, 0)
    case .strengthUsed:
      return finding.statement.tires ? (0, weights.tiringStrengthUsed) : (weights.strengthUsed, 0)
    case .conflict: return (0, weights.conflict)
    case .drain: return (0, weights.drain)
    case .mustHaveBroken: return (0, isRefusal ? weights.dealBreaker : weights.mustHaveBroken)
    case .strengthIdle: return (0, weights.strengthIdle)
    case .mixed:
      guard finding.statement.role != .strength else { return (0, 0) }
      return (weights.mixed, weights.mixed)
    case .unclear, .missing: return (0, 0)
    }
  }
}

/// What a fit-check comes to.
public enum Verdict: String, Sendable, Codable, CaseIterable {
  case impressiveButDraining = "impressive-but-draining"
  case impressiveAndEnergizing = "impressive-and-energizing"
  case quietButEnergizing = "quiet-but-energizing"
  case quietAndDraining = "quiet-and-draining"
  case mixed
  case notEnoughToTell = "not-enough-to-tell"

  init(_ energy: Energy, isImpressive: Bool, isPosting: Bool, weights: Weights.Verdict) {
    if !isPosting || (energy.confidence < weights.enoughConfidence && !energy.isBroken) {
      // A broken deal-breaker tells enough by itself, however little else the posting says.
      self = .notEnoughToTell
    } else if energy.isBroken || energy.value <= weights.drainingTo {
      self = isImpressive ? .impressiveButDraining : .quietAndDraining
    } else if energy.value >= weights.energizingFrom,
      // What speaks against the person tells much of the job, and does not make it energizing.
      energy.confidenceFor >= weights.enoughConfidence
    {
      self = isImpressive ? .impressiveAndEnergizing : .quietButEnergizing
    } else {
      self = .mixed
    }
  }

  /// The verdict in a few words.
  public var words: String { rawValue.split(separator: "-").joined(separator: " ") }
}
