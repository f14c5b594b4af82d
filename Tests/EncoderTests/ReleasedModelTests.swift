import Crypto
import EmbeddedFiles
import Foundation
import Testing

@testable import Encoder

@Suite("The released model")
struct ReleasedModelTests {
  /// The model in the program, or the one that `$NEXTMOVE_MODEL` names.
  static func model() throws -> ModelFile {
    if let path = ProcessInfo.processInfo.environment["NEXTMOVE_MODEL"], !path.isEmpty {
      return try ModelFile(contentsOf: path)
    }
    return try ModelFile(embedded: .readerModel)
  }

  @Test("it decides as the reference does on 99 of 100 pairs")
  func agreement() throws {
    let model = try Self.model()
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

  @Test("it and what belongs to it are the files that were released, to the byte")
  func released() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let list = try String(
      contentsOf: root.appendingPathComponent("Sources/nextmove-train/released.txt"),
      encoding: .utf8)
    let lines = list.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines.count == 3)
    for line in lines {
      let bytes = try Data(contentsOf: root.appendingPathComponent(String(line[1])))
      let digest = SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
      #expect(digest == line[0], "\(line[1]) was changed without a release")
    }
  }
}
