import Foundation
import Testing

@testable import Encoder

/// Files that `reference.py` has written, beside this one.
enum Fixture {
  static func path(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/\(name)").path(percentEncoded: false)
  }

  static func decoded<Value: Decodable>(_ type: Value.Type, from name: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(contentsOf: URL(filePath: path(name))))
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: path(name))))
  }

  /// A model file with these bytes, gone after the body.
  static func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result
  {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "nextmove-encoder-\(UUID().uuidString).model").path(percentEncoded: false)
    try Data(bytes).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
  }

  static func tiny(_ name: String = "tiny.model") throws -> ModelFile {
    try ModelFile(contentsOf: path(name))
  }
}
