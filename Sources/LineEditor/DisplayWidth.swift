/// How wide text is on a terminal, in columns.
public enum DisplayWidth {
  /// The columns of a text: a character is as wide as its widest scalar, an emoji two columns.
  ///
  /// A skin tone counts by itself, because some terminals draw it so; a line that is broken too early
  /// harms nobody.
  public static func columns(_ text: String) -> Int {
    text.reduce(0) { total, character in
      let scalars = character.unicodeScalars
      let isEmoji = scalars.contains("\u{FE0F}") || scalars.contains { isFlagLetter($0) }
      let tones = scalars.dropFirst().count { (0x1F3FB...0x1F3FF).contains($0.value) }
      return total + (isEmoji ? 2 : scalars.map(columns).max() ?? 0) + 2 * tones
    }
  }

  private static func isFlagLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  // After Unicode's East Asian Width (UAX #11): wide and fullwidth ranges take two columns.
  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x200B...0x200F: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: scalar.properties.canonicalCombiningClass == .notReordered ? 1 : 0
    }
  }
}
