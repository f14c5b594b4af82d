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
    let places = try Ballot(options).places(of: typed, between: [",", ";", "\n", "\r\n"])
    return Set(places).sorted().map { options[$0].id }
  }
}
