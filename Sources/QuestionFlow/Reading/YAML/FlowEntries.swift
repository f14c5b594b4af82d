import Phrases

/// An entry in braces, written by somebody who left out a comma, a blank or quotation marks in it.
struct FlowEntry {
  /// What is wrong with it.
  let message: Phrase
  /// Counts characters from 1.
  let column: Int
  /// The line as it should be.
  let line: String
  /// The keys, each with what it says.
  let pairs: [(key: String, value: String)]

  private static let entryLine = WrittenForm(regex: /^(\s*(?:- +)*)\{(.*)$/)
  private static let sign = WrittenForm(regex: /^\s*(:|=(?!=))(\s*)/)

  private static let longest = 2_000
  private static let deepest = 3

  /// - Parameters:
  ///   - keys: what can stand in front of a colon there; nothing else is taken for a key.
  ///   - depth: how many others it stands in.
  init?(_ line: String, keys: [String], depth: Int = 0) {
    // Nobody writes more on one line by hand, and what is nested is read again for each level.
    guard line.utf8.count <= Self.longest, depth <= Self.deepest else { return nil }
    guard let match = line.wholeMatch(of: Self.entryLine) else { return nil }
    let lead = String(match.1)
    var inside = String(match.2).trimmingWhitespace()
    let closing = inside.last
    // An entry of a list over several lines has its comma behind it.
    guard !inside.hasSuffix("},") else { return nil }
    while let last = inside.last, "}])".contains(last), !Self.isBalanced(inside) {
      inside = String(inside.dropLast()).trimmingWhitespace()
      if Self.isBalanced(inside) { break }
    }
    guard let found = Self.parts(of: inside, keys: keys), !found.isEmpty else { return nil }
    let offset = lead.count + 2
    var causes: [(message: Phrase, column: Int)] = []
    pairs = found.map { part in
      if let cause = part.cause { causes.append((cause, offset + part.start)) }
      let made = Self.value(part.value, of: part.key, keys, depth)
      if let cause = made.cause { causes.append((cause, offset + part.start + part.key.count + 2)) }
      return (part.key, made.text)
    }
    if closing != "}" {
      causes.append(
        ("what begins with \("{") on one line ends with \("}")", line.count))
    }
    let made = "\(lead){\(pairs.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
    guard let cause = causes.first, made != line else { return nil }
    (message, column) = cause
    self.line = made
  }

  private typealias Part = (key: String, value: String, start: Int, cause: Phrase?)

  /// The keys with what stands behind each; `nil` where something stands before the first.
  private static func parts(of inside: String, keys: [String]) -> [Part]? {
    let characters = Array(inside)
    let known = keys.sorted { $0.count > $1.count }
    var parts: [Part] = []
    var valueStart = 0
    var depth = 0
    var quote: Character?
    var before: Character?
    var index = 0
    func close(_ end: Int) {
      guard let last = parts.indices.last else { return }
      let text = String(characters[valueStart..<end]).trimmingWhitespace()
      parts[last].value = text
    }
    while index < characters.count {
      let character = characters[index]
      let isStart = before == nil || before.map { ",;".contains($0) } == true
      if quote == nil, depth == 0, isStart || index > 0 && characters[index - 1].isWhitespace {
        let rest = String(characters[index...])
        if let key = known.first(where: { rest.hasPrefix($0) }),
          let sign = String(rest.dropFirst(key.count)).firstMatch(of: Self.sign),
          isStart || !sign.2.isEmpty
        {
          guard parts.isEmpty == (before == nil) else { return nil }
          close(index)
          var cause: Phrase?
          if before == ";" {
            cause = "commas stand between the keys in \("{") \("}"), unlike “;”"
          } else if let before, before != "," {
            cause = "a comma is missing before “\(key)”"
          } else if sign.1 == "=" {
            cause = "a colon and a space stand behind a key, unlike “\("=")”"
          } else if sign.2.isEmpty, index + key.count + sign.0.count < characters.count {
            cause = "a space belongs behind the colon of “\(key)”"
          }
          parts.append((key, "", index, cause))
          index += key.count + sign.0.count
          valueStart = index
          before = ":"
          continue
        }
      }
      if let mark = quote {
        if character == mark { quote = nil }
      } else if "\"'".contains(character), before.map({ "{[(,:;=".contains($0) }) ?? true {
        quote = character
      } else if "[{(".contains(character) {
        depth += 1
      } else if "]})".contains(character) {
        depth = max(0, depth - 1)
      }
      if !character.isWhitespace { before = character }
      index += 1
    }
    guard !parts.isEmpty else { return nil }
    close(characters.count)
    for index in parts.indices.dropLast() {
      while let last = parts[index].value.last, ",;".contains(last) {
        parts[index].value = String(parts[index].value.dropLast()).trimmingWhitespace()
      }
    }
    return parts
  }

  private static let lists: Set<String> = ["choices", "pick", "scores", "labels", "rows"]

  /// A value as it can stand in braces, and what was wrong with it.
  private static func value(_ text: String, of key: String, _ keys: [String], _ depth: Int) -> (
    text: String, cause: Phrase?
  ) {
    if text.hasPrefix("("), text.hasSuffix(")"), lists.contains(key),
      let list = FlowText.list(FlowText.parts(text.dropFirst().dropLast(), between: [",", ";"]))
    {
      return (list, "options on one line stand between [ and ], with commas between")
    }
    if key == "items", text.hasPrefix("[{"), text.hasSuffix("]"),
      let inner = FlowEntry(
        String(text.dropFirst().dropLast()).trimmingWhitespace(), keys: keys, depth: depth + 1)
    {
      return ("[\(inner.line)]", inner.message)
    }
    if text.isEmpty { return ("", nil) }
    if text.hasPrefix("[") || text.hasPrefix("{"), isBalanced(text),
      YAMLRepair.errorLine(in: [text]) == nil,
      text.last.map({ "]}".contains($0) }) == true
    {
      return (text, nil)
    }
    if text.hasPrefix("["), lists.contains(key),
      let list = FlowText.list(FlowText.parts(FlowText.inside(text), between: [","]))
    {
      return (
        list,
        list == text
          ? nil
          : text.hasSuffix("]")
            ? "a list on one line is written [one, another]"
            : "this [ is not closed; a list on one line ends with ]"
      )
    }
    let quoted = FlowText.quoted(text)
    return (
      quoted,
      quoted == text
        ? nil
        : "inside \("{") \("}") a text with a comma, a brace or a colon in it stands in quotation marks"
    )
  }

  static func isBalanced(_ text: String) -> Bool {
    var open: [Character] = []
    var quote: Character?
    var before: Character?
    for character in text {
      if let mark = quote {
        if character == mark { quote = nil }
      } else if "\"'".contains(character), before.map({ "{[(,:;=".contains($0) }) ?? true {
        quote = character
      } else if "[{(".contains(character) {
        open.append(character)
      } else if "]})".contains(character) {
        let wanted: Character = character == "]" ? "[" : character == "}" ? "{" : "("
        guard open.popLast() == wanted else { return false }
      }
      if !character.isWhitespace { before = character }
    }
    return open.isEmpty
  }
}
