/// Taking in again what was taken in before, though something before it may be lost.
extension Interview {
  /// Takes in an event that was taken once.
  ///
  /// Where all before it was taken in too, it does what ``apply(_:)`` did. Where something is missing, it
  /// stands all the same: what is said of an item is kept at its place, whether the item is reached yet or
  /// not, and dormant where it does not apply as things stand.
  ///
  /// - Parameter words: the words of the elements that it is about, as ``words(of:)`` had them, by which they
  ///   are known again once their list is given anew; empty where they were not kept.
  /// - Throws: where the script has no such item, or it takes no such answer.
  @discardableResult
  package mutating func restore(_ event: Event, about words: [String] = []) throws(Rejection)
    -> [Note]
  {
    // Going back is no answer, so there is nothing to be kept where it leads nowhere.
    if case .revisit = event { return try apply(event) }
    let path = event.path
    guard let item = script.item(path.item),
      script.placements[path.item]?.rosters.count == path.elements.count
    else { throw Rejection(.notThisItem(path.description)) }
    learn(event, of: item, about: words)
    let located = locate(path)
    if let located { reach(located) }
    guard let located, records[path]?.isRelevant ?? false else {
      try keep(event, of: item, at: located)
      return located.map { settle(from: $0.position) } ?? []
    }
    if let list = identified(event) {
      try put(list, by: event, at: located, item: item)
    } else if offersAll(event, of: item) {
      do throws(Rejection) { return try apply(event) } catch {
        try keep(event, of: item, at: located)
      }
    } else {
      try keep(event, of: item, at: located)
    }
    if focus == path { focus = nil }
    return settle(from: located.position)
  }

  /// An event that was just taken, as it is to be saved: with the identities that its elements have come to.
  ///
  /// So they keep them though an event before it, after which they were numbered, should be lost.
  package func settled(_ event: Event) -> Event {
    guard case .list(let list)? = records[event.path]?.answer else { return event }
    switch event {
    case .answer(let path, .list): return .answer(path, .list(list))
    case .arrangeList(let path, _):
      return .arrangeList(path, list.map { Event.Arrangement(id: $0.id, text: $0.text) })
    default: return event
    }
  }

  /// The words of the elements that an event is about, the outermost first, as they are to be saved with it.
  ///
  /// - Returns: none where an element comes from outside of the script, which keeps its words itself.
  package func words(of event: Event) -> [String] {
    let named = elements(namedBy: event)
    let words = named.compactMap { list, element in
      script.placements[script.root(of: list)].flatMap { _ in elementTexts[element] }
    }
    return words.count == named.count ? words : []
  }

  /// The elements that an event is about, with the lists that they stand in: those around its item, and that
  /// which was asked about further.
  private func elements(namedBy event: Event) -> [(ItemID, ElementID)] {
    let path = event.path
    let around = zip(script.placements[path.item]?.rosters ?? [], path.elements)
    switch event {
    case .answerProbe(_, let probe, _), .declineProbe(_, let probe):
      return Array(around) + (probe.element.map { [(path.item, $0)] } ?? [])
    default: return Array(around)
    }
  }

  /// Whether all that was chosen or put in order is offered; what is not is kept for when it is again.
  private func offersAll(_ event: Event, of item: Item) -> Bool {
    guard case .answer(let path, let answer) = event, let offer = item.kind.offer else {
      return true
    }
    return Set(answer.picks).isSubset(of: offered(by: offer, at: path).map(\.id))
  }

  // MARK: - What is known

  /// Looks at what stands before a place, so that the place can be answered.
  private mutating func reach(_ located: Located) {
    guard reach.lexicographicallyPrecedes(located.position) else { return }
    let before = reach
    reach = located.position
    settle(from: before)
  }

