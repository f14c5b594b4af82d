extension Interview {
  /// The interview after an event; throws where the event cannot be taken.
  public func applying(_ event: Event) throws(Rejection) -> Interview {
    var next = self
    try next.apply(event)
    return next
  }

  /// Applies an event; where it throws, nothing has changed.
  @discardableResult
  public mutating func apply(_ event: Event) throws(Rejection) -> [Note] {
    let path = event.path
    guard let located = locate(path), let item = script.item(path.item),
      records[path]?.isRelevant ?? false
    else { throw Rejection(.notThisItem(path.description)) }
    switch event {
    case .answer(_, let answer):
      try accept(to: item, at: located) { interview throws(Rejection) in
        try interview.taking(answer, to: item, at: path)
      }
    case .arrangeList(_, let arrangement):
      let list = try list(at: path)
      try accept(to: item, at: located) { interview throws(Rejection) in
        .list(interview.elements(for: arrangement, from: list, at: path))
      }
    case .decline:
      guard !item.isRequired else { throw Rejection(.required) }
      record(.declined, at: located, item: item)
    case .answerProbe(_, let probe, let text):
      try requireProbe(probe, of: item, at: path)
      records[path]?.probes[probe] = .answered(text)
    case .declineProbe(_, let probe):
      try requireProbe(probe, of: item, at: path)
      records[path]?.probes[probe] = .declined
    case .confirm:
      let quoted = quoted(by: item, at: located)
      records[path]?.quoted = quoted
    case .revisit:
      focus = path
      return []
    case .insertElement(_, let index, let text):
      var list = try list(at: path)
      var known = KnownElements(records[path]?.removed ?? [])
      let element = element(for: text, among: &known)
      records[path]?.removed.removeAll { $0.id == element.id }
      list.insert(element, at: max(0, min(index, list.count)))
      try replaceList(with: list, at: located, item: item)
    case .renameElement(_, let id, let text):
      var list = try list(at: path)
      guard let index = list.firstIndex(where: { $0.id == id }) else {
        throw Rejection(.notThisItem("\(path)\(id)"))
      }
      list[index].text = text
      elementTexts[id] = text
      try replaceList(with: list, at: located, item: item)
    case .removeElement(_, let id):
      var list = try list(at: path)
      guard let index = list.firstIndex(where: { $0.id == id }) else {
        throw Rejection(.notThisItem("\(path)\(id)"))
      }
      records[path]?.removed.append(list.remove(at: index))
      try replaceList(with: list, at: located, item: item)
    case .moveElement(_, let id, let target):
      var list = try list(at: path)
      guard let index = list.firstIndex(where: { $0.id == id }) else {
        throw Rejection(.notThisItem("\(path)\(id)"))
      }
      let element = list.remove(at: index)
      list.insert(element, at: max(0, min(target, list.count)))
      try replaceList(with: list, at: located, item: item)
    }
    if focus == path { focus = nil }
    return settle(from: located.position)
  }

  /// Takes an answer where the item's checks let it pass; where they do not, nothing has changed.
  mutating func accept(
    to item: Item, at located: Located,
    _ answering: (inout Interview) throws(Rejection) -> Answer
  ) throws(Rejection) {
    let path = located.path
    let before = records[path]
    let known = elementTexts
    let counter = nextElement
    let answer = try answering(&self)
    record(.answered(answer), at: located, item: item)
    let context = Context(interview: self, elements: path.elements)
    // What is unknown refuses nothing: the answer cannot help that something else has none.
    for check in item.checks where check.condition.expression.isRefuted(in: context) {
      let sentence = check.say.rendered(in: context, language: language)
      records[path] = before
      elementTexts = known
      nextElement = counter
      throw Rejection(.check(sentence))
    }
  }

  /// An answer as it is kept: with identities, and in the order in which it was offered to be seen.
  mutating func taking(_ answer: Answer, to item: Item, at path: Path) throws(Rejection) -> Answer {
    let kind = item.kind
    let offered = self.offered(at: path).map(\.id)
    guard kind.rules.takes(answer, offered: { offered }) else {
      throw Rejection(.wrongKind(path.description))
    }
    switch (kind, answer) {
    case (.list, .list(let listed)): return .list(elements(for: listed.map(\.text), at: path))
    case (.choices, .choices(let ids, let other)):
      return .choices(offered.filter(ids.contains), other: other)
    case (.rank(let rank), .rank(let ids)) where rank.top == nil:
      let kept = ids.filter(offered.contains)
      return .rank(kept + offered.filter { !kept.contains($0) })
    default: return answer
    }
  }

  /// Elements as they are to be: those named keep their identity, those left out can return.
  mutating func elements(for arrangement: [Event.Arrangement], from list: [Element], at path: Path)
    -> [Element]
  {
    let named = Set(arrangement.compactMap(\.id))
    let gone = list.filter { !named.contains($0.id) }
    records[path]?.removed.append(contentsOf: gone)
    var known = KnownElements(records[path]?.removed ?? [])
    var elements: [Element] = []
    for wanted in arrangement {
      if let id = wanted.id, list.contains(where: { $0.id == id }) {
        elementTexts[id] = wanted.text
        elements.append(Element(id: id, text: wanted.text))
      } else {
        elements.append(element(for: wanted.text, among: &known))
      }
    }
    let kept = Set(elements.map(\.id))
    records[path]?.removed.removeAll { kept.contains($0.id) }
    return elements
  }

  /// Words that stood in the list before, or were taken out of it, keep their identity.
  mutating func elements(for texts: [String], at path: Path) -> [Element] {
    let former: [Element] = if case .list(let list)? = records[path]?.answer { list } else { [] }
    let before = former + (records[path]?.removed ?? [])
    var known = KnownElements(before)
    var ids = texts.map { known.take(exactly: $0)?.id }
    for index in ids.indices where ids[index] == nil {
      ids[index] = known.take(like: texts[index])?.id
    }
    var elements: [Element] = []
    for (id, text) in zip(ids, texts) {
      let id = id ?? newElement()
      elementTexts[id] = text
      elements.append(Element(id: id, text: text))
    }
    let kept = Set(elements.map(\.id))
    if records[path] != nil { records[path]?.removed = before.filter { !kept.contains($0.id) } }
    return elements
  }

  /// One of the known elements where the words are the same or alike, or else a new one.
  mutating func element(for text: String, among known: inout KnownElements) -> Element {
    let id = (known.take(exactly: text) ?? known.take(like: text))?.id ?? newElement()
    elementTexts[id] = text
    return Element(id: id, text: text)
  }

  mutating func newElement() -> ElementID {
    defer { nextElement += 1 }
    return ElementID(nextElement)
  }

  func list(at path: Path) throws(Rejection) -> [Element] {
    guard case .list(let list)? = records[path]?.answer else {
      throw Rejection(.wrongKind(path.description))
    }
    return list
  }

  mutating func replaceList(with list: [Element], at located: Located, item: Item)
    throws(Rejection)
  {
    record(.answered(.list(list)), at: located, item: item)
  }

  mutating func record(_ state: Record.State, at located: Located, item: Item) {
    let quoted = quoted(by: item, at: located)
    if records[located.path] == nil {
      records[located.path] = Record(state: state, isRelevant: true)
    } else {
      records[located.path]?.state = state
    }
    records[located.path]?.quoted = quoted
    records[located.path]?.standsFor = nil
    records[located.path]?.isStale = false
  }

  func requireProbe(_ probe: ProbeID, of item: Item, at path: Path) throws(Rejection) {
    guard item.probes.indices.contains(probe.index), records[path]?.answer != nil else {
      throw Rejection(.notThisItem(path.description))
    }
  }
}
