package import Foundation
import GRDB

extension Journal {
  /// Starts a session; its numbers count from 1.
  package func startSession(name: String? = nil, at time: Date) throws(JournalError) -> Session {
    try write { database in
      var record = SessionRecord(name: name, started: time.timeIntervalSince1970)
      try record.insert(database)
      return record.session
    }
  }

  /// The session used last; where there is none yet, the first begins.
  ///
  /// Asked and begun in one transaction, so that of several processes at a new journal one begins it for all.
  package func sessionUsedLast(beginningAt time: Date) throws(JournalError) -> Session {
    try write { database in
      if let known = try SessionRecord.lastUsedFirst(in: database).first { return known.session }
      var record = SessionRecord(started: time.timeIntervalSince1970)
      try record.insert(database)
      return record.session
    }
  }

  /// All sessions, the one used last first.
  package func sessions() throws(JournalError) -> [Session] {
    try read { database in try SessionRecord.lastUsedFirst(in: database).map(\.session) }
  }

  /// The session of a number; `nil` where there is none.
  package func session(_ id: SessionID) throws(JournalError) -> Session? {
    try read { database in try SessionRecord.fetchOne(database, key: id.rawValue)?.session }
  }
}

extension SessionRecord {
  fileprivate static func lastUsedFirst(in database: Database) throws -> [SessionRecord] {
    try fetchAll(
      database, sql: "SELECT * FROM session ORDER BY coalesce(last_used, started) DESC, id DESC")
  }
}
