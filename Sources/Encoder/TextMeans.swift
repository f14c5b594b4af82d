private import CEncoder

extension PairReader {
  /// Where each text stands by itself: the mean of its pieces' states after the lowest layers of the model, as
  /// a direction of length 1.
  ///
  /// A text is cut to the model's longest. The same text gives the same numbers, alone or among others.
  ///
  /// - Parameter layers: how many layers it goes through; all of them where the model has fewer.
  /// - Throws: what the library of products refused.
  package func means(of texts: [String], after layers: Int) throws(EncoderError) -> [[Float]] {
    let encoded = texts.map {
      EncodedPair(
        alone: vocabulary.pieces(of: $0, limit: model.header.longest - 2),
        special: vocabulary.special)
    }
    return try read(encoded) { forward throws(EncoderError) in
      forward.embed()
      for layer in forward.network.layers.prefix(layers) { try forward.apply(layer) }
      return forward.means()
    }
  }
}

extension EncodedPair {
  /// One text as a model reads it: `<s> text </s>`.
  init(alone text: [Int32], special: SpecialPieces) {
    pieces = [Int32(special.begin)] + text + [Int32(special.end)]
  }
}

extension Forward {
  /// The mean of each text's rows, of length 1.
  fileprivate func means() -> [[Float]] {
    let width = network.model.header.width
    var row = 0
    return batch.lengths.map { length in
      var sum = [Float](repeating: 0, count: width)
      for piece in row..<(row + Int(length)) {
        for column in 0..<width { sum[column] += hidden[piece * width + column] }
      }
      row += Int(length)
      let size = nextmove_dot(sum, sum, Int32(width)).squareRoot()
      return size > 0 && size.isFinite ? sum.map { $0 / size } : sum.map { _ in 0 }
    }
  }
}
