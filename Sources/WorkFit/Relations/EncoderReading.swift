package import Encoder
package import Phrases

/// The relation reader that ships: a cross-encoder over statement and clause, and word vectors to tell which
/// clauses are near.
package struct EncoderReading: RelationReading {
  /// A model that reads something else than relations.
  package struct Fault: Error, Phrased {
    /// The same in English.
    package var description: String { phrase.description }

    /// What is wrong, in a sentence.
    package let phrase: Phrase
  }

  /// The model file's identity.
  package let model: String
  private let reader: PairReader
  private let vectors: StaticVectors
  private let supplies: Int
  private let opposes: Int

  /// A reader over a model.
  ///
  /// - Parameter threads: how many cores read at once.
  /// - Throws: ``Fault`` where the model knows no relations, and what the encoder throws.
  package init(model: ModelFile, threads: Int = 2) throws {
    let classes = model.header.classes
    guard let supplies = classes.firstIndex(of: "supplies"),
      let opposes = classes.firstIndex(of: "opposes")
    else {
      throw Fault(
        phrase:
          "The model “\(model.header.name)” tells \(classes.joined(separator: ", ")), and not what supplies or opposes; give another with --model."
      )
    }
    guard let vectors = try StaticVectors(model: model) else {
      throw Fault(
        phrase:
          "The model “\(model.header.name)” has no word vectors to find the nearest lines by; write it anew with nextmove-train."
      )
    }
    self.supplies = supplies
    self.opposes = opposes
    self.vectors = vectors
    self.model = model.identity
    reader = try PairReader(model: model, threads: threads)
  }

  /// What each clause does to its statement; equal pairs are read once.
  package func relations(of pairs: [RelationPair], goOn: (Int) -> Bool) throws -> [Relation] {
    try reader.probabilities(
      of: pairs.map { TextPair($0.statement, $0.clause) }, goOn: goOn
    ).map { row in
      Relation(supplies: Double(row[supplies]), opposes: Double(row[opposes]))
    }
  }

  /// The means of the texts' pieces after the model's lowest layers.
  package func directions(of texts: [String], after layers: Int) throws -> [[Float]] {
    try reader.means(of: texts, after: layers)
  }

  /// Whether the model's vocabulary has a word whole.
  package func knows(_ word: String) -> Bool { vectors.knows(word) }

  /// How near in meaning each clause is to each statement, by the model's word vectors.
  package func likenesses(of statements: [String], to clauses: [String]) -> [[Float]] {
    let clauses = clauses.map(vectors.vector)
    return statements.map { statement in
      let vector = vectors.vector(of: statement)
      return clauses.map { vectors.likeness(vector, $0) }
    }
  }
}
