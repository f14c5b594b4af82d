/// Several things in one line of words.
enum Listed {
  /// With commas between them, or with semicolons where one of them has a comma itself.
  static func text(of texts: [String]) -> String {
    texts.joined(separator: separator(", ", between: texts))
  }

  /// What stands between some things: what would, or the same with a semicolon where its comma could be one of
  /// theirs.
  static func separator(_ separator: String, between texts: [String]) -> String {
    guard texts.count > 1, texts.contains(where: { $0.contains(",") }), separator.first == ","
    else {
      return separator
    }
    return ";" + separator.dropFirst()
  }
}
