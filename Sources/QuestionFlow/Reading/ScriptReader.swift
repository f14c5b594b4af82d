internal import Yams

extension Script {
  /// Reads and checks a script; throws all that is wrong with it, each fault with its place.
  ///
  /// - Parameters:
  ///   - yaml: the script's text, at most one million bytes.
  ///   - file: the name that faults carry.
  ///   - roles: what an item's `feeds` may name before its dot; `nil` allows anything.
  public init(yaml: String, file: String, roles: Set<String>? = nil) throws(ScriptFaults) {
    var reader = ScriptReader(yaml: yaml, file: file, roles: roles)
    guard let script = reader.script(), reader.faults.isEmpty else {
      throw ScriptFaults(
        faults: reader.faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
    }
    self = script
  }
}

/// Turns YAML into a script and gathers every fault on the way.
struct ScriptReader {
  static let maximumBytes = 1_000_000
  /// Aliases can make a small file stand for a huge tree; no honest script comes near this.
  static let maximumNodes = 400_000
  static let maximumDepth = 24

  private(set) var faults: [ScriptFault] = []
  private let yaml: String
  private let file: String
  private let roles: Set<String>?
  private let lines: [Substring]
  private var scope = Scope()
  private var placements: [ItemID: Placement] = [:]
  private var nodesLeft = maximumNodes

  init(yaml: String, file: String, roles: Set<String>?) {
    self.yaml = yaml
    self.file = file
    self.roles = roles
    lines = yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  mutating func script() -> Script? {
    guard let root = compose() else { return nil }
    guard case .mapping(let mapping) = root else {
      report("a script is a mapping with the keys script, version, title and items", at: root)
      return nil
    }
    var fields = fields(of: mapping, known: ["script", "version", "title", "about", "items"])
    let id = requiredText("script", in: &fields, of: root)
    let title = wording("title", in: &fields)
    if title == nil, fields["title"] == nil { report("“title” is missing", at: root) }
    let version = fields["version"].map { integer($0) ?? 1 } ?? 1
    let about = wording("about", in: &fields)
    guard let items = fields["items"], case .sequence(let sequence) = items else {
      report("“items” is missing: the list of questions", at: root)
      return nil
    }
    scope.later = names(in: sequence, depth: 0)
    let entries = entries(in: sequence, at: [], section: nil, depth: 0)
    if sequence.isEmpty { report("there is no question in “items”", at: items) }
    guard let id, let title else { return nil }
    return Script(
      id: id, version: version, title: title, about: about, entries: entries,
      placements: placements)
  }

  // MARK: - YAML

  private mutating func compose() -> Node? {
    guard yaml.utf8.count <= Self.maximumBytes else {
      report("the script is larger than one million bytes; split it into several scripts", line: 1)
      return nil
    }
    do {
      guard let node = try Parser(yaml: yaml).singleRoot() else {
        report("the script is empty; it needs the keys script, title and items", line: 1)
        return nil
      }
      guard isBounded(node, depth: 0) else {
        report("the script is nested too deeply or repeats itself through aliases", line: 1)
        return nil
      }
      return node
    } catch let error as YamlError {
      report(error)
    } catch {
      report("this is not YAML that can be read", line: 1)
    }
    return nil
  }

  private mutating func isBounded(_ node: Node, depth: Int) -> Bool {
    nodesLeft -= 1
    guard nodesLeft > 0, depth <= Self.maximumDepth else { return false }
    switch node {
    case .scalar, .alias: return true
    case .sequence(let sequence):
      for child in sequence where !isBounded(child, depth: depth + 1) { return false }
    case .mapping(let mapping):
      for (key, value) in mapping {
        guard isBounded(key, depth: depth + 1), isBounded(value, depth: depth + 1) else {
          return false
        }
      }
    }
    return true
  }

  private mutating func report(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      report("this is not valid YAML here: \(problem)", line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(let duplicates, let context):
      report(
        "“\(duplicates.first ?? "")” stands twice in this mapping; keep one",
        line: context.mark.line, column: context.mark.column)
    case .reader(let problem, _, _, _):
      report("this is not text that YAML allows: \(problem)", line: 1)
    default:
      report("this is not YAML that can be read; is the file UTF-8 text?", line: 1)
    }
  }

  private mutating func report(_ message: String, at node: Node?, offset: Int = 0) {
    let mark = node?.mark
    let quoted =
      offset > 0 && (node?.scalar?.style == .doubleQuoted || node?.scalar?.style == .singleQuoted)
    report(
      message, line: mark?.line ?? 1, column: (mark?.column ?? 1) + offset + (quoted ? 1 : 0))
  }

  private mutating func report(_ message: String, line: Int, column: Int = 1) {
    let excerpt = lines.indices.contains(line - 1) ? String(lines[line - 1].prefix(200)) : ""
    faults.append(
      ScriptFault(
        file: file, line: max(1, line), column: max(1, column), message: message, excerpt: excerpt))
  }

  /// The values by key; unknown keys are reported with the nearest known one.
  private mutating func fields(of mapping: Node.Mapping, known: [String]) -> [String: Node] {
    var fields: [String: Node] = [:]
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        report("a key is a plain word", at: key)
        continue
      }
      if known.contains(name) {
        fields[name] = value
      } else if let nearest = Spelling.nearest(to: name, among: known) {
        report("unknown key “\(name)”; did you mean “\(nearest)”?", at: key)
      } else {
        report(
          "unknown key “\(name)”; here can stand \(known.joined(separator: ", "))", at: key)
      }
    }
    return fields
  }

