import Yams

/// Reads what stands in a list of items: sections, rosters, includes, notes, matrices and values.
extension ScriptReader {
  func names(in sequence: Node.Sequence, depth: Int) -> Set<String> {
    guard depth <= Self.maximumDepth else { return [] }
    return sequence.reduce(into: []) { names, node in
      guard case .mapping(let mapping) = node else { return }
      if let id = mapping["id"]?.scalar?.string { names.insert(id) }
      if let definition = mapping["let"]?.scalar?.string {
        names.insert(String(definition.prefix { $0 != "=" }).trimmingWhitespace())
      }
      if case .mapping(let rows)? = mapping["rows"] {
        for row in rows.keys { if let id = row.scalar?.string { names.insert(id) } }
      }
      if case .sequence(let inner)? = mapping["items"] {
        names.formUnion(self.names(in: inner, depth: depth + 1))
      }
    }
  }

  mutating func append(
    _ sequence: Node.Sequence, to entries: inout [Entry], at position: [Int], section: Wording?,
    depth: Int
  ) {
    for node in sequence {
      guard case .mapping(let mapping) = node else {
        report("an item is a mapping with the keys id, ask and answer", at: node)
        continue
      }
      let place = position + [entries.count]
      let keys = Set(mapping.keys.compactMap { $0.scalar?.string })
      let entry: Entry?
      if keys.contains("include") {
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
      } else if !keys.contains("id"), let foreign = foreignHead(of: mapping) {
        report(
          "write “\(foreign.meant)” for “\(foreign.word)”", at: foreign.node,
          correcting: (foreign.word, foreign.meant))
        continue
      } else {
        entry = item(mapping, node: node, at: place, section: section)
      }
      if let entry { entries.append(entry) }
    }
  }

  /// A word that begins an entry in other languages, where nothing here says that it is an item.
  private func foreignHead(of mapping: Node.Mapping) -> (word: String, meant: String, node: Node)? {
    guard mapping["id"] == nil, mapping["ask"] == nil, let first = mapping.keys.first,
      let word = first.scalar?.string
    else { return nil }
    let heads = ["for each", "section", "include", "note", "let", "matrix"]
    guard let meant = Mistakes.meant(by: word, among: heads, Mistakes.known.keys) else {
      return nil
    }
    return (word, meant, first)
  }

  /// The items of another file, as if they stood here.
  mutating func include(
    _ mapping: Node.Mapping, to entries: inout [Entry], at position: [Int], section: Wording?,
    depth: Int
  ) {
    let fields = fields(of: mapping, known: ["include"])
    guard let node = fields["include"], let name = text(node) else { return }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard name.count <= 200, !name.contains("\\"), !name.contains(":"),
      parts.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") })
    else {
      return report(
        "an include names a file in the script's own folder, unlike “\(name)”", at: node)
    }
    guard name != ownName, name != file, !includeStack.contains(name) else {
      let circle = (includeStack.drop { $0 != name } + [file, name]).joined(separator: " → ")
      return report("“\(name)” includes itself (\(circle)); take one of the includes out", at: node)
    }
    guard included.count < Self.maximumIncludes, includeStack.count < 8 else {
      return report("at most \(Self.maximumIncludes) files are included, 8 deep", at: node)
    }
    guard let text = including(name) else {
      return report("there is no file “\(name)” beside this script that can be read", at: node)
    }
    included[name] = text
    let outer = file
    includeStack.append(outer)
    file = name
    defer {
      file = outer
      includeStack.removeLast()
    }
    guard let root = compose(text) else { return }
    guard case .mapping(let inner) = root, case .sequence(let sequence)? = inner["items"] else {
      return report("an included file is a mapping with the key items", at: root)
    }
    _ = self.fields(of: inner, known: ["items"])
    scope.later.formUnion(names(in: sequence, depth: 0))
    append(sequence, to: &entries, at: position, section: section, depth: depth + 1)
  }

