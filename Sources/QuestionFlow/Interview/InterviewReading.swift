extension Interview {
  /// The value of an item's answer, of a calculation, or of something given.
  func value(of id: ItemID, at elements: [ElementID]) -> Value {
    if let calculation = script.calculations[id] {
      return calculation.expression.value(
        in: Context(interview: self, elements: elements), elements: elements)
    }
    if script.givens[id] != nil { return lent(id)?.value ?? .unknown }
    let path = Path(id, elements: elements)
    guard let answer = answer(to: path), let kind = script.item(id)?.kind else { return .unknown }
    return kind.rules.value(of: standing(answer, of: kind, at: path), in: words(at: path))
  }

  /// The same in words; `nil` where it is unknown.
  func spoken(_ id: ItemID, at elements: [ElementID]) -> String? {
    if let loan = lent(id) { return loan.spoken }
    guard script.placements[id] != nil else {
      return value(of: id, at: elements).spoken(in: language)
    }
    let path = Path(id, elements: elements)
    return answer(to: path).map { spoken($0, at: path) }
  }

  /// An answer without what is no longer offered.
  func standing(_ answer: Answer, of kind: AnswerKind, at path: Path) -> Answer {
    guard let offer = kind.offer, !offer.isFixed else { return answer }
    let ids = present(answer.picks, of: kind, at: path)
    switch answer {
    case .choices(_, let other): return .choices(ids, other: other)
    case .rank: return .rank(ids)
    default: return answer
    }
  }

  /// The words that a question quotes now, apart from any language; `nil` where it quotes none.
  func quoted(by item: Item, at located: Located) -> [String]? {
    guard item.ask.quotesAnswers else { return nil }
    return item.ask.quotedWords(in: Context(interview: self, elements: located.path.elements))
  }

  func question(of item: Item, at located: Located) -> String {
    item.ask.rendered(
      in: Context(interview: self, elements: located.path.elements), language: language)
  }

  func step(_ located: Located, form: Step.Form) -> Step? {
    let path = located.path
    guard let item = script.item(path.item) else { return nil }
    let text: String
    if case .probe(let probe) = form {
      let element = probe.element.flatMap { self.text(of: $0, of: path.item, at: path.elements) }
      let context = Context(interview: self, elements: path.elements, probedElement: element)
      let asked = (records[path]?.probes ?? [:]).keys.count {
        $0.index == probe.index && $0.element != probe.element
      }
      text = item.probes[probe.index].ask(after: asked).rendered(in: context, language: language)
    } else {
      text = question(of: item, at: located)
    }
    return Step(
      path: path, form: form, text: text,
      section: script.placements[path.item]?.section?.text(in: language),
      rosters: rosterPlaces(of: path),
      previous: records[path]?.answer.map { spoken($0, at: path) },
      suggestion: suggestion(for: item, at: path).map { spoken($0, at: path) })
  }

  func rosterPlaces(of path: Path) -> [Step.RosterPlace] {
    guard let placement = script.placements[path.item] else { return [] }
    return zip(placement.rosters, path.elements).compactMap { list, id in
      let members = elements(of: list, around: path.elements)
      guard let index = members.firstIndex(where: { $0.id == id }) else { return nil }
      return Step.RosterPlace(
        element: members[index].text, number: index + 1, count: members.count)
    }
  }

  /// An answer in words, its options by their labels.
  ///
  /// - Parameter path: the item that it is an answer to, and the elements around it.
  public func spoken(_ answer: Answer, at path: Path) -> String {
    script.item(path.item)?.kind.rules.spoken(answer, in: words(at: path)) ?? "…"
  }

  /// The active answer to an item, or `nil` where it is open, declined or dormant.
  public func answer(to path: Path) -> Answer? {
    guard let record = records[path], record.isRelevant else { return nil }
    return record.answer
  }

  /// Whether a check of an item could not be decided for its answer, because something else that it speaks of
  /// has none.
  func hasUndecidedCheck(at path: Path) -> Bool {
    guard answer(to: path) != nil, let item = script.item(path.item) else { return false }
    let context = Context(interview: self, elements: path.elements)
    return item.checks.contains { check in
      check.condition.expression.value(in: context, elements: path.elements) == .unknown
    }
  }

  /// Every item that applies or was ever answered, in document order.
  public var review: [ReviewLine] {
    var lines: [ReviewLine] = []
    sweepReadOnly { located, isRelevant in
      guard let item = script.item(located.path.item), !item.isNote else { return }
      let record = records[located.path]
      let state: ReviewLine.State
      switch record?.state {
      case .answered(let answer)?:
        let words = spoken(answer, at: located.path)
        state =
          !isRelevant ? .dormant(words) : record?.isStale == true ? .stale(words) : .answered(words)
      case .declined?: state = .declined
      case .open?, nil: state = .open
      }
      if !isRelevant, record?.answer == nil { return }
      lines.append(
        ReviewLine(
          path: located.path, question: question(of: item, at: located), state: state,
          probes: probesInOrder(record).map(\.text)))
    }
    return lines
  }

  /// The active answers that are for something, in document order.
  package var fedAnswers: [FedAnswer] {
    var fed: [FedAnswer] = []
    visit(script.entries, at: [], from: [], elements: []) { located in
      if let item = script.item(located.path.item), let slot = item.feeds,
        let answer = records[located.path]?.answer
      {
        fed.append(
          FedAnswer(
            slot: slot, path: located.path, answer: answer,
            elements: item.kind.hasElements
              ? elements(of: item.id, around: located.path.elements) : nil,
            probes: probeAnswers(records[located.path])))
      }
      return false
    }
    return fed
  }

  func probeAnswers(_ record: Record?) -> [ElementID?: [String]] {
    probesInOrder(record).reduce(into: [:]) { answers, probe in
      answers[probe.id.element, default: []].append(probe.text)
    }
  }

  /// What was said on being asked further, in the order of the follow-ups.
  func probesInOrder(_ record: Record?) -> [(id: ProbeID, text: String)] {
    let sorted = (record?.probes ?? [:]).sorted {
      ($0.key.index, $0.key.element ?? .new) < ($1.key.index, $1.key.element ?? .new)
    }
    return sorted.compactMap { probe in
      if case .answered(let text) = probe.value { (probe.key, text) } else { nil }
    }
  }
}
