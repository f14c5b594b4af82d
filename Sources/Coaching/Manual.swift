import EmbeddedFiles

/// The manual page that ships.
package enum Manual {
  /// In mdoc, as `man` reads it.
  package static var text: String { EmbeddedFile.manual.text }
}
