import Phrases
import Yams

/// Reads what holds items of its own: sections, rosters, and the files that are included.
extension ScriptReader {
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
  mutating func inner(_ fields: [String: Node], of node: Node, _ owner: String)
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
    case let other? where other.mapping?["id"] != nil && !isFlow(other):
      report(
        "“items” is a list, each of its questions beginning with a dash", at: other,
        mending: withItems(for: other))
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
    let count = moved.isEmpty ? 0 : (moved.endIndex - moved.startIndex)
    return Correction([
      .lines(
        last...last + max(0, count),
        (head + moved.map { lead + "  " + $0.dropFirst(dash) }).joined(separator: "\n"))
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
    guard let listNode = fields["for each"] else { return nil }
    if reportOptions(listNode, mapping, node) {
      scope.rosters.append(
        (ItemID("…"), ItemID("…"), fields["as"]?.scalar?.string ?? "element"))
      var unused: [Entry] = []
      if let inner = fields["items"]?.sequence {
        append(inner, to: &unused, at: position, section: section, depth: depth + 1)
      }
      scope.rosters.removeLast()
      return nil
    }
    guard let written = listName(listNode) else { return nil }
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
}
