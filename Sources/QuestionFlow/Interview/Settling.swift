extension Interview {
  /// Brings relevance and staleness up to date from a place to the furthest one reached, and finds
  /// the first open item.
  @discardableResult
  mutating func settle(from start: [Int]) -> [Note] {
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
    if firstOpen == nil { hasEnded = true }
    return notes
  }

  mutating func refresh(_ located: Located, isRelevant: Bool) -> Note? {
    let path = located.path
    guard let record = records[path] else {
      records[path] = Record(state: .open, isRelevant: isRelevant)
      return nil
    }
    let isStale: Bool
    if isRelevant, record.state != .open, let before = record.quoted,
      let item = script.item(path.item)
    {
      let now = quoted(by: item, at: located)
      isStale = now != before && now != record.standsFor
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

  func isOpen(_ located: Located) -> Bool { openForm(of: located) != nil }

  /// What is still to be asked at a place; `nil` where nothing is.
  func openForm(of located: Located) -> Step.Form? {
    guard let record = records[located.path], record.isRelevant,
      let item = script.item(located.path.item)
    else { return nil }
    switch record.state {
    case .open:
      // Where there is nothing to choose from, there is nothing to ask.
      if let offer = item.kind.offer, offered(by: offer, at: located.path).isEmpty { return nil }
      return .question
    case .declined: return nil
    case .answered(let answer):
      if record.isStale { return .confirmation }
      if !stands(answer, of: item.kind, at: located.path) {
        let isEmpty = item.kind.offer.map { offered(by: $0, at: located.path).isEmpty } ?? false
        return isEmpty ? nil : .question
      }
      return pendingProbe(of: item, record: record, at: located.path).map { .probe($0) }
    }
  }

  func pendingProbe(of item: Item, record: Record, at path: Path) -> ProbeID? {
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
}
