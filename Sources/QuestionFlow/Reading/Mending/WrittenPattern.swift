import Phrases

/// A form of a text as somebody wrote it who knows other tools: by another name, or as a regular expression.
struct WrittenPattern {
  /// What is wrong with it; `nil` where nothing is.
  private(set) var message: Phrase?
  /// What is meant, a name or a mask.
  private(set) var meant: String?

  private static let signsOfExpressions = WrittenForm(
    regex: /\\[dwsDWS]|\[[^\]]*-[^\]]*\]|\{[0-9,]+\}|^\^|\$$|\.[*+]/)

  init(_ text: String) {
    if let name = Mistakes.known.patterns[Mistakes.plain(text)], name != text {
      message = "“\(text)” would be a mask of letters here; this form is written “\(name)”"
      meant = name
    } else if text.firstMatch(of: Self.signsOfExpressions) != nil {
      message =
        "a regular expression would be taken for a mask; in a mask 9 is a digit, A a letter, and * any sign"
      meant = Self.mask(text)
    } else if text.count > 2, text.allSatisfy(\.isLetter),
      text.contains(where: { !"aA".contains($0) })
    {
      message =
        "“\(text)” would be a mask of letters here; 9 is a digit, A a letter, and * any sign"
    }
  }

  private static let digitClass = WrittenForm(regex: /\\d|\[0-9\]/)
  private static let letterClass = WrittenForm(regex: /\[[A-Za-z-]+\]/)
  private static let anyClass = WrittenForm(regex: /\\w|\[[^\]]+\]|\./)
  private static let countBehind = WrittenForm(regex: /\{([0-9]+)(?:,[0-9]*)?\}/)
  private static let repetition = WrittenForm(regex: /[+*]/)

  /// The mask for a simple regular expression: so many digits, letters or signs.
  private static func mask(_ text: String) -> String? {
    var mask = ""
    var rest = text[...]
    // Other tools write an expression between two slashes.
    if rest.count > 2, rest.hasPrefix("/"), rest.hasSuffix("/") {
      rest = rest.dropFirst().dropLast()
    }
    if rest.hasPrefix("^") { rest = rest.dropFirst() }
    if rest.hasSuffix("$") { rest = rest.dropLast() }
    while !rest.isEmpty {
      let sign: String
      if let match = rest.prefixMatch(of: Self.digitClass) {
        sign = "9"
        rest = rest[match.range.upperBound...]
      } else if let match = rest.prefixMatch(of: Self.letterClass) {
        sign = "A"
        rest = rest[match.range.upperBound...]
      } else if let match = rest.prefixMatch(of: Self.anyClass) {
        sign = "*"
        rest = rest[match.range.upperBound...]
      } else {
        let escaped = rest.hasPrefix("\\") ? rest.dropFirst() : rest
        guard let first = escaped.first, !"()|?".contains(first) else { return nil }
        sign = String(first)
        rest = escaped.dropFirst()
      }
      var count = 1
      if let match = rest.prefixMatch(of: Self.countBehind) {
        count = Int(match.1) ?? 1
        rest = rest[match.range.upperBound...]
      } else if let match = rest.prefixMatch(of: Self.repetition) {
        count = 5
        rest = rest[match.range.upperBound...]
      }
      mask += String(repeating: sign, count: min(count, 30))
    }
    return mask.isEmpty || mask.count > 60 ? nil : mask
  }
}
