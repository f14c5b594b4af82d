import Phrases
internal import Yams

/// What is wrong with an entry of a list of items as a whole, and what was meant.
extension ScriptReader {
  private static let assignment = WrittenForm(
    regex: /(?:let\s+)?([\p{L}_][\p{L}\p{N}_]*)\s*:?=\s*(.+)/)

  /// Says what an entry is made of, where there is a bare text.
  mutating func reportNoItem(_ node: Node) {
    let said = node.scalar?.string.trimmingWhitespace() ?? ""
    let line = line(of: node)
    let indent = line.map { String($0.prefix { $0 == " " }) } ?? ""
    guard !isWithinFlow(node), !said.isEmpty, let mark = node.mark else {
      return report(
        "an item is a mapping with the keys id, ask and answer", at: node, mending: without(node))
    }
    if let keys = withColons(said, at: node) {
      return report(
        "behind a key stands a colon, unlike “=”", at: node,
        mending: Correction([
          .lines(mark.line...mark.line + keys.count - 1, keys.joined(separator: "\n"))
        ]))
    }
    if let match = said.wholeMatch(of: Self.assignment) {
      return report(
        "a value that is worked out begins with “let:”", .error, at: place(of: node),
        correction: "\(indent)- let: \(match.1) = \(match.2)")
    }
    report(
      "an item is a mapping with the keys id, ask and answer", at: node,
      mending: Correction([
        .line(
          mark.line,
          "\(indent)- id: \(proposedID(for: said))\n\(indent)  ask: \(Self.plain(said))\n\(indent)  answer: text"
        )
      ]))
  }

  private static let equalsSign = WrittenForm(regex: /(\s*(?:- +)?)([a-z ]+?)\s*=\s*(.*)/)

  /// The lines of an entry whose keys have equals signs behind them, with colons; `nil` where they are none.
  private func withColons(_ said: String, at node: Node) -> [String]? {
    guard let match = said.prefixMatch(of: Self.equalsSign),
      Self.itemKeys.contains(String(match.2)),
      let column = node.mark?.column
    else { return nil }
    let whole = lines(of: node, from: column - 1).prefix { !$0.allSatisfy(\.isWhitespace) }
    let keys = whole.compactMap { line -> String? in
      guard let match = line.wholeMatch(of: Self.equalsSign),
        Self.itemKeys.contains(String(match.2))
      else { return nil }
      return "\(match.1)\(match.2): \(match.3)"
    }
    return keys.count == whole.count ? keys : nil
  }

  /// An entry whose first key has what belongs behind its colon, such as `for each w:`, as it is meant; it has
  /// been reported.
  mutating func withHead(_ mapping: Node.Mapping) -> (Node.Mapping, head: String)? {
    guard let (key, value) = mapping.first.map({ ($0.key, $0.value) }),
      let name = key.scalar?.string,
      let head = ["for each", "section", "note", "include"].first(where: {
        name.hasPrefix("\($0) ")
      }),
      let meant = withoutColon(key, name, value, [head])
    else { return nil }
    var pairs: [(Node, Node)] = [
      (.scalar(Node.Scalar(head, .implicit, .plain, key.mark)), meant.value)
    ]
    for (key, value) in mapping.dropFirst() { pairs.append((key, value)) }
    return (Node.Mapping(pairs, .implicit, .any, mapping.mark), head)
  }

  /// A word that begins an entry in other languages, where nothing here says that it is an item.
  func foreignHead(of mapping: Node.Mapping) -> (word: String, meant: String, node: Node)? {
    guard mapping["id"] == nil, mapping["ask"] == nil, let first = mapping.keys.first,
      let word = first.scalar?.string
    else { return nil }
    // A page or a panel of questions is a section, whatever its name is called.
    let holds = ["elements", "questions", "items", "fields"].contains { mapping[$0] != nil }
    if holds, ["name", "title", "label", "page", "panel"].contains(word) {
      return (word, "section", first)
    }
    // What has an answer is a question.
    guard mapping["answer"] == nil, mapping["type"] == nil else { return nil }
    let heads = ["for each", "section", "include", "note", "let", "matrix"]
    guard let meant = Mistakes.meant(by: word, among: heads, Mistakes.known.keys) else {
      return nil
    }
    return (word, meant, first)
  }

