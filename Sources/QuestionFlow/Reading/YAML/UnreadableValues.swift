import Foundation
import Phrases
import Yams

/// What is behind a key and cannot be read: quotations, brackets, a colon left out.
extension YAMLMistake {
  // MARK: - One line

  private static let dashWithoutSpace = WrittenForm(regex: /^(\s*)-([^\s-].*)$/)

  static func mistake(in line: String, _ number: Int, _ problem: String) -> Cause? {
    if let tab = line.prefix(while: \.isWhitespace).firstIndex(of: "\t") {
      return (
        "a tab stands here; indent with spaces", number,
        line.distance(from: line.startIndex, to: tab) + 1,
        line.replacingOccurrences(of: "\t", with: "  ")
      )
    }
    if let match = line.firstMatch(of: Self.dashWithoutSpace), match.2.contains(":") {
      return (
        "a space belongs behind the dash", number, match.1.count + 2, "\(match.1)- \(match.2)"
      )
    }
    return value(in: line, number, problem) ?? withoutColon(line, number, problem)
  }

  static let keyedValue = WrittenForm(
    regex: /^(\s*(?:- )*\s*[^\s:#"'{\[]+(?: [^\s:#"'{\[]+)*:\s+)(\S.*)$/)

  /// A mistake in the text behind a key.
  static func value(in line: String, _ number: Int, _ problem: String) -> Cause? {
    guard
      let match = line.firstMatch(of: Self.keyedValue)
    else { return nil }
    let lead = String(match.1)
    let text = String(match.2).trimmingWhitespace()
    let column = lead.count + 1
    func quoted(_ message: Phrase) -> Cause {
      let inside = text.replacingOccurrences(of: "\\", with: "\\\\")
        .replacingOccurrences(of: "\"", with: "\\\"")
      return (message, number, column, "\(lead)\"\(inside)\"")
    }
    switch text.first {
    case "\"", "'":
      guard let mark = text.first else { return nil }
      return afterQuotation(
        text, mark, lead, number,
        mayBeOpen: problem.contains("quoted") || problem.contains("end of stream"))
    case "{":
      if text.hasPrefix("{{") || !text.hasSuffix("}") || !text.contains(":") {
        return quoted("a text that begins with { stands in quotation marks")
      }
      return isBalanced(text)
        ? nil
        : (
          "something between \("{") and \("}") is not closed, or a comma is missing; put texts inside in quotation marks",
          number, column, nil
        )
    case "[":
      if text.hasSuffix("]"), isBalanced(text) { return nil }
      return text.contains("]")
        ? quoted("a text that begins with [ stands in quotation marks")
        : ("this [ is not closed; a list on one line ends with ]", number, column, line + "]")
    case "*", "&", "!", "%", "@", "`", "|", ">":
      guard let sign = text.first else { return nil }
      if "|>".contains(sign), text.count <= 3 { return nil }
      return quoted("a text that begins with \(sign) stands in quotation marks")
    default:
      let colon = text.firstRange(of: ": ")?.lowerBound
      guard let colon = colon ?? (text.hasSuffix(":") ? text.index(before: text.endIndex) : nil)
      else { return nil }
      let offset = text.distance(from: text.startIndex, to: colon)
      var cause = quoted("a text with a colon and a space in it stands in quotation marks")
      cause.column = column + offset
      return cause
    }
  }

  /// Whether every bracket and quotation that is opened in a text is closed in it.
  private static func isBalanced(_ text: String) -> Bool {
    var open: [Character] = []
    var quote: Character?
    for character in text {
      if let mark = quote {
        if character == mark { quote = nil }
      } else if character == "\"" || character == "'" && (open.last != nil) {
        quote = character
      } else if "[{".contains(character) {
        open.append(character)
      } else if "]}".contains(character) {
        guard open.popLast() == (character == "]" ? "[" : "{") else { return false }
      }
    }
    return open.isEmpty && quote == nil
  }

  /// A text that begins with a quotation mark and goes on behind the second one, or has none.
  private static func afterQuotation(
    _ text: String, _ mark: Character, _ lead: String, _ number: Int, mayBeOpen: Bool
  ) -> Cause? {
    let characters = Array(text)
    var end: Int?
    var index = 1
    while index < characters.count {
      if characters[index] == "\\", mark == "\"" {
        index += 2
        continue
      }
      if characters[index] == mark {
        guard mark == "'", index + 1 < characters.count, characters[index + 1] == mark else {
          end = index
          break
        }
        index += 1
      }
      index += 1
    }
    let other: Character = mark == "\"" ? "'" : "\""
    // "What is "success"?" has its marks around it already.
    let isWhole = text.count > 1 && text.last == mark
    let inside = (isWhole ? String(text.dropFirst().dropLast()) : text)
      .replacingOccurrences(of: String(other), with: other == "'" ? "''" : "\\\"")
    guard let end else {
      guard mayBeOpen else { return nil }
      let isApostrophe = mark == "'" && text.dropFirst().contains(where: \.isLetter)
      return (
        isApostrophe
          ? "this begins with an apostrophe, which opens a quotation; put the whole text in double quotation marks"
          : "this quotation is not closed",
        number, lead.count + 1,
        isApostrophe ? "\(lead)\"\(text)\"" : "\(lead)\(text)\(mark)"
      )
    }
    let rest = String(characters[(end + 1)...]).trimmingWhitespace()
    guard !rest.isEmpty, !rest.hasPrefix("#") else { return nil }
    if mark == "'", end + 1 < characters.count, characters[end + 1].isLetter {
      // 'It's late' ends at its apostrophe.
      let words = String(characters.dropFirst().dropLast(characters.last == mark ? 1 : 0))
      return (
        "an apostrophe ends this quotation; write the text in double quotation marks", number,
        lead.count + end + 1, "\(lead)\"\(words)\""
      )
    }
    if lead.hasSuffix("let: "), rest.hasPrefix("=") {
      return (
        "a name stands here without braces or quotation marks", number, lead.count + 1,
        "\(lead)\(String(characters[1..<end])) \(rest)"
      )
    }
    return (
      other == "'"
        ? "a text that begins with a quotation mark ends with it; put all of it into single quotation marks"
        : "a text that begins with a quotation mark ends with it; put all of it into double quotation marks",
      number, lead.count + 1, "\(lead)\(other)\(inside)\(other)"
    )
  }

  /// A key without its colon, or with no space behind it.
  private static func withoutColon(_ line: String, _ number: Int, _ problem: String) -> Cause? {
    let keys =
      ScriptReader.scriptKeys + ScriptReader.itemKeys + [
        "for each", "as", "section", "note", "matrix",
      ]
    let lead = line.prefix { $0.isWhitespace || $0 == "-" }
    let rest = line.dropFirst(lead.count)
    for key in keys.sorted(by: { $0.count > $1.count }) where rest.hasPrefix(key) {
      let behind = rest.dropFirst(key.count)
      if behind.hasPrefix(":"), let next = behind.dropFirst().first, !next.isWhitespace {
        return (
          "a space belongs behind the colon of “\(key)”", number, lead.count + key.count + 2,
          "\(lead)\(key): \(behind.dropFirst())"
        )
      }
      if problem.contains("':'") || problem.contains("expected key"), behind.hasPrefix(" "),
        !behind.trimmingPrefix(while: \.isWhitespace).hasPrefix(":")
      {
        return (
          "a colon belongs behind “\(key)”", number, lead.count + key.count + 1,
          "\(lead)\(key):\(behind)"
        )
      }
    }
    return nil
  }

  // MARK: - Several lines

  private static let openedValue = WrittenForm(regex: /[:\-]\s+(["'\[{])/)

  /// A quotation or a bracket that is opened in a line and not closed in it.
  static func unclosed(in line: String, _ number: Int) -> Cause? {
    guard let match = line.firstMatch(of: Self.openedValue) else { return nil }
    let start = match.range.upperBound
    let opening = match.1
    let closing = opening == "[" ? "]" : opening == "{" ? "}" : String(opening)
    guard !line[start...].contains(closing) else { return nil }
    let column = line.distance(from: line.startIndex, to: start)
    return (
      closing == "]" || closing == "}"
        ? "this \(opening) is not closed; it ends with \(closing)" : "this quotation is not closed",
      number, column, line + closing
    )
  }
}
