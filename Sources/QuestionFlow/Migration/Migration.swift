import Phrases

extension Interview {
  /// The interview carried over to another version of its script.
  ///
  /// Answers follow their items by id. Where an item has another kind they are converted if nothing is
  /// lost; what does not fit is kept aside, and comes back with a version in which it fits.
  ///
  /// - Parameters:
  ///   - script: the version to carry over to.
  ///   - others: interviews over scripts that answers may have moved from: what they keep aside is
  ///     taken over where this script has a place for it. Each is changed by what is taken.
  package func migrated(
    to script: Script, adopting others: inout [Interview]
  ) -> (interview: Interview, report: MigrationReport) {
    var migration = Migration(from: self, to: script)
    migration.carryOver()
    migration.restore()
    for index in others.indices { migration.adopt(from: &others[index]) }
    return migration.finish()
  }

  /// As ``migrated(to:adopting:)``, with no other scripts involved.
  package func migrated(to script: Script) -> (interview: Interview, report: MigrationReport) {
    var none: [Interview] = []
    return migrated(to: script, adopting: &none)
  }

  /// The interview over a script that is no longer there: everything is kept aside.
  package var archived: Interview {
    var archived = self
    for (path, record) in records where record.isWorthKeeping {
      archived.setAside(record, at: path, of: script)
      archived.records[path] = nil
    }
    return archived
  }

  /// The lines of a report for an interview whose script is no longer there.
  package var retirement: [MigrationReport.Line] {
    script.items.compactMap { item in
      let kept = archive.filter { $0.key.item == item.id }.count
      guard kept > 0 else { return nil }
      return MigrationReport.Line(
        script: script.id, item: item.id, fate: .retired, question: item.ask.text(), answers: 0,
        archived: kept)
    }
  }

  mutating func setAside(_ record: Record, at path: Path, of script: Script) {
    guard let placement = script.placements[path.item] else { return }
    archive[path, default: []].append(
      ArchivedRecord(
        record: record, rosters: placement.rosters,
        question: placement.item.ask.text()))
  }
}

extension Script {
  /// The lines of a report for a script that is no longer there, and was not answered.
  package var retired: [MigrationReport.Line] {
    items.filter { !$0.isNote }.map {
      MigrationReport.Line(
        script: id, item: $0.id, fate: .retired, question: $0.ask.text(), answers: 0, archived: 0)
    }
  }
}

/// One step from a script to the next.
private struct Migration {
  private let old: Interview
  private var new: Interview
  private let script: Script
  /// How many answers went along, and how many were kept aside, by item.
  private var carried: [ItemID: Int] = [:]
  private var setAside: [ItemID: Int] = [:]
  private var restored: Set<ItemID> = []
  private var adopted: Set<ItemID> = []
  /// Paths whose question quotes other things than before.
  private var requoted: [Path] = []
  /// What items of before are called now, by what the new script says.
  private let renamed: [ItemID: ItemID]

  init(from old: Interview, to script: Script) {
    self.old = old
    self.script = script
    renamed = Dictionary(
      script.items.flatMap { item in item.formerIDs.map { ($0, item.id) } },
      uniquingKeysWith: { first, _ in first })
    new = Interview(
      script: script, language: old.language, vagueness: old.vagueness, seed: old.seed,
      today: old.today, given: old.given.filter { script.givens[$0.key] != nil })
    new.judged = old.judged
    new.records = [:]
    new.elementTexts = old.elementTexts
    new.nextElement = old.nextElement
    new.archive = old.archive
  }

  mutating func carryOver() {
    for (path, record) in old.records.sorted(by: { $0.key.isBefore($1.key) })
    where record.isWorthKeeping {
      guard let before = old.script.placements[path.item] else { continue }
      let target = now(path)
      if place(record, at: target, from: before.item, rosters: before.rosters.map(now)) {
        carried[target.item, default: 0] += 1
      } else {
        new.setAside(record, at: path, of: old.script)
        setAside[target.item, default: 0] += 1
      }
    }
  }

  /// What an item is called now.
  private func now(_ item: ItemID) -> ItemID {
    script.placements[item] == nil ? renamed[item] ?? item : item
  }

