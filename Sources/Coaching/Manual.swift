import EmbeddedFiles

/// The manual page that ships.
package enum Manual {
  /// In mdoc, as `man` reads it; in English where the language has none.
  package static func text(in language: String) -> String {
    (EmbeddedFile.translatedManuals[language] ?? .manual).text
  }
}