  private static let elementInList = WrittenForm(
    regex: /(?:each |every )?(\w+)\s+(?:in|of|from)\s+\{?(\w+)\}?/)
  private static let listAsElement = WrittenForm(regex: /\{?(\w+)\}?\s*(?:\bas\b|:|->|→)\s*(\w+)/)

  /// The list that a roster goes through, and the name of its things where that stands with it; what is written
  /// as elsewhere is reported, and read as it is meant.
  mutating func listName(_ written: String, at node: Node) -> (
    list: String, element: String?
  ) {
    for (form, listFirst) in [(Self.elementInList, false), (Self.listAsElement, true)] {
      guard let match = written.wholeMatch(of: form) else { continue }
      let list = String(listFirst ? match.1 : match.2)
      let element = String(listFirst ? match.2 : match.1)
      report(
        "“for each” names the list alone; the name of one thing of it stands in “as”", at: node,
        mending: saying(list, at: node, with: [("as", element)]))
      return (list, element)
    }
    let bare = written.trimmingPrefix("each ").filter { !"{}[]“”'\"".contains($0) }
      .trimmingWhitespace()
    if bare != written, scope.known(bare) != nil {
      report(
        "“for each” has the name of the list alone", .error, at: place(of: node),
        correction: line(of: node, saying: bare))
      return (bare, nil)
    }
    return (written, nil)
  }

  /// The name after `as`; one in braces is reported, and read.
  mutating func nameOfElement(_ node: Node) -> String? {
    let braced = node.mapping.flatMap { $0.count == 1 ? $0.keys.first?.scalar?.string : nil }
    let said = braced ?? node.scalar?.string.trimmingWhitespace() ?? ""
    let bare = said.filter { !"{}[]“”'\"$".contains($0) }.trimmingWhitespace()
    guard braced != nil || bare != said else { return text(node) }
    report(
      "a name stands here without braces or quotation marks", .error, at: place(of: node),
      correction: line(of: node, saying: bare))
    return bare
  }

  /// A “for each” or a section whose question stands in it, and not under `items`.
  mutating func reportBare(
    _ mapping: Node.Mapping, _ node: Node, _ keys: [String], _ what: Phrase
  ) {
    let column = (node.mark?.column ?? 1) - 1
    let inner = String(repeating: " ", count: column + 2)
    var kept: [String] = []
    var moved: [String] = []
    for line in lines(of: node, from: column) where !line.allSatisfy(\.isWhitespace) {
      // The dash goes to whatever stands first now.
      let text = line.trimmingWhitespace().trimmingPrefix("- ")
      let key = text.prefix { $0 != ":" }
      if key == "items" { continue }
      if keys.contains(String(key)) {
        let dash = kept.isEmpty ? "- " : "  "
        kept.append(String(repeating: " ", count: max(0, column - 2)) + dash + text)
      } else {
        moved.append(inner + (moved.isEmpty ? "- " : "  ") + text)
      }
    }
    let below = String(repeating: " ", count: column) + "items:"
    report(
      "\(what) stands under “items”, each question with a dash", at: node,
      mending: isFlow(node)
        ? inBraces(mapping, keys, at: node)
        : node.mark.map {
          Correction([
            .lines(
              $0.line...$0.line + lines(of: node, from: column).extent - 1,
              (kept + [below] + moved).joined(separator: "\n"))
          ])
        })
    if let id = mapping["id"]?.scalar?.string {
      scope.later.remove(id)
      scope.items[ItemID(id)] = Scope.Known(
        type: .broken, rosters: scope.rosters.map(\.root), root: ItemID(id))
    }
  }

  /// A question in braces under the `items` of what is in braces itself.
  private func inBraces(_ mapping: Node.Mapping, _ keys: [String], at node: Node) -> Correction? {
    guard let line = line(of: node), let mark = node.mark, mark.column <= line.count else {
      return nil
    }
    var kept: [Substring] = []
    var moved: [Substring] = []
    for (key, value) in mapping where value.mark?.line == mark.line {
      guard let column = key.mark?.column, let range = Self.flowEntry(in: line, at: column) else {
        continue
      }
      if key.scalar.map({ keys.contains($0.string) }) == true {
        if key.scalar?.string != "items" { kept.append(line[range]) }
      } else {
        moved.append(line[range])
      }
    }
    let inner = "items: [{\(moved.joined(separator: ", "))}]"
    let start = line.index(line.startIndex, offsetBy: mark.column - 1)
    return Correction([
      .line(mark.line, "\(line[..<start]){\(kept.joined(separator: ", ")), \(inner)}")
    ])
  }