  /// Learns of elements that an event names: their numbers are not given out again, and those of a lost
  /// list are taken for removed ones, so that they return with their words.
  private mutating func learn(_ event: Event, of item: Item, about words: [String]) {
    for (level, (list, element)) in elements(namedBy: event).enumerated() {
      let root = script.root(of: list)
      guard let placement = script.placements[root], element.number > 0 else { continue }
      count(element)
      guard elementTexts[element] == nil, words.indices.contains(level) else { continue }
      elementTexts[element] = words[level]
      let path = Path(root, elements: Array(event.path.elements.prefix(placement.rosters.count)))
      if records[path] == nil { records[path] = Record(state: .open, isRelevant: false) }
      records[path]?.removed.append(Element(id: element, text: words[level]))
    }
    if case .answer(_, let answer) = event, case .elements(let list)? = item.kind.offer?.origin,
      script.placements[script.root(of: list)] != nil
    {
      for pick in answer.picks { count(pick) }
    }
  }

  private mutating func count(_ element: ElementID) {
    nextElement = max(nextElement, element.number &+ 1)
  }

  // MARK: - Lists

  /// The list that an event gives as a whole, where every element has its identity already.
  private func identified(_ event: Event) -> [Element]? {
    let list: [Element]
    switch event {
    case .answer(_, .list(let elements)): list = elements
    case .arrangeList(_, let arrangement):
      list = arrangement.map { Element(id: $0.id ?? .new, text: $0.text) }
    default: return nil
    }
    let ids = Set(list.map(\.id))
    return ids.count == list.count && ids.allSatisfy { $0.number > 0 } ? list : nil
  }

  private mutating func put(_ list: [Element], by event: Event, at located: Located?, item: Item)
    throws(Rejection)
  {
    guard case .list = item.kind else {
      throw Rejection(.wrongKind(event.path.description))
    }
    let path = event.path
    let kept = Set(list.map(\.id))
    let former: [Element] = if case .list(let list)? = records[path]?.answer { list } else { [] }
    let gone = records[path]?.removed ?? []
    let known = if case .arrangeList = event { gone + former } else { former + gone }
    for element in list {
      count(element.id)
      elementTexts[element.id] = element.text
    }
    set(.answered(.list(list)), at: path, located, item)
    records[path]?.removed = known.filter { !kept.contains($0.id) }
  }

  // MARK: - Answers out of place

  /// Keeps what an event says of an item, whatever else is known.
  private mutating func keep(_ event: Event, of item: Item, at located: Located?)
    throws(Rejection)
  {
    let path = event.path
    if let list = identified(event) { return try put(list, by: event, at: located, item: item) }
    switch event {
    case .answer(_, .list(let typed)):
      let list = elements(for: typed.map(\.text), at: path)
      try put(list, by: event, at: located, item: item)
    case .arrangeList(_, let arrangement):
      let list = elements(for: arrangement.map(\.text), at: path)
      try put(list, by: event, at: located, item: item)
    case .answer(_, let answer):
      // What it was chosen from may be lost with the list.
      guard item.kind.rules.takes(answer, offered: { answer.picks }) else {
        throw Rejection(.wrongKind(path.description))
      }
      set(.answered(answer), at: path, located, item)
    case .decline: set(.declined, at: path, located, item)
    case .answerProbe(_, let probe, let text):
      try set(.answered(text), of: probe, at: path, item)
    case .declineProbe(_, let probe): try set(.declined, of: probe, at: path, item)
    case .insertElement(_, let index, let text):
      var list = (try? list(at: path)) ?? []
      let element = Element(id: newElement(), text: text)
      list.insert(element, at: max(0, min(index, list.count)))
      try put(list, by: event, at: located, item: item)
    case .renameElement(_, let id, let text):
      guard elementTexts.updateValue(text, forKey: id) == nil else { return }
      count(id)
      open(path)
      records[path]?.removed.append(Element(id: id, text: text))
    case .removeElement, .moveElement, .confirm, .revisit: break
    }
  }

  private mutating func set(
    _ state: Record.State, at path: Path, _ located: Located?, _ item: Item
  ) {
    if let located { return record(state, at: located, item: item) }
    open(path)
    records[path]?.state = state
  }

  private mutating func set(
    _ state: Record.ProbeState, of probe: ProbeID, at path: Path, _ item: Item
  ) throws(Rejection) {
    guard item.probes.indices.contains(probe.index) else {
      throw Rejection(.notThisItem(path.description))
    }
    open(path)
    records[path]?.probes[probe] = state
  }

  private mutating func open(_ path: Path) {
    if records[path] == nil { records[path] = Record(state: .open, isRelevant: false) }
  }
}
