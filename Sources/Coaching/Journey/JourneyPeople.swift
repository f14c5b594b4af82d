package import Foundation
package import QuestionFlow

/// The people, the energy log and the round of a session.
extension Journey {
  // MARK: - People

  /// The people to talk with.
  package var contacts: Contacts { Contacts(all: state.people.values.sorted { $0.id < $1.id }) }

  /// The names of everybody who has been on the list, in lower case.
  package var namesEverListed: [String] { state.everListed.sorted() }

  /// Puts somebody on the list.
  ///
  /// - Returns: them, with the number that they were given.
  @discardableResult
  package func add(_ somebody: Contact, at time: Date) throws -> Contact {
    var added = somebody
    try record(at: time) { free in
      added = somebody.numbered(free.contact)
      return .contact(added)
    }
    return added
  }

  /// Keeps what has changed of somebody.
  package func keep(_ contact: Contact, at time: Date) throws {
    try record(at: time) { _ in .contact(contact) }
  }

  /// Takes somebody off the list.
  package func remove(_ contact: Contact, at time: Date) throws {
    try record(at: time) { _ in .contactRemoved(contact.id) }
  }

  /// Puts the people that a script's answers name on the list; who was on it once and was taken off
  /// stays off.
  ///
  /// - Returns: those added.
  package func adoptPeople(from script: String, at time: Date) throws -> [Contact] {
    guard let interview = interviews[script] else { return [] }
    var added: [Contact] = []
    for proposal in AnswerSheet(interviews: [interview]).proposals {
      if var known = contacts.named(proposal.name) {
        guard let sign = proposal.sign, known.sponsorSign == nil else { continue }
        known.sponsorSign = sign
        try keep(known, at: time)
      } else if !state.everListed.contains(proposal.name.lowercased()) {
        var somebody = Contact(name: proposal.name)
        somebody.reach = proposal.reach
        somebody.relation = proposal.relation
        somebody.sponsorSign = proposal.sign
        added.append(try add(somebody, at: time))
      }
    }
    return added
  }

  // MARK: - The energy log and the round

  /// What has given and taken energy, day by day.
  package var energyLog: EnergyLog { state.energyLog }

  /// The round of conversations, the last one where there were several.
  package var round: Round? { state.round }

  /// Logs what gave or took energy.
  @discardableResult
  package func log(_ text: String, level: Int, on day: CalendarDate, at time: Date) throws
    -> EnergyEntry
  {
    var entry = EnergyEntry(id: 0, day: day, level: level, text: text)
    try record(at: time) { free in
      entry = EnergyEntry(id: free.moment, day: day, level: level, text: text)
      return .logged(entry)
    }
    return entry
  }

  /// Takes an entry out of the energy log.
  package func removeFromLog(_ id: Int, at time: Date) throws {
    try record(at: time) { _ in .logRemoved(id) }
  }

  /// Begins a round of conversations, or changes its aim.
  package func begin(_ round: Round, at time: Date) throws {
    try record(at: time) { _ in .round(round) }
  }

  /// Ends the round.
  package func closeRound(on day: CalendarDate, at time: Date) throws {
    try record(at: time) { _ in .roundClosed(on: day) }
  }
}
