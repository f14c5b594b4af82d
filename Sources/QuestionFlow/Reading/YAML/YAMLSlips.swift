import Phrases

/// The slips that people make in YAML, each with the line as it should be.
struct YAMLSlips {
  let lines: [String]

  let problem: String

  private static let allKeys = Set(
    ScriptReader.scriptKeys + ScriptReader.entryKeys + [
      "if", "that", "say", "label", "answer", "else",
    ])

  /// Keys that have a text behind them, and no list.
  static let textKeys: Set<String> = [
    "ask", "title", "about", "why", "hint", "note", "section", "label", "say", "matrix", "other",
    "none",
  ]

  static let conditionKeys: Set<String> = ["when", "if", "that", "where", "let"]

  /// What may be wrong with one line, the likeliest first.
  func repairs(of number: Int) -> [YAMLRepair] {
    let line = lines[number - 1]
    guard !line.trimmingWhitespace().isEmpty else { return [] }
    return [
      oddColon(line, number), quotedKey(line, number), scoresInValue(line, number),
      openQuotation(line, number), inBraces(line, number), foreignSpace(line, number),
      comment(line, number),
      wideColon(line, number),
      equals(line, number), bullet(line, number), severalKeys(line, number),
      smartQuotes(line, number), smartQuote(line, number), escape(line, number),
      condition(line, number),
      braced(line, number), missingColon(line, number),
      flow(line, number), entry(line, number), sign(line, number), dashSpace(line, number),
      mixedOption(line, number),
    ].compactMap(\.self) + continuation(line, number) + misplacedDash(line, number)
  }

  /// What concerns the file as a whole.
  func repairsOfAll() -> [YAMLRepair] {
    ([fences, rulers, foreword, copied] + tabs + [missingItems]).compactMap(\.self)
  }

  // MARK: - Making one

  /// Some lines are to be left out.
  func without(_ indices: [Int], _ message: Phrase, at first: Int) -> YAMLRepair {
    YAMLRepair(
      message: message, line: first + 1, column: 1,
      correction: Correction(indices.map { .without($0 + 1...$0 + 1) }),
      // A blank line in their place keeps the numbers of the others.
      lines: lines.indices.map { indices.contains($0) ? "" : lines[$0] }, last: first + 1)
  }

  /// All lines as they should be.
  func whole(_ changed: [String], _ message: Phrase, at first: Int, column: Int = 1) -> YAMLRepair {
    YAMLRepair(
      message: message, line: first + 1, column: column,
      correction: Correction(from: lines, to: changed), lines: changed, last: first + 1)
  }

  func repair(
    _ message: Phrase, _ number: Int, _ column: Int, _ new: [String], replacing count: Int = 1
  ) -> YAMLRepair {
    var changed = lines
    changed.replaceSubrange((number - 1)..<min(lines.count, number - 1 + count), with: new)
    return YAMLRepair(
      message: message, line: number, column: column,
      correction: Correction(from: lines, to: changed), lines: changed,
      last: number - 1 + max(1, new.count))
  }

  private static let keyedLine = WrittenForm(
    regex: /(\s*(?:- +)*)([\p{L}][\p{L}\p{N}_ -]*?)\s*:(?:\s+(.*?))?\s*/)

  /// The key of a line with what stands before and behind it.
  func keyed(_ line: String) -> (lead: String, key: String, value: String)? {
    guard
      let match = line.wholeMatch(
        of: Self.keyedLine)
    else { return nil }
    return (String(match.1), String(match.2), String(match.3 ?? ""))
  }

  func isKnown(_ key: String) -> Bool { Self.allKeys.contains(key) }

  // MARK: - The file as a whole

  private var fences: YAMLRepair? {
    let marks = lines.indices.filter { lines[$0].trimmingWhitespace().hasPrefix("```") }
    guard let first = marks.first else { return nil }
    return without(
      marks, "“```” is not part of a script; take such lines out", at: first)
  }

  private var missingItems: YAMLRepair? {
    guard !lines.contains(where: { $0.hasPrefix("items:") }),
      let first = lines.firstIndex(where: { $0.trimmingWhitespace().hasPrefix("- ") })
    else { return nil }
    var repaired = repair(
      "“items:” is missing above the first question", first + 1, 1, ["items:", lines[first]])
    if YAMLRepair.errorLine(in: repaired.lines) != nil {
      repaired = repair(
        repaired.message, first + 1, 1, ["items:", "  " + lines[first].trimmingWhitespace()])
    }
    return repaired
  }
}
