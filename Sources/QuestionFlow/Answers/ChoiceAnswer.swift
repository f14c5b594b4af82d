/// One of the script's options, by number, by its words, or by the beginning of its words.
///
/// Stored as `{"choice": id}`, so that labels may be reworded; spoken by its label.
enum ChoiceAnswer {
  static let form = "one of these, by number or by its first letters"

  static func completions(_ options: [AnswerKind.Option], language: String) -> [String] {
    options.map { $0.label.text(in: language) }
  }

  static func spoken(_ id: String, among options: [AnswerKind.Option], language: String) -> String {
    options.first { $0.id == id }?.label.text(in: language) ?? id
  }

  static func parse(_ typed: String, among options: [AnswerKind.Option]) throws(Rejection) -> String
  {
    options[try Ballot(options).place(of: typed)].id
  }
}
