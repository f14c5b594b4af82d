import Phrases
import Yams

/// Reads a matrix: several items on one scale.
extension ScriptReader {
  /// Several items on one scale, under one heading.
  mutating func matrix(_ mapping: Node.Mapping, node: Node, at position: [Int]) -> Entry? {
    if reportRowsInHead(mapping["matrix"], node) { return nil }
    var own = fields(of: mapping, known: Self.matrixKeys)
    let title = wording("matrix", in: &own)
    if own["answer"] == nil {
      reportMissing(
        "“answer” is missing: what kind of answer is wanted of each row", at: node,
        adding: "answer",
        "scale 1..5", behind: nil)
      breakRows(own["rows"])
      return nil
    }
    guard case .mapping(let rows)? = own["rows"] else {
      breakRows(own["rows"])
      let names = own["rows"]?.sequence.map { $0.compactMap { $0.scalar?.string } } ?? []
      let words = own["rows"]?.scalar?.string ?? ""
      let said =
        names.isEmpty ? FlowText.parts(words, between: [",", ";"]).filter { !$0.isEmpty } : names
      let rows =
        said.isEmpty
        ? Mistakes.known.examples["rows"] ?? ""
        : FlowText.braces(said.map { (Self.slug($0), $0) })
      report(
        "a matrix needs “rows”: names with their words, such as rows: {calm: Calm, drive: Drive}",
        at: own["rows"] ?? node,
        mending: own["rows"].map { rowsBelow($0, said, rows) }
          ?? adding("rows", rows, to: node, behind: own["matrix"]))
      return nil
    }
    let shared = mapping.filter { key, _ in
      let name = key.scalar?.string ?? ""
      return Self.itemKeys.contains(name) && !["id", "order"].contains(name)
    }
    var entries: [Entry] = []
    for (key, value) in rows {
      var pairs: [(Node, Node)] = [(Node("id"), key), (Node("ask"), value)]
      for (key, value) in shared { pairs.append((key, value)) }
      // What was written under another name stands for all rows as well.
      if mapping["answer"] == nil, let answer = own["answer"] {
        pairs.append((Node("answer"), answer))
      }
      let row = Node.Mapping(pairs, .implicit, .any, key.mark)
      if let entry = item(
        row, node: .mapping(row), at: position + [entries.count], section: title)
      {
        entries.append(entry)
      }
    }
    if let id = own["id"]?.scalar?.string {
      scope.matrices[id] = rows.keys.compactMap { $0.scalar?.string }
    }
    return title.map {
      .section(
        Section(
          place: place(of: node), title: $0, when: nil, isShuffled: isShuffled(own["order"]),
          entries: entries))
    }
  }

  /// The rows of a matrix with names, in braces or each on its line as they were.
  private func rowsBelow(_ node: Node, _ said: [String], _ rows: String) -> Correction? {
    guard let mark = node.mark, node.sequence != nil, !isFlow(node) else {
      return saying(rows, at: node, for: "rows")
    }
    let lead = String(repeating: " ", count: mark.column + 1)
    return Correction([
      .lines(
        mark.line...mark.line + max(1, said.count) - 1,
        said.map { "\(lead)\(Self.slug($0)): \(Self.plain($0))" }.joined(separator: "\n")
      )
    ])
  }
}
