/// A checked script and what has been answered so far: a value, without a clock or any I/O.
///
/// An interview has two questions: what is the next step, and what would an event make of it?
/// Events are applied one after the other; replaying the same events over the same script always
/// gives the same interview, which is how a saved one is resumed. Accepting an answer at the front
/// costs the same however many answers there are: only what stands between the changed item and
/// the furthest place reached is looked at again.
public struct Interview: Sendable {
  /// The script being answered.
  public let script: Script
  /// The language of questions, where the script has translations.
  public let language: String

  private(set) var records: [Path: Record] = [:]
  private(set) var elementTexts: [ElementID: String] = [:]
  /// The item that the respondent went back to.
  private var focus: Path?
  /// The first open place, or `nil` at the end.
  private var front: Located?
  /// The furthest place that was ever settled.
  private var reach: [Int] = []
  private var nextElement = 1
  let vagueness: Vagueness

  /// An interview with nothing answered.
  public init(script: Script, language: String = "en", vagueness: Vagueness = .standard) {
    self.script = script
    self.language = language
    self.vagueness = vagueness
    settle(from: [])
  }

  // MARK: - The next step

  /// What is to be asked now; `nil` where everything that applies is answered or declined.
  public var nextStep: Step? {
    if let focus, let located = locate(focus), records[focus]?.isRelevant ?? false {
      return step(located, form: .question)
    }
    guard let front else { return nil }
    return step(front, form: openForm(of: front) ?? .question)
  }

  /// Whether everything that applies is answered or declined.
  public var isFinished: Bool { nextStep == nil }

  /// The item that stands before the present step and applies, or `nil` at the beginning.
  public var previousPath: Path? {
    let present = nextStep?.path
    var previous: Path?
    visit(script.entries, at: [], from: [], elements: []) { located in
      if located.path == present { return true }
      previous = located.path
      return false
    }
    return previous
  }

  /// How far the interview has come.
  public var progress: InterviewProgress {
    var done = 0
    var total = 0
    visit(script.entries, at: [], from: [], elements: []) { located in
      total += 1
      if let record = records[located.path], record.state != .open { done += 1 }
      return false
    }
    return InterviewProgress(done: done, total: total)
  }

  /// The step's place among the items that apply, counting from 1.
  public func number(of step: Step) -> Int {
    var number = 0
    visit(script.entries, at: [], from: [], elements: []) { located in
      number += 1
      return located.path == step.path
    }
    return number
  }

  /// Parses what was typed at the present step into an event; throws where it cannot be taken.
  public func event(
    for typed: String, at step: Step, today: CalendarDate
  ) throws(Rejection) -> Event {
    switch step.form {
    case .probe(let probe):
      return .answerProbe(step.path, probe, try TextAnswer.parse(typed, keepingLines: true))
    case .question, .confirmation:
      guard let item = script.item(step.path.item) else {
        throw Rejection(.notThisItem(step.path.description))
      }
      let surroundings = surroundings(of: step.path, today: today)
      return .answer(step.path, try item.kind.parse(typed, in: surroundings))
    }
  }

  /// The event of passing on a step.
  public func declining(_ step: Step) -> Event {
    switch step.form {
    case .probe(let probe): .declineProbe(step.path, probe)
    case .confirmation: .confirm(step.path)
    case .question: .decline(step.path)
    }
  }

  /// What parsing an answer at a path may need.
  public func surroundings(of path: Path, today: CalendarDate) -> AnswerKind.Surroundings {
    guard case .rank(let list) = script.item(path.item)?.kind else {
      return AnswerKind.Surroundings(today: today)
    }
    return AnswerKind.Surroundings(
      today: today, elements: elements(of: list, around: path.elements))
  }

  // MARK: - Events

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
    case .answer(_, let response):
      try accept(response, to: item, at: located)
    case .decline:
      record(.declined, at: located, item: item)
    case .answerProbe(_, let probe, let text):
      try requireProbe(probe, of: item, at: path)
      records[path]?.probes[probe] = .answered(text)
    case .declineProbe(_, let probe):
      try requireProbe(probe, of: item, at: path)
      records[path]?.probes[probe] = .declined
    case .confirm:
      let asked = question(of: item, at: located)
      records[path]?.asked = asked
    case .revisit:
      focus = path
      return []
    case .insertElement(_, let index, let text):
      var list = try list(at: path)
      let element = identity(for: text, at: path, taken: list)
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

