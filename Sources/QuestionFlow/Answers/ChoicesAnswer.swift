/// Any of the script's options, with commas between, or numbers with spaces.
///
/// Stored as `{"choices": [id, …]}` in the script's order; spoken by their labels.
enum ChoicesAnswer {
  static let form = "any of these, by number, with commas between"

  static func spoken(_ ids: [String], among options: [AnswerKind.Option], language: String)
    -> String
  {
    options.filter { ids.contains($0.id) }.map { $0.label.text(in: language) }
      .joined(separator: ", ")
  }

  static func parse(_ typed: String, among options: [AnswerKind.Option])
    throws(Rejection) -> [String]
  {
    var chosen: Set<String> = []
    var parts = typed.split { ",;\n".contains($0) }.map(String.init)
    // “1 3 4” without commas.
    if parts.count == 1, typed.allSatisfy({ $0.isNumber || $0.isWhitespace }) {
      parts = typed.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    for part in parts { chosen.insert(try ChoiceAnswer.parse(part, among: options)) }
    guard !chosen.isEmpty else { throw Rejection(.empty) }
    return options.map(\.id).filter(chosen.contains)
  }
}
