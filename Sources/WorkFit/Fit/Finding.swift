/// How one statement of a person meets a posting.
public struct Finding: Sendable {
  /// What became of the statement.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case fed
    case conflict
    case drain
    case drainAbsent = "drain-absent"
    case strengthUsed = "strength-used"
    case strengthIdle = "strength-idle"
    case mustHaveMet = "must-have-met"
    case mustHaveBroken = "must-have-broken"
    /// The posting has lines for it and lines against it.
    case mixed
    /// Something was found that is not sure enough to assert.
    case unclear
    /// Nothing was found.
    case missing
  }

  /// What became of the statement.
  public let kind: Kind
  /// What the posting does to what the statement names, whatever the person makes of it.
  public let outcome: Outcome
  /// The statement, in the person's words.
  public let statement: Statement
  /// What the statement is about, where that is clear; it decides nothing.
  public let facet: FacetID?
  /// That the kind is right, calibrated on people who had not seen the posting, in 0...1; 0 where nothing
  /// was read.
  public let probability: Double
  /// The posting's own words, the most telling first: one to three clauses, none where nothing was found.
  public let evidence: [Evidence]
  /// What was found, in plain words.
  public let why: String
  /// A question for somebody who knows the work; `nil` where the matter is settled for the person.
  public let ask: String?
  /// What the finding rests on, step by step.
  package let explanation: Explanation
  /// The amount that the statement asks for, where it asks for one that can be compared.
  public var amount: Amount?
  /// Whether the person requires an amount or a fact that the posting does not name.
  package var isLacking = false
  /// Whether it was not read because it is in another language.
  package var isForeign = false
}

extension Finding.Kind {
  /// The one table of what an outcome is to a person, by what the statement is to them.
  package init(_ role: Role, _ outcome: Outcome) {
    switch (outcome, role) {
    case (.both, _): self = .mixed
    case (.unsure, _): self = .unclear
    case (.silent, _): self = .missing
    case (.supplied, .energizer), (.supplied, .prestigePull): self = .fed
    case (.opposed, .energizer), (.opposed, .prestigePull): self = .conflict
    case (.supplied, .drain): self = .drain
    case (.opposed, .drain): self = .drainAbsent
    case (.supplied, .strength): self = .strengthUsed
    case (.opposed, .strength): self = .strengthIdle
    case (.supplied, .mustHave), (.opposed, .dealBreaker): self = .mustHaveMet
    case (.opposed, .mustHave), (.supplied, .dealBreaker): self = .mustHaveBroken
    }
  }
}
