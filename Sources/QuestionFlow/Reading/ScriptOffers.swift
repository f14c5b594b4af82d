import Phrases
import Yams

/// Reads what there is to choose from or to put in order.
extension ScriptReader {
  /// What `choices` or `from` offers, with what stands beside it.
  mutating func offer(_ fields: [String: Node], of parent: Node) -> Offer? {
    var fields = fields
    for key in ["other", "none"] { warnOfFlag(key, fields[key]) }
    let other = wording("other", in: &fields)
    let none = wording("none", in: &fields)
    let isShuffled = isShuffled(fields["order"])
    if let from = fields["from"], reportOptions(from, beside: fields["choices"]) { return nil }
    if let from = fields["from"],
      reportTop(from) || reportExcept(from, isFiltered: fields["where"] != nil)
    {
      return nil
    }
    if let from = fields["from"], let name = listName(from) {
      if let both = fields["choices"] {
        report(
          "options come from “choices” or “from” an earlier answer, not from both", at: both,
          mending: without(both)?.or(without(from)))
      }
      if let scores = fields["scores"] {
        report(
          "“scores” belongs to “choices”; what comes “from” an answer has none", at: scores,
          mending: without(scores))
      }
      return carried(
        from: name, at: from, offset: 0, fields["where"], other: other, none: none, isShuffled)
    }
    if let filter = fields["where"] {
      report(
        "“where” goes with “from”; an option of “choices” has “when”", at: filter,
        mending: without(filter))
    }
    var scores = scores(fields["scores"], beside: fields["choices"])
    scores.merge(scoresInside(fields["choices"], of: parent)) { own, _ in own }
    let last = [other.map { ("other", $0) }, none.map { ("none", $0) }].compactMap(\.self)
    guard
      let options = options(
        fields["choices"], of: parent, scores: scores, fields["scores"], last: last)
    else {
      return nil
    }
    warnOfTooMany(fields, among: options.count + (other == nil ? 0 : 1))
    return Offer(.options(options), other: other, none: none, isShuffled: isShuffled)
  }

  /// The list behind `from`; braces around its name are reported.
  mutating func listName(_ node: Node) -> String? {
    guard let pair = node.mapping?.first, node.mapping?.count == 1, isFlow(node),
      let name = pair.key.scalar?.string, scope.known(name) != nil
    else { return text(node) }
    report(
      "a name stands here without braces or quotation marks", at: node,
      mending: saying(name, at: node))
    return name
  }

  /// `other: yes` would offer an option called “yes”.
  private mutating func warnOfFlag(_ key: String, _ node: Node?) {
    guard let node, let said = node.scalar?.string.lowercased(), node.scalar?.style == .plain,
      ["yes", "no", "true", "false"].contains(said), let words = Mistakes.known.lastOptions[key]
    else { return }
    report(
      "“\(key)” is followed by the words of the option, and would offer “\(said)” here", .warning,
      at: place(of: node), correction: line(of: node, saying: words))
  }

