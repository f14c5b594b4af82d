import Phrases
import Yams

/// Reads `uses`: answers of other scripts, under names of this one.
extension ScriptReader {
  mutating func take(_ node: Node, by own: String?) {
    guard case .mapping(let mapping) = node else {
      let said =
        node.scalar?.string ?? node.sequence?.first?.scalar?.string
        ?? node.sequence?.first?.mapping?.first?.value.scalar?.string ?? ""
      let parts = said.split { ". ".contains($0) }.map(String.init)
      let pairs = node.sequence?.compactMap { $0.mapping?.first?.key.scalar?.string } ?? []
      for name in pairs {
        scope.items[ItemID(name)] = Scope.Known(type: .broken, root: ItemID(name))
      }
      let name = pairs.first ?? parts.last ?? ""
      if node.scalar != nil, parts.count == 2, scope.items[ItemID(name)] == nil {
        scope.items[ItemID(name)] = Scope.Known(type: .broken, root: ItemID(name))
      }
      let example = Mistakes.known.examples["uses"] ?? ""
      if let column = node.mark?.column, node.sequence != nil, !isFlow(node), pairs.count > 0 {
        let all = node.sequence?.compactMap { child -> (name: String, text: String)? in
          guard let pair = child.mapping?.first, let text = pair.value.scalar?.string else {
            return nil
          }
          return (pair.key.scalar?.string ?? "", text)
        }
        let lead = String(repeating: " ", count: column - 1)
        return report(
          "“uses” gives a name to an answer of another script, such as uses: {gifts: strengths.gifts}",
          at: node,
          mending: Correction(
            (all ?? []).enumerated().map { index, pair in
              .line((node.mark?.line ?? 1) + index, "\(lead)\(pair.name): \(pair.text)")
            }))
      }
      return report(
        "“uses” gives a name to an answer of another script, such as uses: {gifts: strengths.gifts}",
        .error, at: place(of: node),
        correction: parts.count == 2 ? "uses: {\(name): \(parts[0]).\(parts[1])}" : example)
    }
    for (key, value) in mapping {
      guard let name = key.scalar?.string, isName(name) else {
        report(
          "a name under “uses” is a word of letters, digits and underscores", at: key,
          mending: renaming(key, Self.slug(key.scalar?.string ?? "")))
        continue
      }
      guard scope.items[ItemID(name)] == nil, !scope.later.contains(name) else {
        report(
          "there is an item “\(name)” in this script; give the answer another name", at: key,
          mending: renaming(key, "\(name)_before"))
        continue
      }
      if let given = given(name, value, by: own) {
        givens[given.id] = given
        scope.items[given.id] = given.known
      } else {
        scope.items[ItemID(name)] = Scope.Known(type: .broken, root: ItemID(name))
      }
    }
  }

