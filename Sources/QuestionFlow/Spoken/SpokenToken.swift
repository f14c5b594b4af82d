/// A piece of what was typed where a number, a day, a place or a yes is wanted.
enum SpokenToken: Hashable, Sendable {
  /// Figures with the marks between them, such as `1.000,5` or `2½`.
  case figures(String)
  /// A word without case and accents.
  case word(String)
  case sign(Character)

  var text: String {
    switch self {
    case .figures(let text), .word(let text): text
    case .sign(let sign): String(sign)
    }
  }

  var word: String? { if case .word(let word) = self { word } else { nil } }

  /// Signs that say nothing by themselves.
  private static let silent: Set<Character> = [
    ".", "!", ",", ";", ":", "(", ")", "[", "]", "“", "”", "„", "\"", "…", "‘", "*", "¡",
  ]

  /// The pieces of a text, in the digits 0 to 9 and in small letters.
  static func tokens(of text: String) -> [SpokenToken] {
    let characters = Array(Words.folded(Digits.plain(text)))
    var tokens: [SpokenToken] = []
    var index = 0
    while index < characters.count {
      let end: Int
      if startsFigures(characters, at: index) {
        end = endOfFigures(characters, from: index)
        tokens.append(.figures(String(characters[index..<end])))
      } else if isOfWord(characters[index]) {
        end = characters[index...].firstIndex { !isOfWord($0) } ?? characters.count
        let word = String(characters[index..<end])
        if word == "be", tokens.last == .word("may") {
          // Written apart, it is no month and nothing that is wished for.
          tokens[tokens.count - 1] = .word("maybe")
        } else {
          tokens.append(.word(word))
        }
      } else {
        end = index + 1
        let character = characters[index]
        if !character.isWhitespace, !silent.contains(character) { tokens.append(.sign(character)) }
      }
      index = end
    }
    return tokens
  }

  private static func isOfWord(_ character: Character) -> Bool {
    character.isLetter || character == "'" || character.isNumber
  }

  private static func startsFigures(_ characters: [Character], at index: Int) -> Bool {
    if characters[index].isNumber && !characters[index].isLetter { return true }
    return ".,".contains(characters[index]) && index + 1 < characters.count
      && characters[index + 1].isNumber && (index == 0 || characters[index - 1].isWhitespace)
  }

  private static func endOfFigures(_ characters: [Character], from start: Int) -> Int {
    var end = start + 1
    while end < characters.count {
      let isMark = ".,'_٫٬".contains(characters[end])
      let goesOn = end + 1 < characters.count && characters[end + 1].isNumber
      guard characters[end].isNumber || isMark && goesOn else { break }
      end += 1
    }
    return end
  }
}
