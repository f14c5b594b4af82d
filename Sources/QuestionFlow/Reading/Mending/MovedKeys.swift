import Phrases
import Yams

/// Keys that say a whole line here, or belong to another entry.
extension ScriptReader {
  /// The key and its value that another tool's key stands for; `nil` where it stands for none.
  func lineMeant(_ plain: String, _ value: Node, in mapping: Node.Mapping, _ known: [String]) -> (
    key: String, value: String
  )? {
    guard let form = Mistakes.known.lines[plain],
      let said = value.scalar?.string.trimmingWhitespace()
    else { return nil }
    let filled = form.replacing("{value}", with: said)
      .replacing("{item}", with: mapping["id"]?.scalar?.string ?? "answer")
    let parts = filled.split(separator: ":", maxSplits: 1).map { $0.trimmingWhitespace() }
    guard parts.count == 2, known.contains(parts[0]), mapping[parts[0]] == nil else { return nil }
    return (parts[0], parts[1])
  }

  /// Reports a key that stands for another one together with what it says.
  mutating func reportLine(
    _ key: Node, _ name: String, _ value: Node, _ meant: (key: String, value: String)
  ) -> (key: String, value: Node)? {
    if ["no", "false"].contains(value.scalar?.string.trimmingWhitespace().lowercased()) {
      report(
        "where there is no “\(meant.key)”, the line is left out", at: key,
        mending: without(key, isKey: true))
      return nil
    }
    report(
      "what “\(name)” says is said by “\(meant.key)” here", at: key,
      mending: saying(meant.value, at: value, for: meant.key))
    guard !meant.value.hasPrefix("{") else { return nil }
    return (meant.key, .scalar(Node.Scalar(meant.value, .implicit, .plain, value.mark)))
  }

  /// Reports `multiple: yes`, which is a kind of answer here.
  mutating func reportSeveral(
    _ key: Node, _ plain: String, _ value: Node, in mapping: Node.Mapping, _ known: [String]
  ) -> Bool {
    guard Mistakes.known.several.contains(plain), known.contains("answer"),
      let answer = mapping["answer"], answer.scalar?.string.trimmingWhitespace() == "choice",
      let said = value.scalar?.string.lowercased()
    else { return false }
    let isNo = ["no", "false"].contains(said)
    report(
      "how many can be chosen is said by the kind: “choice” is one, “choices” are several", at: key,
      mending: isNo
        ? without(key, isKey: true) : saying("choices", at: answer, leavingOut: value))
    return true
  }

  /// Reports the name of one thing of a list in a question, and lets the question speak of it.
  mutating func reportName(_ key: Node, _ name: String, _ value: Node, _ known: [String]) -> Bool {
    guard name == "as", known.contains("ask"), !scope.rosters.isEmpty,
      let element = value.scalar?.string.trimmingWhitespace(),
      let roster = around.last(where: { $0.mapping?["for each"] != nil })
    else { return false }
    report(
      "“as” stands beside “for each”", at: key,
      mending: without(key, isKey: true)?.and(
        adding("as", element, to: roster, behind: roster.mapping?["for each"])))
    scope.rosters[scope.rosters.count - 1].elementName = element
    return true
  }

