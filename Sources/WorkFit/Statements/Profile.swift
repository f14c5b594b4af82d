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
