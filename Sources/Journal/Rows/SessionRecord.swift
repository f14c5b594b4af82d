import Foundation
import GRDB

/// A row of the table of sessions.
struct SessionRecord: Codable, FetchableRecord, MutablePersistableRecord {
  static let databaseTableName = "session"

  enum CodingKeys: String, CodingKey {
    case id, name, started, events, head
    case lastSequence = "last_sequence"
    case lastUsed = "last_used"
  }

  var id: Int64?
  var name: String?
  /// Seconds since 1970.
  var started: Double
  /// How many events there are.
  var events = 0
  /// The number of the last link of its chain; numbers are not used again.
  var lastSequence = 0
  /// Seconds since 1970; `nil` where nothing has happened yet.
  var lastUsed: Double?
  /// The digest of that link.
  var head: Data?

  mutating func didInsert(_ inserted: InsertionSuccess) { id = inserted.rowID }

  /// The row of a session that has to be there.
  static func required(_ session: SessionID, in database: Database) throws -> SessionRecord {
    guard let record = try fetchOne(database, key: session.rawValue) else {
      throw NoSession(id: session)
    }
    return record
  }

  /// Takes up an event that was chained behind the last one.
  mutating func advance(to event: EventRecord) {
    events += 1
    lastSequence = event.seq
    lastUsed = max(lastUsed ?? started, event.at)
    head = event.digest
  }

  var session: Session {
    Session(
      id: SessionID(id ?? 0), name: name, started: Date(timeIntervalSince1970: started),
      lastUsed: Date(timeIntervalSince1970: lastUsed ?? started), length: events,
      lastSequence: lastSequence)
  }
}
