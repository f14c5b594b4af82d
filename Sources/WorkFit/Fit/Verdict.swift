/// What a fit-check comes to.
public enum Verdict: String, Sendable, Codable, CaseIterable {
  case impressiveButDraining = "impressive-but-draining"
  case impressiveAndEnergizing = "impressive-and-energizing"
  case quietButEnergizing = "quiet-but-energizing"
  case quietAndDraining = "quiet-and-draining"
  case mixed
  case notEnoughToTell = "not-enough-to-tell"

  init(_ energy: Energy, isShining: Bool, isPosting: Bool, weights: Weights.Verdict) {
    if !isPosting || (energy.confidence < weights.enoughConfidence && !energy.isBroken) {
      // A broken deal-breaker tells enough by itself, however little else the posting says.
      self = .notEnoughToTell
    } else if energy.value <= weights.drainingTo, energy.against >= weights.weakBelow {
      // One weak finding does not make a job draining, however little speaks for it.
      self = isShining ? .impressiveButDraining : .quietAndDraining
    } else if energy.value >= weights.energizingFrom,
      // What speaks against the person tells much of the job, and does not make it energizing.
      energy.confidenceFor >= weights.enoughConfidence
    {
      self = isShining ? .impressiveAndEnergizing : .quietButEnergizing
    } else {
      self = .mixed
    }
  }
}
