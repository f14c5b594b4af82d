/// A word of an expression and where it starts, in characters from the expression's start.
struct Token: Equatable {
  enum Kind: Equatable {
    case name(String)
    case number(Double)
    case text(String)
    case date(CalendarDate)
    case symbol(String)
    case end
  }

  let kind: Kind
  let offset: Int
}

/// What is wrong with an expression, with an offset in characters from its start.
struct ExpressionFault: Error {
  let offset: Int
  let message: String
}

/// Splits an expression into tokens.
enum Lexer {
  /// Longer expressions are refused, which bounds every later step.
  static let maximumLength = 2_000

  static func tokens(of source: String) throws(ExpressionFault) -> [Token] {
    let characters = Array(source)
    guard characters.count <= maximumLength else {
      throw ExpressionFault(
        offset: 0, message: "a condition may have at most \(maximumLength) characters")
    }
    var tokens: [Token] = []
    var index = 0
    while index < characters.count {
      let start = index
      let character = characters[index]
      if character.isWhitespace {
        index += 1
      } else if character.isLetter || character == "_" {
        while index < characters.count, isNameCharacter(characters[index]) { index += 1 }
        tokens.append(Token(kind: .name(String(characters[start..<index])), offset: start))
      } else if character.isASCII, character.isNumber {
        while index < characters.count, isNumeric(characters[index]) { index += 1 }
        // `1..5` is not part of the language, but a trailing full stop should not swallow a number.
        tokens.append(
          Token(
            kind: try numeral(String(characters[start..<index]), at: start), offset: start))
      } else if character == "\"" || character == "'" {
        index += 1
        var text = ""
        while index < characters.count, characters[index] != character {
          text.append(characters[index])
          index += 1
        }
        guard index < characters.count else {
          throw ExpressionFault(offset: start, message: "this quotation is not closed")
        }
        index += 1
        tokens.append(Token(kind: .text(text), offset: start))
      } else {
        let pair = String(characters[start..<min(start + 2, characters.count)])
        if ["<=", ">=", "!="].contains(pair) {
          tokens.append(Token(kind: .symbol(pair), offset: start))
          index += 2
        } else if "=<>()[],".contains(character) {
          tokens.append(Token(kind: .symbol(String(character)), offset: start))
          index += 1
        } else {
          throw ExpressionFault(
            offset: start, message: "“\(character)” has no meaning in a condition")
        }
      }
    }
    tokens.append(Token(kind: .end, offset: characters.count))
    return tokens
  }

  private static func isNameCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  private static func isNumeric(_ character: Character) -> Bool {
    character.isASCII && (character.isNumber || character == "." || character == "-")
  }

  private static func numeral(_ text: String, at offset: Int) throws(ExpressionFault) -> Token.Kind
  {
    if let number = Double(text), number.isFinite { return .number(number) }
    if let date = CalendarDate(iso: text) { return .date(date) }
    throw ExpressionFault(
      offset: offset, message: "“\(text)” is neither a number nor a date such as 2027-03-01")
  }
}
