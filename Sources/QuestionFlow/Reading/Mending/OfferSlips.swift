import Phrases
import Yams

/// Options that stand in another place than theirs, or cannot be typed.
extension ScriptReader {
  /// Reports options in brackets behind `from`, which names an earlier answer.
  mutating func reportOptions(_ node: Node, beside choices: Node?) -> Bool {
    guard let options = node.sequence?.compactMap({ $0.scalar?.string }), !options.isEmpty,
      choices == nil
    else { return false }
    let message: Phrase =
      "“from” names an earlier answer; options of their own stand under “choices”"
    if isFlow(node) {
      report(
        message, at: node,
        mending: FlowText.list(options).flatMap { saying($0, at: node, for: "choices") })
    } else {
      report(message, at: node, mending: keyAbove(node, "choices:"))
    }
    return true
  }

  /// The line with the key that something stands below, as it should be.
  func keyAbove(_ node: Node, _ text: String) -> Correction? {
    guard let all = lines[file], let mark = node.mark,
      let above = all.indices.prefix(mark.line - 1).last(where: {
        !all[$0].allSatisfy(\.isWhitespace)
      })
    else { return nil }
    let lead = all[above].prefix { " -".contains($0) }
    let indent = String(repeating: " ", count: lead.count)
    let lines = text.split(separator: "\n").enumerated()
      .map { "\($0.offset == 0 ? String(lead) : indent)\($0.element)" }
    return Correction([.line(above + 1, lines.joined(separator: "\n"))])
  }

  private static let firstFew = WrittenForm(
    regex:
      /(?:the\s+)?(?:top|first|best)\s+([0-9]+|[a-z]+)\s+(?:of|from|in)\s+([\p{L}_][\p{L}\p{N}_]*)/)

  /// Reports `from: top 2 of ways`; the first few are those of a ranking.
  mutating func reportTop(_ node: Node) -> Bool {
    guard let said = node.scalar?.string.trimmingWhitespace(),
      let match = said.wholeMatch(of: Self.firstFew), let count = Mistakes.number(String(match.1)),
      scope.known(String(match.2))?.hasElements == true, let entry = around.last,
      let first = entry.mark?.line, let head = line(of: entry),
      let line = line(of: node, saying: "\(match.2)_order")
    else { return false }
    let lead = head.prefix { $0 == " " }
    let asked = [
      "\(lead)- id: \(match.2)_order", "\(lead)  ask: Put them in order, the best first.",
      "\(lead)  answer: rank top \(NumberAnswer.spoken(count)) of \(match.2)",
    ]
    report(
      "“from” takes a whole answer; the first few are those of a ranking, which is asked before",
      at: node,
      mending: Correction([
        .line(first, (asked + [head]).joined(separator: "\n")),
        .line(node.mark?.line ?? first, line),
      ]))
    return true
  }

  /// Reports options in brackets behind `for each`, which goes through an answer.
  mutating func reportOptions(_ node: Node, _ mapping: Node.Mapping, _ entry: Node) -> Bool {
    guard let options = node.sequence?.compactMap({ $0.scalar?.string }), options.count > 1,
      isFlow(node), let list = FlowText.list(options), let mark = entry.mark,
      node.mark?.line == mark.line, let line = line(of: node, saying: "…")
    else { return false }
    var name = "\(mapping["as"]?.scalar?.string ?? "thing")s"
    while scope.known(name) != nil || scope.later.contains(name) { name += "_2" }
    let lead = line.prefix { $0 == " " }
    let asked = [
      "\(lead)- id: \(name)", "\(lead)  ask: Which of these …?", "\(lead)  answer: choices",
      "\(lead)  choices: \(list)", line.replacing("…", with: name),
    ]
    report(
      "“for each” goes through an answer, so that what it goes through is asked before",
      at: node, mending: Correction([.line(mark.line, asked.joined(separator: "\n"))]))
    return true
  }

  /// The scores that stand beside the labels of options, which is reported.
  mutating func scoresInside(_ node: Node?, of parent: Node) -> [String: (
    value: Double, node: Node
  )] {
    guard let options = node?.mapping else { return [:] }
    var scores: [String: (value: Double, node: Node)] = [:]
    var pairs: [(name: String, text: String)] = []
    var changes: [Correction] = []
    for (key, value) in options {
      guard let id = key.scalar?.string, let score = value.mapping?["score"],
        let said = score.scalar?.string, let number = Mistakes.number(said)
      else { continue }
      scores[id] = (number, score)
      pairs.append((id, NumberAnswer.spoken(number)))
      if let change = without(score) { changes.append(change) }
    }
    guard let first = scores[pairs.first?.name ?? ""]?.node else { return [:] }
    let added = adding(
      "scores", FlowText.braces(pairs), to: parent, behind: parent.mapping?["answer"])
    let isOnOneLine = Set(options.compactMap { $0.value.mark?.line }).count < options.count
    report(
      "what options count stands under “scores” of the question, such as scores: {never: 0, often: 2}",
      at: first, mending: isOnOneLine ? added : changes.reduce(added) { $0?.and($1) })
    return scores
  }

  /// Whether options read alike because a number sign has cut them, which is told as an error then.
  mutating func areCut(_ node: Node) -> Bool {
    let places = Set((node.sequence ?? []).compactMap { $0.mark?.line })
    var isCut = false
    faults = faults.map { fault in
      guard fault.file == file, places.contains(fault.line), fault.severity == .warning,
        fault.excerpt.contains(" #")
      else { return fault }
      isCut = true
      return ScriptFault(
        severity: .error, file: fault.file, line: fault.line, column: fault.column,
        phrase: fault.phrase, excerpt: fault.excerpt, correction: fault.correction)
    }
    return isCut
  }

  /// Says so where an option would be taken for a command, or for the number of another one.
  mutating func warnOfCommands(_ labels: [Wording], at node: Node) {
    let nodes =
      node.sequence.map { Array($0) }
      ?? node.mapping.map { $0.map { $0.value.mapping?["label"] ?? $0.value } } ?? []
    guard nodes.count == labels.count else { return }
    for (index, label) in labels.enumerated() {
      let text = label.text()
      let place = nodes[index].mapping?["en"] ?? nodes[index]
      if text.hasPrefix("/") {
        report(
          "what begins with “/” is a command where people type, so that this cannot be chosen by its words",
          .warning, at: place, mending: renaming(place, String(text.drop { $0 == "/" })))
      }
    }
    // Numbers in another order than their own: what is typed is both a number and a text.
    let numbers = labels.map { Int($0.text()) }
    guard
      let wrong = numbers.indices.first(where: { index in
        numbers[index].map { $0 != index + 1 && (1...labels.count).contains($0) } ?? false
      }), numbers.compactMap(\.self) != numbers.compactMap(\.self).sorted()
    else { return }
    let place = nodes[wrong].mapping?["en"] ?? nodes[wrong]
    let said = labels[wrong].text()
    report(
      "who types \(said) may mean this or the option with that number; say it in words", .warning,
      at: place, mending: renaming(place, "… \(said)"))
  }
}
