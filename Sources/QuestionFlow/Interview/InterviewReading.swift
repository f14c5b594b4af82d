extension Interview {
  func elements(of list: ItemID, around elements: [ElementID]) -> [Element] {
    let depth = script.placements[list]?.rosters.count ?? 0
    let path = Path(list, elements: Array(elements.prefix(depth)))
    guard let record = records[path], record.isRelevant, case .list(let list)? = record.answer
    else { return [] }
    return list
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
      let element = probe.element.flatMap { elementTexts[$0] }
      let context = Context(interview: self, elements: path.elements, probedElement: element)
      text = item.probes[probe.index].ask.rendered(in: context, language: language)
    } else {
      text = question(of: item, at: located)
    }
    return Step(
      path: path, form: form, text: text,
      section: script.placements[path.item]?.section?.text(in: language),
      rosters: rosterPlaces(of: path),
      previous: records[path]?.answer.map { spoken($0, of: item) })
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
  public func spoken(_ answer: Answer, of item: Item) -> String {
    switch (item.kind, answer) {
    case (.choice(let options), .choice(let id)):
      ChoiceAnswer.spoken(id, among: options, language: language)
    case (.choices(let options), .choices(let ids)):
      ChoicesAnswer.spoken(ids, among: options, language: language)
    case (.scale(let scale), .scale(let point)): scale.spoken(point, language: language)
    default:
      answer.spoken { elementTexts[$0] }
    }
  }

  /// The active answer to an item, or `nil` where it is open, declined or dormant.
  public func answer(to path: Path) -> Answer? {
    guard let record = records[path], record.isRelevant else { return nil }
    return record.answer
  }

  /// The present words of a list's element.
  public func text(of element: ElementID) -> String? { elementTexts[element] }

  /// Every item that applies or was ever answered, in document order.
  public var review: [ReviewLine] {
    var lines: [ReviewLine] = []
    sweepReadOnly { located, isRelevant in
      guard let item = script.item(located.path.item) else { return }
      let record = records[located.path]
      let state: ReviewLine.State
      switch record?.state {
      case .answered(let answer)?:
        let words = spoken(answer, of: item)
        state =
          !isRelevant ? .dormant(words) : record?.isStale == true ? .stale(words) : .answered(words)
      case .declined?: state = .declined
      case .open?, nil: state = .open
      }
      if !isRelevant, record?.answer == nil { return }
      lines.append(
        ReviewLine(
          path: located.path, question: question(of: item, at: located), state: state,
          probes: probeAnswers(record).flatMap(\.value)))
    }
    return lines
  }

  /// The active answers that are for something, in document order.
  public var fedAnswers: [FedAnswer] {
    var fed: [FedAnswer] = []
    visit(script.entries, at: [], from: [], elements: []) { located in
      if let item = script.item(located.path.item), let feed = item.feeds,
        let answer = records[located.path]?.answer
      {
        fed.append(
          FedAnswer(
            feed: feed, path: located.path, answer: answer,
            probes: probeAnswers(records[located.path])))
      }
      return false
    }
    return fed
  }

  func probeAnswers(_ record: Record?) -> [ElementID?: [String]] {
    let sorted = (record?.probes ?? [:]).sorted {
      ($0.key.index, $0.key.element?.rawValue ?? 0) < ($1.key.index, $1.key.element?.rawValue ?? 0)
    }
    return sorted.reduce(into: [:]) { answers, probe in
      if case .answered(let text) = probe.value {
        answers[probe.key.element, default: []].append(text)
      }
    }
  }
}
