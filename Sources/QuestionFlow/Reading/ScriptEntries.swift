internal import Yams

extension ScriptReader {
  func names(in sequence: Node.Sequence, depth: Int) -> Set<String> {
    guard depth <= Self.maximumDepth else { return [] }
    return sequence.reduce(into: []) { names, node in
      guard case .mapping(let mapping) = node else { return }
      if let id = mapping["id"]?.scalar?.string { names.insert(id) }
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
      let entry: Entry?
      if mapping["include"] != nil {
        include(mapping, to: &entries, at: position, section: section, depth: depth)
        continue
      } else if mapping["for each"] != nil {
        entry = roster(mapping, node: node, at: place, section: section, depth: depth)
      } else if mapping["section"] != nil {
        entry = self.section(mapping, node: node, at: place, depth: depth)
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

  mutating func section(
    _ mapping: Node.Mapping, node: Node, at position: [Int], depth: Int
  ) -> Entry? {
    var fields = fields(of: mapping, known: ["section", "when", "items"])
    let title = wording("section", in: &fields)
    let when = fields["when"].flatMap { condition($0) }
    guard case .sequence(let inner)? = fields["items"] else {
      report("a section needs “items”", at: node)
      return nil
    }
    var entries: [Entry] = []
    append(inner, to: &entries, at: position, section: title, depth: depth + 1)
    return title.map {
      .section(Section(place: place(of: node), title: $0, when: when, entries: entries))
    }
  }

  mutating func roster(
    _ mapping: Node.Mapping, node: Node, at position: [Int], section: Wording?, depth: Int
  ) -> Entry? {
    let fields = fields(of: mapping, known: ["for each", "as", "when", "items"])
    guard let listNode = fields["for each"], let listName = text(listNode) else { return nil }
    guard case .sequence(let inner)? = fields["items"] else {
      report("“for each” needs “items”", at: node)
      return nil
    }
    let list: ItemID
    do throws(ExpressionFault) {
      list = try scope.inside(rosterOver: listName, at: 0).list
    } catch {
      report(error.message, at: listNode)
      return nil
    }
    let elementName = fields["as"].flatMap { text($0) } ?? "element"
    if scope.items[ItemID(elementName)] != nil {
      report("“\(elementName)” is the name of an item already", at: fields["as"])
    }
    let outer = scope
    scope.rosters.append((list, elementName))
    scope.elementNames[list] = elementName
    let when = fields["when"].flatMap { condition($0) }
    var entries: [Entry] = []
    append(inner, to: &entries, at: position, section: section, depth: depth + 1)
    scope.rosters = outer.rosters
    return .roster(
      Roster(
        list: list, place: place(of: node), elementName: elementName, when: when, entries: entries))
  }

  static let itemKeys = [
    "id", "ask", "answer", "why", "hint", "when", "probe", "check", "feeds", "between", "labels",
    "choices", "recall",
  ]

  mutating func item(
    _ mapping: Node.Mapping, node: Node, at position: [Int], section: Wording?
  ) -> Entry? {
    var fields = fields(of: mapping, known: Self.itemKeys)
    guard let name = requiredText("id", in: &fields, of: node) else { return nil }
    let id = ItemID(name)
    if !isName(name) {
      report(
        "an id is a word of letters, digits and underscores, unlike “\(name)”", at: fields["id"])
      return nil
    }
    if scope.items[id] != nil {
      report("there is an item “\(name)” already; ids are unique", at: fields["id"])
      return nil
    }
    scope.current = name
    let when = fields["when"].flatMap { condition($0) }
    scope.current = nil
    let ask = fields["ask"].flatMap { template($0) }
    if fields["ask"] == nil { report("“ask” is missing: the question itself", at: node) }
    let kind = kind(&fields, of: node)
    scope.later.remove(name)
    guard let ask, let kind else {
      // Later mentions of a broken item would only repeat the fault.
      scope.items[id] = Scope.Known(kind: .text, rosters: scope.rosters.map(\.list))
      return nil
    }
    scope.items[id] = Scope.Known(kind: kind, rosters: scope.rosters.map(\.list))
    let item = Item(
      id: id, ask: ask, kind: kind, why: wording("why", in: &fields),
      hint: wording("hint", in: &fields), when: when, probes: probes(fields["probe"], of: kind),
      checks: checks(fields["check"]), feeds: fields["feeds"].flatMap { feed($0) },
      recall: fields["recall"].flatMap { recall($0) }, place: place(of: fields["id"] ?? node))
    placements[id] = Placement(
      item: item, rosters: scope.rosters.map(\.list), position: position, section: section)
    return .item(item)
  }

  func isName(_ name: String) -> Bool {
    guard let first = name.first, first.isLetter || first == "_", name.count <= 60 else {
      return false
    }
    return name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
      && !["and", "or", "not", "in", "yes", "no", "true", "false", "element"].contains(name)
  }

  mutating func recall(_ node: Node) -> Recall? {
    guard let text = text(node) else { return nil }
    if let recall = Recall(rawValue: text) { return recall }
    let known = Recall.allCases.map { "“\($0.rawValue)”" }.joined(separator: ", ")
    report("“recall” is one of \(known), unlike “\(text)”", at: node)
    return nil
  }

  mutating func feed(_ node: Node) -> Feed? {
    guard let text = text(node) else { return nil }
    let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
    guard let role = parts.first else { return nil }
    if let roles, !roles.contains(role) {
      let nearest = Spelling.nearest(to: role, among: roles.sorted())
      report(
        "nothing is fed by “\(role)”"
          + (nearest.map { "; did you mean “\($0)”?" }
            ?? "; there are \(roles.sorted().joined(separator: ", "))"),
        at: node)
    }
    return Feed(role: role, aspect: parts.count == 2 ? parts[1] : nil)
  }

  mutating func sequence(_ node: Node?) -> [Node] {
    switch node {
    case nil: []
    case .sequence(let sequence)?: Array(sequence)
    case let single?: [single]
    }
  }

  mutating func probes(_ node: Node?, of kind: AnswerKind) -> [Probe] {
    sequence(node).compactMap { node -> Probe? in
      guard case .mapping(let mapping) = node else {
        report("a probe is a mapping with the keys if and ask", at: node)
        return nil
      }
      let fields = fields(of: mapping, known: ["if", "ask"])
      guard let conditionNode = fields["if"], let askNode = fields["ask"] else {
        report("a probe needs both “if” and “ask”", at: node)
        return nil
      }
      if case .list = kind { scope.probesElements = true }
      defer { scope.probesElements = false }
      guard let condition = condition(conditionNode), let ask = template(askNode) else {
        return nil
      }
      return Probe(
        condition: condition, ask: ask,
        isPerElement: (condition.expression.references + ask.references).contains(.probedElement))
    }
  }

  mutating func checks(_ node: Node?) -> [Check] {
    sequence(node).compactMap { node -> Check? in
      guard case .mapping(let mapping) = node else {
        report("a check is a mapping with the keys that and say", at: node)
        return nil
      }
      let fields = fields(of: mapping, known: ["that", "say"])
      guard let conditionNode = fields["that"], let sayNode = fields["say"] else {
        report("a check needs both “that” and “say”", at: node)
        return nil
      }
      guard let condition = condition(conditionNode), let say = template(sayNode) else {
        return nil
      }
      return Check(condition: condition, say: say)
    }
  }
}
