import Phrases
import Yams

/// What stands behind `answer` and is no kind: two kinds, options, nothing at all, a stretch of time.
extension ScriptReader {
  /// Reports several kinds in brackets, and options with dashes below the key.
  mutating func reportSeveral(_ node: Node) -> Bool {
    guard let options = node.sequence?.compactMap({ $0.scalar?.string }), !options.isEmpty else {
      return false
    }
    if isFlow(node) {
      guard options.allSatisfy({ AnswerKind.names.contains($0) }) else { return false }
      report(
        "an answer is of one kind; two kinds are two questions", at: node,
        mending: options.prefix(2).map { saying($0, at: node) }
          .reduce(nil) { first, other in first.map { $0?.or(other ?? nil) } ?? other } ?? nil)
      return true
    }
    report(
      "the options stand on a line of their own, under “choices”", at: node,
      mending: keyAbove(node, "answer: choice\nchoices:"))
    return true
  }

  /// Reports a question that asks nothing: it is a note.
  mutating func reportNoAnswer(
    _ text: String, _ fields: [String: Node], of entry: Node, at node: Node
  ) -> Bool {
    guard Mistakes.known.noAnswers.contains(text.lowercased()) else { return false }
    guard let said = fields["ask"]?.scalar?.string, let mark = entry.mark, !isFlow(entry),
      let line = line(of: entry)
    else { return false }
    let lead = line.prefix { $0 == " " }
    let whole = lines(of: entry, from: mark.column - 1)
    let count = (whole.lastIndex { !$0.allSatisfy(\.isWhitespace) } ?? 0) + 1
    let when = fields["when"]?.scalar.map { "\n\(lead)  when: \(Self.plain($0.string))" } ?? ""
    report(
      "what is said and not asked is a “note”", at: node,
      mending: Correction([
        .lines(
          mark.line...mark.line + count - 1,
          "\(lead)- note: \(Self.plain(said.trimmingWhitespace()))\(when)")
      ]))
    return true
  }

  private static let span = WrittenForm(
    regex: /date\s+(?:from\s+)?(.+?)\s*(?:\.\.|\bto\b|\buntil\b)\s*(.+)/
  )

  /// Reports a date from one day to another, which a check says.
  mutating func reportSpan(_ text: String, _ fields: [String: Node], at node: Node) -> Bool {
    guard let match = text.wholeMatch(of: Self.span), let asking, fields["check"] == nil else {
      return false
    }
    let words = Mistakes.known.examples["words of a date"] ?? ""
    // A year is all of its days.
    func day(_ said: Substring, _ end: String) -> String {
      said.count == 4 && said.allSatisfy(\.isNumber) ? "\(said)-\(end)" : String(said)
    }
    report(
      "nothing stands behind “date”; from when to when it goes is said by a “check”", at: node,
      mending: saying(
        "date", at: node,
        with: [
          (
            "check",
            "{that: \(asking) >= \(day(match.1, "01-01")) and \(asking) <= \(day(match.2, "12-31")), say: \(words)}"
          )
        ]))
    return true
  }

  private static let wordsAsEnds = WrittenForm(
    regex:
      /scale\s+(?:from\s+)?([\p{L}][\p{L} ]*?)\s*(?:\.{2,3}|\bto\b|\bbis\b|[-–])\s*([\p{L}][\p{L} ]*)/
  )
  private static let wordsBehind = WrittenForm(
    regex:
      /scale\s+(-?[0-9]+)\s*(?:\.{2,3}|[-–]|to)\s*([0-9]+)\s*[(,:]\s*([\p{L}][\p{L} ]*?)\s*(?:\.{2,3}|\bto\b|\bbis\b|[-–\/,])\s*([\p{L}][\p{L} ]*)\)?/
  )
  private static let ofSomething = WrittenForm(regex: /number\s+(?:of|in)\s+[\p{L}][\p{L} ]*/)

  /// A scale with words for its ends, or a number with what is counted: the kind alone, and what stands below it.
  static func described(_ text: String) -> (kind: String, more: [(key: String, value: String)])? {
    func labelled(_ kind: String, _ points: [String], _ words: [Substring]) -> (
      kind: String, more: [(key: String, value: String)]
    ) {
      let pairs = zip(points, words).map { (name: $0, text: String($1)) }
      return (kind, [("labels", FlowText.braces(pairs))])
    }
    let numerals = Mistakes.known.numerals
    if let match = text.wholeMatch(of: wordsAsEnds), numerals[match.1.lowercased()] == nil {
      return labelled("scale 1..5", ["1", "5"], [match.1, match.2])
    }
    if let match = text.wholeMatch(of: wordsBehind) {
      return labelled(
        "scale \(match.1)..\(match.2)", [String(match.1), String(match.2)], [match.3, match.4])
    }
    return text.wholeMatch(of: ofSomething).map { _ in ("number", []) }
  }

  /// Options with the labels that stand beside them as on a scale.
  func renamed(_ choices: Node?, by labels: Node) -> Correction? {
    guard let choices, isFlow(choices),
      let options = choices.sequence?.compactMap({ $0.scalar?.string }), let words = labels.mapping
    else { return nil }
    let pairs = options.map { (name: $0, text: words[$0]?.scalar?.string ?? $0) }
    guard pairs.allSatisfy({ isName($0.name) }) else { return nil }
    return saying(FlowText.braces(pairs), at: choices, leavingOut: labels)
  }
}
