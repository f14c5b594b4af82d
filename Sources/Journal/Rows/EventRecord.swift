import Foundation
import GRDB

/// A row of the table of events.
struct EventRecord: FetchableRecord, PersistableRecord {
  static let databaseTableName = "event"

  let session: Int64
  let seq: Int
  let kind: String
  var payload: Data
  /// Seconds since 1970.
  let at: Double
  /// `nil` where the event is not chained yet.
  var salt: Data?
  var digest: Data?

  init(
    session: Int64, seq: Int, kind: String, payload: Data, at: Double, salt: Data? = nil,
    digest: Data? = nil
  ) {
    self.session = session
    self.seq = seq
    self.kind = kind
    self.payload = payload
    self.at = at
    self.salt = salt
    self.digest = digest
  }

  /// Reads a row, whatever has become of it: one that is damaged is an event that nobody can read, and
  /// takes none of those after it along.
  init(row: Row) {
    func value<T: DatabaseValueConvertible>(_ name: String) -> T? {
      (row[name] as DatabaseValue?).flatMap(T.fromDatabaseValue)
    }
    self.init(
      session: value("session") ?? 0, seq: value("seq") ?? 0, kind: value("kind") ?? "unreadable",
      payload: value("payload") ?? Data(), at: value("at") ?? 0, salt: value("salt"),
      digest: value("digest"))
  }

  func encode(to container: inout PersistenceContainer) {
    container["session"] = session
    container["seq"] = seq
    container["kind"] = kind
    container["payload"] = payload
    container["at"] = at
    container["salt"] = salt
    container["digest"] = digest
  }

  var entry: Entry {
    Entry(sequence: seq, kind: kind, payload: payload, at: Date(timeIntervalSince1970: at))
  }

  /// The commitment to it; `nil` where it is not chained.
  var commitment: Data? {
    salt.map { Chain.commitment(to: entry, of: SessionID(session), salt: $0) }
  }

  /// The event without its link.
  var unlinked: EventRecord {
    EventRecord(session: session, seq: seq, kind: kind, payload: payload, at: at)
  }

  /// The event with a link behind another.
  func linked(after previous: Data) -> EventRecord {
    var linked = self
    let salt = Chain.salt()
    linked.salt = salt
    let commitment = Chain.commitment(to: entry, of: SessionID(session), salt: salt)
    linked.digest = Chain.digest(after: previous, commitment: commitment)
    return linked
  }
}
