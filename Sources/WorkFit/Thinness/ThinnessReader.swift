import EmbeddedFiles
package import Encoder

/// Tells thin answers, which almost anyone could have given of almost any job, from those that say something
/// of this person, by what was learned from labelled ones (`Sources/nextmove-train/thinness`).
///
/// It reads English; of an answer that is plainly in another language it says nothing.
package struct ThinnessReader: Sendable {
  private let reader: PairReader
  private let weights: ThinnessWeights
  private let languages: LanguageLexicon
  /// Longer answers are no thinner for what stands behind this many characters.
  private static let longest = 2000

  /// The reader that ships; `nil` where the program was built without a model, or with another than the
  /// weights were learned from, or without the library that the model needs.
  package static func shipped() -> ThinnessReader? {
    (try? ModelFile(embedded: .readerModel)).flatMap { ThinnessReader(model: $0) }
  }

  /// A reader over the model that the weights were learned from; `nil` over any other.
  package init?(model: ModelFile) {
    guard let weights = ThinnessWeights.shipped, weights.model == model.identity,
      weights.weights.count == model.header.width,
      let languages = try? LanguageLexicon(.languages),
      let reader = try? PairReader(model: model, threads: 1)
    else { return nil }
    self.reader = reader
    self.weights = weights
    self.languages = languages
  }

  /// How likely each answer is thin, 0 to 1; `nil` for one in another language.
  ///
  /// - Throws: ``EncoderError`` where the model cannot be read with.
  package func probabilities(of answers: [String]) throws(EncoderError) -> [Double?] {
    let texts = answers.map { String($0.prefix(Self.longest)) }
    return zip(texts, try reader.means(of: texts, after: weights.layers)).map { text, direction in
      isForeign(text) ? nil : weights.probability(direction)
    }
  }

  /// Whether each answer is thin; `nil` for one in another language, and for all where the model cannot be
  /// read with.
  package func judgements(of answers: [String]) -> [Bool?] {
    (try? probabilities(of: answers))?.map { $0.map { $0 >= weights.threshold } }
      ?? answers.map { _ in nil }
  }

  /// What an answer is turned into before it is judged, for training.
  package static func directions(
    of answers: [String], model: ModelFile, layers: Int
  ) throws -> [[Float]] {
    try PairReader(model: model, threads: 1)
      .means(of: answers.map { String($0.prefix(longest)) }, after: layers)
  }

  private func isForeign(_ text: String) -> Bool {
    let source = SourceText(text)
    let tokens = Tokenizer.tokens(of: source, in: 0..<source.bytes.count)
    return languages.isForeign(tokens, of: source)
  }
}