  private mutating func accept(_ response: Response, to item: Item, at located: Located)
    throws(Rejection)
  {
    let path = located.path
    let before = records[path]
    let known = elementTexts
    let counter = nextElement
    let answer = try answer(from: response, to: item, at: path)
    record(.answered(answer), at: located, item: item)
    let context = Context(interview: self, elements: path.elements)
    for check in item.checks where !check.condition.holds(in: context) {
      let sentence = check.say.rendered(in: context, language: language)
      records[path] = before
      elementTexts = known
      nextElement = counter
      throw Rejection(.check(sentence))
    }
  }

  private mutating func answer(from response: Response, to item: Item, at path: Path)
    throws(Rejection) -> Answer
  {
    switch (item.kind, response) {
    case (.text, .text(let text)), (.longText, .text(let text)): return .text(text)
    case (.posting, .posting(let text)): return .posting(text)
    case (.number, .number(let number)): return .number(number)
    case (.date, .date(let date)): return .date(date)
    case (.yesOrNo, .yesOrNo(let truth)): return .yesOrNo(truth)
    case (.person, .person(let person)): return .person(person)
    case (.choice(let options), .choice(let id)) where options.contains { $0.id == id }:
      return .choice(id)
    case (.choices(let options), .choices(let ids))
    where Set(ids).isSubset(of: options.map(\.id)):
      return .choices(ids)
    case (.scale(let scale), .scale(let point)) where scale.range.contains(point):
      return .scale(point)
    case (.list, .list(let texts)):
      return .list(elements(for: texts, at: path))
    case (.rank(let list), .rank(let ids)):
      let present = elements(of: list, around: path.elements).map(\.id)
      let kept = ids.filter(present.contains)
      return .rank(kept + present.filter { !kept.contains($0) })
    default:
      throw Rejection(.wrongKind(path.description))
    }
  }

  /// Words that stood in the list before, or were taken out of it, keep their identity.
  private mutating func elements(for texts: [String], at path: Path) -> [Element] {
    let former: [Element] = if case .list(let list)? = records[path]?.answer { list } else { [] }
    var available = former + (records[path]?.removed ?? [])
    var identities: [String: [Element]] = [:]
    for element in available.reversed() {
      identities[Words.key(element.text), default: []].append(element)
    }
    var elements: [Element] = []
    for text in texts {
      let known = identities[Words.key(text)]?.popLast()
      let id = known?.id ?? newElement()
      elementTexts[id] = text
      elements.append(Element(id: id, text: text))
    }
    let kept = Set(elements.map(\.id))
    available.removeAll { kept.contains($0.id) }
    if records[path] != nil { records[path]?.removed = available }
    return elements
  }

  private mutating func identity(for text: String, at path: Path, taken: [Element]) -> Element {
    let key = Words.key(text)
    if let index = records[path]?.removed.firstIndex(where: { Words.key($0.text) == key }),
      var element = records[path]?.removed.remove(at: index)
    {
      element.text = text
      elementTexts[element.id] = text
      return element
    }
    let id = newElement()
    elementTexts[id] = text
    return Element(id: id, text: text)
  }

  private mutating func newElement() -> ElementID {
    defer { nextElement += 1 }
    return ElementID(nextElement)
  }

  private func list(at path: Path) throws(Rejection) -> [Element] {
    guard case .list(let list)? = records[path]?.answer else {
      throw Rejection(.wrongKind(path.description))
    }
    return list
  }

  private mutating func replaceList(with list: [Element], at located: Located, item: Item)
    throws(Rejection)
  {
    record(.answered(.list(list)), at: located, item: item)
  }

  private mutating func record(_ state: Record.State, at located: Located, item: Item) {
    let asked = item.ask.quotesAnswers ? question(of: item, at: located) : nil
    if records[located.path] == nil {
      records[located.path] = Record(state: state, isRelevant: true)
    } else {
      records[located.path]?.state = state
    }
    records[located.path]?.asked = asked
    records[located.path]?.isStale = false
  }

  private func requireProbe(_ probe: ProbeID, of item: Item, at path: Path) throws(Rejection) {
    guard item.probes.indices.contains(probe.index), records[path]?.answer != nil else {
      throw Rejection(.notThisItem(path.description))
    }
  }

