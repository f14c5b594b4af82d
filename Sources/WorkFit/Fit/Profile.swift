/// What a statement of a person is, in a fit-check.
public enum Role: String, Sendable, Codable, CaseIterable {
  case energizer
  case drain
  case strength
  case mustHave = "must_have"
  case dealBreaker = "deal_breaker"
  case prestigePull = "prestige_pull"
}

/// One thing that a person said about themselves.
public struct Statement: Hashable, Sendable {
  /// What it is.
  public let role: Role
  /// The person's words, unchanged.
  public let text: String
  /// The place among its kind, counting from 1.
  public let rank: Int
  /// How much it matters, above 0; 1 is ordinary.
  public let weight: Double
  /// What the person added when asked what they meant; it is read along, and never quoted.
  public let elaborations: [String]
  /// A strength that the person is tired of using.
  public let tires: Bool
  /// What the person means by the words, where they have said so; it is read in their place.
  public var meaning: String?
  /// Facets that the person has said these words are not about.
  public var notAbout: Set<FacetID> = []

  /// Makes a statement.
  public init(
    role: Role, text: String, rank: Int, weight: Double = 1, elaborations: [String] = [],
    tires: Bool = false
  ) {
    self.role = role
    self.text = text
    self.rank = rank
    self.weight = weight
    self.elaborations = elaborations
    self.tires = tires
  }
}

/// What a person said about themselves, as far as a fit-check needs it.
public struct Profile: Hashable, Sendable {
  /// The statements of all roles.
  public let statements: [Statement]

  /// Makes a profile.
  public init(statements: [Statement]) { self.statements = statements }

  /// The statements of one role, by rank.
  public func statements(_ role: Role) -> [Statement] {
    statements.filter { $0.role == role }.sorted { $0.rank < $1.rank }
  }

  /// Whether there is anything that a posting can be held against.
  public var isEmpty: Bool { !statements.contains { $0.role != .prestigePull } }
}
