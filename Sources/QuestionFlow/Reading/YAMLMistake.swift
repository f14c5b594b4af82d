import Foundation
import Phrases
import Yams

/// What YAML's own reader stumbled over, in the words of somebody who writes questions: the likely cause, its
/// place, and the line as it should be.
struct YAMLMistake {
  let message: Phrase
  /// Counts from 1.
  private(set) var line: Int
  /// Counts characters from 1.
  private(set) var column: Int
  private(set) var correction: Correction?

  private typealias Cause = (message: Phrase, line: Int, column: Int, correction: String?)

  init(_ error: YamlError, in lines: [Substring]) {
    let lines = lines.map(String.init)
    let cause = Self.cause(of: error, in: lines)
    (message, line, column, _) = cause
    correction = cause.correction.map { Correction([.line(cause.line, $0)]) }
    guard correction == nil else { return }
    switch error {
    case .duplicatedKeysInMapping: correction = Self.withoutSecond(at: cause, in: lines)
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _):
      correction =
        problem.contains("another document")
        ? Correction([.without(cause.line...max(cause.line, Self.last(in: lines)))])
        : Self.asText(cause, in: lines)
    default: correction = Correction([.words("save the file as a text in UTF-8")])
    }
  }

  private static func last(in lines: [String]) -> Int {
    (lines.lastIndex { !$0.trimmingWhitespace().isEmpty } ?? 0) + 1
  }

  /// The second of two keys is left out; in braces, from the line that both stand in.
  private static func withoutSecond(at cause: Cause, in lines: [String]) -> Correction {
    guard lines.indices.contains(cause.line - 1),
      let line = ScriptReader.line(lines[cause.line - 1], leavingOut: cause.column)
    else { return Correction([.without(cause.line...cause.line)]) }
    return Correction([.line(cause.line, line)])
  }

  /// What is behind the key of a line, in quotation marks; a line without a key is left out.
  private static func asText(_ cause: Cause, in lines: [String]) -> Correction {
    let line = lines.indices.contains(cause.line - 1) ? lines[cause.line - 1] : ""
    guard let match = line.firstMatch(of: Self.keyedValue) else {
      return Correction([.without(cause.line...cause.line)])
    }
    return Correction([
      .line(cause.line, "\(match.1)\(FlowText.inQuotes(String(match.2).trimmingWhitespace()))")
    ])
  }

  private static func cause(of error: YamlError, in lines: [String]) -> Cause {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let began = context?.mark.line ?? mark.line
      if problem.contains("another document") { return another(in: lines) }
      if let repair = YAMLRepair.likeliest(in: lines, at: mark.line, from: began, problem) {
        return (repair.message, repair.line, repair.column, repair.correction)
      }
      return likely(problem, at: mark.line, from: began, in: lines)
        ?? (Self.inWords(problem), max(1, mark.line), max(1, mark.column), nil)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let name = duplicates.first ?? ""
      if let cause = second(name, after: context.mark.line, in: lines) { return cause }
      let place = secondInBraces(name, after: context.mark, in: lines)
      return (
        "“\(name)” stands twice in this mapping; keep one",
        place?.line ?? context.mark.line, place?.column ?? context.mark.column, nil
      )
    case .reader:
      let place = forbidden(in: lines)
      return (
        "there is a sign here that no text can have, as in a file that is none; take it out",
        place?.line ?? 1, place?.column ?? 1, place?.correction
      )
    default:
      return ("this is not YAML that can be read; is the file UTF-8 text?", 1, 1, nil)
    }
  }

  /// What YAML's own reader stumbled over where no likelier cause is known.
  private static func inWords(_ problem: String) -> Phrase {
    let known = Mistakes.known.problems.first { $0.has.isEmpty || problem.contains($0.has) }
    return Phrase(sentence: known?.say ?? "")
  }

  /// The first sign that no text can have, and its line without it.
  private static func forbidden(in lines: [String]) -> (
    line: Int, column: Int, correction: String
  )? {
    func isForbidden(_ character: Character) -> Bool {
      character.unicodeScalars.contains {
        $0.value < 0x20 && $0 != "\t" || (0x7F...0x9F).contains($0.value) && $0.value != 0x85
          || [0xFFFE, 0xFFFF].contains($0.value)
      }
    }
    for (index, line) in lines.enumerated() {
      guard let place = line.firstIndex(where: isForbidden) else { continue }
      return (
        index + 1, line.distance(from: line.startIndex, to: place) + 1,
        line.filter { !isForbidden($0) }
      )
    }
    return nil
  }

  /// Where a key stands for the second time in braces on one line.
  private static func secondInBraces(_ name: String, after mark: Mark, in lines: [String]) -> (
    line: Int, column: Int
  )? {
    guard !name.isEmpty, lines.indices.contains(mark.line - 1) else { return nil }
    let line = lines[mark.line - 1]
    var places: [Int] = []
    var column = max(1, mark.column) + 1
    while column <= line.count, let range = ScriptReader.flowEntry(in: line, at: column) {
      let entry = line[range]
      if entry.prefix(while: { $0 != ":" }).trimmingWhitespace() == name {
        places.append(line.distance(from: line.startIndex, to: range.lowerBound) + 1)
      }
      let end = line[range.upperBound...].firstIndex { !$0.isWhitespace }
      guard let end, line[end] == "," else { break }
      column = line.distance(from: line.startIndex, to: end) + 2
    }
    return places.count > 1 ? (mark.line, places[1]) : nil
  }

  private static func another(in lines: [String]) -> Cause {
    let marks = lines.indices.filter { lines[$0].hasPrefix("---") }
    let second = marks.first { $0 > 0 } ?? 0
    let isScript = lines.dropFirst(second + 1).contains { $0.hasPrefix("script:") }
    return (
      isScript
        ? "“---” begins another script here, and a file holds one; move what follows into a file of its own"
        : "“---” begins another document, and a script is one; take the line out",
      second + 1, 1, nil
    )
  }

  /// The later of two lines that begin with the same key.
  private static func second(_ name: String, after start: Int, in lines: [String]) -> Cause? {
    let first = lines.indices.first { $0 >= start - 1 && key(of: lines[$0])?.name == name }
    guard let first, let column = key(of: lines[first])?.column else { return nil }
    let second = lines.indices.first { index in
      index > first && key(of: lines[index])?.name == name
        && key(of: lines[index])?.column == column
    }
    guard let end = second else { return nil }
    // The first key that comes again says best where the next question begins.
    let start =
      (0...first).last {
        lines[$0].trimmingWhitespace().hasPrefix("- ") && key(of: lines[$0])?.column == column
      }
      ?? first
    var seen: [String: Int] = [:]
    var found = (name: name, first: first, second: end)
    for index in start...end {
      guard let key = key(of: lines[index]), key.column == column else { continue }
      if let before = seen.updateValue(index, forKey: key.name) {
        found = (key.name, before, index)
        break
      }
    }
    let line = lines[found.second]
    let begins = ["id", "note", "section", "let"].contains(found.name) && column > 2
    return (
      "“\(found.name)” stands twice in this mapping, first in line \(String(found.first + 1)); keep one, or begin the next question with a dash",
      found.second + 1, column,
      begins
        ? String(repeating: " ", count: column - 3) + "- " + line.trimmingWhitespace() : nil
    )
  }

  private static let keyForm = WrittenForm(
    regex: /^(\s*(?:- )*\s*)([^\s:#"'][^:#"']*?)\s*:(?:\s|$)/)

  private static func key(of line: String) -> (name: String, column: Int)? {
    guard let match = line.firstMatch(of: Self.keyForm) else {
      return nil
    }
    return (String(match.2), match.1.count + 1)
  }

  /// The first line, from where the reader began to where it gave up, with a mistake that it stumbles over.
  private static func likely(_ problem: String, at mark: Int, from began: Int, in lines: [String])
    -> Cause?
  {
    // The reader gives up at a line or behind it, never before the mistake.
    let last = min(max(mark, 1), lines.count)
    let first = max(1, min(began, last) - 2)
    for number in (first...max(first, last)).reversed() where number <= lines.count {
      if let cause = mistake(in: lines[number - 1], number, problem) { return cause }
    }
    // What was opened far above shows only at the end.
    for number in stride(from: last, through: 1, by: -1) where number <= lines.count {
      if let cause = unclosed(in: lines[number - 1], number) { return cause }
    }
    return misaligned(problem, at: last, in: lines)
  }

  // MARK: - One line

  private static let dashWithoutSpace = WrittenForm(regex: /^(\s*)-([^\s-].*)$/)

  private static func mistake(in line: String, _ number: Int, _ problem: String) -> Cause? {
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

  private static let keyedValue = WrittenForm(
    regex: /^(\s*(?:- )*\s*[^\s:#"'{\[]+(?: [^\s:#"'{\[]+)*:\s+)(\S.*)$/)

  /// A mistake in the text behind a key.
  private static func value(in line: String, _ number: Int, _ problem: String) -> Cause? {
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
  private static func unclosed(in line: String, _ number: Int) -> Cause? {
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

  /// A line that stands further in or further out than those it belongs to.
  private static func misaligned(_ problem: String, at number: Int, in lines: [String]) -> Cause? {
    guard
      problem.contains("expected key") || problem.contains("'-' indicator")
        || problem.contains("mapping values") || problem.contains("block")
    else { return nil }
    let line = lines.indices.contains(number - 1) ? lines[number - 1] : ""
    let before = lines.prefix(max(0, number - 1)).last { line in
      let text = line.trimmingWhitespace()
      return !text.isEmpty && !text.hasPrefix("#")
    }
    guard let before, !line.trimmingWhitespace().isEmpty else { return nil }
    let place = key(of: before)?.column ?? before.prefix(while: \.isWhitespace).count + 1
    let own = line.prefix(while: \.isWhitespace).count
    guard own + 1 != place, !line.trimmingWhitespace().hasPrefix("-") else { return nil }
    return (
      own + 1 > place
        ? "this line stands further in than the one before it; the lines of one question begin in the same column"
        : "this line stands further out than the one before it; the lines of one question begin in the same column",
      number, own + 1, String(repeating: " ", count: place - 1) + line.trimmingWhitespace()
    )
  }
}
