/// One of the script's options, by number, by its words, or by the beginning of its words.
enum ChoiceAnswer {
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

  static func parseSeveral(_ typed: String, among options: [AnswerKind.Option])
    throws(Rejection) -> [String]
  {
    var chosen: Set<String> = []
    var parts = typed.split { ",;\n".contains($0) }.map(String.init)
    // “1 3 4” without commas.
    if parts.count == 1, typed.allSatisfy({ $0.isNumber || $0.isWhitespace }) {
      parts = typed.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    for part in parts { chosen.insert(try parse(part, among: options)) }
    guard !chosen.isEmpty else { throw Rejection(.empty) }
    return options.map(\.id).filter(chosen.contains)
  }
}
