internal import CEmbedded

// Unchecked because the buffer points at constants of the program, which nothing can change.
/// A file that is compiled into the program, so that an installed binary needs no folder beside it.
///
/// Each has a name that compiles: one that is not there is an error of the build.
public struct EmbeddedFile: @unchecked Sendable {
  /// The file's name without a folder.
  public let name: String
  /// The file's bytes, in memory that lives as long as the program.
  public let bytes: UnsafeBufferPointer<UInt8>

  /// The file's text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  init(_ file: nextmove_embedded) {
    name = String(cString: file.name)
    bytes = UnsafeBufferPointer(start: file.bytes, count: file.size)
  }
}
