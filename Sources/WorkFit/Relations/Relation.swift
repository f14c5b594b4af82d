/// A statement and a clause, as the reader is given them.
package struct RelationPair: Hashable, Sendable {
  /// The person's words with what they said on asking, ``Statement/reading``.
  package let statement: String
  /// The clause in its place, ``Clause/reading``.
  package let clause: String

  /// Makes a pair.
  package init(statement: String, clause: String) {
    self.statement = statement
    self.clause = clause
  }
}

/// What a clause does to a statement, as probabilities that with “neither” add up to 1.
package struct Relation: Hashable, Sendable, Codable {
  /// That by the clause the job has what the statement names.
  package let supplies: Double
  /// That by the clause the job denies it, or has its opposite.
  package let opposes: Double
  /// That the clause says nothing of it.
  package var neither: Double { max(0, 1 - supplies - opposes) }

  /// Makes a relation of two probabilities.
  package init(supplies: Double, opposes: Double) {
    self.supplies = supplies
    self.opposes = opposes
  }

  /// A clause that says nothing of the statement.
  package static let nothing = Relation(supplies: 0, opposes: 0)
}

/// Something that reads statements and clauses together, and tells which are worth it.
package protocol RelationReading: Sendable {
  /// Names the model: what one has judged is not another's judgement.
  var model: String { get }

  /// What each clause does to its statement, in the order of the pairs; the same pair gives the same
  /// relation, alone or among others.
  ///
  /// - Parameter goOn: called now and then with how many pairs are read; `false` stops, by an error.
  func relations(of pairs: [RelationPair], goOn: (Int) -> Bool) throws -> [Relation]

  /// How near in meaning each clause is to each statement, from -1 to 1: a row for each statement.
  func likenesses(of statements: [String], to clauses: [String]) -> [[Float]]

  /// Where each text stands by itself after so many layers, a direction of length 1; none at all where the reader
  /// has no layers.
  func directions(of texts: [String], after layers: Int) throws -> [[Float]]

  /// Whether a word, in lower case, is one of the language that is read.
  func knows(_ word: String) -> Bool
}

extension RelationReading {
  /// No directions.
  package func directions(of texts: [String], after layers: Int) throws -> [[Float]] { [] }
}