  private mutating func given(_ name: String, _ node: Node, by own: String?) -> Given? {
    var answer = node
    var other: Node?
    if case .mapping(let mapping) = node {
      let fields = fields(of: mapping, known: ["answer", "else"])
      guard let named = fields["answer"] else {
        report(
          "“answer” is missing: which answer it is, such as strengths.gifts", at: node,
          mending: adding("answer", "strengths.\(name)", to: node))
        return nil
      }
      answer = named
      other = fields["else"]
    }
    guard let text = text(answer) else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      let words = text.split { "./ :>".contains($0) }.map(String.init)
      let meant = words.count == 2 ? words.joined(separator: ".") : "\(words.first ?? text).\(name)"
      report(
        "an answer of another script is written script.item, unlike “\(text)”", .error,
        at: place(of: answer), correction: line(of: answer, with: meant, for: text))
      return nil
    }
    guard parts[0] != own else {
      report(
        "“\(parts[0])” is this script itself; “repeats” and last.\(parts[1]) speak of the time before",
        at: answer, mending: without(answer))
      return nil
    }
    guard let script = script(parts[0], usedBy: own ?? "", at: answer) else { return nil }
    guard let known = known(parts[1], in: script, at: answer) else { return nil }
    let id = ItemID(name)
    if other == nil, script.canBeWithout(ItemID(parts[1])) {
      let stand = Self.standIn(for: known.type)
      report(
        "“\(text)” may have no answer when “\(parts[0])” is done, and then this script could not begin; say with “else” what stands for it",
        .warning, at: place(of: answer),
        correction: line(of: answer, completing: name, text, with: stand))
    }
    let fallback = other.map { value($0, of: known) ?? .unknown }
    var own = known
    own.root = id
    let root = script.root(of: ItemID(parts[1]))
    return Given(
      id: id, source: .script(script.id, ItemID(parts[1])), fallback: fallback, known: own,
      labels: script.kind(of: root)?.offer)
  }

  /// What can stand for an answer of a type.
  private static func standIn(for type: ExpressionType) -> String {
    switch type {
    case .truth: "no"
    case .number: "0"
    case .date: "2027-01-01"
    case .choice(let options): options.first ?? "…"
    case .choices, .list: "nothing"
    case .text, .nothing, .broken: "…"
    }
  }

  /// The line of an answer that is used, with what stands for it.
  private func line(of node: Node, completing name: String, _ text: String, with stand: String)
    -> String?
  {
    guard let line = line(of: node), let mark = node.mark, mark.column - 1 <= line.count else {
      return nil
    }
    let head = line.prefix(mark.column - 1)
    let rest = line.dropFirst(mark.column - 1)
    guard rest.hasPrefix(text) else { return nil }
    let isInside = head.contains("answer:")
    let pair = "\(text), else: \(FlowText.quoted(stand))"
    return head + (isInside ? pair : "{answer: \(pair)}") + rest.dropFirst(text.count)
  }

  /// The script whose answers are used; where there is none, why is said.
  private mutating func script(_ name: String, usedBy own: String, at node: Node) -> Script? {
    switch using(name) {
    case .script(let script): return script
    case .faulty:
      report(
        "the script “\(name)” has faults of its own; mend it first, with “nextmove script check”",
        at: node, mending: Correction([.words("mend the script “\(name)” first")]))
    case .circle(let names):
      let links: [Phrase] = zip(names, names.dropFirst() + names.prefix(1))
        .map { "“\($0)” uses “\($1)”" }
      report(
        "\(links.chained), so that neither could be asked first; take one of the uses out",
        at: node,
        mending: without(node))
    case .missing(let named):
      let known = named.filter { !$0.isEmpty }
      let nearest = Mistakes.meant(by: name, among: known, [:])
      let others = Spelling.sorted(known, by: name).prefix(8).map { "“\($0)”" as Phrase }
      let said = node.scalar?.string ?? ""
      report(
        nearest.map {
          "there is no script “\(name)” beside this one or among those that ship; did you mean “\($0)”?"
        }
          ?? (others.isEmpty
            ? "there is no script “\(name)” beside this one or among those that ship"
            : "there is no script “\(name)” beside this one or among those that ship; there are \(Array(others).listed)"),
        at: node,
        mending: nearest.flatMap { with(said.replacing(name, with: $0), at: node) } ?? without(node)
      )
    }
    return nil
  }

  private mutating func known(_ item: String, in script: Script, at node: Node) -> Scope.Known? {
    let id = ItemID(item)
    if let calculation = script.calculations[id], calculation.rosters.isEmpty {
      return Scope.Known(type: calculation.type, root: id)
    }
    guard let placement = script.placements[id], placement.item.kind != .note else {
      let names =
        script.placements.filter { $0.value.rosters.isEmpty && $0.value.item.kind != .note }
        .map(\.key.rawValue) + script.calculations.keys.map(\.rawValue)
      let nearest = Spelling.nearest(to: item, among: names)
      let others = Spelling.sorted(names, by: item).prefix(8)
      let listed = others.map { "“\($0)”" as Phrase }
      let own = nearest ?? others.first
      report(
        nearest.map { "the script “\(script.id)” has no item “\(item)”; did you mean “\($0)”?" }
          ?? (listed.isEmpty
            ? "the script “\(script.id)” has no item “\(item)”"
            : "the script “\(script.id)” has no item “\(item)”; there are \(Array(listed).listed)"),
        at: node,
        mending: own.flatMap { with("\(script.id).\($0)", at: node) } ?? without(node))
      return nil
    }
    guard placement.rosters.isEmpty else {
      report(
        "“\(item)” is asked for each of “\(placement.rosters[0])” there, so it is no single answer",
        at: node, mending: with("\(script.id).\(placement.rosters[0])", at: node))
      return nil
    }
    let kind = placement.item.kind
    return Scope.Known(
      type: kind.rules.type, kind: kind, root: id, scores: kind.offer?.scores ?? [:])
  }

  /// What stands for an answer that is missing.
  private mutating func value(_ node: Node, of known: Scope.Known) -> Value? {
    if let said = node.sequence?.compactMap({ $0.scalar?.string }), isFlow(node), said.count < 2 {
      report(
        "what stands for an answer has no brackets", at: node,
        mending: saying(said.first ?? "nothing", at: node))
      return nil
    }
    guard let text = text(node) else { return nil }
    let value: Value? =
      switch known.type {
      case .truth: ["yes", "true"].contains(text) ? .truth(true) : .truth(false)
      case .number: Double(text).flatMap { $0.isFinite ? .number($0) : nil }
      case .date: CalendarDate(iso: text).map(Value.date)
      case .choice(let options): options.contains(text) ? .text(text) : nil
      case .text: .text(text)
      case .choices, .list: .many(text == "nothing" ? [] : [text])
      case .nothing, .broken: nil
      }
    if value == nil {
      let meant: String? =
        switch known.type {
        case .number: NumberAnswer.spoken(Mistakes.number(text.lowercased()) ?? 0)
        case .date: Lexer.day(text) ?? "2027-03-01"
        case .choice(let options): Mistakes.meant(by: text, among: options, [:]) ?? options.first
        default: nil
        }
      report(
        "“else” stands for \(known.type.spoken), and “\(text)” is none", at: node,
        mending: meant.flatMap { with($0, at: node) } ?? without(node))
    }
    return value
  }
}
