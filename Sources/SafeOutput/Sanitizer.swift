import ControlSequences

/// Makes text from outside safe to show: what could steer a terminal, or hide in what is seen, becomes
/// visible or vanishes.
///
/// Taken out are control sequences, each as a whole, control characters (C0, DEL, C1), marks, overrides and isolates of direction, tags, and
/// whatever else Unicode draws as nothing. A joiner stays inside an emoji and between letters of scripts
/// that are written with it, a variation selector behind what it selects a form of.
package enum Sanitizer {
  /// Text of several lines: line feeds stay, whatever else ends a line becomes one, tabs become spaces.
  package static func text(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isSuspect) else { return text }
    let scalars = text.withoutControlSequences.unicodeScalars
    var safe = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      index = scalars.index(after: index)
      let next = index < scalars.endIndex ? scalars[index] : nil
      switch scalar {
      case "\t": safe.append(" ")
      case "\r" where next == "\n": continue
      case "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": safe.append("\n")
      case _ where isSuspect(scalar) && !belongs(scalar, between: previous, and: next): continue
      default: safe.append(scalar)
      }
      previous = safe.last
    }
    return String(safe)
  }

  /// As ``text(_:)``, with line ends as spaces.
  package static func line(_ text: String) -> String {
    self.text(text).split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// As ``text(_:)``, for one line whose spaces are meant, such as a line of a picture.
  package static func line(_ text: String, keepingSpaces: Bool) -> String {
    guard keepingSpaces else { return line(text) }
    return String(self.text(text).map { $0.isNewline ? " " : $0 })
  }

  /// JSON that means the same, with everything that ``text(_:)`` would take out written as `\uXXXX`.
  ///
  /// - Parameter json: valid JSON, so that what is escaped stands inside of strings.
  package static func json(_ json: String) -> String {
    guard json.unicodeScalars.contains(where: isSuspect) else { return json }
    var safe = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      guard isSuspect(scalar), scalar != "\r", scalar != "\t" else {
        safe.append(scalar)
        continue
      }
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        safe.append(
          contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)"
            .unicodeScalars)
      }
    }
    return String(safe)
  }

  /// Whether a scalar is looked at more closely.
  private static func isSuspect(_ scalar: Unicode.Scalar) -> Bool {
    // Most of what people write is decided without asking for properties.
    if scalar.value < 0x7F { return scalar.value < 0x20 && scalar != "\n" }
    if (0xA1...0xAC).contains(scalar.value) || (0xAE...0x300).contains(scalar.value) {
      return false
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    // Signs such as the Arabic number sign are counted as format and seen all the same.
    case .format: return properties.isDefaultIgnorableCodePoint || isAnnotation(scalar)
    default: return properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint
    }
  }

  private static func isAnnotation(_ scalar: Unicode.Scalar) -> Bool {
    (0xFFF9...0xFFFB).contains(scalar.value)
  }

  /// Whether an invisible scalar does its work where it stands.
  private static func belongs(
    _ scalar: Unicode.Scalar, between previous: Unicode.Scalar?, and next: Unicode.Scalar?
  ) -> Bool {
    guard let previous else { return false }
    switch scalar.value {
    case 0x200C: return isJoining(previous) && next.map(isJoining) ?? false
    case 0x200D:
      guard let next else { return false }
      return isPictorial(previous) && isPictorial(next) && next != "\u{FE0F}"
        || isJoining(previous) && isJoining(next)
    // The forms as text and as a picture; “1” and its like have them too, for keys.
    case 0xFE0E, 0xFE0F: return previous.properties.isEmoji
    case 0xFE00...0xFE02, 0xE0100...0xE01EF: return previous.properties.isIdeographic
    default: return false
    }
  }

  /// A picture or what follows it: a skin tone, a variation selector.
  private static func isPictorial(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{FE0F}" || scalar.value > 0x7F && scalar.properties.isEmoji
  }

  /// A letter or sign of the scripts from Arabic to Mongolian, which are written with joiners.
  private static func isJoining(_ scalar: Unicode.Scalar) -> Bool {
    (0x0600...0x18AF).contains(scalar.value) && !isSuspect(scalar)
      && (scalar.properties.isAlphabetic
        || scalar.properties.canonicalCombiningClass != .notReordered)
  }
}