  /// More cannot be chosen than there is.
  private mutating func warnOfTooMany(_ fields: [String: Node], among count: Int) {
    for key in ["pick", "between"] {
      guard let node = fields[key], let said = node.scalar?.string.trimmingWhitespace() else {
        continue
      }
      let written = WrittenRange(said)
      guard let most = written.high ?? written.low, most > Double(count) else { continue }
      let low = written.high == nil ? Double(count) : min(written.low ?? 1, Double(count))
      report(
        "there are \(count) to choose from, so that \(NumberAnswer.spoken(most)) can never be chosen",
        .warning, at: place(of: node),
        correction: line(
          of: node,
          with: key == "pick"
            ? String(count) : "\(NumberAnswer.spoken(low == Double(count) ? 1 : low))..\(count)",
          for: said))
    }
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
        throw ExpressionFault.carriedTooOften(at: offset)
      }
      let ids = source?.type.options?.filter { $0 != "none" }
      for (wording, id) in [(other, "other"), (none, "none")]
      where wording != nil && ids?.contains(id) == true {
        throw ExpressionFault.offeredAlready(id, by: name, at: offset)
      }
      var condition: Condition?
      if let filter {
        let outer = scope
        scope = inside.scope
        scope.filtered = ItemID(name)
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

  private static let topOfList = WrittenForm(regex: /top\s+([0-9]+)(?:\s+of)?(?:\s+(.+))?/)

  /// `rank LIST`, `rank top 3 of LIST`, or `rank` with `choices`.
  mutating func rank(_ rest: String, _ fields: [String: Node], of parent: Node, at node: Node)
    -> AnswerKind?
  {
    var list = rest
    var top: Int?
    if let better = WrittenRank(rest).better {
      report(
        better.message, .error, at: place(of: node),
        correction: line(of: node, saying: better.lines[0]).map { line in
          ([line] + better.lines.dropFirst().map { indent(of: node) + $0 }).joined(separator: "\n")
        })
      return nil
    }
    if let match = rest.wholeMatch(of: Self.topOfList) {
      guard let count = Int(match.1), (1...200).contains(count) else {
        report(
          "from 1 to 200 can be put in order", at: node,
          mending: saying(
            "rank top \(min(max(1, Int(match.1) ?? 1), 200))\(match.2.map { " of \($0)" } ?? "")",
            at: node))
        return nil
      }
      top = count
      list = String(match.2 ?? "").trimmingWhitespace()
    }
    guard !list.isEmpty else {
      guard fields["choices"] != nil else {
        let list = scope.items.filter { $0.value.hasElements && $0.value.rosters.isEmpty }.keys
          .min()
        let own = saying(
          rest.isEmpty ? "rank" : "rank \(rest)", at: node,
          with: [("choices", Mistakes.known.examples["options"] ?? "")])
        report(
          "a ranking puts an earlier list in order, “rank LIST”, or its own “choices”", at: node,
          mending: list.flatMap { saying("rank \($0)", at: node)?.or(own) } ?? own)
        return nil
      }
      return offer(fields, of: parent).map { offer in
        warnOfTop(top, among: offer.ids?.count, of: nil, at: node)
        return .rank(RankAnswer(offer, top: top))
      }
    }
    if let choices = fields["choices"] {
      report("this ranks “\(list)”; leave “choices” out", at: choices, mending: without(choices))
    }
    warnOfTop(top, among: scope.known(list).flatMap(Self.most), of: list, at: node)
    let text = node.scalar?.string ?? ""
    let offset = text.count - list.count
    return carried(
      from: list, at: node, offset: offset, fields["where"], other: nil, none: nil,
      isShuffled(fields["order"])
    ).map { .rank(RankAnswer($0, top: top)) }
  }

  /// How many elements an earlier answer has at most; `nil` where that is not said.
  private static func most(of known: Scope.Known) -> Int? {
    switch known.kind {
    case .list(let rules): return rules.bounds?.upperBound
    case .choices(let rules):
      let count = rules.offer.ids.map { $0.filter { $0 != "none" }.count }
      return [rules.bounds?.upperBound, count].compactMap(\.self).min()
    case .rank(let rules): return rules.top ?? rules.offer.ids?.count
    default: return nil
    }
  }

  private mutating func warnOfTop(_ top: Int?, among most: Int?, of list: String?, at node: Node) {
    guard let top, let most, top > most, let said = node.scalar?.string.trimmingWhitespace() else {
      return
    }
    report(
      list.map { "there are at most \(most) in “\($0)”, so \(top) can never be put in order" }
        ?? "there are at most \(most), so \(top) can never be put in order",
      .warning, at: place(of: node),
      correction: line(
        of: node, with: said.replacing("top \(top)", with: "top \(most)"), for: said))
  }

  /// What “scores” is to say where it is no mapping: each option with the number in its place.
  private func scored(_ options: Node?, _ node: Node) -> String {
    let names =
      options?.mapping?.keys.compactMap { $0.scalar?.string }
      ?? options?.sequence?.compactMap { $0.scalar?.string } ?? []
    let said =
      node.sequence?.compactMap { $0.scalar?.string }
      ?? FlowText.parts(FlowText.inside(node.scalar?.string ?? ""), between: [",", ";"])
    let numbers = said.map { Mistakes.number($0) }
    let scores = names.enumerated().map { index, name -> (name: String, text: String) in
      let number = numbers.indices.contains(index) ? numbers[index] : nil
      return (name, NumberAnswer.spoken(number ?? Double(index)))
    }
    return FlowText.braces(scores)
  }

  private mutating func scores(_ node: Node?, beside options: Node?) -> [String: (
    value: Double, node: Node
  )] {
    guard let node else { return [:] }
    guard case .mapping(let mapping) = node else {
      report(
        "“scores” gives each option a number, such as {never: 0, often: 2}", at: node,
        mending: saying(scored(options, node), at: node, for: "scores"))
      // Whatever they are, the options have scores, so that what speaks of these has no fault of its own.
      let names =
        options?.mapping?.keys.compactMap { $0.scalar?.string }
        ?? options?.sequence?.compactMap { $0.scalar?.string } ?? []
      return names.reduce(into: [:]) { $0[$1] = (0, node) }
    }
    var scores: [String: (Double, Node)] = [:]
    for (key, value) in mapping {
      guard let id = key.scalar?.string, let text = value.scalar?.string,
        let number = Double(text), number.isFinite
      else {
        let said = value.scalar.map { Mistakes.number($0.string.lowercased()) ?? 0 } ?? 0
        report(
          "a score is a number beside an option, such as {never: 0, often: 2}", at: key,
          mending: saying(NumberAnswer.spoken(said), at: value) ?? without(value))
        if let id = key.scalar?.string { scores[id] = (said, key) }
        continue
      }
      scores[id] = (number, key)
    }
    return scores
  }

  private mutating func options(
    _ node: Node?, of parent: Node, scores: [String: (value: Double, node: Node)],
    _ scoresNode: Node?,
    last: [(id: String, label: Wording)]
  ) -> [Offer.ScriptOption]? {
    var options: [Offer.ScriptOption] = []
    if let node, let slip = slip(inChoices: node) {
      let place = slip.place ?? place(of: node)
      report(
        slip.message, slip.severity, at: place,
        mending: slip.correction.map { line in
          Correction(
            [.lines(place.line...place.line + max(1, slip.count) - 1, line)],
            or: slip.other.map { [.line(place.line, $0)] } ?? [])
        } ?? withAnother(0, in: node))
      if slip.severity == .error { return nil }
    }
    switch node {
    case .sequence(let sequence)?:
      for child in sequence {
        guard let text = text(child) else { continue }
        warnOfComment(child)
        warnOfDashless(child)
        options.append(
          .init(
            option: .init(id: .option(text), label: Wording(text)), when: nil,
            score: scores[text]?.value))
      }
    case .mapping(let mapping)?:
      for (key, value) in mapping {
        guard let id = key.scalar?.string else { continue }
        if id == "when" { warnOfOpenCondition(key, value, in: mapping) }
        if let option = option(id, value, score: scores[id]?.value) { options.append(option) }
      }
    default:
      report(
        "a choice needs “choices”: a list of at least two options, or “from” an earlier list",
        at: node ?? parent,
        mending: node.map {
          saying(Mistakes.known.examples["options"] ?? "", at: $0, for: "choices")
        }
          ?? adding(
            "choices", Mistakes.known.examples["options"] ?? "", to: parent,
            behind: parent.mapping?["answer"]))
      return nil
    }
    guard options.count + last.count >= 2, options.count <= 200 else {
      report(
        "a choice has between 2 and 200 options", at: node ?? parent,
        mending: node.flatMap { withAnother(options.count, in: $0) })
      return nil
    }
    let ids = options.compactMap { $0.option.id.optionID }
    let strangers = scores.filter { !ids.contains($0.key) }.sorted { $0.key < $1.key }
    for (id, score) in strangers {
      let open = ids.filter { scores[$0] == nil }
      let meant = Mistakes.meant(by: id, among: open, [:]) ?? (open.count == 1 ? open.first : nil)
      report(
        meant.map { "“\(id)” is not one of the choices; did you mean “\($0)”?" }
          ?? "“\(id)” is not one of the choices",
        at: score.node,
        mending: meant.flatMap { with($0, at: score.node) } ?? without(score.node, isKey: true))
    }
    if !scores.isEmpty, strangers.isEmpty, let open = ids.first(where: { scores[$0] == nil }) {
      let next = NumberAnswer.spoken((scores.values.map(\.value).max() ?? 0) + 1)
      report(
        "“\(open)” has no score; give every option one", at: node ?? parent,
        mending: scoresNode.flatMap { scoring(open, next, in: $0) })
    }
    return areDifferent(options, last, at: node ?? parent) ? options : nil
  }

  /// A condition among options is offered as one of them.
  private mutating func warnOfOpenCondition(
    _ key: Node, _ value: Node, in options: Node.Mapping
  ) {
    let before = options.map { $0 }.last { ($0.key.mark?.line ?? 0) < (key.mark?.line ?? 0) }
    let label = before?.value.scalar.map { FlowText.quoted($0.string) }
    let condition = value.scalar.map { FlowText.quoted($0.string) } ?? ""
    report(
      "“when” is offered as an option here; the condition of an option stands in braces with its label",
      .warning, at: key,
      mending: label.flatMap { label in
        before.flatMap { saying("{label: \(label), when: \(condition)}", at: $0.value) }?
          .and(without(key, isKey: true))
      } ?? without(key, isKey: true))
  }

  /// An option with a name: its label, or a mapping of label and when.
  private mutating func option(_ id: String, _ node: Node, score: Double?) -> Offer.ScriptOption? {
    var label = node
    var when: Condition?
    if case .mapping(let mapping) = node, mapping["label"] != nil {
      let fields = fields(of: mapping, known: ["label", "when", "score"])
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
    _ options: [Offer.ScriptOption], _ last: [(id: String, label: Wording)], at node: Node
  ) -> Bool {
    let taken = last.map(\.id)
    for id in options.compactMap(\.option.id.optionID) where taken.contains(id) {
      let option = node.mapping?.keys.first { $0.scalar?.string == id }
      let child = option ?? node.sequence?.first { $0.scalar?.string == id }
      report(
        "“\(id)” is offered by the key “\(id)” already; give the option another name", at: node,
        mending: child.flatMap { renaming($0, "\(id)_2") })
      return false
    }
    let own = options.map(\.option.label)
    warnOfCommands(own, at: node)
    if let (one, other) = Self.alike(own, in: "en") {
      if areCut(node) { return false }
      report(
        "“\(one)” and “\(other)” read the same; make them differ", at: node,
        mending: parting(other, in: node, among: own.count, language: "en"))
      return false
    }
    warnOfAlike(own + last.map(\.label), at: node)
    return true
  }

  /// No errors: what is asked in other languages, and beside `other` and `none`, could be asked before.
  private mutating func warnOfAlike(_ labels: [Wording], at node: Node) {
    // A bare yes or no is no label, and has been reported as such.
    let labels = labels.filter { !["yes", "no", "true", "false"].contains($0.text().lowercased()) }
    for language in ["en"] + Set(labels.flatMap(\.texts.keys)).subtracting(["en"]).sorted() {
      guard let (one, other) = Self.alike(labels, in: language) else { continue }
      report(
        language == "en"
          ? "“\(one)” and “\(other)” read the same; make them differ"
          : "“\(one)” and “\(other)” read the same in “\(language)”; make them differ",
        .warning, at: node,
        mending: parting(other, in: node, among: labels.count, language: language)
          ?? parting(one, in: node, among: labels.count, language: language))
      return
    }
  }

  /// Two labels that are the same words in a language.
  private static func alike(_ labels: [Wording], in language: String) -> (String, String)? {
    var byKey: [String: String] = [:]
    for label in labels.map({ $0.text(in: language) }) {
      if let twin = byKey.updateValue(label, forKey: Words.key(label)) { return (twin, label) }
    }
    return nil
  }
}
