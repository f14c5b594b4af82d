public import Foundation
public import Journal
public import QuestionFlow

/// The people, the energy log and the round of a session.
extension Journey {
  // MARK: - People

  /// The people to talk with.
  public var contacts: Contacts { Contacts(all: people.values.sorted { $0.id < $1.id }) }

  /// Adds somebody, or keeps what has changed of them.
  public func keep(_ contact: Contact, at time: Date) throws(JournalError) {
    try save(.contact(contact), at: time)
    people[contact.id] = contact
    everListed.insert(contact.name.lowercased())
    nextContactID = max(nextContactID, contact.id &+ 1)
  }

  /// Takes somebody off the list.
  public func remove(_ contact: Contact, at time: Date) throws(JournalError) {
    try save(.contactRemoved(contact.id), at: time)
    people[contact.id] = nil
  }

  /// Puts the people that a script's answers name on the list; who was on it once and was taken off
  /// stays off.
  ///
  /// - Returns: those added.
  public func adoptPeople(from script: String, at time: Date) throws(JournalError)
    -> [Contact]
  {
    guard let interview = interviews[script] else { return [] }
    var added: [Contact] = []
    for proposal in AnswerSheet(interviews: [interview]).proposals
    where contacts.named(proposal.name) == nil
      && !everListed.contains(proposal.name.lowercased())
    {
      var contact = Contact(id: nextContactID, name: proposal.name)
      contact.reach = proposal.reach
      contact.relation = proposal.relation
      try keep(contact, at: time)
      added.append(contact)
    }
    return added
  }

  // MARK: - The energy log and the round

  /// Logs what gave or took energy.
  @discardableResult
  public func log(_ text: String, level: Int, on day: CalendarDate, at time: Date)
    throws(JournalError) -> EnergyEntry
  {
    let entry = EnergyEntry(id: energyLog.nextID, day: day, level: level, text: text)
    try save(.logged(entry), at: time)
    energyLog.add(entry)
    return entry
  }

  /// Takes an entry out of the energy log.
  public func removeFromLog(_ id: Int, at time: Date) throws(JournalError) {
    try save(.logRemoved(id), at: time)
    energyLog.remove(id)
  }

  /// Begins a round of conversations, or changes its aim.
  public func begin(_ round: Round, at time: Date) throws(JournalError) {
    try save(.round(round), at: time)
    self.round = round
  }

  /// Ends the round.
  public func closeRound(on day: CalendarDate, at time: Date) throws(JournalError) {
    try save(.roundClosed(on: day), at: time)
    round?.closed = day
  }

  /// What the answers say beyond the profile: outline, options, names, debriefs.
  public var sheet: AnswerSheet {
    AnswerSheet(interviews: scripts.compactMap { interviews[$0.id] })
  }
}
