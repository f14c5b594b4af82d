internal import EmbeddedFiles

/// The manual page that ships.
public enum Manual {
  /// In mdoc, as `man` reads it.
  public static var text: String { EmbeddedFile.manual.text }
}
