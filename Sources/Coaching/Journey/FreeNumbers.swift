/// The numbers that a new person and a new moment may have.
struct FreeNumbers {
  private(set) var contact: Int
  private(set) var moment: Int

  init(_ state: JourneyState) {
    contact = state.nextContactID
    moment = state.energyLog.nextID
  }

  /// Counts what somebody else has numbered.
  mutating func count(_ event: JourneyEvent?) {
    switch event {
    case .contact(let other)?: contact = max(contact, other.id &+ 1)
    case .logged(let entry)?: moment = max(moment, entry.id &+ 1)
    default: break
    }
  }
}
