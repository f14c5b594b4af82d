/// The digits of all the world's scripts.
enum Digits {
  /// A text with every decimal digit as 0 to 9, the minus sign as a hyphen, and wide marks as plain ones.
  ///
  /// Other signs with a value, such as ½, ², Ⅷ or 三, are left as they are.
  static func plain(_ text: some StringProtocol) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.properties.generalCategory == .decimalNumber,
        let value = scalar.properties.numericValue, let digit = Unicode.Scalar(48 + UInt32(value))
      {
        plain.append(digit)
      } else {
        plain.append(marks[scalar] ?? scalar)
      }
    }
    return String(plain)
  }

  private static let marks: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{2212}": "-", "\u{FF0D}": "-", "\u{FF0B}": "+", "\u{FF0C}": ",", "\u{FF0E}": ".",
    "\u{FF0F}": "/",
  ]

  /// A whole number and nothing beside it.
  static func wholeNumber(_ text: some StringProtocol) -> Int? {
    let plain = plain(text)
    let digits = plain.hasPrefix("-") || plain.hasPrefix("+") ? plain.dropFirst() : plain[...]
    return areDigits(digits) ? Int(plain) : nil
  }

  /// Whether a text is nothing but the digits 0 to 9.
  static func areDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) }
  }
}