  private mutating func text(_ node: Node) -> String? {
    guard let text = node.scalar?.string.trimmingWhitespace(), !text.isEmpty else {
      report("a text is needed here", at: node)
      return nil
    }
    return text
  }

  private mutating func requiredText(
    _ key: String, in fields: inout [String: Node], of parent: Node
  ) -> String? {
    guard let node = fields[key] else {
      report("“\(key)” is missing", at: parent)
      return nil
    }
    return text(node)
  }

  private mutating func integer(_ node: Node) -> Int? {
    guard let number = node.scalar.flatMap({ Int($0.string) }), number >= 0 else {
      report("a whole number is needed here", at: node)
      return nil
    }
    return number
  }

  /// A text, or a mapping from language codes to texts.
  private mutating func texts(_ node: Node) -> (fallback: String, byLanguage: [String: String])? {
    guard case .mapping(let mapping) = node else { return text(node).map { ($0, [:]) } }
    var texts: [String: String] = [:]
    for (key, value) in mapping {
      guard let language = key.scalar?.string, let text = text(value) else { continue }
      texts[language] = text
    }
    guard let fallback = texts["en"] else {
      report("the English text (en) is missing beside its translations", at: node)
      return nil
    }
    return (fallback, texts)
  }

  private mutating func wording(_ key: String, in fields: inout [String: Node]) -> Wording? {
    fields[key].flatMap { texts($0) }.map { Wording(texts: $0.byLanguage, fallback: $0.fallback) }
  }

  private mutating func template(_ node: Node) -> Template? {
    guard let texts = texts(node) else { return nil }
    let translations = texts.byLanguage.mapValues { pieces(of: $0, at: node) }
    return Template(translations: translations, pieces: pieces(of: texts.fallback, at: node))
  }

  /// `{name}` quotes an answer; `{{` is a brace.
  private mutating func pieces(of text: String, at node: Node) -> [Template.Piece] {
    var pieces: [Template.Piece] = []
    var literal = ""
    let characters = Array(text)
    var index = 0
    while index < characters.count {
      let character = characters[index]
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      if character == "{", next == "{" {
        literal.append("{")
        index += 2
      } else if character == "{" {
        guard let close = characters[index...].firstIndex(of: "}") else {
          report("this “{” is not closed; write “{{” for a brace itself", at: node, offset: index)
          return pieces
        }
        let name = String(characters[(index + 1)..<close]).trimmingWhitespace()
        if !literal.isEmpty { pieces.append(.literal(literal)) }
        literal = ""
        do throws(ExpressionFault) {
          pieces.append(.pipe(try scope.resolve(name, at: index + 1).reference))
        } catch { report(error.message, at: node, offset: error.offset) }
        index = close + 1
      } else {
        literal.append(character)
        index += 1
      }
    }
    if !literal.isEmpty { pieces.append(.literal(literal)) }
    return pieces
  }

  private mutating func condition(_ node: Node) -> Expression? {
    guard let source = text(node) else { return nil }
    do throws(ExpressionFault) {
      return try ExpressionParser.condition(source, in: scope)
    } catch {
      report(error.message, at: node, offset: error.offset)
      return nil
    }
  }

