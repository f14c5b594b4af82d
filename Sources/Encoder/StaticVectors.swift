private import CEncoder

/// How alike texts are by their words alone: cheap, to choose which pairs are worth reading.
///
/// Each piece of the vocabulary has a fixed vector and a weight; a text is the weighted mean of its
/// pieces.
package struct StaticVectors: @unchecked Sendable {
  // Unchecked because the table's pointers lead into the model's read-only bytes.
  private let vocabulary: Vocabulary
  private let table: nextmove_table

  /// Pieces of one text that are looked at.
  private static let longest = 512

  /// The static vectors of a model, or `nil` where its file has none.
  ///
  /// - Throws: ``ModelError`` where the file's table does not fit its header.
  package init?(model: ModelFile) throws(ModelError) {
    guard let width = model.header.tensors["static.values"]?.shape.last, width > 0, width <= 4096
    else { return nil }
    let pieces = model.header.vocabulary
    vocabulary = try Vocabulary(model)
    table = nextmove_table(
      rows: Int32(pieces), width: Int32(width),
      values: try model.tensor("static.values", .signedByte, pieces, width),
      scales: try model.floats("static.scales", pieces))
  }

  /// The direction of a text; keep it where a text is compared more than once.
  package func vector(of text: String) -> StaticVector {
    var sum = [Float](repeating: 0, count: Int(table.width))
    withUnsafePointer(to: table) { table in
      for piece in vocabulary.pieces(of: text, limit: Self.longest) {
        nextmove_add_row(table, piece, 1, &sum)
      }
    }
    return StaticVector(sum)
  }

  /// Whether the vocabulary has a word whole; accents and capitals aside.
  package func knows(_ word: String) -> Bool { vocabulary.pieces(of: word, limit: 2).count == 1 }

  /// The cosine of two texts' directions, -1 to 1; 0 where one of them has none.
  package func likeness(_ first: StaticVector, _ second: StaticVector) -> Float {
    nextmove_dot(
      first.numbers, second.numbers, Int32(min(first.numbers.count, second.numbers.count)))
  }
}

/// The direction of a text, of length 1, or of length 0 where a text has no words.
package struct StaticVector: Sendable, Equatable {
  let numbers: [Float]

  fileprivate init(_ sum: [Float]) {
    let length = nextmove_dot(sum, sum, Int32(sum.count)).squareRoot()
    numbers = length > 0 && length.isFinite ? sum.map { $0 / length } : sum.map { _ in 0 }
  }
}
