import Phrases

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
  /// Where it ends, in characters from the expression's start.
  var end = 0
}

/// What is wrong with an expression, with an offset in characters from its start.
struct ExpressionFault: Error {
  let offset: Int
  let message: Phrase
  /// What stands there and what should.
  var correction: (wrong: String, right: String)?
  /// Where what is to be corrected begins, if not at the offset.
  var start: Int?
  /// Whether the correction is what is meant, rather than one of several things that could be.
  var isSure = true
  /// Whether all before it can be read.
  var isBehindTheEnd = false
  /// What is to be changed elsewhere, where the expression itself may stay.
  var remedy: Remedy?

  /// What an expression lacks that stands elsewhere in the script.
  enum Remedy {
    /// No item has this name.
    case item(String)
    /// The item of this name comes later.
    case earlier(String)
    /// An answer has to be a list.
    case list(ItemID)
    /// The options of a choice have no scores.
    case scores(ItemID)
    /// The script is not repeated.
    case repeats
    /// A roster gives its things no name.
    case naming(String)
    /// An answer of another script is not named under `uses`.
    case uses(String)
    /// What has no elements stands where a list is needed.
    case otherList(String)
    /// A number should be a day.
    case date(ItemID)
    /// Something is still to be written.
    case writing
  }

  /// The same with what is to be changed elsewhere.
  func with(_ remedy: Remedy) -> ExpressionFault {
    var fault = self
    fault.remedy = remedy
    return fault
  }
}

extension ExpressionFault {
  /// A value of a type that answers of a kind cannot have.
  static func otherKind(_ type: ExpressionType, than kind: String) -> ExpressionFault {
    ExpressionFault(
      offset: 0, message: "this is \(type.spoken), and the answer is a \(kind)")
  }

  /// Choices that are carried on from question to question too often.
  static func carriedTooOften(at offset: Int) -> ExpressionFault {
    ExpressionFault(
      offset: offset, message: "what is chosen is carried on at most \(Scope.mostCarries) times")
  }

  /// An option that the question before offers itself.
  static func offeredAlready(_ id: String, by name: String, at offset: Int) -> ExpressionFault {
    ExpressionFault(
      offset: offset, message: "“\(name)” offers “\(id)” already; leave it out here")
  }

  /// An answer that is asked for each thing of a list, where one is to be quoted.
  static func askedForEach(_ name: String, of list: ItemID, at offset: Int) -> ExpressionFault {
    ExpressionFault(
      offset: offset,
      message:
        "“\(name)” is asked once for each thing of “\(list)”, so there is not one answer to quote; quote the list, or ask this inside the “for each”",
      correction: (name, list.rawValue))
  }
}

/// Splits an expression into tokens.
enum Lexer {
  /// Longer expressions are refused, which bounds every later step.
  static let maximumLength = 2_000

  private static let isoDay = WrittenForm(regex: /[0-9]{4}-[0-9]{2}-[0-9]{2}/)

  static func tokens(of source: String) throws(ExpressionFault) -> [Token] {
    let characters = Array(source)
    guard characters.count <= maximumLength else {
      throw ExpressionFault(
        offset: 0, message: "a condition may have at most \(maximumLength) characters")
    }
    var tokens: [Token] = []
    var index = 0
    while index < characters.count {
      if let last = tokens.indices.last, tokens[last].end == 0 { tokens[last].end = index }
      let start = index
      let character = characters[index]
      if character.isWhitespace {
        index += 1
      } else if character.isLetter || character == "_" {
        while index < characters.count, isNameCharacter(characters, at: index) { index += 1 }
        tokens.append(Token(kind: .name(String(characters[start..<index])), offset: start))
      } else if character.isASCII, character.isNumber {
        let day = String(characters[start..<min(start + 10, characters.count)])
        if day.wholeMatch(of: Self.isoDay) != nil {
          guard let date = CalendarDate(iso: day) else {
            throw ExpressionFault(
              offset: start,
              message: "“\(day)” is no day of the calendar; a day is written 2027-03-01",
              correction: Self.lastDay(of: day).map { (day, $0) })
          }
          index += 10
          tokens.append(Token(kind: .date(date), offset: start))
        } else {
          while index < characters.count, isNumeric(characters[index]) { index += 1 }
          tokens.append(
            Token(
              kind: try numeral(String(characters[start..<index]), at: start), offset: start))
        }
      } else if character == "\"" || character == "'" {
        index += 1
        var text = ""
        while index < characters.count, characters[index] != character {
          text.append(characters[index])
          index += 1
        }
        guard index < characters.count else {
          throw ExpressionFault(
            offset: start,
            message: "this quotation is not closed; a word stands between two marks, as in 'red'",
            correction: (
              String(characters[start...]), String(characters[start...]) + String(character)
            ))
        }
        index += 1
        tokens.append(Token(kind: .text(text), offset: start))
      } else {
        let pair = String(characters[start..<min(start + 2, characters.count)])
        if let fault = enclosed(characters, from: start) { throw fault }
        if pair.first == "!", pair != "!=" {
          throw ExpressionFault(
            offset: start, message: "conditions have no “!”; write “not”", correction: ("!", "not ")
          )
        }
        if let meant = foreign[pair] ?? foreign[String(character)] {
          throw ExpressionFault(
            offset: start, message: "conditions have no “\(meant.sign)”; write \(meant.instead)",
            correction: meant.right.map { (meant.sign, $0) })
        } else if ["<=", ">=", "!="].contains(pair) {
          tokens.append(Token(kind: .symbol(pair), offset: start))
          index += 2
        } else if "=<>()[],+-*/".contains(character) {
          tokens.append(Token(kind: .symbol(String(character)), offset: start))
          index += 1
        } else if character == "…" {
          throw ExpressionFault(
            offset: start, message: "“…” stands for what is still to be written here"
          ).with(.writing)
        } else {
          throw ExpressionFault(
            offset: start, message: "“\(character)” has no meaning in a condition")
        }
      }
    }
    if let last = tokens.indices.last, tokens[last].end == 0 { tokens[last].end = characters.count }
    tokens.append(Token(kind: .end, offset: characters.count, end: characters.count))
    return tokens
  }

