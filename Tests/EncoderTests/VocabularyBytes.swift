import Foundation

@testable import Encoder

/// A vocabulary over pieces that a test names, in memory as a model file has them.
enum VocabularyBytes {
  /// - Parameter pieces: sorted by their bytes.
  static func with<Result>(
    _ pieces: [String], special: SpecialPieces, _ body: (Vocabulary) throws -> Result
  ) throws -> Result {
    var ends: [UInt32] = [0]
    var bytes: [UInt8] = []
    for piece in pieces {
      bytes += piece.utf8
      ends.append(UInt32(bytes.count))
    }
    return try bytes.withUnsafeBufferPointer { bytes in
      try ends.withUnsafeBufferPointer { ends in
        try body(Vocabulary(bytes: bytes, ends: ends, special: special))
      }
    }
  }
}
