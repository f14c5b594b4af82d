import Phrases
internal import Yams

/// Question marks in texts in several languages, in braces without quotation marks: other programs that read YAML
/// take them for a sign of theirs, and stop.
extension ScriptReader {
  /// Says so, line by line, with each line as it should be.
  mutating func warnOfQuestionMarks() {
    guard let root else { return }
    var unquoted: [Int: [Node]] = [:]
    collectQuestions(in: root, &unquoted)
    for nodes in unquoted.values {
      let nodes = nodes.sorted { ($0.mark?.column ?? 0) < ($1.mark?.column ?? 0) }
      guard let first = nodes.first else { continue }
      let texts = nodes.map { $0.scalar?.string ?? "" }
      if let open = texts[0].first, let close = texts[0].last, texts.allSatisfy(Self.isCurly) {
        report(
          "\(String(open)) and \(String(close)) are no quotation marks here; plain ones are",
          .warning,
          at: place(of: first), correction: line(quoting: nodes))
        continue
      }
      report(
        "inside { } a text with a question mark stands in quotation marks; other programs that read YAML stop at it",
        .warning, at: place(of: first), correction: line(quoting: nodes))
    }
  }

  /// Whether a text stands between quotation marks as they are printed, and has none within.
  private static func isCurly(_ text: String) -> Bool {
    guard text.count > 2, let first = text.first, let last = text.last else { return false }
    return "“„".contains(first) && "”“".contains(last)
      && !text.dropFirst().dropLast().contains { "“”„".contains($0) }
  }

  private func collectQuestions(in node: Node, _ found: inout [Int: [Node]]) {
    if let sequence = node.sequence {
      for value in sequence { collectQuestions(in: value, &found) }
    }
    guard let mapping = node.mapping else { return }
    for (_, value) in mapping { collectQuestions(in: value, &found) }
    guard isFlow(node), mapping.contains(where: { $0.key.scalar?.string == "en" }) else { return }
    for (_, value) in mapping {
      guard let scalar = value.scalar, scalar.style == .plain, scalar.string.contains("?"),
        let mark = value.mark
      else { continue }
      found[mark.line, default: []].append(value)
    }
  }

  /// The line of some texts with quotation marks around each; `nil` where one goes on in the next line.
  private func line(quoting nodes: [Node]) -> String? {
    guard var line = nodes.first.flatMap({ self.line(of: $0) }).map(Array.init) else { return nil }
    for node in nodes.reversed() {
      guard let text = node.scalar?.string, let column = node.mark?.column, column >= 1,
        column - 1 + text.count <= line.count,
        String(line[(column - 1)..<(column - 1 + text.count)]) == text
      else { return nil }
      let said = Self.isCurly(text) ? String(text.dropFirst().dropLast()) : text
      line.replaceSubrange((column - 1)..<(column - 1 + text.count), with: FlowText.inQuotes(said))
    }
    return String(line)
  }
}