  // MARK: - Entries

  private func names(in sequence: Node.Sequence, depth: Int) -> Set<String> {
    guard depth <= Self.maximumDepth else { return [] }
    return sequence.reduce(into: []) { names, node in
      guard case .mapping(let mapping) = node else { return }
      if let id = mapping["id"]?.scalar?.string { names.insert(id) }
      if case .sequence(let inner)? = mapping["items"] {
        names.formUnion(self.names(in: inner, depth: depth + 1))
      }
    }
  }

  private mutating func entries(
    in sequence: Node.Sequence, at position: [Int], section: Wording?, depth: Int
  ) -> [Entry] {
    var entries: [Entry] = []
    for node in sequence {
      guard case .mapping(let mapping) = node else {
        report("an item is a mapping with the keys id, ask and answer", at: node)
        continue
      }
      let place = position + [entries.count]
      let entry: Entry? =
        if mapping["for each"] != nil {
          roster(mapping, node: node, at: place, section: section, depth: depth)
        } else if mapping["section"] != nil {
          self.section(mapping, node: node, at: place, depth: depth)
        } else {
          item(mapping, node: node, at: place, section: section)
        }
      if let entry { entries.append(entry) }
    }
    return entries
  }

  private mutating func section(
    _ mapping: Node.Mapping, node: Node, at position: [Int], depth: Int
  ) -> Entry? {
    var fields = fields(of: mapping, known: ["section", "when", "items"])
    let title = wording("section", in: &fields)
    let when = fields["when"].flatMap { condition($0) }
    guard case .sequence(let inner)? = fields["items"] else {
      report("a section needs “items”", at: node)
      return nil
    }
    let entries = entries(in: inner, at: position, section: title, depth: depth + 1)
    return title.map { .section(Section(title: $0, when: when, entries: entries)) }
  }

  private mutating func roster(
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
    let entries = entries(in: inner, at: position, section: section, depth: depth + 1)
    scope.rosters = outer.rosters
    return .roster(Roster(list: list, elementName: elementName, when: when, entries: entries))
  }

  private static let itemKeys = [
    "id", "ask", "answer", "why", "hint", "when", "probe", "check", "feeds", "between", "labels",
    "choices",
  ]

