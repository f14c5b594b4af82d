/// A statement and a clause, as the reader is given them.
public struct RelationPair: Hashable, Sendable {
  /// The person's words with what they said on asking, ``Statement/reading``.
  public let statement: String
  /// The clause in its place, ``Clause/reading``.
  public let clause: String

  /// Makes a pair.
  public init(statement: String, clause: String) {
    self.statement = statement
    self.clause = clause
  }
}

/// What a clause does to a statement, as probabilities that with “neither” add up to 1.
public struct Relation: Hashable, Sendable, Codable {
  /// That by the clause the job has what the statement names.
  public let supplies: Double
  /// That by the clause the job denies it, or has its opposite.
  public let opposes: Double
  /// That the clause says nothing of it.
  public var neither: Double { max(0, 1 - supplies - opposes) }

  /// Makes a relation of two probabilities.
  public init(supplies: Double, opposes: Double) {
    self.supplies = supplies
    self.opposes = opposes
  }

  /// A clause that says nothing of the statement.
  public static let nothing = Relation(supplies: 0, opposes: 0)
}

/// Something that reads statements and clauses together, and tells which are worth it.
public protocol RelationReading: Sendable {
  /// Names the model: what one has judged is not another's judgement.
  var model: String { get }

  /// What each clause does to its statement, in the order of the pairs; the same pair gives the same
  /// relation, alone or among others.
  ///
  /// - Parameter goOn: called now and then with how many pairs are read; `false` stops, by an error.
  func relations(of pairs: [RelationPair], goOn: (Int) -> Bool) throws -> [Relation]

  /// How near in meaning each clause is to each statement, from -1 to 1: a row for each statement.
  func likenesses(of statements: [String], to clauses: [String]) -> [[Float]]
}
