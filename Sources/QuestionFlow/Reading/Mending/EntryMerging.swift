import Phrases
import Yams

/// Entries that are parted by a slip, read as what was meant so that one slip is told once.
extension ScriptReader {
  private static let further: Set<String> = ["ask", "answer", "choices", "labels", "why", "when"]

  /// The entries with those put together that belong to one question, whose every line begins with a dash.
  mutating func merged(_ sequence: Node.Sequence) -> [Node] {
    var nodes: [Node] = []
    var isMerging = false
    for node in sequence {
      guard let mapping = node.mapping, !isFlow(node), let last = nodes.last?.mapping,
        last["id"] != nil, last["answer"] == nil, mapping.count == 1, mapping["id"] == nil,
        let key = mapping.keys.first?.scalar?.string, Self.further.contains(key),
        last[key] == nil, last.count == 1 || isMerging
      else {
        nodes.append(node)
        isMerging = false
        continue
      }
      if !isMerging { reportDashes(from: node, in: sequence) }
      isMerging = true
      let pairs = last.map { ($0.key, $0.value) } + mapping.map { ($0.key, $0.value) }
      nodes[nodes.count - 1] = .mapping(Node.Mapping(pairs, .implicit, .any, last.mark))
    }
    return nodes
  }

  private mutating func reportDashes(from first: Node, in sequence: Node.Sequence) {
    let marks = sequence.compactMap(\.mark).filter { $0.line >= first.mark?.line ?? 0 }
    var changes: [Correction.Change] = []
    for mark in marks {
      guard let all = lines[file], all.indices.contains(mark.line - 1),
        !all[mark.line - 1].trimmingWhitespace().hasPrefix("- id:")
      else { break }
      let line = all[mark.line - 1]
      let lead = line.prefix { $0 == " " }
      changes.append(.line(mark.line, "\(lead)  \(line.dropFirst(lead.count + 2))"))
    }
    report(
      "one dash begins a question; its further lines stand below it without one", at: first,
      mending: Correction(changes))
  }

  /// Reports an entry in braces that a comma or a missing blank parts otherwise than it was meant.
  mutating func reportParted(_ mapping: Node.Mapping, _ node: Node) -> Bool {
    guard isFlow(node), let mark = node.mark, let line = line(of: node),
      mapping.contains(where: { key, value in
        let name = key.scalar?.string ?? ""
        let isEmpty = value.scalar.map { $0.string.isEmpty || $0.string == "null" } ?? false
        return isEmpty && !Self.entryKeys.contains(name)
      }),
      let entry = FlowEntry(line, keys: Self.entryKeys)
    else { return false }
    report(
      entry.message, at: SourcePlace(file: file, line: mark.line, column: entry.column),
      mending: Correction([.line(mark.line, entry.line)]))
    // What is asked there is known all the same, so that later mentions of it are no faults of their own.
    if let id = entry.pairs.first(where: { $0.key == "id" })?.value {
      scope.later.remove(id)
      scope.items[ItemID(id)] = Scope.Known(
        type: .broken, rosters: scope.rosters.map(\.root), root: ItemID(id))
    }
    return true
  }

  /// Reports a value that is worked out under its own name, as in `total: a * 2`.
  mutating func reportBareValue(_ mapping: Node.Mapping, _ node: Node) -> Bool {
    guard mapping["ask"] == nil, mapping["answer"] == nil, let first = mapping.first,
      let name = first.key.scalar?.string, isName(name), let value = first.value.scalar?.string,
      mapping.count == 1 || mapping.count == 2 && mapping["label"] != nil,
      (try? ExpressionParser.value(value, in: scope)) != nil
    else { return false }
    report(
      "a value that is worked out begins with “let:”", at: first.key,
      mending: saying("\(name) = \(value)", at: first.key, for: "let"))
    scope.later.remove(name)
    scope.items[ItemID(name)] = Scope.Known(
      type: .broken, rosters: scope.rosters.map(\.root), root: ItemID(name))
    return true
  }

  /// Reports questions that stand under the answer which leads to them; they are a “when” away.
  mutating func reportBranch(_ key: Node, _ name: String, _ value: Node, in mapping: Node.Mapping)
    -> Bool
  {
    guard ["yes", "no", "ja", "nein"].contains(name.lowercased()), !isWithinFlow(key),
      let id = mapping["id"]?.scalar?.string, let mark = key.mark, value.scalar == nil
    else { return false }
    let condition = ["yes", "ja"].contains(name.lowercased()) ? id : "not \(id)"
    let dash = String(repeating: " ", count: max(0, mark.column - 3))
    let below = lines(of: key, from: mark.column).dropFirst()
      .filter { !$0.allSatisfy(\.isWhitespace) }
    let depth = below.first?.prefix { $0 == " " }.count ?? 0
    let made = below.flatMap { line -> [String] in
      let text = dash + line.dropFirst(min(depth, line.prefix { $0 == " " }.count))
      return text.trimmingWhitespace().hasPrefix("- ")
        ? [text, "\(dash)  when: \(condition)"] : [text]
    }
    report(
      "what is asked after an answer is a question of its own, with “when”", at: key,
      mending: Correction([
        .lines(
          mark.line...mark.line + lines(of: key, from: mark.column).extent - 1,
          made.joined(separator: "\n"))
      ]))
    return true
  }
}