  // MARK: - Settling

  /// Brings relevance and staleness up to date from a place to the furthest one reached, and finds
  /// the first open item.
  @discardableResult
  private mutating func settle(from start: [Int]) -> [Note] {
    var notes: [Note] = []
    var firstOpen: Located?
    // What stands before the changed place is as it was, its open item too.
    if let front, front.position.lexicographicallyPrecedes(start), isOpen(front) {
      firstOpen = front
    }
    let reached = reach
    var settled = start
    sweep(script.entries, at: [], from: start[...], elements: [], active: true) {
      interview, located, isRelevant in
      settled = located.position
      if let note = interview.refresh(located, isRelevant: isRelevant) { notes.append(note) }
      if isRelevant, firstOpen == nil, interview.isOpen(located) { firstOpen = located }
      return firstOpen != nil && !located.position.lexicographicallyPrecedes(reached)
    }
    if reach.lexicographicallyPrecedes(settled) { reach = settled }
    front = firstOpen
    return notes
  }

  private mutating func refresh(_ located: Located, isRelevant: Bool) -> Note? {
    let path = located.path
    guard let record = records[path] else {
      records[path] = Record(state: .open, isRelevant: isRelevant)
      return nil
    }
    let isStale: Bool
    if isRelevant, record.state != .open, let asked = record.asked,
      let item = script.item(path.item)
    {
      isStale = question(of: item, at: located) != asked
    } else {
      isStale = false
    }
    // Written back only where something changed: copying a record costs more than comparing it.
    if record.isRelevant == isRelevant, record.isStale == isStale { return nil }
    records[path]?.isRelevant = isRelevant
    records[path]?.isStale = isStale
    if record.isRelevant != isRelevant, record.answer != nil {
      return isRelevant ? .returned(path) : .becameDormant(path)
    }
    return isStale && !record.isStale ? .becameStale(path) : nil
  }

  private func isOpen(_ located: Located) -> Bool { openForm(of: located) != nil }

  /// What is still to be asked at a place; `nil` where nothing is.
  private func openForm(of located: Located) -> Step.Form? {
    guard let record = records[located.path], record.isRelevant,
      let item = script.item(located.path.item)
    else { return nil }
    switch record.state {
    case .open:
      if case .rank(let list) = item.kind,
        elements(of: list, around: located.path.elements).isEmpty
      {
        return nil
      }
      return .question
    case .declined: return nil
    case .answered(let answer):
      if record.isStale { return .confirmation }
      if case .rank(let list) = item.kind, case .rank(let ids) = answer,
        Set(elements(of: list, around: located.path.elements).map(\.id)) != Set(ids)
      {
        return .question
      }
      return pendingProbe(of: item, record: record, at: located.path).map { .probe($0) }
    }
  }

  private func pendingProbe(of item: Item, record: Record, at path: Path) -> ProbeID? {
    for (index, probe) in item.probes.enumerated() {
      if probe.isPerElement, case .list(let list)? = record.answer {
        for element in list {
          let id = ProbeID(index: index, element: element.id)
          guard record.probes[id] == nil else { continue }
          let context = Context(
            interview: self, elements: path.elements, probedElement: element.text)
          if probe.condition.holds(in: context) { return id }
        }
      } else {
        let id = ProbeID(index: index, element: nil)
        guard record.probes[id] == nil else { continue }
        if probe.condition.holds(in: Context(interview: self, elements: path.elements)) {
          return id
        }
      }
    }
    return nil
  }

  // MARK: - Reading

  func elements(of list: ItemID, around elements: [ElementID]) -> [Element] {
    let depth = script.placements[list]?.rosters.count ?? 0
    let path = Path(list, elements: Array(elements.prefix(depth)))
    guard let record = records[path], record.isRelevant, case .list(let list)? = record.answer
    else { return [] }
    return list
  }

  private func question(of item: Item, at located: Located) -> String {
    item.ask.rendered(
      in: Context(interview: self, elements: located.path.elements), language: language)
  }