  /// The list under `items`; what is wrong is said where there is none.
  private mutating func inner(_ fields: [String: Node], of node: Node, _ owner: String)
    -> Node.Sequence?
  {
    switch fields["items"] {
    case .sequence(let sequence)?:
      if sequence.isEmpty { report("there is no question in “items”", at: fields["items"]) }
      return sequence
    case nil:
      report(
        "\(owner) needs “items”: its questions, each with a dash, further in than “\(owner.filter { !"“”".contains($0) })”",
        at: node)
    case let other?:
      report(
        other.scalar?.string.isEmpty == true || other.scalar?.string == "null"
          ? "“items” is empty; its questions stand under it, each dash two spaces further in"
          : "“items” is a list, each of its questions beginning with a dash",
        at: other)
    }
    return nil
  }

  mutating func section(
    _ mapping: Node.Mapping, node: Node, at position: [Int], depth: Int
  ) -> Entry? {
    var fields = fields(of: mapping, known: ["section", "when", "order", "items"])
    let title = wording("section", in: &fields)
    let when = fields["when"].flatMap { condition($0) }
    let isShuffled = isShuffled(fields["order"])
    guard let inner = inner(fields, of: node, "“section”") else { return nil }
    let before = scope.items
    var entries: [Entry] = []
    for child in inner {
      // What comes in random order cannot rest on each other.
      if isShuffled { scope.shuffled = Set(scope.items.keys).subtracting(before.keys) }
      append(
        Node.Sequence([child]), to: &entries, at: position, section: title, depth: depth + 1)
    }
    scope.shuffled = []
    return title.map {
      .section(
        Section(
          place: place(of: node), title: $0, when: when, isShuffled: isShuffled, entries: entries))
    }
  }

  mutating func isShuffled(_ node: Node?) -> Bool {
    guard let node, let text = text(node) else { return false }
    if text != "random" {
      report("“order” is random, or is left out, unlike “\(text)”", at: node)
    }
    return text == "random"
  }

  mutating func roster(
    _ mapping: Node.Mapping, node: Node, at position: [Int], section: Wording?, depth: Int
  ) -> Entry? {
    let fields = fields(of: mapping, known: ["for each", "as", "when", "order", "items"])
    guard let listNode = fields["for each"], let listName = text(listNode) else { return nil }
    guard let inner = inner(fields, of: node, "“for each”") else { return nil }
    let list: ItemID
    do throws(ExpressionFault) {
      list = try scope.inside(rosterOver: listName, at: 0).members.list
    } catch {
      report(error, at: listNode)
      // Its questions are read all the same, so that later mentions of them are no faults of their own.
      var unused: [Entry] = []
      let name = fields["as"]?.scalar?.string ?? "element"
      scope.rosters.append((ItemID(listName), ItemID(listName), name))
      append(inner, to: &unused, at: position, section: section, depth: depth + 1)
      scope.rosters.removeLast()
      return nil
    }
    let elementName = fields["as"].flatMap { text($0) } ?? "element"
    if scope.items[ItemID(elementName)] != nil {
      report("“\(elementName)” is the name of an item already", at: fields["as"])
    }
    let outer = scope.rosters
    scope.rosters.append((list, scope.items[list]?.root ?? list, elementName))
    scope.elementNames[list] = elementName
    let when = fields["when"].flatMap { condition($0) }
    var entries: [Entry] = []
    append(inner, to: &entries, at: position, section: section, depth: depth + 1)
    scope.rosters = outer
    return .roster(
      Roster(
        list: list, place: place(of: node), elementName: elementName, when: when,
        isShuffled: isShuffled(fields["order"]), entries: entries))
  }

