import CEmbedded

// Unchecked because the buffer points at constants of the program, which nothing can change.
/// A file that is compiled into the program, so that an installed binary needs no folder beside it.
///
/// Each has a name that compiles: one that is not there is an error of the build.
package struct EmbeddedFile: @unchecked Sendable {
  /// The file's name without a folder.
  package let name: String
  /// The file's bytes, in memory that lives as long as the program.
  package let bytes: UnsafeBufferPointer<UInt8>

  /// The file's text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  init(_ file: nextmove_embedded) {
    name = String(cString: file.name)
    bytes = UnsafeBufferPointer(start: file.bytes, count: file.size)
  }
}
