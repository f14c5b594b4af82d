import Phrases
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
    if let meant = matrixMeant(mapping) { return matrix(meant, node: node, at: position) }
    var fields = fields(of: mapping, known: Self.itemKeys)
    guard let name = name(of: &fields, in: node) else { return nil }
    guard let id = newID(name, at: fields["id"]) else {
      if scope.items[ItemID(name)] == nil { breakItem(name) }
      return nil
    }
    scope.current = name
    asking = name
    defer { asking = nil }
    let when = fields["when"].flatMap { condition($0) }
    scope.current = nil
    let ask = fields["ask"].flatMap { template($0) }
    if fields["ask"] == nil {
      reportMissing(
        "“ask” is missing: the question itself", at: node, adding: "ask", "What …?",
        behind: fields["id"])
    }
    let kind = kind(&fields, of: node)
    var suggested: Suggestion?
    if let kind { suggested = suggestion(fields["default"], of: kind) }
    scope.later.remove(name)
    guard let ask, let kind else {
      breakItem(name)
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

  /// Later mentions of a broken item would only repeat its fault.
  private mutating func breakItem(_ name: String) {
    scope.later.remove(name)
    // It is known by the name that is proposed for it as well.
    for name in [name, Self.underscored(name)] where scope.items[ItemID(name)] == nil {
      scope.later.remove(name)
      let id = ItemID(name)
      scope.items[id] = Scope.Known(type: .broken, rosters: scope.rosters.map(\.root), root: id)
    }
  }

  /// A name with underscores in the place of what no name has.
  static func underscored(_ name: String) -> String {
    String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }

  private static let bracedEntry = WrittenForm(regex: /(\s*- +\{)\s*(\S.*)/)
  private static let entryLine = WrittenForm(regex: /(\s*)- +([^{].*)/)

  /// The id of an item; where it is missing, one is proposed.
  private mutating func name(of fields: inout [String: Node], in node: Node) -> String? {
    if let id = fields["id"] { return text(id) }
    let ask = fields["ask"]?.scalar?.string ?? fields["ask"]?.mapping?["en"]?.scalar?.string ?? ""
    let name = proposedID(for: ask)
    let foreign = faultOfHead(node)
    let line = foreign?.line ?? line(of: node)
    if let foreign { faults.remove(at: foreign.index) }
    report(
      foreign?.message ?? "“id” is missing: a name by which the answer is known", .error,
      at: place(of: node),
      correction: line.flatMap { line in
        if let match = line.wholeMatch(of: Self.bracedEntry) {
          return "\(match.1)id: \(name), \(match.2)"
        }
        guard let match = line.wholeMatch(of: Self.entryLine) else { return nil }
        return "\(match.1)- id: \(name)\n\(match.1)  \(match.2)"
      })
    return nil
  }

  /// A name for a question without one, from its words.
  mutating func proposedID(for ask: String) -> String {
    let words = Words.tokens(of: ask).filter { $0.count > 3 }.prefix(2)
      .map { $0.filter { $0.isLetter || $0.isNumber } }
    let name = words.isEmpty ? "question" : words.joined(separator: "_")
    var free = name
    var count = 1
    while scope.known(free) != nil || scope.later.contains(free) || proposed.contains(free)
      || !isName(free)
    {
      count += 1
      free = "\(isName(name) ? name : "question")_\(count)"
    }
    proposed.insert(free)
    return free
  }

  /// The fault of the key that an entry begins with, and its line as it should be.
  private func faultOfHead(_ node: Node) -> (index: Int, message: Phrase, line: String)? {
    guard let mark = node.mark, !isFlow(node) else { return nil }
    let index = faults.lastIndex { fault in
      fault.file == file && fault.line == mark.line && fault.column == mark.column
    }
    guard let index,
      case .line(mark.line, let line)? = faults[index].correction?.readings.first?.first
    else { return nil }
    return (index, faults[index].phrase, line)
  }

  mutating func truth(_ node: Node) -> Bool {
    guard let text = text(node) else { return false }
    if ["yes", "true", "no", "false"].contains(text.lowercased()) {
      return ["yes", "true"].contains(text.lowercased())
    }
    let isOpposite =
      Mistakes.known.opposites[Mistakes.plain(text)] != nil
      || SpokenLanguage.of("de").truth.truth(text) == false
    report(
      "yes or no is needed here, unlike “\(text)”", at: node,
      mending: with(isOpposite ? "no" : "yes", at: node))
    return false
  }

  /// What an empty line takes: words with answers in them for a text, else an option, a value or an
  /// expression.
  private mutating func suggestion(_ node: Node?, of kind: AnswerKind) -> Suggestion? {
    guard let node else { return nil }
    switch kind {
    case .text, .longText:
      warnOfBareName(node)
      return template(node).map(Suggestion.words)
    case .list, .rank, .person, .posting, .note:
      report(
        "a \(kind.name) has no default; leave it out", at: node, mending: without(node))
      return nil
    default: break
    }
    if let name = node.mapping?.first?.key.scalar?.string, node.mapping?.count == 1,
      scope.known(name) != nil
    {
      report(
        "a default has the name of an answer without braces", .error, at: place(of: node),
        correction: line(of: node, saying: name))
      return nil
    }
    guard let source = text(node) else { return nil }
    if source.hasPrefix("{"), source.hasSuffix("}"),
      scope.known(String(source.dropFirst().dropLast())) != nil
    {
      report(
        "a default has the name of an answer without braces", at: node,
        mending: saying(String(source.dropFirst().dropLast()), at: node))
      return nil
    }
    if let asking, scope.last?[ItemID(asking)] != nil, scope.known(source) == nil,
      ["last", "last time", "previous", "before"].contains(source.lowercased())
    {
      report(
        "the answer of the time before is last.\(asking)", at: node,
        mending: with("last.\(asking)", at: node))
      return .value(.literal(.unknown))
    }
    if let own = named(source, at: node, kind) { return own }
    return reading(source, at: node, isValue: true) { source, scope throws(ExpressionFault) in
      let value = try ExpressionParser.value(source, in: scope)
      guard kind.takesValue(of: value.type) else {
        var fault = ExpressionFault.otherKind(value.type, than: kind.name)
        fault.correction = kind.exampleOfDefault.map { (source, $0) }
        throw fault
      }
      return value
    }.map { value in
      warnOfBounds(of: value.expression, at: node, kind)
      return .value(value.expression)
    }
  }

  /// Says so where a text is offered that is the name of an answer.
  private mutating func warnOfBareName(_ node: Node) {
    guard let name = node.scalar?.string.trimmingWhitespace(), node.scalar?.style == .plain,
      isName(name)
    else { return }
    if scope.later.contains(name), name != asking {
      report(
        "“\(name)” is asked later, so that its answer cannot be offered here; this offers the word",
        .warning, at: node, mending: without(node))
    } else if scope.known(name).map({ $0.type != .nothing }) == true {
      report(
        "this offers the word “\(name)”; an answer is offered by its name in braces", .warning,
        at: node,
        mending: line(of: node, saying: "\"{\(name)}\"").flatMap { line in
          node.mark.map { Correction([.line($0.line, line)]) }
        })
    }
  }

  /// A default that is an option, or several, or a word for a number; what is none of them is reported where it
  /// can be nothing else.
  private mutating func named(_ source: String, at node: Node, _ kind: AnswerKind) -> Suggestion? {
    let options: [String]
    switch kind.rules.type {
    case .choice(let own), .choices(let own): options = own
    case .truth where (try? ExpressionParser.value(source, in: scope)) == nil:
      report(
        "the default of a yes-or-no question is yes or no, unlike “\(source)”", .error,
        at: place(of: node), correction: line(of: node, with: "yes", for: source))
      return .value(.literal(.unknown))
    case .number:
      return placed(source, at: node, kind)
    default: return nil
    }
    if options.contains(source), case .choice = kind { return .value(.literal(.text(source))) }
    guard case .choices = kind else {
      return unknown(source, at: node, kind, options)
    }
    let parts = FlowText.parts(FlowText.inside(source), between: [",", ";"])
    if parts.allSatisfy(options.contains) { return .value(.literal(.many(parts))) }
    let own = parts.filter(options.contains)
    if !own.isEmpty, let wrong = parts.first(where: { !options.contains($0) }) {
      let meant = parts.compactMap {
        options.contains($0) ? $0 : Mistakes.meant(by: $0, among: options, [:])
      }
      report(
        "“\(wrong)” is not one of the choices \(options.prefix(12).map { "“\($0)”" as Phrase }.offered)",
        .error, at: place(of: node),
        correction: line(of: node, with: meant.joined(separator: ", "), for: source))
      return .value(.literal(.unknown))
    }
    return unknown(source, at: node, kind, options)
  }

  /// A default that names a place of a range, such as its middle; it is reported with its number.
  private mutating func placed(_ source: String, at node: Node, _ kind: AnswerKind) -> Suggestion? {
    guard scope.known(source) == nil, let part = Mistakes.known.places[source.lowercased()],
      let bounds = kind.range
    else { return nil }
    let number = bounds.lowerBound + part * (bounds.upperBound - bounds.lowerBound)
    report(
      "a default is a number here: \(NumberAnswer.spoken(number.rounded()))", .error,
      at: place(of: node),
      correction: line(of: node, with: NumberAnswer.spoken(number.rounded()), for: source))
    return .value(.literal(.unknown))
  }

  /// Reports a default that is neither an option nor an expression.
  private mutating func unknown(
    _ source: String, at node: Node, _ kind: AnswerKind, _ options: [String]
  ) -> Suggestion? {
    if let value = try? ExpressionParser.value(source, in: scope),
      kind.takesValue(of: value.type), value.type != .text
    {
      return nil
    }
    guard scope.known(source) == nil, !source.contains("."), !source.contains("(") else {
      return nil
    }
    let labels =
      kind.offer.map { offer in
        options.first { id in
          offer.label(of: .option(id))?.all.contains { Words.key($0) == Words.key(source) } == true
        }
      } ?? nil
    let meant = labels ?? Mistakes.meant(by: source, among: options, [:]) ?? options.first
    report(
      "“\(source)” is not one of the choices \(options.prefix(12).map { "“\($0)”" as Phrase }.offered)",
      .error, at: place(of: node),
      correction: meant.flatMap { line(of: node, with: $0, for: source) })
    return .value(.literal(.unknown))
  }

  /// Says so where a default is outside of what the answer takes.
  private mutating func warnOfBounds(of value: Expression, at node: Node, _ kind: AnswerKind) {
    guard case .literal(.number(let number)) = value else { return }
    guard let bounds = kind.range, !bounds.contains(number), let source = node.scalar?.string
    else { return }
    let nearest = NumberAnswer.spoken(min(max(number, bounds.lowerBound), bounds.upperBound))
    let (low, high) = (
      NumberAnswer.spoken(bounds.lowerBound), NumberAnswer.spoken(bounds.upperBound)
    )
    report(
      "the answer goes from \(low) to \(high), so \(source) can never be offered", .warning,
      at: place(of: node), correction: line(of: node, with: nearest, for: source))
  }

  private mutating func former(_ node: Node?) -> [ItemID] {
    sequence(node).compactMap { node -> ItemID? in
      guard let name = text(node) else { return nil }
      let id = ItemID(name)
      guard name != asking else {
        report(
          "“was” is the id that this question had before; “\(name)” is its id now, so leave “was” out",
          .warning, at: node, mending: without(node))
        return nil
      }
      guard isName(name), placements[id] == nil, !scope.later.contains(name),
        formerIDs.insert(id).inserted
      else {
        report(
          "“was” is an id that no item has any more, unlike “\(name)”", at: node,
          mending: isName(name) ? without(node) : with(Self.slug(name), at: node))
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
    let offered = beside.isEmpty ? known.filter { !$0.contains(".") } : beside
    // No error: what an answer is for never keeps a session from being read again.
    report(
      nearest.map { "nothing reads “\(text)”; did you mean “\($0)”?" }
        ?? "nothing reads “\(text)”; there are \(offered.joined(separator: ", "))",
      .warning, at: node,
      mending: nearest.flatMap { with($0, at: node) }
        ?? without(node)?.or(offered.first.flatMap { with($0, at: node) }))
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
      pair = node
      defer { pair = nil }
      guard case .mapping(let mapping) = node else {
        reportPair(
          "a probe is a mapping with the keys if and ask", at: node, "probe",
          ("if", "words(\(asking ?? "answer")) < 5"), "ask")
        return nil
      }
      let fields = fields(of: mapping, known: ["if", "ask", "again"])
      guard let conditionNode = fields["if"], let askNode = fields["ask"] else {
        reportHalf(
          "a probe needs both “if” and “ask”", at: node, fields,
          [
            ("if", "words(\(asking ?? "answer")) < 5"), ("ask", "What else?"),
          ])
        return nil
      }
      if case .list = kind { scope.probesElements = true }
      defer { scope.probesElements = false }
      guard let condition = condition(conditionNode), let ask = template(askNode) else {
        return nil
      }
      pairNodes[condition.place] = node
      let again = sequence(fields["again"]).compactMap { template($0) }
      let references = condition.expression.references + ask.references
      return Probe(
        condition: condition, ask: ask, again: again,
        isPerElement: references.contains(.probedElement))
    }
  }

  private mutating func checks(_ node: Node?) -> [Check] {
    sequence(node).compactMap { node -> Check? in
      pair = node
      defer { pair = nil }
      guard case .mapping(let mapping) = node else {
        reportPair(
          "a check is a mapping with the keys that and say", at: node, "check",
          ("that", nil), "say")
        return nil
      }
      let fields = fields(of: mapping, known: ["that", "say"])
      guard let conditionNode = fields["that"], let sayNode = fields["say"] else {
        reportHalf(
          "a check needs both “that” and “say”", at: node, fields,
          [
            ("that", "words(\(asking ?? "answer")) > 3"), ("say", "What would help them."),
          ])
        return nil
      }
      guard let condition = condition(conditionNode), let say = template(sayNode) else {
        return nil
      }
      pairNodes[condition.place] = node
      return Check(condition: condition, say: say)
    }
  }

  /// Reports a bare text where a mapping of two keys is needed, with the text as one of them.
  ///
  /// - Parameter condition: the key of the condition, and one to stand there where the text is the other key's.
  private mutating func reportPair(
    _ message: Phrase, at node: Node, _ key: String, _ condition: (key: String, value: String?),
    _ words: String
  ) {
    let said = node.scalar?.string.trimmingWhitespace() ?? "…"
    if isWithinFlow(node) {
      let both = [
        (name: condition.key, text: condition.value ?? said),
        (
          name: words,
          text: condition.value == nil ? Mistakes.known.examples["words of a check"] ?? "" : said
        ),
      ]
      return report(message, at: node, mending: saying(FlowText.braces(both), at: node))
    }
    let indent = indent(of: node)
    let lines =
      condition.value.map {
        [
          "\(indent)  - \(condition.key): \($0)", "\(indent)    \(words): \(Self.plain(said))",
        ]
      } ?? [
        "\(indent)  - \(condition.key): \(Self.plain(said))",
        "\(indent)    \(words): What would help them.",
      ]
    // In a list the key stands in the line before.
    let own = node.mark?.line ?? 1
    let isBelow = line(of: node)?.trimmingWhitespace().hasPrefix("- ") == true
    let first = isBelow ? max(1, own - 1) : own
    let lead = isBelow ? String(indent.dropLast(2)) : indent
    let below = isBelow ? lines.map { String($0.dropFirst(2)) } : lines
    report(
      message, at: node,
      mending: Correction([
        .lines(first...own, (["\(lead)\(key):"] + below).joined(separator: "\n"))
      ]))
  }

  /// Reports a mapping that lacks one of two keys, with both.
  private mutating func reportHalf(
    _ message: Phrase, at node: Node, _ fields: [String: Node],
    _ both: [(key: String, example: String)]
  ) {
    if isFlow(node) {
      let missing = both.first { fields[$0.key] == nil }
      return report(
        message, at: node,
        mending: missing.flatMap { adding($0.key, $0.example, to: node) } ?? without(node))
    }
    let indent = indent(of: node)
    let lines = both.enumerated().map { index, pair in
      let said = fields[pair.key]?.scalar?.string ?? pair.example
      let lead = index == 0 ? "\(indent.dropLast(2))- " : indent
      return "\(lead)\(pair.key): \(Self.plain(said))"
    }
    let own = both.filter { fields[$0.key] != nil }
    let first = node.mark?.line ?? 1
    report(
      message, at: node,
      mending: Correction([
        .lines(first...first + max(1, own.count) - 1, lines.joined(separator: "\n"))
      ]))
  }
}

extension AnswerKind {
  /// A default of its kind; `nil` where it has none.
  fileprivate var exampleOfDefault: String? {
    switch self {
    case .number, .scale: range.map { NumberAnswer.spoken($0.lowerBound) } ?? "1"
    case .date: "today"
    case .yesOrNo: "yes"
    case .choice(let rules): rules.offer.ids?.first
    default: nil
    }
  }
}