  private mutating func item(
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
    let when = fields["when"].flatMap { condition($0) }
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
      checks: checks(fields["check"]), feeds: fields["feeds"].flatMap { feed($0) })
    placements[id] = Placement(
      item: item, rosters: scope.rosters.map(\.list), position: position, section: section)
    return .item(item)
  }

  private func isName(_ name: String) -> Bool {
    guard let first = name.first, first.isLetter || first == "_", name.count <= 60 else {
      return false
    }
    return name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
      && !["and", "or", "not", "in", "yes", "no", "true", "false", "element"].contains(name)
  }

  private mutating func feed(_ node: Node) -> Feed? {
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

  private mutating func sequence(_ node: Node?) -> [Node] {
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
        isPerElement: (condition.references + ask.references).contains(.probedElement))
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

// MARK: - Answer kinds

extension ScriptReader {
  private static let kindNames = [
    "text", "long text", "number", "date", "yes or no", "choice", "choices", "scale 1..5", "list",
    "rank LIST", "person", "posting",
  ]

  private mutating func kind(_ fields: inout [String: Node], of node: Node) -> AnswerKind? {
    guard let kindNode = fields["answer"], let text = text(kindNode) else {
      report("“answer” is missing: what kind of answer is wanted", at: node)
      return nil
    }
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = words.count == 2 ? words[1] : ""
    let usesChoices = text == "choice" || text == "choices"
    misplaced("choices", in: fields, unless: usesChoices, belongsTo: "a choice")
    misplaced("between", in: fields, unless: text == "list", belongsTo: "a list")
    misplaced("labels", in: fields, unless: words[0] == "scale", belongsTo: "a scale")
    switch words[0] {
    case _ where text == "text": return .text
    case _ where text == "long text": return .longText
    case _ where text == "date": return .date
    case _ where text == "yes or no" || text == "yes/no": return .yesOrNo
    case _ where text == "person": return .person
    case _ where text == "posting": return .posting
    case _ where text == "choice": return options(fields["choices"], of: node).map { .choice($0) }
    case _ where text == "choices": return options(fields["choices"], of: node).map { .choices($0) }
    case _ where text == "list":
      return bounds(fields["between"]).map { .list(ListAnswer(bounds: $0)) }
    case "number" where rest.isEmpty: return .number(nil)
    case "number":
      guard let range = range(rest, at: kindNode) else { return nil }
      return .number(Double(range.lowerBound)...Double(range.upperBound))
    case "scale": return scale(rest, labels: fields["labels"], at: kindNode)
    case "rank":
      do throws(ExpressionFault) {
        return .rank(try scope.inside(rosterOver: rest, at: 5).list)
      } catch {
        report(error.message, at: kindNode, offset: error.offset)
        return nil
      }
    default:
      let nearest = Spelling.nearest(to: text, among: Self.kindNames)
      report(
        "there is no answer kind “\(text)”"
          + (nearest.map { "; did you mean “\($0)”?" }
            ?? "; there are \(Self.kindNames.joined(separator: ", "))"),
        at: kindNode)
      return nil
    }
  }

  private mutating func misplaced(
    _ key: String, in fields: [String: Node], unless fits: Bool, belongsTo owner: String
  ) {
    guard !fits, let node = fields[key] else { return }
    report("“\(key)” belongs to \(owner), and this item's answer is not one", at: node)
  }

  private mutating func scale(_ range: String, labels node: Node?, at kindNode: Node)
    -> AnswerKind?
  {
    guard let range = self.range(range, at: kindNode) else { return nil }
    guard range.count >= 2, range.count <= 101 else {
      report("a scale has between 2 and 101 points", at: kindNode)
      return nil
    }
    var labels: [Int: Wording] = [:]
    if case .mapping(let mapping)? = node {
      for (key, value) in mapping {
        guard let point = key.scalar.flatMap({ Int($0.string) }), range.contains(point) else {
          report("a label stands beside a point of the scale", at: key)
          continue
        }
        if let texts = texts(value) {
          labels[point] = Wording(texts: texts.byLanguage, fallback: texts.fallback)
        }
      }
    } else if let node {
      report("labels are written as points with their words, such as {1: low, 5: high}", at: node)
    }
    return .scale(ScaleAnswer(range: range, labels: labels))
  }

  /// The outer optional is `nil` where the bounds are malformed, the inner where there are none.
  private mutating func bounds(_ node: Node?) -> ClosedRange<Int>?? {
    guard let node else { return .some(nil) }
    guard let text = text(node), let range = range(text, at: node) else { return nil }
    guard range.lowerBound >= 1, range.upperBound <= ListAnswer.maximumCount else {
      report("a list has from 1 to \(ListAnswer.maximumCount) elements", at: node)
      return nil
    }
    return .some(range)
  }

  private mutating func range(_ text: String, at node: Node) -> ClosedRange<Int>? {
    let ends = text.components(of: "..")
    guard ends.count == 2, let low = Int(ends[0].trimmingWhitespace()),
      let high = Int(ends[1].trimmingWhitespace()), low <= high, abs(low) < 1_000_000_000,
      abs(high) < 1_000_000_000
    else {
      report("a range is written low..high, such as 1..5", at: node)
      return nil
    }
    return low...high
  }

  private mutating func options(_ node: Node?, of parent: Node) -> [AnswerKind.Option]? {
    var options: [AnswerKind.Option] = []
    switch node {
    case .sequence(let sequence)?:
      for child in sequence {
        if let text = text(child) { options.append(.init(id: text, label: Wording(text))) }
      }
    case .mapping(let mapping)?:
      for (key, value) in mapping {
        guard let id = key.scalar?.string, let texts = texts(value) else { continue }
        options.append(
          .init(id: id, label: Wording(texts: texts.byLanguage, fallback: texts.fallback)))
      }
    default:
      report("a choice needs “choices”: a list of at least two options", at: node ?? parent)
      return nil
    }
    guard options.count >= 2, options.count <= 200 else {
      report("a choice has between 2 and 200 options", at: node ?? parent)
      return nil
    }
    let keys = options.map { Words.key($0.label.fallback) }
    guard Set(options.map(\.id)).count == options.count, Set(keys).count == keys.count else {
      report("two options read the same", at: node ?? parent)
      return nil
    }
    return options
  }
}

extension String {
  func trimmingWhitespace() -> String {
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...end])
  }

  /// The parts around a separator of several characters.
  func components(of separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
