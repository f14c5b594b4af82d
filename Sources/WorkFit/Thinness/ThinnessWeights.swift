import EmbeddedFiles
import Foundation

/// What tells a thin answer, as `thinness.py` writes it (`Lexicon/thinness.json`): a logistic regression over
/// the numbers of an answer's direction.
struct ThinnessWeights: Decodable, Sendable {
  /// The identity of the model whose directions these are.
  let model: String
  /// How many layers a text goes through.
  let layers: Int
  /// The probability from which on an answer is thin.
  let threshold: Double
  let bias: Double
  let weights: [Double]

  static let shipped: ThinnessWeights? =
    try? JSONDecoder().decode(
      ThinnessWeights.self, from: Data(EmbeddedFile.thinness.text.utf8))

  /// How likely a text with such a direction is thin, 0 to 1.
  func probability(_ direction: [Float]) -> Double {
    let sum = zip(weights, direction).reduce(bias) { $0 + $1.0 * Double($1.1) }
    return 1 / (1 + exp(-sum))
  }
}