  private func now(_ path: Path) -> Path { Path(now(path.item), elements: path.elements) }

  /// Takes back what had been kept aside by earlier steps.
  mutating func restore() {
    for (path, archived) in old.archive.sorted(by: { $0.key.isBefore($1.key) }) {
      let target = now(path)
      guard new.records[target] == nil, let latest = archived.last,
        place(latest.record, at: target, rosters: latest.rosters.map(now))
      else { continue }
      new.archive[path]?.removeLast()
      if new.archive[path]?.isEmpty == true { new.archive[path] = nil }
      restored.insert(target.item)
    }
  }

  /// Takes over what another interview keeps aside, its elements under identities of this one.
  mutating func adopt(from other: inout Interview) {
    var identities: [ElementID: ElementID] = [:]
    func identity(_ id: ElementID, _ other: Interview, _ new: inout Interview) -> ElementID {
      if id.optionID != nil { return id }
      if let known = identities[id] { return known }
      let fresh = new.newElement()
      identities[id] = fresh
      new.elementTexts[fresh] = other.elementTexts[id]
      return fresh
    }
    for (path, archived) in other.archive.sorted(by: { $0.key.isBefore($1.key) }) {
      guard let latest = archived.last, script.placements[path.item] != nil else { continue }
      let target = Path(path.item, elements: path.elements.map { identity($0, other, &new) })
      var record = latest.record
      record.rename { identity($0, other, &new) }
      guard new.records[target] == nil,
        place(record, at: target, rosters: latest.rosters)
      else { continue }
      other.archive[path]?.removeLast()
      if other.archive[path]?.isEmpty == true { other.archive[path] = nil }
      adopted.insert(path.item)
      carried[path.item, default: 0] += 1
    }
  }

  private mutating func place(
    _ record: Record, at path: Path, from item: Item, rosters: [ItemID]
  ) -> Bool {
    guard place(record, at: path, rosters: rosters) else { return false }
    guard let now = script.item(path.item) else { return true }
    if now.ask.references != item.ask.references { requoted.append(path) }
    // Follow-ups are told apart by their words; one that is gone is kept aside with its answer.
    var probes: [ProbeID: Record.ProbeState] = [:]
    for (id, state) in record.probes where item.probes.indices.contains(id.index) {
      let words = item.probes[id.index].ask.text()
      guard let index = now.probes.firstIndex(where: { $0.ask.text() == words }) else { continue }
      probes[ProbeID(index: index, element: id.element)] = state
    }
    new.records[path]?.probes = probes
    if probes.count < record.probes.count { new.setAside(record, at: path, of: old.script) }
    return true
  }

  /// Puts a record at its item, converted to the item's kind; false where it does not fit.
  private mutating func place(
    _ record: Record, at path: Path, rosters: [ItemID]
  ) -> Bool {
    guard let placement = script.placements[path.item], placement.rosters == rosters else {
      return false
    }
    var record = record
    if case .answered(let answer) = record.state {
      var made: [Element] = []
      let counter = new.nextElement
      let converted = AnswerConversion.convert(answer, to: placement.item.kind) { text in
        let element = Element(id: ElementID(counter + made.count), text: text)
        made.append(element)
        return element
      }
      guard let converted else { return false }
      for element in made { new.elementTexts[element.id] = element.text }
      new.nextElement = counter + made.count
      record.state = .answered(converted)
    }
    new.records[path] = record
    return true
  }

  mutating func finish() -> (interview: Interview, report: MigrationReport) {
    // Everything answered before is looked at again, and nothing beyond it.
    new.reach =
      new.records.keys.compactMap { new.locate($0)?.position }
      .max { $0.lexicographicallyPrecedes($1) } ?? []
    new.front = nil
    new.settle(from: [])
    for path in requoted {
      guard let item = script.item(path.item), let located = new.locate(path) else { continue }
      let quoted = new.quoted(by: item, at: located)
      new.records[path]?.quoted = quoted
      new.records[path]?.isStale = false
    }
    new.settle(from: [])
    return (new, report)
  }

