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
    report(
      "nothing stands behind “date”; from when to when it goes is said by a “check”", at: node,
      mending: saying(
        "date", at: node,
        with: [
          (
            "check",
            "{that: \(asking) >= \(match.1) and \(asking) <= \(match.2), say: \(words)}"
          )
        ]))
    return true
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
