import Foundation
import GRDB

/// The chain as the tables have it.
extension Chain {
  /// Chains the events of a session that have no link yet, and brings its counters up to date.
  ///
  /// There are such events in a journal of an earlier version, and where an older program still had the
  /// file open while it was upgraded.
  static func adopt(_ session: SessionID, in database: Database) throws {
    var head = try SessionRecord.required(session, in: database)
    while true {
      let rows = try EventRecord.fetchAll(
        database,
        sql: "SELECT * FROM event WHERE session = ? AND seq > ? ORDER BY seq LIMIT 500",
        arguments: [session.rawValue, head.lastSequence])
      if rows.isEmpty { break }
      for row in rows {
        let row = row.linked(after: head.head ?? root)
        try row.update(database)
        head.advance(to: row)
      }
    }
    try head.update(database)
  }

  /// The digest of a link of a session's chain, forgotten or not; `nil` where there is none.
  static func digest(of session: SessionID, at sequence: Int, in database: Database) throws -> Data?
  {
    for table in ["event", "forgotten"] {
      let digest = try Data.fetchOne(
        database, sql: "SELECT digest FROM \(table) WHERE session = ? AND seq = ?",
        arguments: [session.rawValue, sequence])
      if let digest { return digest }
    }
    return nil
  }
}
