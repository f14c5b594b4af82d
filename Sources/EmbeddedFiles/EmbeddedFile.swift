private import CEmbedded

// Unchecked because the buffer points at constants of the program, which nothing can change.
/// A file that is compiled into the program, so that an installed binary needs no folder beside it.
package struct EmbeddedFile: @unchecked Sendable {
  /// The file's name without a folder.
  package let name: String
  /// The file's bytes, in memory that lives as long as the program.
  package let bytes: UnsafeBufferPointer<UInt8>

  /// The file's text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The data file of that name, or `nil` where none is compiled in.
  package static func data(named name: String) -> EmbeddedFile? {
    EmbeddedFile(nextmove_embedded_file(name))
  }

  /// The scripts of `Prompts/`, in the suggested order.
  package static var prompts: [EmbeddedFile] {
    (0..<nextmove_embedded_prompt_count()).compactMap { EmbeddedFile(nextmove_embedded_prompt($0)) }
  }

  /// The scripts of `Prompts/examples/`, by name: to be copied, and asked by nobody.
  package static var examples: [EmbeddedFile] {
    (0..<nextmove_embedded_example_count()).compactMap {
      EmbeddedFile(nextmove_embedded_example($0))
    }
  }

  private init?(_ file: UnsafePointer<nextmove_embedded>?) {
    guard let file, let name = file.pointee.name, let bytes = file.pointee.bytes else { return nil }
    self.name = String(cString: name)
    self.bytes = UnsafeBufferPointer(start: bytes, count: file.pointee.size)
  }
}
