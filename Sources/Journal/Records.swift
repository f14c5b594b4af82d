internal import Foundation
internal import GRDB

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

/// A session was forgotten while it was open.
struct NoSession: Error {
  let id: SessionID
}

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

/// What is left of a forgotten event: its place in the chain.
struct ForgottenRecord: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "forgotten"

  let session: Int64
  /// 0 for a session that was forgotten as a whole.
  let seq: Int
  let commitment: Data
  let digest: Data
  /// The commitment to what stands in its place; `nil` where nothing does.
  var instead: Data?
}

/// A script as it was answered, or a posting as it was checked.
struct TextRecord: FetchableRecord, PersistableRecord {
  static let databaseTableName = "text"

  let digest: String
  let kind: String
  let content: String

  init(digest: String, kind: String, content: String) {
    self.digest = digest
    self.kind = kind
    self.content = content
  }

  init(row: Row) {
    self.init(
      digest: WholeText.in(row, "digest"), kind: WholeText.in(row, "kind"),
      content: WholeText.in(row, "content"))
  }

  func encode(to container: inout PersistenceContainer) {
    container["digest"] = digest
    container["kind"] = kind
    container["content"] = WholeText.value(of: content)
  }

  /// Whether it is the text that was kept under the name.
  var isIntact: Bool { Journal.digest(of: content) == digest }
}

/// What was typed and not sent.
struct DraftRecord: FetchableRecord, PersistableRecord {
  static let databaseTableName = "draft"

  let session: Int64
  let place: String
  let content: String
  /// Seconds since 1970.
  let at: Double

  init(session: Int64, place: String, content: String, at: Double) {
    self.session = session
    self.place = place
    self.content = content
    self.at = at
  }

  init(row: Row) {
    self.init(
      session: (row["session"] as DatabaseValue?).flatMap(Int64.fromDatabaseValue) ?? 0,
      place: WholeText.in(row, "place"), content: WholeText.in(row, "content"),
      at: (row["at"] as DatabaseValue?).flatMap(Double.fromDatabaseValue) ?? 0)
  }

  func encode(to container: inout PersistenceContainer) {
    container["session"] = session
    container["place"] = place
    container["content"] = WholeText.value(of: content)
    container["at"] = at
  }
}

/// A text as it is kept: one with a zero character in it goes as bytes, because SQLite's texts end there.
enum WholeText {
  static func value(of text: String) -> DatabaseValue {
    text.utf8.contains(0) ? Data(text.utf8).databaseValue : text.databaseValue
  }

  /// A column's text; an empty one where it holds none.
  static func `in`(_ row: Row, _ column: String) -> String {
    switch (row[column] as DatabaseValue?)?.storage {
    case .string(let text)?: text
    case .blob(let bytes)?: String(decoding: bytes, as: UTF8.self)
    default: ""
    }
  }
}

/// A stored fold.
struct SnapshotRecord: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "snapshot"

  let session: Int64
  let seq: Int
  let format: Int
  /// The digest of the event that it goes up to.
  let digest: Data
  /// The SHA-256 of the payload.
  let seal: Data
  let payload: Data
}
