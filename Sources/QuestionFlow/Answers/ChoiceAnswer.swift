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
    let key = Words.key(typed)
    guard !key.isEmpty else { throw Rejection(.empty) }
    if let number = Int(key) {
      guard options.indices.contains(number - 1) else {
        throw Rejection(.outOfRange("1", String(options.count)))
      }
      return options[number - 1].id
    }
    let keys = options.map { option in
      [Words.key(option.id)] + ([option.label.fallback] + option.label.texts.values).map(Words.key)
    }
    if let exact = keys.firstIndex(where: { $0.contains(key) }) { return options[exact].id }
    let begins = keys.indices.filter { keys[$0].contains { $0.hasPrefix(key) } }
    let matches =
      begins.isEmpty
      ? keys.indices.filter { index in keys[index].contains { " \($0) ".contains(" \(key) ") } }
      : begins
    switch matches.count {
    case 1: return options[matches[0]].id
    case 0: throw Rejection(.notAChoice(typed, options.map { $0.label.text() }))
    default: throw Rejection(.ambiguousChoice(typed, matches.map { options[$0].label.text() }))
    }
  }
}
