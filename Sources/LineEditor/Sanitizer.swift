/// Makes text from outside safe to show: what could steer the terminal becomes visible or vanishes.
public enum Sanitizer {
  /// Control characters but line feeds are taken out, bidirectional overrides too; tabs become spaces.
  public static func text(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": view.append(" ")
      case _ where isUnsafe(scalar): continue
      default: view.append(scalar)
      }
    }
    return String(view)
  }

  /// As ``text(_:)``, with line ends as spaces.
  public static func line(_ text: String) -> String {
    self.text(text).split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// As ``text(_:)``, for one line whose spaces are meant, such as a line of a picture.
  public static func line(_ text: String, keepingSpaces: Bool) -> String {
    guard keepingSpaces else { return line(text) }
    return String(self.text(text).map { $0.isNewline ? " " : $0 })
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    // C0, DEL and C1 controls; marks and overrides of direction; separators of lines; tags.
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029, 0xFEFF,
      0xE0000...0xE007F:
      true
    default: false
    }
  }
}
