import Foundation
import GRDB

/// What is done to the file of a connection from outside.
extension Connection {
  /// What was done to the bytes of the file since they were last seen; `nil` where nothing was.
  ///
  /// Another process may have moved what was written ahead into it, or made it shorter, as it does where
  /// something is forgotten: then it is whole all the same, and still has what was saved here last.
  func harm(after last: EventRecord?) -> Displacement? {
    guard let present = FileLook(file.path) else { return nil }
    guard let known = seen(present) else { return nil }
    do {
      guard present.size > 0, try isWhole(with: last) else {
        return present.size < known.size ? .cut : .overwritten
      }
      remember(present)
    } catch {
      // Whoever is in the way now is not next time.
    }
    return nil
  }

  /// By another connection, which knows nothing of what this one has read before.
  private func isWhole(with last: EventRecord?) throws -> Bool {
    do {
      return try Retry.whileBusy {
        try DatabaseQueue(path: file.path, configuration: Self.readOnly).read { database in
          guard try String.fetchOne(database, sql: "PRAGMA quick_check(1)") == "ok" else {
            return false
          }
          return try last.map { try $0.isKept(in: database) } ?? true
        }
      }
    } catch let error as DatabaseError
      where [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR].contains(error.resultCode)
    {
      return false
    }
  }

  /// What is known here, apart from any file: what this connection still reads, and in any case the events that
  /// were saved through it.
  func inMemory(with own: [EventRecord]) throws -> Connection {
    let copy = try DatabaseQueue()
    if (try? queue.backup(to: copy)) == nil || (try? copy.read(Self.isSound)) != true {
      try copy.erase()
      try Schema.migrate(copy)
    }
    try copy.write { database in
      for event in own { try event.restore(in: database) }
    }
    return apart(copy)
  }

  private static func isSound(_ database: Database) throws -> Bool {
    try String.fetchOne(database, sql: "PRAGMA quick_check(1)") == "ok"
      && Schema.tables(of: JournalFormat.version).allSatisfy { try database.tableExists($0) }
  }
}

extension EventRecord {
  /// Whether it is still there as it was, or was forgotten since.
  fileprivate func isKept(in database: Database) throws -> Bool {
    if try Chain.digest(of: SessionID(session), at: seq, in: database) == digest { return true }
    return try [seq, 0].contains {
      try ForgottenRecord.exists(database, key: ["session": session, "seq": $0])
    }
  }

  /// Puts it back where it is missing, with its session.
  fileprivate func restore(in database: Database) throws {
    let key: [String: any DatabaseValueConvertible] = ["session": session, "seq": seq]
    guard try !EventRecord.exists(database, key: key),
      try !ForgottenRecord.exists(database, key: key)
    else { return }
    var record =
      try SessionRecord.fetchOne(database, key: session) ?? SessionRecord(id: session, started: at)
    if try !SessionRecord.exists(database, key: session) { try record.insert(database) }
    try insert(database)
    if seq > record.lastSequence {
      record.advance(to: self)
      try record.update(database)
    }
  }
}
