/// What there is to choose from, and what was chosen of it.
extension Interview {
  /// What is offered at a path now, in the order in which it is shown; empty for kinds that offer nothing.
  package func offered(at path: Path) -> [AnswerKind.Option] {
    guard let kind = script.item(path.item)?.kind, let offer = kind.offer else { return [] }
    return offered(by: offer, at: path, isShown: true)
  }

  /// - Parameter isShown: whether it is in the order in which it is shown, or in that of its source.
  func offered(by offer: Offer, at path: Path, isShown: Bool = false) -> [AnswerKind.Option] {
    var options: [AnswerKind.Option]
    switch offer.origin {
    case .options(let all):
      options = all.filter { holds($0.when, elements: path.elements) }.map(\.option)
    case .elements(let list):
      let root = script.kind(of: script.root(of: list))?.offer
      options = elements(of: list, around: path.elements).filter { element in
        offer.filter?.holds(
          in: Context(interview: self, elements: path.elements + [element.id])) ?? true
      }.map { element in
        AnswerKind.Option(
          id: element.id,
          label: element.id == .other
            ? Wording(element.text) : root?.label(of: element.id) ?? Wording(element.text))
      }
    }
    if isShown, offer.isShuffled {
      options = shuffled(options, salt: path.item.rawValue) { $0.id.description }
    }
    return options + offer.last
  }

  /// The elements of an answer as they are now: what was listed, or what was chosen or put in order and
  /// is still offered.
  func elements(of list: ItemID, around elements: [ElementID]) -> [Element] {
    if let loan = lent(list) { return loan.elements ?? [] }
    guard let placement = script.placements[list] else { return [] }
    let path = Path(list, elements: Array(elements.prefix(placement.rosters.count)))
    guard let record = records[path], record.isRelevant, let answer = record.answer else {
      return []
    }
    if case .list(let elements) = answer { return elements }
    let ids = present(answer.picks, of: placement.item.kind, at: path)
    return ids.filter { $0 != .none }.map { id in
      Element(id: id, text: text(of: id, of: list, at: path.elements) ?? id.optionID ?? "…")
    }
  }

  /// The picks of an answer that are still offered.
  func present(_ picks: [ElementID], of kind: AnswerKind, at path: Path) -> [ElementID] {
    guard let offer = kind.offer, !offer.isFixed else { return picks }
    let offered = Set(offered(by: offer, at: path).map(\.id))
    return picks.filter(offered.contains)
  }

  /// Whether an answer still stands, now that something else is offered.
  func stands(_ answer: Answer, of kind: AnswerKind, at path: Path) -> Bool {
    guard let offer = kind.offer, !offer.isFixed else { return true }
    let offered = Set(offered(by: offer, at: path).map(\.id))
    let picks = answer.picks
    guard Set(picks).isSubset(of: offered) else { return false }
    if case .rank(let rank) = kind { return picks.count == rank.wanted(among: offered.count) }
    return true
  }

  /// The words of an element of an answer.
  ///
  /// - Parameter elements: the elements at hand, from which the answer's path takes as many as it has
  ///   rosters around it.
  func text(of element: ElementID, of list: ItemID, at elements: [ElementID]) -> String? {
    let root = script.root(of: list)
    if let loan = lent(root) { return loan.elements?.first { $0.id == element }?.text }
    guard element.optionID != nil else { return elementTexts[element] }
    guard let placement = script.placements[root], let offer = placement.item.kind.offer else {
      return nil
    }
    if element == .other {
      let path = Path(root, elements: Array(elements.prefix(placement.rosters.count)))
      return records[path]?.answer?.otherWords ?? offer.other?.text(in: language)
    }
    return offer.label(of: element)?.text(in: language)
  }

  /// What conditions compare an element with.
  func plain(_ element: ElementID, of list: ItemID, at elements: [ElementID]) -> String? {
    element.optionID ?? text(of: element, of: list, at: elements)
  }

  /// What it takes to say an answer at a path.
  func words(at path: Path) -> AnswerWords {
    AnswerWords(
      language: language, text: { self.text(of: $0, of: path.item, at: path.elements) },
      plain: { self.plain($0, of: path.item, at: path.elements) })
  }

  /// Things in an order that is the same as long as the session lasts, whatever is added to them.
  func shuffled<T>(_ things: [T], salt: String, by name: (T) -> String) -> [T] {
    guard seed != 0 else { return things }
    return things.map { (thing: $0, key: SeededRandom.key(seed, salt, name($0))) }
      .sorted { $0.key < $1.key }.map(\.thing)
  }
}

extension Answer {
  /// What was chosen or put in order.
  var picks: [ElementID] {
    switch self {
    case .choice(let id, _): [id]
    case .choices(let ids, _), .rank(let ids): ids
    default: []
    }
  }

  /// The respondent's own words beside the options.
  var otherWords: String? {
    switch self {
    case .choice(_, let other), .choices(_, let other): other
    default: nil
    }
  }
}