  private func step(_ located: Located, form: Step.Form) -> Step? {
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

  private func rosterPlaces(of path: Path) -> [Step.RosterPlace] {
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
      options.first { $0.id == id }?.label.text(in: language) ?? id
    case (.choices(let options), .choices(let ids)):
      options.filter { ids.contains($0.id) }.map { $0.label.text(in: language) }
        .joined(separator: ", ")
    case (.scale(let scale), .scale(let point)):
      scale.labels[point].map { "\(point) (\($0.text(in: language)))" } ?? String(point)
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

  private func probeAnswers(_ record: Record?) -> [ElementID?: [String]] {
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

// MARK: - Walking

/// A path together with its place in document order.
struct Located: Sendable {
  let path: Path
  /// Indices of entries, with an element's index inside each roster.
  let position: [Int]
}

extension Interview {
  /// Where a path stands now; `nil` where the item or an element of the path is not there.
  func locate(_ path: Path) -> Located? {
    guard let placement = script.placements[path.item],
      placement.rosters.count == path.elements.count
    else { return nil }
    var position: [Int] = []
    var entries = script.entries
    var level = 0
    for index in placement.position {
      guard entries.indices.contains(index) else { return nil }
      position.append(index)
      switch entries[index] {
      case .item: entries = []
      case .section(let section): entries = section.entries
      case .roster(let roster):
        guard
          let place = elements(of: roster.list, around: path.elements)
            .firstIndex(where: { $0.id == path.elements[level] })
        else { return nil }
        position.append(place)
        level += 1
        entries = roster.entries
      }
    }
    return Located(path: path, position: position)
  }

  /// Visits the items that apply, from a place on, until the visitor returns true.
  @discardableResult
  private func visit(
    _ entries: [Entry], at prefix: [Int], from start: ArraySlice<Int>, elements: [ElementID],
    _ visitor: (Located) -> Bool
  ) -> Bool {
    var copy = self
    return copy.sweep(entries, at: prefix, from: start, elements: elements, active: true) {
      _, located, isRelevant in isRelevant && visitor(located)
    }
  }

  private func sweepReadOnly(_ visitor: (Located, Bool) -> Void) {
    var copy = self
    copy.sweep(script.entries, at: [], from: [], elements: [], active: true) {
      _, located, isRelevant in
      visitor(located, isRelevant)
      return false
    }
  }

  /// Visits every item from a place on, whether it applies or not, until the visitor returns true.
  @discardableResult
  private mutating func sweep(
    _ entries: [Entry], at prefix: [Int], from start: ArraySlice<Int>, elements: [ElementID],
    active: Bool, _ visitor: (inout Interview, Located, Bool) -> Bool
  ) -> Bool {
    let first = start.first ?? 0
    guard first < entries.count else { return false }
    for index in first..<entries.count {
      // Only the first entry continues in the middle; all others start at their beginning.
      let rest = index == first ? start.dropFirst() : []
      let position = prefix + [index]
      switch entries[index] {
      case .item(let item):
        let located = Located(path: Path(item.id, elements: elements), position: position)
        let isRelevant = active && holds(item.when, elements: elements)
        if visitor(&self, located, isRelevant) { return true }
      case .section(let section):
        let isActive = active && holds(section.when, elements: elements)
        if sweep(
          section.entries, at: position, from: rest, elements: elements, active: isActive, visitor)
        {
          return true
        }
      case .roster(let roster):
        let members = self.elements(of: roster.list, around: elements)
        let firstMember = rest.first ?? 0
        guard firstMember < members.count else { continue }
        for member in firstMember..<members.count {
          let inner = elements + [members[member].id]
          let isActive = active && holds(roster.when, elements: inner)
          if sweep(
            roster.entries, at: position + [member],
            from: member == firstMember ? rest.dropFirst() : [], elements: inner,
            active: isActive, visitor)
          {
            return true
          }
        }
      }
    }
    return false
  }

  private func holds(_ condition: Expression?, elements: [ElementID]) -> Bool {
    condition?.holds(in: Context(interview: self, elements: elements)) ?? true
  }
}

/// An interview seen from one place in it.
struct Context: EvaluationContext {
  let interview: Interview
  let elements: [ElementID]
  var probedElement: String?

  var vagueness: Vagueness { interview.vagueness }
  func answer(to path: Path) -> Answer? { interview.answer(to: path) }
  func text(of element: ElementID) -> String? { interview.text(of: element) }
}