  /// A note that is given an answer, or whose words stand behind `ask`.
  mutating func reportAskingNote(_ mapping: Node.Mapping, _ node: Node) {
    let said = mapping["note"]?.scalar?.string ?? ""
    let words = said.isEmpty || said == "null" ? mapping["ask"]?.scalar?.string ?? "…" : said
    let column = (node.mark?.column ?? 3) - 1
    let lead = String(repeating: " ", count: max(0, column - 2))
    let isQuestion = mapping["answer"] != nil
    if isFlow(node), let mark = node.mark, let line = line(of: node) {
      let said = FlowText.quoted(words)
      let entry =
        isQuestion
        ? Self.example(
          "asked", indent: 0,
          ["ask": said, "kind": mapping["answer"]?.scalar?.string ?? "text"])
        : "{note: \(said)}"
      return report(
        isQuestion
          ? "a note asks nothing, so it has no “answer”; a question begins with “id” and has “ask”"
          : "the words of a note stand behind “note”", at: node,
        mending: Correction([.line(mark.line, "\(line.prefix(mark.column - 1))\(entry)")]))
    }
    let last = mapping.filter { ["note", "ask", "answer"].contains($0.key.scalar?.string) }
      .compactMap { $0.value.mark?.line }.max()
    let first = node.mark?.line ?? 1
    report(
      isQuestion
        ? "a note asks nothing, so it has no “answer”; a question begins with “id” and has “ask”"
        : "the words of a note stand behind “note”",
      at: node,
      mending: Correction([
        .lines(
          first...max(first, last ?? first),
          isQuestion
            ? "\(lead)- id: question\n\(lead)  ask: \(Self.plain(words))\n\(lead)  answer: \(mapping["answer"]?.scalar?.string ?? "text")"
            : "\(lead)- note: \(Self.plain(words))")
      ]))
  }

  /// Reports texts that are added to names: what is said with an answer in it is a text with braces.
  mutating func reportJoined(
    _ source: String, _ whole: String, at node: Node, behind: Int
  ) -> Bool {
    let words = source.split(separator: " ").map(String.init)
    let isRow = words.count > 1 && words.allSatisfy { scope.known($0)?.type == .text }
    let parts = isRow ? words : FlowText.parts(source, between: ["+", "&"])
    guard parts.count > 1,
      isRow || parts.contains(where: { $0.first.map { "'\"".contains($0) } == true }),
      parts.allSatisfy({ part in
        FlowText.unquoted(part) != part || scope.known(part) != nil
      })
    else { return false }
    // "a" + 1 is a sum with a name in quotation marks, and not a text.
    guard
      !parts.contains(where: {
        scope.known(FlowText.unquoted($0)) != nil && FlowText.unquoted($0) != $0
      })
    else { return false }
    // What stands between two quotation marks keeps its blanks.
    let said =
      isRow
      ? words.map { "{\($0)}" }.joined(separator: " ")
      : source.split(separator: "+").map { part -> String in
        let bare = part.trimmingWhitespace()
        return FlowText.unquoted(bare) != bare ? FlowText.unquoted(bare) : "{\(bare)}"
      }.joined()
    let lead = line(of: node).map { String($0.prefix { $0 == " " }) } ?? "  "
    let place = place(of: node)
    report(
      "texts are not added; a text quotes an answer by its name in braces, in a question or a note",
      at: SourcePlace(file: place.file, line: place.line, column: place.column + behind),
      mending: spelledOut(said, for: whole, at: node)
        ?? Correction([.line(place.line, "\(lead)- note: \(Self.plain(said))")]))
    return true
  }

  /// The texts below that quote a value with what it is made of instead, and the value left out; `nil` where
  /// none quotes it.
  private func spelledOut(_ said: String, for definition: String, at node: Node) -> Correction? {
    let name = definition.prefix { $0 != "=" }.trimmingWhitespace()
    guard let all = lines[file], let number = node.mark?.line, !isWithinFlow(node) else {
      return nil
    }
    let quoted = all.indices.dropFirst(number).filter { all[$0].contains("{\(name)}") }
    guard !quoted.isEmpty else { return nil }
    return Correction(
      [.without(number...number)]
        + quoted.map { .line($0 + 1, String(all[$0]).replacing("{\(name)}", with: said)) })
  }

