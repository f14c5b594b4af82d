import Foundation
import GRDB

/// The one place that knows the tables, and how a journal of an earlier version becomes one of this.
enum Schema {
  /// The tables that a journal of a version has at least.
  static func tables(of version: Int) -> [String] {
    var tables = ["session", "event", "text"]
    if version >= 2 { tables.append("draft") }
    if version >= 3 { tables += ["forgotten", "snapshot", "forgetting"] }
    return tables
  }

  /// The table that GRDB's migrator keeps, and makes before any other.
  static let listOfMigrations = "grdb_migrations"

  /// Whether a journal has all tables of this version.
  static func areThere(in database: Database) throws -> Bool {
    // Asked of the file itself: what is known of tables may be older than what others have done to them.
    let present = try String.fetchSet(
      database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
    return tables(of: JournalFormat.version).allSatisfy(present.contains)
  }

  /// A journal in memory with all tables, and with the rows of those that another one has.
  static func completed(_ queue: DatabaseQueue) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let whole = try DatabaseQueue(configuration: configuration)
    try migrate(whole)
    try queue.read { left in
      for table in tables(of: JournalFormat.version) where try left.tableExists(table) {
        let rows = try Row.fetchAll(left, sql: "SELECT * FROM \(table)")
        try whole.write { database in
          for row in rows {
            let marks = row.map { _ in "?" }.joined(separator: ", ")
            try database.execute(
              sql:
                "INSERT INTO \(table) (\(row.columnNames.joined(separator: ", "))) VALUES (\(marks))",
              arguments: StatementArguments(row.databaseValues))
          }
        }
      }
    }
    return whole
  }

  /// Brings a journal up to this version.
  static func migrate(_ queue: DatabaseQueue) throws {
    try Retry.whileBusy {
      do {
        try migrator.migrate(queue)
      } catch let error as DatabaseError
        where error.resultCode == .SQLITE_CONSTRAINT || error.resultCode == .SQLITE_ERROR
      {
        // Another process has done it in the same moment.
        guard try queue.read(migrator.hasCompletedMigrations) else { throw error }
      }
    }
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    // Journals of versions 1 and 2 were numbered by `user_version` alone, so their tables may be there.
    migrator.registerMigration("1 sessions, events and texts") { database in
      try database.execute(sql: sessionsEventsTexts)
      try number(database, 1)
    }
    migrator.registerMigration("2 drafts") { database in
      try database.execute(sql: drafts)
      try number(database, 2)
    }
    migrator.registerMigration("3 chained events, counters, stored folds") { database in
      try database.execute(sql: chain)
      try OldTextNames.replace(in: database)
      for session in try Int64.fetchAll(database, sql: "SELECT id FROM session") {
        try Chain.adopt(SessionID(session), in: database)
      }
      try number(database, 3)
    }
    return migrator
  }

  private static func number(_ database: Database, _ version: Int) throws {
    let present = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard present < version else { return }
    try database.execute(
      sql: """
        PRAGMA application_id = \(JournalFormat.applicationID);
        PRAGMA user_version = \(version)
        """)
  }

  private static let sessionsEventsTexts = """
    CREATE TABLE IF NOT EXISTS session (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT,
      started REAL NOT NULL
    );
    CREATE TABLE IF NOT EXISTS event (
      session INTEGER NOT NULL REFERENCES session (id),
      seq INTEGER NOT NULL,
      kind TEXT NOT NULL,
      payload BLOB NOT NULL,
      at REAL NOT NULL,
      PRIMARY KEY (session, seq)
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS text (
      digest TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      content TEXT NOT NULL
    ) WITHOUT ROWID;
    """

  private static let drafts = """
    CREATE TABLE IF NOT EXISTS draft (
      session INTEGER NOT NULL REFERENCES session (id),
      place TEXT NOT NULL,
      content TEXT NOT NULL,
      at REAL NOT NULL,
      PRIMARY KEY (session, place)
    ) WITHOUT ROWID;
    """

  /// `head` is the digest of the last link of a session's chain, and `last_sequence` its number;
  /// `salt` keeps the digest of a forgotten event from telling what it was.
  private static let chain = """
    ALTER TABLE session ADD COLUMN events INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE session ADD COLUMN last_sequence INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE session ADD COLUMN last_used REAL;
    ALTER TABLE session ADD COLUMN head BLOB;
    ALTER TABLE event ADD COLUMN salt BLOB;
    ALTER TABLE event ADD COLUMN digest BLOB;
    CREATE TABLE forgotten (
      session INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      commitment BLOB NOT NULL,
      digest BLOB NOT NULL,
      instead BLOB,
      PRIMARY KEY (session, seq)
    ) WITHOUT ROWID;
    CREATE TABLE snapshot (
      session INTEGER NOT NULL REFERENCES session (id),
      seq INTEGER NOT NULL,
      format INTEGER NOT NULL,
      digest BLOB NOT NULL,
      seal BLOB NOT NULL,
      payload BLOB NOT NULL,
      PRIMARY KEY (session, format, seq)
    );
    CREATE TABLE forgetting (id INTEGER PRIMARY KEY, at REAL NOT NULL);
    """
}
