import Foundation
package import Journal
package import Phrases
import QuestionFlow
import WorkFit

/// Takes something out of a session for good: its events, and every place where its words stand again.
package struct Forgetting {
  /// What cannot be forgotten, and why.
  package struct Refusal: Error, Sendable, Phrased {
    /// A sentence for the person.
    package let phrase: Phrase

    /// The same in English.
    package var description: String { phrase.description }
  }

  private let journal: Journal
  private let journey: Journey

  /// Forgets in a session.
  package init(_ journey: Journey, in journal: Journal) {
    self.journey = journey
    self.journal = journal
  }

  private struct Item {
    let sequence: Int
    let event: JourneyEvent?
    let payload: Data

    var strings: [String] {
      (try? JSONDecoder().decode(JSONValue.self, from: payload))?.strings ?? []
    }
  }

  private func items() throws(JournalError) -> [Item] {
    try journal.entries(of: journey.session.id).map {
      Item(
        sequence: $0.sequence, event: $0.event, payload: $0.payload)
    }
  }

  /// Forgets the answer to a question, with what was asked for each of its elements.
  ///
  /// - Parameter name: the question's id, or `script/id`.
  /// - Returns: the question.
  package func answer(_ name: String) throws -> String {
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    let found = journey.scripts.compactMap { script -> (script: Script, id: ItemID)? in
      if parts.count == 2, script.id != parts[0] { return nil }
      let id = ItemID(parts.last ?? name)
      return script.item(id) == nil ? nil : (script, id)
    }
    guard found.count == 1, let place = found.first else {
      throw Refusal(
        phrase: found.isEmpty
          ? "There is no question “\(name)”; “nextmove forget answer” lists those that are answered."
          : "“\(name)” is a question of \(found.map { Phrase(verbatim: $0.script.id) }.listed); name it as \(found[0].script.id)/\(name)."
      )
    }
    // What stands on a list goes with the list: its rosters, its rankings, and what was chosen of it.
    var ids: Set<ItemID> = [place.id]
    ids.formUnion(place.script.carried(from: place.id))
    for id in ids { ids.formUnion(place.script.inside(rosterOver: id)) }
    let items = try items()
    let gone = items.filter {
      guard case .interview(let script, let event, _, _, _)? = $0.event else { return false }
      return script == place.script.id && ids.contains(event.path.item)
    }
    guard !gone.isEmpty else {
      throw Refusal(phrase: "“\(name)” has no answer, so there is nothing to forget.")
    }
    try erase(gone, among: items) {
      $0.drafts = Set(ids.map { "\(place.script.id)/\($0)" })
    }
    return place.script.item(place.id)?.ask.text() ?? name
  }

  /// The questions that have an answer, as `script/id`.
  package var answered: [String] {
    journey.interviewsInOrder.flatMap { interview in
      interview.review.compactMap { line -> String? in
        if case .open = line.state { return nil }
        return "\(interview.script.id)/\(line.path.item)"
      }
    }.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Forgets somebody on the list.
  ///
  /// - Returns: the questions whose answers still hold the name.
  package func person(_ contact: Contact) throws -> [String] {
    let items = try items()
    let gone = items.filter {
      switch $0.event {
      case .contact(let one)?: one.id == contact.id
      case .contactRemoved(let id)?: id == contact.id
      default: false
      }
    }
    try erase(gone, among: items, sweeping: false) { _ in }
    let name = contact.name.lowercased()
    return journey.interviewsInOrder.flatMap { interview in
      interview.review.compactMap { line -> String? in
        let words =
          switch line.state {
          case .answered(let text), .stale(let text), .dormant(let text): text
          case .declined, .open: ""
          }
        let said = ([words] + line.probes).contains { $0.lowercased().contains(name) }
        return said ? "\(interview.script.id)/\(line.path.item)" : nil
      }
    }
  }

  /// Forgets a posting and what was found in it.
  ///
  /// - Returns: the other sessions that checked it too, and keep it.
  package func posting(_ digest: String) throws -> [SessionID] {
    let others = try others().filter { try texts(of: $0).contains(digest) }
    let items = try items()
    let gone = items.filter {
      $0.event?.posting == digest
    }
    try erase(gone, among: items, sweeping: false) { $0.texts = others.isEmpty ? [digest] : [] }
    return others
  }

  /// Forgets the whole session.
  package func session() throws {
    var own = try texts(of: journey.session.id)
    for session in try others() { own.subtract(try texts(of: session)) }
    try journal.erase(journey.session.id, texts: own)
  }

  private func others() throws(JournalError) -> [SessionID] {
    try journal.sessions().map(\.id).filter { $0 != journey.session.id }
  }

  /// The digests of the texts that a session refers to.
  private func texts(of session: SessionID) throws(JournalError) -> Set<String> {
    Set(
      try journal.entries(of: session).flatMap { entry -> [String] in
        switch entry.event {
        case .opened(_, let digest, _)?, .repeated(_, let digest, _)?: [digest]
        case .migrated(let versions)?: versions.map(\.digest)
        case let event?: [event.posting].compactMap(\.self)
        case nil: []
        }
      })
  }

  /// - Parameter sweeping: whether the words of what goes are looked for in all other events.
  private func erase(
    _ gone: [Item], among items: [Item], sweeping: Bool = true,
    _ more: (inout Journal.Erasure) -> Void
  ) throws {
    var erasure = Journal.Erasure()
    erasure.events = Set(gone.map(\.sequence))
    if sweeping {
      let words = Set(gone.flatMap(\.strings).filter { $0.count >= 3 })
      for item in items where !erasure.events.contains(item.sequence) {
        switch item.event {
        case .checked(let check)?
        where check.summary?.lines.contains { words.contains($0.text) } ?? false:
          erasure.replacements[item.sequence] = try JourneyEvent.checked(check.bare).payload()
        case .corrected?, .correctionRevoked?:
          let said = item.strings
          if said.contains(where: { text in
            words.contains { $0.contains(text) || text.contains($0) }
          }) {
            erasure.events.insert(item.sequence)
          }
        default: continue
        }
      }
    }
    more(&erasure)
    try journal.erase(erasure, from: journey.session.id)
  }
}

extension JourneyEvent {
  /// The digest of the posting that it is about; `nil` where it is about something else.
  fileprivate var posting: String? {
    switch self {
    case .checked(let check): check.posting
    case .postingStatus(let posting, _): posting
    default: nil
    }
  }
}
