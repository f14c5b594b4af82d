/// A typed line as words, quotes kept together.
enum ShellWords {
  static func split(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let last = word { words.append(last) }
    return words
  }

  /// A line as it would be typed at the shell, without the name of the program in front.
  static func withoutProgram(_ words: [String], among commands: [String]) -> [String] {
    guard words.first?.lowercased() == "nextmove" else { return words }
    // By itself it is the wish to go on.
    guard words.count > 1 else { return [] }
    return commands.contains(words[1]) ? Array(words.dropFirst()) : words
  }
}