  /// Reports several values behind one `let`.
  mutating func reportValues(_ source: String, _ name: String, at node: Node) -> Bool {
    let parts = FlowText.parts(source, between: [",", ";"])
    let further = parts.dropFirst().map {
      $0.split(separator: "=", maxSplits: 1).map { $0.trimmingWhitespace() }
    }
    guard let first = parts.first, !further.isEmpty,
      further.allSatisfy({ $0.count == 2 && isName($0[0]) }), let mark = node.mark,
      !isWithinFlow(node)
    else { return false }
    let lead = line(of: node).map { String($0.prefix { $0 == " " }) } ?? ""
    let all = [[name, first]] + further
    for value in further where scope.items[ItemID(value[0])] == nil {
      scope.items[ItemID(value[0])] = Scope.Known(
        type: .broken, rosters: scope.rosters.map(\.root), root: ItemID(value[0]))
    }
    report(
      "each value has a “let” of its own", at: node,
      mending: Correction([
        .line(
          mark.line,
          all.map { "\(lead)- let: \(Self.plain("\($0[0]) = \($0[1])"))" }.joined(separator: "\n"))
      ]))
    return true
  }

  /// The text behind `let`; a name and a value below it are reported.
  mutating func definition(_ node: Node) -> String? {
    guard let mapping = node.mapping, let (key, value) = mapping.first.map({ ($0.key, $0.value) }),
      let name = key.scalar?.string, let source = value.scalar?.string
    else { return text(node) }
    let lead = line(of: node).map { $0.prefix { $0 == " " }.count } ?? 4
    let indent = String(repeating: " ", count: max(0, lead - 4))
    let own = key.mark?.line ?? 1
    report(
      "a value is written on one line: let: name = expression", at: key,
      mending: isFlow(node)
        ? saying("\(name) = \(source)", at: node)
        : Correction([.lines(max(1, own - 1)...own, "\(indent)- let: \(name) = \(source)")]))
    scope.items[ItemID(name)] = Scope.Known(
      type: .broken, rosters: scope.rosters.map(\.root), root: ItemID(name))
    return nil
  }

  private static let nameWithoutEquals = WrittenForm(
    regex: /([\p{L}_][\p{L}\p{N}_]*)\s+(?:is|be|as|to|:)\s+(.+)/)

  mutating func reportNoEquals(_ text: String, _ mapping: Node.Mapping, at node: Node) {
    let value = (mapping["value"] ?? mapping["is"] ?? mapping["="])?.scalar?.string
    let match = text.wholeMatch(of: Self.nameWithoutEquals)
    let meant =
      match.map { "\($0.1) = \($0.2)" } ?? value.map { "\(text) = \($0)" }
      ?? (isName(text) ? "\(text) = …" : "total = \(text)")
    report(
      "a value is written name = expression, such as let: total = sum(hours, chores)", at: node,
      mending: mapping["value"].map { saying(Self.plain(meant), at: node, leavingOut: $0) }
        ?? saying(Self.plain(meant), at: node))
    let name = String(meant.prefix { $0 != " " })
    scope.later.remove(name)
    if isName(name), scope.items[ItemID(name)] == nil {
      scope.items[ItemID(name)] = Scope.Known(
        type: .broken, rosters: scope.rosters.map(\.root), root: ItemID(name))
    }
  }

  /// Lets rows of a matrix that cannot be read be spoken of without further faults.
  mutating func breakRows(_ node: Node?) {
    let names =
      node?.mapping?.keys.compactMap { $0.scalar?.string }
      ?? node?.sequence?.compactMap { $0.scalar?.string }.map(Self.slug) ?? []
    for name in names where scope.items[ItemID(name)] == nil {
      scope.later.remove(name)
      scope.items[ItemID(name)] = Scope.Known(
        type: .broken, rosters: scope.rosters.map(\.root), root: ItemID(name))
    }
  }

  /// A name made of a text.
  static func slug(_ text: String) -> String {
    let words = Words.tokens(of: text).prefix(3).map { $0.filter { $0.isLetter || $0.isNumber } }
    let name = words.filter { !$0.isEmpty }.joined(separator: "_")
    return name.first?.isLetter == true ? name : "item_\(name)"
  }
}
