/// How one statement of a person meets a posting.
public struct Finding: Hashable, Sendable {
  /// What became of the statement.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case fed
    case conflict
    case missing
    case drain
    case strengthUsed = "strength-used"
    case strengthIdle = "strength-idle"
    case mustHaveMet = "must-have-met"
    case mustHaveBroken = "must-have-broken"
    case unclear
  }

  /// What became of the statement.
  public let kind: Kind
  /// The statement, in the person's words.
  public let statement: Statement
  /// The facet that decided, where one did.
  public let facet: FacetID?
  /// The posting's own words; empty only where nothing was found, which `why` then says.
  public let evidence: [Quote]
  /// One or two sentences: what was read, or what was looked for.
  public let why: String
  /// A question for somebody who knows the work.
  public let ask: String?
}

/// Something in the posting that makes it look impressive.
public struct PrestigeSignal: Hashable, Sendable {
  /// The signal's name, such as `title-top`; `own-pull` for one that the person named.
  public let signal: String
  /// The signal in plain words.
  public let name: String
  /// The posting's words.
  public let quote: Quote
}

/// What a fit-check comes to.
public enum Verdict: String, Sendable, Codable, CaseIterable {
  case impressiveButDraining = "impressive-but-draining"
  case impressiveAndEnergizing = "impressive-and-energizing"
  case quietButEnergizing = "quiet-but-energizing"
  case quietAndDraining = "quiet-and-draining"
  case mixed
  case notEnoughToTell = "not-enough-to-tell"
}
