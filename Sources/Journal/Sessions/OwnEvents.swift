import Foundation
import GRDB

/// Events that the journal itself adds to a session. They change nothing of what a session has come to; they
/// are there so that whoever has the session open learns of it, and so that it stays said.
extension Journal {
  /// Something was taken out of the session.
  static let forgotten = "forgotten"
  /// A repair has kept events that are not as they were saved, or are not proven to be.
  static let repaired = "repaired"

  /// The kinds of these events.
  package static let ownKinds: Set<String> = [forgotten, repaired]
}

/// What the journal notes of a repair.
struct RepairNote: Codable {
  /// The numbers of events that are not proven to be as they were saved.
  let altered: [Int]

  var event: NewEvent {
    get throws { NewEvent(kind: Journal.repaired, payload: try JSONEncoder().encode(self)) }
  }

  /// What stands in the notes of a journal.
  static func all(in database: Database) throws -> [(session: SessionID, altered: [Int])] {
    try EventRecord.fetchAll(
      database, sql: "SELECT * FROM event WHERE kind = ?", arguments: [Journal.repaired]
    ).compactMap { event in
      guard let note = try? JSONDecoder().decode(RepairNote.self, from: event.payload) else {
        return nil
      }
      return (SessionID(event.session), note.altered)
    }
  }
}
