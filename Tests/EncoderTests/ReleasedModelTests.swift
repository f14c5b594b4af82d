import EmbeddedFiles
import Foundation
import Testing

@testable import Encoder

@Suite("The released model")
struct ReleasedModelTests {
  /// The model in the program, or the one that `$NEXTMOVE_MODEL` names.
  static func model() throws -> ModelFile? {
    if let path = ProcessInfo.processInfo.environment["NEXTMOVE_MODEL"], !path.isEmpty {
      return try ModelFile(contentsOf: path)
    }
    return try EmbeddedFile.data(named: "reader.model").map { try ModelFile(embedded: $0) }
  }

  static let isThere = (try? model()) ?? nil != nil

  @Test("it decides as the reference does on 99 of 100 pairs", .enabled(if: isThere))
  func agreement() throws {
    let model = try #require(try Self.model())
    let reference = try Fixture.decoded(ReferencePairs.self, from: "pairs.json")
    try #require(
      reference.model == model.identity,
      "pairs.json was made for another model; make it anew with reference.py pairs")
    let agreement = try PairReader(model: model).agreement(with: reference)
    #expect(agreement.pairs == 500)
    #expect(agreement.alike >= 495, "\(agreement)")
    // 32-bit weights differ from PyTorch's by rounding alone.
    if model.header.group == 0 { #expect(agreement.largest < 0.001, "\(agreement)") }
  }
}
