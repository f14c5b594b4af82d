import Yams

/// Reads what there is to choose from or to put in order.
extension ScriptReader {
  /// What `choices` or `from` offers, with what stands beside it.
  mutating func offer(_ fields: [String: Node], of parent: Node) -> Offer? {
    var fields = fields
    let other = wording("other", in: &fields)
    let none = wording("none", in: &fields)
    let isShuffled = isShuffled(fields["order"])
    if let from = fields["from"], let name = text(from) {
      if let both = fields["choices"] {
        report("options come from “choices” or “from” an earlier answer, not from both", at: both)
      }
      if let scores = fields["scores"] {
        report("“scores” belongs to “choices”; what comes “from” an answer has none", at: scores)
      }
      return carried(
        from: name, at: from, offset: 0, fields["where"], other: other, none: none, isShuffled)
    }
    if let filter = fields["where"] {
      report("“where” goes with “from”; an option of “choices” has “when”", at: filter)
    }
    let scores = scores(fields["scores"])
    let taken = Set([other.map { _ in "other" }, none.map { _ in "none" }].compactMap(\.self))
    guard let options = options(fields["choices"], of: parent, scores: scores, taken: taken) else {
      return nil
    }
    return Offer(.options(options), other: other, none: none, isShuffled: isShuffled)
  }

  /// What an earlier answer offers.
  private mutating func carried(
    from name: String, at node: Node, offset: Int, _ filter: Node?, other: Wording?,
    none: Wording?, _ isShuffled: Bool
  ) -> Offer? {
    do throws(ExpressionFault) {
      let inside = try scope.inside(rosterOver: name, at: offset)
      let source = scope.known(name)
      if (source?.carried ?? 0) >= Scope.mostCarries {
        throw ExpressionFault(
          offset: offset, message: "what is chosen is carried on at most \(Scope.mostCarries) times"
        )
      }
      let ids = source?.type.options?.filter { $0 != "none" }
      for (wording, id) in [(other, "other"), (none, "none")]
      where wording != nil && ids?.contains(id) == true {
        throw ExpressionFault(
          offset: offset, message: "“\(name)” offers “\(id)” already; leave it out here")
      }
      var condition: Condition?
      if let filter {
        let outer = scope
        scope = inside.scope
        condition = self.condition(filter)
        scope = outer
      }
      return Offer(
        .elements(of: inside.members.list), filter: condition, other: other, none: none,
        isShuffled: isShuffled, ids: ids)
    } catch {
      report(error, at: node)
      return nil
    }
  }

  /// `rank LIST`, `rank top 3 of LIST`, or `rank` with `choices`.
  mutating func rank(_ rest: String, _ fields: [String: Node], of parent: Node, at node: Node)
    -> AnswerKind?
  {
    var list = rest
    var top: Int?
    if let match = rest.wholeMatch(of: /top\s+([0-9]+)(?:\s+of)?(?:\s+(.+))?/) {
      guard let count = Int(match.1), (1...200).contains(count) else {
        report("from 1 to 200 can be put in order", at: node)
        return nil
      }
      top = count
      list = String(match.2 ?? "").trimmingWhitespace()
    }
    guard !list.isEmpty else {
      guard fields["choices"] != nil else {
        report(
          "a ranking puts an earlier list in order, “rank LIST”, or its own “choices”", at: node)
        return nil
      }
      return offer(fields, of: parent).map { .rank(RankAnswer($0, top: top)) }
    }
    if let choices = fields["choices"] {
      report("this ranks “\(list)”; leave “choices” out", at: choices)
    }
    let text = node.scalar?.string ?? ""
    let offset = text.count - list.count
    return carried(
      from: list, at: node, offset: offset, fields["where"], other: nil, none: nil,
      isShuffled(fields["order"])
    ).map { .rank(RankAnswer($0, top: top)) }
  }

  private mutating func scores(_ node: Node?) -> [String: (value: Double, node: Node)] {
    guard let node else { return [:] }
    guard case .mapping(let mapping) = node else {
      report("“scores” gives each option a number, such as {never: 0, often: 2}", at: node)
      return [:]
    }
    var scores: [String: (Double, Node)] = [:]
    for (key, value) in mapping {
      guard let id = key.scalar?.string, let text = value.scalar?.string,
        let number = Double(text), number.isFinite
      else {
        report("a score is a number beside an option, such as {never: 0, often: 2}", at: key)
        continue
      }
      scores[id] = (number, key)
    }
    return scores
  }

  private mutating func options(
    _ node: Node?, of parent: Node, scores: [String: (value: Double, node: Node)],
    taken: Set<String>
  ) -> [Offer.ScriptOption]? {
    var options: [Offer.ScriptOption] = []
    switch node {
    case .sequence(let sequence)?:
      for child in sequence {
        if case .mapping = child {
          let place = place(of: child)
          let line = lines[file].flatMap { lines in
            lines.indices.contains(place.line - 1) ? String(lines[place.line - 1]) : nil
          }
          report(
            "options with names stand without dashes, such as red: a warm red", .error, at: place,
            correction: line?.replacing("- ", with: "", maxReplacements: 1))
          return nil
        }
        guard let text = text(child) else { continue }
        warnOfComment(child)
        options.append(
          .init(
            option: .init(id: .option(text), label: Wording(text)), when: nil,
            score: scores[text]?.value))
      }
    case .mapping(let mapping)?:
      for (key, value) in mapping {
        guard let id = key.scalar?.string else { continue }
        if let option = option(id, value, score: scores[id]?.value) { options.append(option) }
      }
    default:
      report(
        "a choice needs “choices”: a list of at least two options, or “from” an earlier list",
        at: node ?? parent)
      return nil
    }
    guard options.count + taken.count >= 2, options.count <= 200 else {
      report("a choice has between 2 and 200 options", at: node ?? parent)
      return nil
    }
    let ids = options.compactMap { $0.option.id.optionID }
    for (id, score) in scores.sorted(by: { $0.key < $1.key }) where !ids.contains(id) {
      report("“\(id)” is not one of the choices", at: score.node)
    }
    if !scores.isEmpty, let open = ids.first(where: { scores[$0] == nil }) {
      report("“\(open)” has no score; give every option one", at: node)
    }
    return areDifferent(options, taken, at: node ?? parent) ? options : nil
  }

  /// An option with a name: its label, or a mapping of label and when.
  private mutating func option(_ id: String, _ node: Node, score: Double?) -> Offer.ScriptOption? {
    var label = node
    var when: Condition?
    if case .mapping(let mapping) = node, mapping["label"] != nil {
      let fields = fields(of: mapping, known: ["label", "when"])
      label = fields["label"] ?? node
      when = fields["when"].flatMap { condition($0) }
    }
    warnOfComment(label)
    guard let texts = texts(label) else { return nil }
    return .init(
      option: .init(
        id: .option(id), label: Wording(texts: texts.byLanguage, fallback: texts.fallback)),
      when: when, score: score)
  }

  private mutating func areDifferent(
    _ options: [Offer.ScriptOption], _ taken: Set<String>, at node: Node
  ) -> Bool {
    var byKey: [String: String] = [:]
    for option in options {
      let id = option.option.id.optionID ?? ""
      let label = option.option.label.text()
      if taken.contains(id) {
        report(
          "“\(id)” is offered by the key “\(id)” already; give the option another name", at: node)
        return false
      }
      let key = Words.key(label)
      if let twin = byKey[key] {
        report("“\(twin)” and “\(label)” read the same; make them differ", at: node)
        return false
      }
      byKey[key] = label
    }
    return true
  }
}
