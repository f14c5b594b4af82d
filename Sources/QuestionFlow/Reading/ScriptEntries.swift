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

  func names(in sequence: Node.Sequence, depth: Int) -> Set<String> {
    guard depth <= Script.maximumDepth else { return [] }
    return sequence.reduce(into: []) { names, node in
      guard case .mapping(let mapping) = node else { return }
      if let id = mapping["id"]?.scalar?.string, mapping["matrix"] == nil { names.insert(id) }
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

  /// The entries by their ids, those in sections and rosters included.
  func entries(in sequence: Node.Sequence, depth: Int) -> [String: Node] {
    guard depth <= Script.maximumDepth else { return [:] }
    return sequence.reduce(into: [:]) { entries, node in
      guard case .mapping(let mapping) = node else { return }
      let id = mapping["id"]?.scalar?.string
      let value = mapping["let"]?.scalar?.string.prefix { $0 != "=" }.trimmingWhitespace()
      for name in [id, value].compactMap(\.self) where entries[name] == nil { entries[name] = node }
      if case .mapping(let rows)? = mapping["rows"] {
        for row in rows.keys { if let row = row.scalar?.string { entries[row] = node } }
      }
      if case .sequence(let inner)? = mapping["items"] {
        entries.merge(self.entries(in: inner, depth: depth + 1)) { first, _ in first }
      }
    }
  }

  /// The names of values that are worked out, those in sections and rosters included.
  func values(in sequence: Node.Sequence, depth: Int) -> Set<String> {
    guard depth <= Script.maximumDepth else { return [] }
    return sequence.reduce(into: []) { names, node in
      guard case .mapping(let mapping) = node else { return }
      if let definition = mapping["let"]?.scalar?.string {
        names.insert(String(definition.prefix { $0 != "=" }).trimmingWhitespace())
      }
      if case .sequence(let inner)? = mapping["items"] {
        names.formUnion(values(in: inner, depth: depth + 1))
      }
    }
  }

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
      let bare = parts.last { !$0.isEmpty && !$0.hasPrefix(".") } ?? "part.yaml"
      return report(
        "an include names a file in the script's own folder, unlike “\(name)”", at: node,
        mending: with(String(bare.split { "\\:".contains($0) }.last ?? bare), at: node))
    }
    guard name != ownName, name != file, !includeStack.contains(name) else {
      let circle = (includeStack.drop { $0 != name } + [file, name]).joined(separator: " → ")
      return report(
        "“\(name)” includes itself (\(circle)); take one of the includes out", at: node,
        mending: withoutEntry())
    }
    guard included.count < Self.maximumIncludes, includeStack.count < 8 else {
      return report(
        "at most \(Self.maximumIncludes) files are included, 8 deep", at: node,
        mending: withoutEntry())
    }
    guard let text = including(name) else {
      return report(
        "there is no file “\(name)” beside this script that can be read; put it there, or leave this out",
        at: node, mending: withoutEntry())
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
      return report(
        "an included file is a mapping with the key items", at: root,
        mending: root.mark.map {
          Correction([.line($0.line, Self.example("items", indent: 0))])
        })
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
      if let items = fields["items"], sequence.isEmpty {
        report(
          "there is no question in “items”", at: items, mending: itemsBelow(node, in: items))
      }
      return sequence
    case nil:
      report(
        "“\(owner)” needs “items”: its questions, each with a dash, further in than “\(owner)”",
        at: node, mending: itemsBelow(node, in: nil))
    case let other?:
      report(
        other.scalar?.string.isEmpty == true || other.scalar?.string == "null"
          ? "“items” is empty; its questions stand under it, each dash two spaces further in"
          : "“items” is a list, each of its questions beginning with a dash",
        at: other, mending: itemsBelow(node, in: other))
    }
    return nil
  }

  /// The entry that is being read is left out.
  private func withoutEntry() -> Correction? { around.last.flatMap { without($0) } }

  /// The questions of a section or a roster: those behind it, further in, or one to begin with.
  ///
  /// - Parameter items: what stands behind “items” now.
  private func itemsBelow(_ node: Node, in items: Node?) -> Correction? {
    if isFlow(node) {
      let question = Mistakes.known.examples["items in braces"] ?? "[]"
      return items.map { saying(question, at: $0) } ?? adding("items", question, to: node)
    }
    let all = lines[file] ?? []
    guard let start = node.mark, all.indices.contains(start.line - 1) else { return nil }
    let column = start.column - 1
    let last =
      items?.mark?.line
      ?? (start.line...max(start.line, all.count)).prefix {
        $0 == start.line
          || all[$0 - 1].prefix { $0 == " " }.count >= column
            && !all[$0 - 1].allSatisfy(\.isWhitespace)
      }.last ?? start.line
    let lead = String(repeating: " ", count: column)
    let head = items == nil ? ["\(all[last - 1])", "\(lead)items:"] : ["\(lead)items:"]
    // The next question stands where its own dash should be further in.
    let next = all.indices.contains(last) ? all[last] : ""
    guard next.trimmingWhitespace().hasPrefix("- "), items?.sequence == nil else {
      return Correction([
        .line(
          last,
          (head + [Self.example("entry", indent: column + 2, ["id": "question", "kind": "text"])])
            .joined(separator: "\n"))
      ])
    }
    let dash = next.prefix { $0 == " " }.count
    let moved = all[last...].prefix { line in
      line == next || line.prefix { $0 == " " }.count > dash || line.allSatisfy(\.isWhitespace)
    }.filter { !$0.allSatisfy(\.isWhitespace) }
    return Correction([
      .line(last, (head + moved.map { lead + "  " + $0.dropFirst(dash) }).joined(separator: "\n"))
    ])
  }

  mutating func section(
    _ mapping: Node.Mapping, node: Node, at position: [Int], depth: Int
  ) -> Entry? {
    let items = mapping["items"]
    if items == nil || items?.scalar.map({ $0.string.isEmpty || $0.string == "null" }) == true,
      mapping["ask"] != nil || mapping["answer"] != nil
    {
      reportBare(
        mapping.filter { $0.key.scalar?.string != "items" }.reduce(into: Node.Mapping([])) {
          $0[$1.key] = $1.value
        }, node, Self.sectionKeys.filter { $0 != "items" }, "what is asked in a section")
      return nil
    }
    var fields = fields(of: mapping, known: Self.sectionKeys)
    let title = wording("section", in: &fields)
    let when = fields["when"].flatMap { condition($0) }
    let isShuffled = isShuffled(fields["order"])
    guard let inner = inner(fields, of: node, "section") else { return nil }
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
      report(
        "“order” is random, or is left out, unlike “\(text)”", .error, at: place(of: node),
        correction: line(of: node, with: "random", for: text))
    }
    return text == "random"
  }

  mutating func roster(
    _ mapping: Node.Mapping, node: Node, at position: [Int], section: Wording?, depth: Int
  ) -> Entry? {
    if mapping["items"] == nil, mapping["ask"] != nil || mapping["answer"] != nil {
      reportBare(mapping, node, Self.rosterKeys, "what is asked for each thing")
      return nil
    }
    let fields = fields(of: mapping, known: Self.rosterKeys)
    guard let listNode = fields["for each"], let written = text(listNode) else { return nil }
    guard let inner = inner(fields, of: node, "for each") else {
      if let name = fields["as"]?.scalar?.string, scope.items[ItemID(name)] == nil {
        scope.items[ItemID(name)] = Scope.Known(type: .broken, root: ItemID(name))
      }
      return nil
    }
    let (listName, named) = self.listName(written, at: listNode)
    let list: ItemID
    do throws(ExpressionFault) {
      list = try scope.inside(rosterOver: listName, at: 0).members.list
    } catch {
      report(error, at: listNode)
      // Its questions are read all the same, so that later mentions of them are no faults of their own.
      var unused: [Entry] = []
      let name = fields["as"]?.scalar?.string ?? named ?? "element"
      scope.rosters.append((ItemID(listName), ItemID(listName), name))
      append(inner, to: &unused, at: position, section: section, depth: depth + 1)
      scope.rosters.removeLast()
      return nil
    }
    let elementName = fields["as"].flatMap { nameOfElement($0) } ?? named ?? "element"
    if scope.items[ItemID(elementName)] != nil {
      report(
        "“\(elementName)” is the name of an item already", at: fields["as"] ?? listNode,
        mending: fields["as"].flatMap { with("one_\(elementName)", at: $0) }
          ?? saying(listName, at: listNode, with: [("as", "one_\(elementName)")]))
    }
    let outer = scope.rosters
    scope.rosters.append((list, scope.items[list]?.root ?? list, elementName))
    scope.elementNames[list] = elementName
    let when = fields["when"].flatMap { condition($0) }
    var entries: [Entry] = []
    append(inner, to: &entries, at: position, section: section, depth: depth + 1)
    scope.rosters = outer
    if elementName != "element" { scope.formerRosters[elementName] = list }
    return .roster(
      Roster(
        list: list, place: place(of: node), elementName: elementName, when: when,
        isShuffled: isShuffled(fields["order"]), entries: entries))
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
    if reportJoined(source, text, at: node, behind: offset) {
      scope.items[id] = Scope.Known(type: .broken, rosters: scope.rosters.map(\.root), root: id)
      return nil
    }
    let value = reading(source, at: node, behind: offset) { source, scope throws(ExpressionFault) in
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

  /// Several items on one scale, under one heading.
  private mutating func matrix(_ mapping: Node.Mapping, node: Node, at position: [Int]) -> Entry? {
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
      .line(
        mark.line, said.map { "\(lead)\(Self.slug($0)): \(Self.plain($0))" }.joined(separator: "\n")
      )
    ])
  }

  /// A name that is free; what is wrong with it is said where it is not.
  mutating func newID(_ name: String, at node: Node?) -> ItemID? {
    guard isName(name) else {
      let isTaken = Self.wordsOfConditions.contains(name)
      report(
        isTaken
          ? "“\(name)” means something of its own in conditions; take another id"
          : "an id is a word of letters, digits and underscores, unlike “\(name)”",
        at: node.map(place(of:)) ?? SourcePlace(file: file, line: 1, column: 1),
        mending: node.flatMap { node in
          let meant = isTaken ? "\(name)_" : Self.slug(name)
          return line(of: node, with: meant, for: name).flatMap { line in
            node.mark.map { Correction([.line($0.line, line)]) }
          } ?? with(meant, at: node)
        })
      return nil
    }
    let id = ItemID(name)
    guard scope.items[id] == nil else {
      report(
        "there is an item “\(name)” already; ids are unique", .error,
        at: node.map(place(of:)) ?? SourcePlace(file: file, line: 1, column: 1),
        correction: node.flatMap { line(of: $0, with: "\(name)_2", for: name) })
      return nil
    }
    return id
  }

  func isName(_ name: String) -> Bool {
    guard let first = name.first, first.isLetter || first == "_", name.count <= 60 else {
      return false
    }
    return name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
      && !Self.wordsOfConditions.contains(name)
  }

  private static let wordsOfConditions: Set<String> = [
    "and", "or", "not", "in", "yes", "no", "true", "false", "element",
  ]

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
    entryNodes[id] = around.last
  }

  mutating func put(_ item: Item, at position: [Int], section: Wording?) {
    placements[item.id] = Placement(
      item: item, rosters: scope.rosters.map(\.list), roots: scope.rosters.map(\.root),
      root: scope.items[item.id]?.root ?? item.id, position: position, section: section)
  }
}