  /// Something that is said and not asked.
  private mutating func note(
    _ mapping: Node.Mapping, node: Node, at position: [Int], section: Wording?
  ) -> Entry? {
    let fields = fields(of: mapping, known: ["note", "id", "when"])
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
    var fields = fields(of: mapping, known: ["let", "label"])
    guard let node = fields["let"], let text = text(node) else { return nil }
    guard let equals = text.firstIndex(of: "=") else {
      report(
        "a value is written name = expression, such as let: total = sum(hours, chores)", at: node)
      return nil
    }
    let name = String(text[..<equals]).trimmingWhitespace()
    let source = String(text[text.index(after: equals)...])
    let offset = text.distance(from: text.startIndex, to: equals) + 1
    guard let id = newID(name, at: node) else { return nil }
    scope.current = name
    defer { scope.current = nil }
    scope.later.remove(name)
    let label = wording("label", in: &fields)
    do throws(ExpressionFault) {
      let value = try ExpressionParser.value(source, in: scope)
      let rosters = scope.rosters
      var known = Scope.Known(type: value.type, rosters: rosters.map(\.root), root: id)
      known.extent = scope.extent(of: value.expression)
      scope.items[id] = known
      let calculation = Calculation(
        id: id, label: label, source: source.trimmingWhitespace(), place: place(of: node),
        expression: value.expression, type: value.type, rosters: rosters.map(\.list))
      calculations[id] = calculation
      return .calculation(calculation)
    } catch {
      report(error, at: node, behind: offset)
      scope.items[id] = Scope.Known(
        type: .broken, rosters: scope.rosters.map(\.root), root: id)
      return nil
    }
  }

  /// Several items on one scale, under one heading.
  private mutating func matrix(_ mapping: Node.Mapping, node: Node, at position: [Int]) -> Entry? {
    var own = fields(
      of: mapping, known: ["matrix", "rows", "order"] + Self.itemKeys.filter { $0 != "ask" })
    let title = wording("matrix", in: &own)
    guard case .mapping(let rows)? = own["rows"] else {
      report(
        "a matrix needs “rows”: names with their words, such as rows: {calm: Calm, drive: Drive}",
        at: own["rows"] ?? node)
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
      let row = Node.Mapping(pairs, .implicit, .any, key.mark)
      if let entry = item(
        row, node: .mapping(row), at: position + [entries.count], section: title)
      {
        entries.append(entry)
      }
    }
    return title.map {
      .section(
        Section(
          place: place(of: node), title: $0, when: nil, isShuffled: isShuffled(own["order"]),
          entries: entries))
    }
  }

  /// A name that is free; what is wrong with it is said where it is not.
  mutating func newID(_ name: String, at node: Node?) -> ItemID? {
    guard isName(name) else {
      report("an id is a word of letters, digits and underscores, unlike “\(name)”", at: node)
      return nil
    }
    let id = ItemID(name)
    guard scope.items[id] == nil else {
      report("there is an item “\(name)” already; ids are unique", at: node)
      return nil
    }
    return id
  }

  func isName(_ name: String) -> Bool {
    guard let first = name.first, first.isLetter || first == "_", name.count <= 60 else {
      return false
    }
    return name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
      && !["and", "or", "not", "in", "yes", "no", "true", "false", "element"].contains(name)
  }

  /// Lets what follows speak of an item.
  mutating func define(_ id: ItemID, kind: AnswerKind) {
    var known = Scope.Known(
      type: kind.rules.type, kind: kind, rosters: scope.rosters.map(\.root), root: id)
    if case .elements(let list)? = kind.offer?.origin, let source = scope.known(list.rawValue) {
      known.root = source.root
      known.carried = source.carried + 1
    }
    known.scores = kind.offer?.scores ?? [:]
    scope.items[id] = known
  }

  mutating func put(_ item: Item, at position: [Int], section: Wording?) {
    placements[item.id] = Placement(
      item: item, rosters: scope.rosters.map(\.list), roots: scope.rosters.map(\.root),
      root: scope.items[item.id]?.root ?? item.id, position: position, section: section)
  }
}
