extension StringProtocol {
  /// Without white space at both ends; nothing where all of it is white space, or shows nothing.
  func trimmingWhitespace() -> String {
    guard !isBlank, let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...end])
  }
}

extension StringProtocol {
  /// Whether there is nothing in it but white space and what shows nothing, such as a soft hyphen or a joiner.
  package var isBlank: Bool {
    // Looked at one by one only until something shows.
    unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint || $0 == "\u{2800}"
    }
  }
}

extension String {
  /// The parts around a separator of several characters.
  func components(of separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
