import Phrases
import Yams

/// Reads what stands in a list of items: sections, rosters, includes, notes, matrices and values.
extension ScriptReader {
  static let sectionKeys = ["section", "when", "order", "items"]

  static let rosterKeys = ["for each", "as", "when", "order", "items"]

  static let noteKeys = ["note", "id", "when"]

  static let letKeys = ["let", "label"]

  static let matrixKeys = ["matrix", "rows"] + itemKeys.filter { $0 != "ask" }

  /// Every key that can stand in an entry of whatever sort.
  static let entryKeys: [String] =
    Set(
      sectionKeys + rosterKeys + noteKeys + letKeys + matrixKeys + itemKeys + ["include"]
    ).sorted()

  mutating func append(
    _ sequence: Node.Sequence, to entries: inout [Entry], at position: [Int], section: Wording?,
    depth: Int
  ) {
    for node in merged(sequence) {
      around.append(node)
      defer { around.removeLast() }
      guard case .mapping(let mapping) = node else {
        reportNoItem(node)
        continue
      }
      if reportParted(mapping, node) { continue }
      if let inner = reportCondition(mapping, node) {
        var unused: [Entry] = []
        append(inner, to: &unused, at: position, section: section, depth: depth + 1)
        continue
      }
      if reportEnd(mapping, node) || reportAsked(mapping, node) { continue }
      let place = position + [entries.count]
      let keys = Set(mapping.keys.compactMap { $0.scalar?.string })
      let entry: Entry?
      if keys.contains("ask"), keys.contains("id"),
        let head = ["include", "let"].first(where: keys.contains)
      {
        let question = reportWithin(head, mapping, node)
        entry = item(question, node: node, at: place, section: section)
      } else if keys.contains("include") {
        include(mapping, to: &entries, at: position, section: section, depth: depth)
        continue
      } else if keys.contains("for each") {
        entry = roster(mapping, node: node, at: place, section: section, depth: depth)
      } else if keys.contains("section") {
        entry = self.section(mapping, node: node, at: place, depth: depth)
      } else if keys.contains("note") {
        entry = note(mapping, node: node, at: place, section: section)
      } else if keys.contains("let") {
        entry = calculation(mapping)
      } else if keys.contains("matrix") {
        entry = matrix(mapping, node: node, at: place)
      } else if let (mended, head) = withHead(mapping) {
        // Read as what was meant, so that one slip is reported once.
        entry =
          switch head {
          case "for each":
            roster(mended, node: node, at: place, section: section, depth: depth)
          case "section": self.section(mended, node: node, at: place, depth: depth)
          default: nil
          }
      } else if !keys.contains("id"), let foreign = foreignHead(of: mapping) {
        let rest =
          foreign.word.hasPrefix("\(foreign.meant) ")
          ? foreign.word.dropFirst(foreign.meant.count).trimmingWhitespace() : nil
        report(
          rest == nil
            ? "write “\(foreign.meant)” for “\(foreign.word)”"
            : "the colon stands behind “\(foreign.meant)”",
          .error, at: self.place(of: foreign.node), correcting: (foreign.word, foreign.meant),
          correction: rest.flatMap { line(of: foreign.node, saying: $0, for: foreign.meant) })
        continue
      } else if !keys.contains("id"), reportBareValue(mapping, node) {
        continue
      } else {
        entry = item(mapping, node: node, at: place, section: section)
      }
      if let entry { entries.append(entry) }
    }
  }

  /// Something that is said and not asked.
  private mutating func note(
    _ mapping: Node.Mapping, node: Node, at position: [Int], section: Wording?
  ) -> Entry? {
    if mapping["answer"] != nil || mapping["ask"] != nil {
      reportAskingNote(mapping, node)
      return nil
    }
    let fields = fields(of: mapping, known: Self.noteKeys)
    notes += 1
    var name = fields["id"].flatMap { text($0) } ?? "note_\(notes)"
    while fields["id"] == nil, scope.items[ItemID(name)] != nil || scope.later.contains(name) {
      notes += 1
      name = "note_\(notes)"
    }
    guard let id = newID(name, at: fields["id"] ?? node) else { return nil }
    let when = fields["when"].flatMap { condition($0) }
    guard let ask = fields["note"].flatMap({ template($0) }) else { return nil }
    define(id, kind: .note)
    let item = Item(
      id: id, ask: ask, kind: .note, why: nil, hint: nil, when: when, probes: [], checks: [],
      feeds: nil, recall: nil, isRequired: false, suggestion: nil, formerIDs: [],
      place: place(of: node))
    put(item, at: position, section: section)
    return .item(item)
  }

  /// `let: total = sum(chores, hours)`.
  private mutating func calculation(_ mapping: Node.Mapping) -> Entry? {
    let isWhole = mapping["let"]?.scalar?.string.contains("=") != false
    var fields = fields(of: mapping, known: Self.letKeys + (isWhole ? [] : ["value"]))
    guard let node = fields["let"], let text = definition(node) else { return nil }
    guard let equals = text.firstIndex(of: "=") else {
      reportNoEquals(text, mapping, at: node)
      return nil
    }
    let name = String(text[..<equals]).trimmingWhitespace()
    var source = String(text[text.index(after: equals)...])
    let offset = text.distance(from: text.startIndex, to: equals) + 1
    guard let id = newID(name, at: node) else {
      scope.later.remove(name)
      if scope.items[ItemID(name)] == nil {
        scope.items[ItemID(name)] = Scope.Known(type: .broken, root: ItemID(name))
      }
      return nil
    }
    if source.hasPrefix("=") {
      report(
        "a value has one “=” between its name and what it is", .error, at: place(of: node),
        correction: line(
          of: node, with: "\(name) =\(source.drop { $0 == "=" })", for: text))
      source = String(source.drop { $0 == "=" })
      scope.items[id] = Scope.Known(type: .broken, rosters: scope.rosters.map(\.root), root: id)
      return nil
    }
    scope.current = name
    defer { scope.current = nil }
    scope.later.remove(name)
    let label = wording("label", in: &fields)
    if reportValues(source, name, at: node) {
      scope.items[id] = Scope.Known(type: .broken, rosters: scope.rosters.map(\.root), root: id)
      return nil
    }
    if reportJoined(source, text, at: node, behind: offset) {
      scope.items[id] = Scope.Known(type: .broken, rosters: scope.rosters.map(\.root), root: id)
      return nil
    }
    let value = reading(source, at: node, behind: offset, isValue: true) {
      source, scope throws(ExpressionFault) in
      try ExpressionParser.value(source, in: scope)
    }
    guard let value else {
      scope.items[id] = Scope.Known(
        type: .broken, rosters: scope.rosters.map(\.root), root: id)
      return nil
    }
    warnOfNothing(in: text, value.expression, at: node)
    let rosters = scope.rosters
    var known = Scope.Known(type: value.type, rosters: rosters.map(\.root), root: id)
    known.extent = scope.extent(of: value.expression)
    scope.items[id] = known
    let calculation = Calculation(
      id: id, label: label, source: source.trimmingWhitespace(), place: place(of: node),
      expression: value.expression, type: value.type, rosters: rosters.map(\.list))
    calculations[id] = calculation
    return .calculation(calculation)
  }

  mutating func put(_ item: Item, at position: [Int], section: Wording?) {
    placements[item.id] = Placement(
      item: item, rosters: scope.rosters.map(\.list), roots: scope.rosters.map(\.root),
      root: scope.items[item.id]?.root ?? item.id, position: position, section: section)
  }
}
