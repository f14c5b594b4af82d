import Encoder
import Foundation

/// Whether the program reads as the training's own library does.
struct AgreementMeasure {
  let model: ModelFile
  let reference: String

  func run() throws {
    let text = try TextFile.text(reference)
    guard let pairs = try? JSONDecoder().decode(ReferencePairs.self, from: Data(text.utf8)) else {
      throw BenchFault(
        description: "\(reference): this is no file that reference.py has written.")
    }
    if pairs.model != model.identity {
      print("  the reference read another model; its figures tell nothing of the arithmetic:")
    }
    let agreement = try PairReader(model: model).agreement(with: pairs)
    print("  decided alike: \(Share(agreement.alike, of: agreement.pairs))")
    print(
      String(
        format: "  probabilities differ by at most %.6f, %.6f on average", agreement.largest,
        agreement.mean))
  }
}
