import EmbeddedFiles
import Encoder
import Foundation

/// The model to measure.
enum BenchModel {
  /// The file named, else the one that `$NEXTMOVE_MODEL` names, else the one in the program.
  static func model(at path: String?) throws -> ModelFile {
    let variable = ProcessInfo.processInfo.environment["NEXTMOVE_MODEL"].flatMap {
      $0.isEmpty ? nil : $0
    }
    if let path = path ?? variable { return try ModelFile(contentsOf: path) }
    return try ModelFile(embedded: .readerModel)
  }
}
