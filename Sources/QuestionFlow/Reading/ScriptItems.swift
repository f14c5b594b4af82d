import Yams

/// Reads one item with all that its author said about it.
extension ScriptReader {
  static let itemKeys = [
    "id", "ask", "answer", "why", "hint", "when", "required", "default", "probe", "check", "feeds",
    "between", "pick", "labels", "choices", "from", "where", "other", "none", "scores", "pattern",
    "order", "recall", "was",
  ]

  mutating func item(
    _ mapping: Node.Mapping, node: Node, at position: [Int], section: Wording?
  ) -> Entry? {
    var fields = fields(of: mapping, known: Self.itemKeys)
    guard let name = requiredText("id", in: &fields, of: node) else { return nil }
    guard let id = newID(name, at: fields["id"]) else { return nil }
    scope.current = name
    let when = fields["when"].flatMap { condition($0) }
    scope.current = nil
    let ask = fields["ask"].flatMap { template($0) }
    if fields["ask"] == nil { report("“ask” is missing: the question itself", at: node) }
    let kind = kind(&fields, of: node)
    var suggested: Suggestion?
    if let kind { suggested = suggestion(fields["default"], of: kind) }
    scope.later.remove(name)
    guard let ask, let kind else {
      // Later mentions of a broken item would only repeat the fault.
      scope.items[id] = Scope.Known(type: .broken, rosters: scope.rosters.map(\.root), root: id)
      return nil
    }
    define(id, kind: kind)
    let item = Item(
      id: id, ask: ask, kind: kind, why: wording("why", in: &fields),
      hint: wording("hint", in: &fields), when: when, probes: probes(fields["probe"], of: kind),
      checks: checks(fields["check"]), feeds: fields["feeds"].flatMap { slot($0) },
      recall: fields["recall"].flatMap { choice($0, of: "recall") },
      isRequired: fields["required"].map { truth($0) } ?? false, suggestion: suggested,
      formerIDs: former(fields["was"]), place: place(of: fields["id"] ?? node))
    put(item, at: position, section: section)
    return .item(item)
  }

  mutating func truth(_ node: Node) -> Bool {
    guard let text = text(node) else { return false }
    if ["yes", "true", "no", "false"].contains(text.lowercased()) {
      return ["yes", "true"].contains(text.lowercased())
    }
    report("yes or no is needed here, unlike “\(text)”", at: node)
    return false
  }

  /// What an empty line takes: words with answers in them for a text, else an option, a value or an
  /// expression.
  private mutating func suggestion(_ node: Node?, of kind: AnswerKind) -> Suggestion? {
    guard let node else { return nil }
    switch kind {
    case .text, .longText: return template(node).map(Suggestion.words)
    case .list, .rank, .person, .posting, .note:
      report("a \(kind.name) has no default; leave it out", at: node)
      return nil
    default: break
    }
    guard let source = text(node) else { return nil }
    if case .choice(let options) = kind.rules.type, options.contains(source) {
      return .value(.literal(.text(source)))
    }
    do throws(ExpressionFault) {
      let value = try ExpressionParser.value(source, in: scope)
      guard kind.takesValue(of: value.type) else {
        throw ExpressionFault(
          offset: 0, message: "this is \(value.type.spoken), and the answer is a \(kind.name)")
      }
      return .value(value.expression)
    } catch {
      report(error, at: node)
      return nil
    }
  }

  private mutating func former(_ node: Node?) -> [ItemID] {
    sequence(node).compactMap { node -> ItemID? in
      guard let name = text(node) else { return nil }
      let id = ItemID(name)
      guard isName(name), placements[id] == nil, !scope.later.contains(name),
        formerIDs.insert(id).inserted
      else {
        report("“was” is an id that no item has any more, unlike “\(name)”", at: node)
        return nil
      }
      return id
    }
  }

  private mutating func slot(_ node: Node) -> Slot? {
    guard let text = text(node) else { return nil }
    if let slot = Slot(rawValue: text) { return slot }
    let known = Slot.allCases.map(\.rawValue)
    let nearest = Spelling.nearest(to: text, among: known)
    let beside = known.filter { $0.hasPrefix("\(text.prefix { $0 != "." }).") }
    // No error: what an answer is for never keeps a session from being read again.
    report(
      "nothing reads “\(text)”"
        + (nearest.map { "; did you mean “\($0)”?" }
          ?? "; there are \((beside.isEmpty ? known.filter { !$0.contains(".") } : beside).joined(separator: ", "))"),
      .warning, at: place(of: node), correcting: nearest.map { (text, $0) })
    return nil
  }

  mutating func sequence(_ node: Node?) -> [Node] {
    switch node {
    case nil: []
    case .sequence(let sequence)?: Array(sequence)
    case let single?: [single]
    }
  }

  private mutating func probes(_ node: Node?, of kind: AnswerKind) -> [Probe] {
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

  private mutating func checks(_ node: Node?) -> [Check] {
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
