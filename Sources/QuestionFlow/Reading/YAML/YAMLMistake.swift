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

  typealias Cause = (message: Phrase, line: Int, column: Int, correction: String?)

  init(_ error: YamlError, in lines: [Substring]) {
    let lines = lines.map(String.init)
    if let repair = Self.repair(of: error, in: lines) {
      (message, line, column) = (repair.message, repair.line, repair.column)
      correction = repair.correction
      return
    }
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
        ? Self.withoutAnother(cause, in: lines) : Self.asText(cause, in: lines)
    default: correction = Correction([.words("save the file as a text in UTF-8")])
    }
  }

  /// A change with which the reader comes further.
  private static func repair(of error: YamlError, in lines: [String]) -> YAMLRepair? {
    if case .duplicatedKeysInMapping = error {
      let repair = YAMLSlips(lines: lines, problem: "").dashes
      return repair.flatMap { YAMLRepair.errorLine(in: $0.lines) == nil ? $0 : nil }
    }
    guard let (problem, mark, began) = error.stumble, !problem.contains("another document") else {
      return nil
    }
    return YAMLRepair.likeliest(in: lines, at: mark.line, from: began, problem)
  }

  /// Without the line that begins another document, and without that document where it is a script.
  private static func withoutAnother(_ cause: Cause, in lines: [String]) -> Correction {
    let isScript = lines.dropFirst(cause.line).contains { $0.hasPrefix("script:") }
    return Correction([
      .without(cause.line...(isScript ? max(cause.line, last(in: lines)) : cause.line))
    ])
  }

  static func last(in lines: [String]) -> Int {
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

  static func cause(of error: YamlError, in lines: [String]) -> Cause {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let began = context?.mark.line ?? mark.line
      if problem.contains("another document") { return another(in: lines) }
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

extension YamlError {
  /// What the reader stumbled over, where, and in which line it had begun what it could not end.
  fileprivate var stumble: (problem: String, mark: Mark, began: Int)? {
    switch self {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      (problem, mark, context?.mark.line ?? mark.line)
    default: nil
    }
  }
}
