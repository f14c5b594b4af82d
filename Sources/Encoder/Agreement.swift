/// Pairs with the probabilities that a reference gives them; `reference.py pairs` writes them.
package struct ReferencePairs: Sendable, Decodable {
  /// The ``ModelFile/identity`` of the model that the reference read.
  package let model: String
  /// The pairs.
  package let pairs: [Pair]

  /// One pair with the reference's probabilities.
  package struct Pair: Sendable, Decodable {
    /// The text that stands first.
    package let first: String
    /// The text that stands second.
    package let second: String
    /// A probability for each class, in the model's order.
    package let probabilities: [Float]
  }
}

/// How well a reader agrees with a reference.
package struct Agreement: Sendable, Equatable {
  /// Pairs compared.
  package let pairs: Int
  /// Pairs whose most probable class is the same.
  package let alike: Int
  /// The largest difference between two probabilities, and the mean over pairs of each one's largest.
  package let largest: Float, mean: Float
}

extension PairReader {
  /// Reads the reference's pairs and compares.
  ///
  /// - Throws: ``EncoderError`` where they cannot be read.
  package func agreement(with reference: ReferencePairs) throws(EncoderError) -> Agreement {
    let rows = try probabilities(of: reference.pairs.map { TextPair($0.first, $0.second) })
    var alike = 0
    var differences: [Float] = []
    for (row, pair) in zip(rows, reference.pairs) {
      if Self.decision(row) == Self.decision(pair.probabilities) { alike += 1 }
      // A probability that one side lacks differs by all of it.
      let missing = row.count == pair.probabilities.count ? Float(0) : 1
      differences.append(
        zip(row, pair.probabilities).map { abs($0 - $1) }.max().map {
          max($0, missing)
        } ?? 1)
    }
    return Agreement(
      pairs: rows.count, alike: alike, largest: differences.max() ?? 0,
      mean: differences.isEmpty ? 0 : differences.reduce(0, +) / Float(differences.count))
  }

  private static func decision(_ probabilities: [Float]) -> Int? {
    probabilities.indices.max { probabilities[$0] < probabilities[$1] }
  }
}