  /// What other languages write, and what stands for it here.
  private static let foreign: [String: (sign: String, instead: Phrase, right: String?)] = [
    "==": ("==", "“=” for “is the same as”", "="), "&&": ("&&", "“and”", "and"),
    "||": ("||", "“or”", "or"), "<>": ("<>", "“!=” for “is not”", "!="), "&": ("&", "“and”", "and"),
    "|": ("|", "“or”", "or"), "≥": ("≥", "“>=”", ">="),
    "≤": ("≤", "“<=”", "<="), "≠": ("≠", "“!=”", "!="),
    "“": ("“", "plain quotation marks, as in 'red'", "'"),
    "”": ("”", "plain quotation marks, as in 'red'", "'"),
    "‘": ("‘", "plain quotation marks, as in 'red'", "'"),
    "’": ("’", "plain quotation marks, as in 'red'", "'"), "%": ("%", "numbers alone", nil),
    "{": ("{", "the name without braces", ""), "}": ("}", "the name without braces", ""),
    "$": ("$", "the name alone", ""),
  ]

  /// Words in typographic quotation marks or in braces, which conditions do not have.
  private static func enclosed(_ characters: [Character], from start: Int) -> ExpressionFault? {
    let isBrace = characters[start] == "{"
    guard isBrace || "“”‘’„".contains(characters[start]),
      let end = characters[(start + 1)...].firstIndex(where: {
        isBrace ? $0 == "}" : "“”‘’".contains($0)
      })
    else { return nil }
    let inside = String(characters[(start + 1)..<end])
    return ExpressionFault(
      offset: start,
      message: isBrace
        ? "a condition has the name without braces"
        : "a condition has plain quotation marks, as in 'red'",
      correction: (String(characters[start...end]), isBrace ? inside : "'\(inside)'"))
  }

  /// A full stop joins two names, as in `last.mood`.
  private static func isNameCharacter(_ characters: [Character], at index: Int) -> Bool {
    let character = characters[index]
    if character.isLetter || character.isNumber || character == "_" { return true }
    return character == "." && index + 1 < characters.count && characters[index + 1].isLetter
  }

  private static func isNumeric(_ character: Character) -> Bool {
    character.isASCII && (character.isNumber || character == ".")
  }

  private static func numeral(_ text: String, at offset: Int) throws(ExpressionFault) -> Token.Kind
  {
    if let number = Double(text), number.isFinite { return .number(number) }
    guard !text.contains("..") else {
      throw ExpressionFault(
        offset: offset, message: "a range is written with >= and <= in a condition")
    }
    throw ExpressionFault(
      offset: offset,
      message: "“\(text)” is neither a number such as 2.5 nor a date such as 2027-03-01",
      correction: (text, day(text) ?? firstNumber(of: text)))
  }

  /// As much of a text as is a number.
  private static func firstNumber(of text: String) -> String {
    let parts = text.split(separator: ".", omittingEmptySubsequences: true).prefix(2)
    return parts.isEmpty ? "1" : parts.joined(separator: ".")
  }

  private static let dayFirst = WrittenForm(regex: /([0-9]{1,2})[.\/-]([0-9]{1,2})[.\/-]([0-9]{4})/)

  /// A day that is written with its parts the other way round, as this language writes it.
  static func day(_ text: String) -> String? {
    guard let match = text.wholeMatch(of: Self.dayFirst),
      let day = Int(match.1), let month = Int(match.2), let year = Int(match.3)
    else { return nil }
    return
      (CalendarDate(year: year, month: month, day: day)
      ?? CalendarDate(year: year, month: day, day: month))?.description
  }

  /// The last day of a month that has not as many.
  private static func lastDay(of text: String) -> String? {
    (28...30).reversed().lazy.map { "\(text.prefix(8))\($0)" }
      .first { CalendarDate(iso: $0) != nil }
  }
}
