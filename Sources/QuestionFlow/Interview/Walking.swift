/// A path together with its place in document order.
struct Located: Sendable {
  let path: Path
  /// Indices of entries, with an element's index inside each roster.
  let position: [Int]
}

extension Interview {
  /// Whether a path stands anywhere now.
  package func has(_ path: Path) -> Bool { locate(path) != nil }

  /// Where a path stands now; `nil` where the item or an element of the path is not there.
  func locate(_ path: Path) -> Located? {
    guard let placement = script.placements[path.item],
      placement.rosters.count == path.elements.count
    else { return nil }
    var position: [Int] = []
    var entries = script.entries
    var level = 0
    var order: [Int]?
    for index in placement.position {
      guard entries.indices.contains(index),
        let walked = order == nil ? index : order?.firstIndex(of: index)
      else { return nil }
      position.append(walked)
      order = nil
      switch entries[index] {
      case .item, .calculation: entries = []
      case .section(let section):
        order = self.order(of: section)
        entries = section.entries
      case .roster(let roster):
        guard
          let place = members(of: roster, around: path.elements)
            .firstIndex(where: { $0.id == path.elements[level] })
        else { return nil }
        position.append(place)
        level += 1
        entries = roster.entries
      }
    }
    return Located(path: path, position: position)
  }

  /// The order in which a section's entries are gone through; `nil` where it is that of the script.
  private func order(of section: Section) -> [Int]? {
    guard section.isShuffled, seed != 0 else { return nil }
    return shuffled(Array(section.entries.indices), salt: section.title.text()) { "\($0)" }
  }

  /// The elements that a roster goes through, in its order.
  func members(of roster: Roster, around elements: [ElementID]) -> [Element] {
    let members = self.elements(of: roster.list, around: elements)
    guard roster.isShuffled else { return members }
    return shuffled(members, salt: roster.list.rawValue) { $0.id.description }
  }

  /// Visits the items that apply, from a place on, until the visitor returns true.
  @discardableResult
  func visit(
    _ entries: [Entry], at prefix: [Int], from start: ArraySlice<Int>, elements: [ElementID],
    _ visitor: (Located) -> Bool
  ) -> Bool {
    var copy = self
    return copy.sweep(entries, at: prefix, from: start, elements: elements, active: true) {
      _, located, isRelevant in isRelevant && visitor(located)
    }
  }

  func sweepReadOnly(_ visitor: (Located, Bool) -> Void) {
    var copy = self
    copy.sweep(script.entries, at: [], from: [], elements: [], active: true) {
      _, located, isRelevant in
      visitor(located, isRelevant)
      return false
    }
  }

  /// Visits every item from a place on, whether it applies or not, until the visitor returns true.
  @discardableResult
  mutating func sweep(
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
      case .calculation: continue
      case .section(let section):
        let isActive = active && holds(section.when, elements: elements)
        let entries = order(of: section).map { $0.map { section.entries[$0] } } ?? section.entries
        if sweep(
          entries, at: position, from: rest, elements: elements, active: isActive, visitor)
        {
          return true
        }
      case .roster(let roster):
        let members = members(of: roster, around: elements)
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

  func holds(_ condition: Condition?, elements: [ElementID]) -> Bool {
    condition?.holds(in: Context(interview: self, elements: elements)) ?? true
  }
}

/// An interview seen from one place in it.
struct Context: EvaluationContext {
  let interview: Interview
  let elements: [ElementID]
  var probedElement: String?

  var today: CalendarDate? { interview.today }

  func isVague(_ text: String) -> Bool { interview.isVague(text) }

  func value(of item: ItemID, at elements: [ElementID]) -> Value {
    interview.value(of: item, at: elements)
  }

  func spoken(_ item: ItemID, at elements: [ElementID]) -> String? {
    interview.spoken(item, at: elements)
  }

  func members(of list: ItemID, at elements: [ElementID]) -> [ElementID]? {
    guard interview.value(of: list, at: elements) != .unknown else { return nil }
    return interview.elements(of: list, around: elements).map(\.id)
  }

  func isPassedOver(_ item: ItemID, at elements: [ElementID]) -> Bool {
    guard let record = interview.records[Path(item, elements: elements)] else { return false }
    return record.isRelevant && record.state == .declined
  }

  func offersNone(_ item: ItemID) -> Bool { interview.script.offersNone(item) }

  func plain(_ element: ElementID, of list: ItemID, at elements: [ElementID]) -> String? {
    interview.plain(element, of: list, at: elements)
  }

  func text(of element: ElementID, of list: ItemID, at elements: [ElementID]) -> String? {
    interview.text(of: element, of: list, at: elements)
  }
}
