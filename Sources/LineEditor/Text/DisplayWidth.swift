/// How wide text is on a terminal, in columns.
package enum DisplayWidth {
  /// The columns of a text: a character is as wide as its widest scalar, an emoji two columns.
  ///
  /// A skin tone counts by itself, because some terminals draw it so; a line that is broken too early
  /// harms nobody.
  package static func columns(_ text: String) -> Int {
    text.reduce(0) { total, character in
      if let ascii = character.asciiValue { return total + ((0x20..<0x7F).contains(ascii) ? 1 : 0) }
      let scalars = character.unicodeScalars
      let isEmoji = scalars.contains("\u{FE0F}") || scalars.contains { isFlagLetter($0) }
      let tones = scalars.dropFirst().count { (0x1F3FB...0x1F3FF).contains($0.value) }
      return total + (isEmoji ? 2 : scalars.map(columns).max() ?? 0) + 2 * tones
    }
  }

  static func isFlagLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  /// The columns of a scalar that stands alone: none for controls and for what is drawn on others.
  static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F, 0xAD: return 1
    case 0..<0xA0: return 0
    // The vowels and final consonants that Korean syllables are written with.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control, .lineSeparator, .paragraphSeparator: return 0
    case .format where scalar.properties.isDefaultIgnorableCodePoint: return 0
    default: return isWide(scalar) ? 2 : 1
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    let bounds = WideCharacters.bounds
    // The number of bounds below the scalar: odd inside of a range.
    var (low, high) = (0, bounds.count)
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle] < scalar.value { low = middle + 1 } else { high = middle }
    }
    guard low < bounds.count else { return false }
    return low % 2 == 1 || bounds[low] == scalar.value
  }
}
