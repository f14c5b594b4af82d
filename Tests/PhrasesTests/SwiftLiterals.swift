/// The string literals of a Swift file, as the keys of phrases: the places of interpolations are numbered.
struct SwiftLiterals {
  struct Literal: Hashable {
    let key: String
    let line: Int
    /// The end of what stands in front of it, such as `help:`.
    let before: String
  }

  private let characters: [Character]
  private var literals: [Literal] = []

  static func all(in source: String) -> [Literal] {
    var reader = SwiftLiterals(characters: Array(source))
    _ = reader.code(from: 0, to: nil)
    return reader.literals
  }

  private init(characters: [Character]) { self.characters = characters }

  private func holds(_ text: String, at index: Int) -> Bool {
    let text = Array(text)
    return index + text.count <= characters.count
      && characters[index..<(index + text.count)].elementsEqual(text)
  }

  /// Reads code up to the sign that closes it, and returns the place behind that.
  private mutating func code(from start: Int, to end: Character?) -> Int {
    var index = start
    var depth = 0
    while index < characters.count {
      let character = characters[index]
      if holds("//", at: index) {
        index = characters[index...].firstIndex(of: "\n") ?? characters.count
        continue
      }
      if let behind = behindExpression(at: index) {
        index = behind
        continue
      }
      if character == "\"" {
        index = string(from: index)
        continue
      }
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) {
        if depth == 0, character == end { return index + 1 }
        depth -= 1
      }
      index += 1
    }
    return index
  }

  /// A regular expression between strokes is code that may hold quotation marks.
  private func behindExpression(at index: Int) -> Int? {
    guard characters[index] == "/", index + 1 < characters.count,
      !characters[index + 1].isWhitespace,
      let before = characters[..<index].last(where: { $0 != " " }), "(=,:".contains(before)
    else { return nil }
    var place = index + 1
    var isClass = false
    while place < characters.count, characters[place] != "\n" {
      if characters[place] == "\\" {
        place += 2
        continue
      }
      if characters[place] == "[" { isClass = true }
      if characters[place] == "]" { isClass = false }
      if characters[place] == "/", !isClass { return place + 1 }
      place += 1
    }
    return nil
  }

  private mutating func string(from start: Int) -> Int {
    let hashes = characters[..<start].reversed().prefix { $0 == "#" }.count
    let isLong = holds("\"\"\"", at: start)
    let close = (isLong ? "\"\"\"" : "\"") + String(repeating: "#", count: hashes)
    let escape = "\\" + String(repeating: "#", count: hashes)
    let line = 1 + characters[..<start].count { $0 == "\n" }
    let before = String(
      characters[..<start].suffix(200).reversed().drop(while: \.isWhitespace).reversed())
    var key = ""
    var places = 0
    var index = start + (isLong ? 3 : 1)
    while index < characters.count, !holds(close, at: index) {
      guard holds(escape, at: index) else {
        key.append(characters[index])
        index += 1
        continue
      }
      index += escape.count
      switch characters[index] {
      case "(":
        places += 1
        key += "{\(places)}"
        index = code(from: index + 1, to: ")")
      case "n":
        key += "\n"
        index += 1
      case "\n":
        // The line goes on with the next one.
        index += 1
        while index < characters.count, characters[index] == " " { index += 1 }
      default:
        key.append(characters[index])
        index += 1
      }
    }
    if isLong { key = key.trimmed }
    literals.append(Literal(key: key, line: line, before: before))
    return index + close.count
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