  /// Reports signs in a key that nobody sees.
  mutating func reportInvisible(_ key: Node, _ name: String, _ value: Node, _ known: [String]) -> (
    key: String, value: Node
  )? {
    let bare = String(
      String.UnicodeScalarView(
        name.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }))
    guard bare != name, known.contains(bare) else { return nil }
    report(
      "a sign that cannot be seen stands in “\(bare)”; type the word anew", .error,
      at: place(of: key), correcting: (name, bare))
    return (bare, value)
  }

  /// A key of the script as a whole that belongs to a question: the first one that it fits.
  func toQuestion(_ key: Node, _ name: String) -> Correction? {
    guard let mark = key.mark, !isWithinFlow(key), let line = line(of: key), includeStack.isEmpty,
      let sequence = root?.mapping?["items"]?.sequence
    else { return nil }
    let kinds = ["order": ["choice", "rank"], "pattern": ["text"], "labels": ["scale"]][name]
    let entry = sequence.first { entry in
      guard let kind = entry.mapping?["answer"]?.scalar?.string, entry.mapping?[name] == nil else {
        return false
      }
      return kinds?.contains(where: kind.hasPrefix) ?? true
    }
    guard let entry, let value = line.firstIndex(of: ":") else { return nil }
    let said = line[line.index(after: value)...].trimmingWhitespace()
    guard !said.isEmpty else { return nil }
    return Correction([.without(mark.line...mark.line)])
      .and(adding(name, said, to: entry, behind: entry.mapping?["answer"]))
  }

  /// Reports an entry of its own that stands within a question, and reads the question without it.
  mutating func reportWithin(_ head: String, _ mapping: Node.Mapping, _ node: Node) -> Node.Mapping
  {
    let pairs = mapping.filter { $0.key.scalar?.string != head }.map { ($0.key, $0.value) }
    let question = Node.Mapping(pairs, .implicit, .any, mapping.mark)
    guard let key = mapping.keys.first(where: { $0.scalar?.string == head }) else {
      return question
    }
    if head == "let", let said = mapping[head]?.scalar?.string {
      let name = said.prefix { $0 != "=" }.trimmingWhitespace()
      scope.later.remove(name)
      if scope.items[ItemID(name)] == nil {
        scope.items[ItemID(name)] = Scope.Known(
          type: .broken, rosters: scope.rosters.map(\.root), root: ItemID(name))
      }
    }
    var mending: Correction?
    if !isFlow(node), let mark = node.mark, let number = key.mark?.line, let own = line(of: key) {
      let whole = lines(of: node, from: mark.column - 1)
      let count = (whole.lastIndex { !$0.allSatisfy(\.isWhitespace) } ?? 0) + 1
      let lead = String(repeating: " ", count: max(0, mark.column - 3))
      let moved = "\(lead)- \(own.trimmingPrefix { " -".contains($0) })"
      var kept = Array(whole.prefix(count))
      if kept.indices.contains(number - mark.line) { kept.remove(at: number - mark.line) }
      if number == mark.line, !kept.isEmpty { kept[0] = "\(lead)- \(kept[0].trimmingWhitespace())" }
      mending = Correction([
        .lines(mark.line...mark.line + count - 1, (kept + [moved]).joined(separator: "\n"))
      ])
    }
    report(
      "“\(head)” is no part of a question; it has a dash of its own, below it", at: key,
      mending: mending)
    return question
  }

  private static let headKeys = [
    "id", "ask", "answer", "section", "for each", "note", "let", "matrix", "include",
  ]

  /// Reports questions under a condition alone: each has its own, or they are a section.
  mutating func reportCondition(_ mapping: Node.Mapping, _ node: Node) -> Node.Sequence? {
    guard
      let (key, value) = mapping.first(where: { pair in
        let name = pair.key.scalar?.string ?? ""
        return name == "when" || Mistakes.known.keys[Mistakes.plain(name)]?.words.first == "when"
      })
      .map({ ($0.key, $0.value) }),
      let inner = ["items", "then", "do", "questions"].compactMap({ mapping[$0]?.sequence }).first,
      !Self.headKeys.contains(where: { mapping[$0] != nil }), let mark = node.mark,
      let condition = value.scalar?.string, !isFlow(node)
    else { return nil }
    let whole = lines(of: node, from: mark.column - 1)
    let count = (whole.lastIndex { !$0.allSatisfy(\.isWhitespace) } ?? 0) + 1
    let lead = String(repeating: " ", count: max(0, mark.column - 3))
    let first = inner.first?.mark?.line ?? mark.line
    let depth = (inner.first?.mark?.column ?? mark.column) - 3
    let isPlain = inner.allSatisfy {
      $0.mapping?["id"] != nil && $0.mapping?["when"] == nil && !isFlow($0)
    }
    let text: [String]
    if isPlain, first > mark.line, depth >= 0 {
      text = whole.prefix(count).dropFirst(first - mark.line).flatMap { line -> [String] in
        let own = lead + line.dropFirst(min(depth, line.prefix { $0 == " " }.count))
        return own.hasPrefix("\(lead)- ")
          ? [own, "\(lead)  when: \(Self.plain(condition))"] : [own]
      }
    } else {
      text =
        [
          "\(lead)- section: …", "\(lead)  when: \(Self.plain(condition))",
        ] + whole.prefix(count).dropFirst(1)
    }
    report(
      "questions under one condition have it each for itself, or are a “section” with it", at: key,
      mending: Correction([
        .lines(mark.line...mark.line + count - 1, text.joined(separator: "\n"))
      ]))
    return inner
  }

  /// Reports `end: tired`: nothing ends a script but its last question.
  mutating func reportEnd(_ mapping: Node.Mapping, _ node: Node) -> Bool {
    guard mapping.count == 1, let pair = mapping.first, let name = pair.key.scalar?.string,
      Mistakes.known.ends.contains(Mistakes.plain(name)), let mark = node.mark
    else { return false }
    let said = pair.value.scalar?.string.trimmingWhitespace() ?? ""
    let opposite = isName(said) ? "not \(said)" : "not (\(said))"
    var mending = without(node)
    let next = laterNodes.values.filter { ($0.mark?.line ?? 0) > mark.line }
      .sorted { ($0.mark?.line ?? 0) < ($1.mark?.line ?? 0) }
    for entry in next where !said.isEmpty && entry.mapping?["id"] != nil {
      guard let when = entry.mapping?["when"] else {
        mending = mending?.and(adding("when", opposite, to: entry, behind: entry.mapping?["id"]))
        continue
      }
      let own = when.scalar?.string ?? ""
      let first = own.contains(" or ") ? "(\(own))" : own
      mending = mending?.and(with("\(first) and \(opposite)", at: when))
    }
    report(
      "a script ends with its last question; what is not asked any more has a “when” that says so",
      at: node, mending: mending)
    return true
  }

  /// Reports a question whose words are its key: `What did you like?: text`.
  mutating func reportAsked(_ mapping: Node.Mapping, _ node: Node) -> Bool {
    guard mapping["id"] == nil, mapping["ask"] == nil, !isFlow(node), let mark = node.mark,
      let pair = mapping.first, let asked = pair.key.scalar?.string, asked.contains(" "),
      let said = pair.value.scalar?.string.trimmingWhitespace(),
      asked.hasSuffix("?") || AnswerKind.names.contains(said),
      let line = line(of: node)
    else { return false }
    let lead = line.prefix { $0 == " " }
    let kind =
      mapping["answer"] != nil
      ? nil : AnswerKind.names.contains(said) ? said : OtherKinds(said).lines?.first
    let new =
      [
        "\(lead)- id: \(proposedID(for: asked))", "\(lead)  ask: \(Self.plain(asked))",
      ] + (mapping["answer"] != nil ? [] : ["\(lead)  answer: \(kind ?? "text")"])
    report(
      "a question has “id”, “ask” and “answer”, each on a line of its own", at: node,
      mending: Correction([.line(mark.line, new.joined(separator: "\n"))]))
    return true
  }
}
