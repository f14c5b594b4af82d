import Phrases
internal import Yams

/// Lines that stand too far in, so that they are taken for more of the text above them.
extension ScriptReader {
  private static let swallowedKey = WrittenForm(regex: /^(when|if|answer)\s*:?\s+(.+)$/)

  /// Says so where a text goes on with what is a line of its own: an entry with a dash, a condition or an answer
  /// without its colon.
  mutating func warnOfSwallowed(_ node: Node) {
    guard let scalar = node.scalar, scalar.style == .plain, let mark = node.mark,
      let all = lines[file], all.indices.contains(mark.line),
      all[mark.line].first == " ", let own = line(of: node)
    else { return }
    let column = own.prefix { " -".contains($0) }.count
    let next = String(all[mark.line])
    let lead = next.prefix { $0 == " " }.count
    let text = next.trimmingWhitespace()
    guard lead >= column || own.trimmingWhitespace().hasPrefix("- ") && lead > column - 2,
      !text.isEmpty, scalar.string.contains(text)
    else { return }
    if text.hasPrefix("- ") {
      let indent = own.prefix { $0 == " " }
      return report(
        "this dash stands further in than the one above it, so that it goes on with its text",
        .warning, at: SourcePlace(file: file, line: mark.line + 1, column: lead + 1),
        mending: Correction([.line(mark.line + 1, "\(indent)\(text)")]))
    }
    guard let match = text.wholeMatch(of: Self.swallowedKey), isMeant(match.1, String(match.2))
    else { return }
    let indent = String(repeating: " ", count: column)
    report(
      "this line goes on with the text above it; a colon belongs behind “\(match.1)”, and the line further out",
      match.1 == "answer" ? .error : .warning,
      at: SourcePlace(file: file, line: mark.line + 1, column: lead + 1),
      mending: Correction([.line(mark.line + 1, "\(indent)\(match.1): \(match.2)")]))
  }

  /// Whether the answer of a question is taken for more of its text, which has been reported then.
  func isAnswerSwallowed(by ask: Node?) -> Bool {
    guard let number = ask?.mark?.line else { return false }
    return faults.contains { fault in
      fault.file == file && fault.line == number + 1 && fault.excerpt.contains("answer")
        && fault.severity == .error
    }
  }

  private func isMeant(_ key: Substring, _ value: String) -> Bool {
    if key == "answer" {
      return AnswerKind.names.contains(value) || OtherKinds(value).lines != nil
        || ["scale ", "number ", "rank "].contains(where: value.hasPrefix)
    }
    return (try? ExpressionParser.condition(value, in: scope)) != nil
  }

  /// Says so where a short option goes on in the next line, which has no dash.
  mutating func warnOfDashless(_ node: Node) {
    guard let scalar = node.scalar, scalar.style == .plain, let mark = node.mark,
      let all = lines[file], all.indices.contains(mark.line), let own = line(of: node),
      own.trimmingWhitespace().hasPrefix("- "), own.trimmingWhitespace().count < 40
    else { return }
    let next = String(all[mark.line])
    let text = next.trimmingWhitespace()
    let lead = own.prefix { $0 == " " }
    guard next.prefix(while: { $0 == " " }).count > lead.count, !text.isEmpty,
      !text.hasPrefix("- "), scalar.string.hasSuffix(text)
    else { return }
    report(
      "each option below “choices” begins with a dash; this line goes on with the one above it",
      .warning,
      at: SourcePlace(file: file, line: mark.line + 1, column: next.count - text.count + 1),
      mending: Correction([.line(mark.line + 1, "\(lead)- \(text)")]))
  }
}
