public import Foundation
internal import GRDB

/// Everything saved: an append-only log of events in one SQLite file.
///
/// What an event means is the caller's matter; the journal keeps its kind, its payload and its time,
/// in order, one sequence for each session. An event is on disk when ``append(_:to:after:at:)``
/// returns: the log is written ahead, and synchronized in full.
public final class Journal: Sendable {
  /// The version of the schema that this program writes.
  public static let schemaVersion = 2
  /// Marks the file as a journal: "nxmv" in ASCII.
  private static let applicationID = 0x6E78_6D76

  /// Where the file is.
  public let url: URL
  private let queue: DatabaseQueue

  /// Opens the journal, and makes it where there is none: mode 0600 in a directory of mode 0700.
  public init(at url: URL) throws(JournalError) {
    self.url = url
    try FileRights.prepare(url)
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(5)
    do {
      queue = try DatabaseQueue(path: url.path, configuration: configuration)
      // Set after opening, because writing ahead brings GRDB's own, weaker default with it.
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA synchronous = FULL")
      }
      try queue.write { database in try Self.prepare(database, at: url) }
    } catch let error as JournalError {
      throw error
    } catch {
      throw JournalError(error, url: url)
    }
  }

  private static func prepare(_ database: Database, at url: URL) throws {
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    if version > schemaVersion, application == applicationID {
      throw JournalError(.newer(version), url: url)
    }
    if application != applicationID {
      let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      if application != 0 || tables > 0 { throw JournalError(.foreign, url: url) }
    }
    guard version < schemaVersion else { return }
    if version < 1 { try database.execute(sql: Schema.version1) }
    if version < 2 { try database.execute(sql: Schema.version2) }
    try database.execute(
      sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(schemaVersion)")
  }

  // MARK: - Sessions

  /// Starts a session; its numbers count from 1.
  public func startSession(name: String? = nil, at time: Date) throws(JournalError) -> Session {
    try write { database in
      try database.execute(
        sql: "INSERT INTO session (name, started) VALUES (?, ?)",
        arguments: [name, time.timeIntervalSince1970])
      return Session(
        id: SessionID(database.lastInsertedRowID), name: name, started: time, lastUsed: time,
        length: 0)
    }
  }

  /// All sessions, the one used last first.
  public func sessions() throws(JournalError) -> [Session] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT id, name, started, coalesce(max(at), started) AS used, count(seq) AS length
          FROM session LEFT JOIN event ON event.session = session.id
          GROUP BY session.id ORDER BY used DESC, id DESC
          """
      ).map { row in
        Session(
          id: SessionID(row["id"]), name: row["name"],
          started: Date(timeIntervalSince1970: row["started"]),
          lastUsed: Date(timeIntervalSince1970: row["used"]), length: row["length"])
      }
    }
  }

  // MARK: - Events

  /// The events of a session in order.
  public func entries(of session: SessionID) throws(JournalError) -> [Entry] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT seq, kind, payload, at FROM event WHERE session = ? ORDER BY seq",
        arguments: [session.rawValue]
      ).map { row in
        Entry(
          sequence: row["seq"], kind: row["kind"], payload: row["payload"],
          at: Date(timeIntervalSince1970: row["at"]))
      }
    }
  }

  /// The events of a session after one that is known.
  public func entries(of session: SessionID, after sequence: Int) throws(JournalError) -> [Entry] {
    try entries(of: session).filter { $0.sequence > sequence }
  }

  /// Saves an event; when this returns, it is on disk.
  ///
  /// - Parameter sequence: the number of the last event that the caller knows of. Where another
  ///   program has written since, nothing is saved and the error says ``JournalError/Reason/moved``.
  /// - Returns: the number of the new event.
  @discardableResult
  public func append(
    kind: String, payload: Data, to session: SessionID, after sequence: Int, at time: Date
  ) throws(JournalError) -> Int {
    try write { database in
      let last =
        try Int.fetchOne(
          database, sql: "SELECT max(seq) FROM event WHERE session = ?",
          arguments: [session.rawValue]) ?? 0
      guard last == sequence else { throw JournalError(.moved, url: self.url) }
      guard last < Int.max else {
        throw JournalError(.other("its events cannot be numbered any further"), url: self.url)
      }
      try database.execute(
        sql: "INSERT INTO event (session, seq, kind, payload, at) VALUES (?, ?, ?, ?, ?)",
        arguments: [session.rawValue, last + 1, kind, payload, time.timeIntervalSince1970])
      return last + 1
    }
  }

  // MARK: - Drafts

  /// Keeps what has been typed and not sent yet, in the place of what was kept there before.
  ///
  /// - Parameter text: an empty one removes what was kept.
  public func keepDraft(_ text: String, of session: SessionID, at place: String, time: Date)
    throws(JournalError)
  {
    try write { database in
      if text.isEmpty {
        try database.execute(
          sql: "DELETE FROM draft WHERE session = ? AND place = ?",
          arguments: [session.rawValue, place])
      } else {
        try database.execute(
          sql: "INSERT OR REPLACE INTO draft (session, place, content, at) VALUES (?, ?, ?, ?)",
          arguments: [session.rawValue, place, text, time.timeIntervalSince1970])
      }
    }
  }

  /// What has been typed at a place and not sent.
  public func draft(of session: SessionID, at place: String) throws(JournalError) -> String? {
    try read { database in
      try String.fetchOne(
        database, sql: "SELECT content FROM draft WHERE session = ? AND place = ?",
        arguments: [session.rawValue, place])
    }
  }

  // MARK: - Texts

  /// Keeps a text under its digest: a script as it was answered, or a posting as it was checked.
  public func keep(_ text: String, digest: String, kind: String) throws(JournalError) {
    try write { database in
      try database.execute(
        sql: "INSERT OR IGNORE INTO text (digest, kind, content) VALUES (?, ?, ?)",
        arguments: [digest, kind, text])
    }
  }

  /// The text of that digest.
  public func text(digest: String) throws(JournalError) -> String? {
    try read { database in
      try String.fetchOne(
        database, sql: "SELECT content FROM text WHERE digest = ?", arguments: [digest])
    }
  }

  // MARK: - Health

  /// The version of SQLite.
  public static var libraryVersion: String {
    (try? DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") })
      ?? "unknown"
  }

  /// What SQLite finds wrong with the file; `nil` where it is sound.
  public func damage() throws(JournalError) -> String? {
    let finding = try read { database in
      try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
    }
    return finding == "ok" ? nil : finding
  }

  // MARK: - Access

  /// A setting of SQLite's as it stands on this connection, by the name of its pragma.
  func setting(_ name: String) throws(JournalError) -> String? {
    try read { database in
      try String.fetchOne(database, sql: "SELECT CAST(\(name) AS TEXT) FROM pragma_\(name)")
    }
  }

  func read<T: Sendable>(_ body: @Sendable (Database) throws -> T) throws(JournalError) -> T {
    do {
      return try queue.read(body)
    } catch {
      throw (error as? JournalError) ?? JournalError(error, url: url)
    }
  }

  /// Outside of any transaction, as some of SQLite's commands need it.
  func direct(_ body: @Sendable (Database) throws -> Void) throws(JournalError) {
    do {
      try queue.writeWithoutTransaction(body)
    } catch {
      throw (error as? JournalError) ?? JournalError(error, url: url)
    }
  }

  func write<T: Sendable>(_ body: @Sendable (Database) throws -> T) throws(JournalError)
    -> T
  {
    do {
      return try queue.write(body)
    } catch {
      throw (error as? JournalError) ?? JournalError(error, url: url)
    }
  }
}

/// The one place that knows the tables.
private enum Schema {
  static let version1 = """
    CREATE TABLE session (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT,
      started REAL NOT NULL
    );
    CREATE TABLE event (
      session INTEGER NOT NULL REFERENCES session (id),
      seq INTEGER NOT NULL,
      kind TEXT NOT NULL,
      payload BLOB NOT NULL,
      at REAL NOT NULL,
      PRIMARY KEY (session, seq)
    ) WITHOUT ROWID;
    CREATE TABLE text (
      digest TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      content TEXT NOT NULL
    ) WITHOUT ROWID;
    """

  static let version2 = """
    CREATE TABLE draft (
      session INTEGER NOT NULL REFERENCES session (id),
      place TEXT NOT NULL,
      content TEXT NOT NULL,
      at REAL NOT NULL,
      PRIMARY KEY (session, place)
    ) WITHOUT ROWID;
    """
}