  private var report: MigrationReport {
    let before = ScriptAnalysis.relevance(of: old.script)
    let after = ScriptAnalysis.relevance(of: script)
    var lines = script.items.filter { !$0.isNote }.map { line(for: $0, before, after) }
    for item in old.script.items
    where script.item(item.id) == nil && renamed[item.id] == nil && !item.isNote {
      lines.append(
        MigrationReport.Line(
          script: old.script.id, item: item.id, fate: .retired, question: item.ask.text(),
          answers: 0, archived: setAside[item.id] ?? 0))
    }
    return MigrationReport(
      lines: lines, changes: ScriptDifference.sentences(from: old.script, to: script))
  }

  private func line(
    for item: Item, _ before: [ItemID: StateSpace.Relevance],
    _ after: [ItemID: StateSpace.Relevance]
  ) -> MigrationReport.Line {
    let fate: MigrationReport.Fate
    let former =
      old.script.placements[item.id]
      ?? item.formerIDs.lazy.compactMap { self.old.script.placements[$0] }.first
    if adopted.contains(item.id) {
      fate = .moved
    } else if restored.contains(item.id) {
      fate = .restored
    } else if let before = former {
      let sameWording = before.item.ask.text() == item.ask.text()
      fate =
        if before.item.kind.name != item.kind.name || (setAside[item.id] ?? 0) > 0
          || isElsewhere(item, than: before)
        {
          .retyped
        } else if before.item.id != item.id {
          .renamed
        } else if before.section != script.placements[item.id]?.section {
          .moved
        } else {
          sameWording ? .kept : .reworded
        }
    } else {
      fate = .new
    }
    return MigrationReport.Line(
      script: script.id, item: item.id, fate: fate, question: item.ask.text(),
      answers: carried[item.id] ?? 0, archived: setAside[item.id] ?? 0,
      changes: former.map { former in
        rosterChange(of: item, from: former)
          + ItemDifference.sentences(from: former.item, to: item)
          + ItemDifference.relevance(
            from: before[former.item.id]?.conditions.map(\.source) ?? [],
            to: after[item.id]?.conditions.map(\.source) ?? [])
      } ?? [])
  }

  /// Whether an item is asked for the things of other lists than before, so that no answer can follow it.
  private func isElsewhere(_ item: Item, than before: Placement) -> Bool {
    script.placements[item.id]?.rosters != before.rosters.map(now)
  }

  private func rosterChange(of item: Item, from before: Placement) -> [Phrase] {
    guard isElsewhere(item, than: before) else { return [] }
    func spoken(_ lists: [ItemID]) -> Phrase {
      lists.isEmpty
        ? "once" : "for each of \(lists.map { "“\($0)”" as Phrase }.listed)"
    }
    return [
      "asked \(spoken(before.rosters)) → \(spoken(script.placements[item.id]?.rosters ?? [])); answers are kept aside, and it is asked again"
    ]
  }
}

extension Path {
  /// An order that puts lists before the items of their rosters, and is the same on every run.
  fileprivate func isBefore(_ other: Path) -> Bool {
    if elements.count != other.elements.count { return elements.count < other.elements.count }
    if item != other.item { return item < other.item }
    return elements.lexicographicallyPrecedes(other.elements)
  }
}

extension Record {
  /// Gives every element another identity.
  fileprivate mutating func rename(_ identity: (ElementID) -> ElementID) {
    func renamed(_ element: Element) -> Element {
      Element(id: identity(element.id), text: element.text)
    }
    switch state {
    case .answered(.list(let elements)): state = .answered(.list(elements.map(renamed)))
    case .answered(.rank(let ids)): state = .answered(.rank(ids.map(identity)))
    case .answered(.choice(let id, let other)):
      state = .answered(.choice(identity(id), other: other))
    case .answered(.choices(let ids, let other)):
      state = .answered(.choices(ids.map(identity), other: other))
    default: break
    }
    removed = removed.map(renamed)
    probes = Dictionary(
      probes.map {
        (ProbeID(index: $0.key.index, element: $0.key.element.map(identity)), $0.value)
      },
      uniquingKeysWith: { first, _ in first })
  }
}
