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

  /// Whether something that was saved here is not in the file any more, though the file is a sound one.
  ///
  /// - Parameter own: the events that were saved last.
  func loss(of own: [EventRecord]) -> Displacement? {
    do {
      return try read { database in
        try Schema.areThere(in: database)
          && Dictionary(grouping: own, by: \.session).allSatisfy {
            try EventRecord.areThere($1, of: $0, in: database)
          }
      } ? nil : .emptied
    } catch {
      // Whoever is in the way now is not next time.
      return nil
    }
  }

  /// What is known here, apart from any file: what this connection still reads, and in any case the events that
  /// were saved through it, and a session.
  func inMemory(with own: [EventRecord], for session: SessionID?) throws -> Connection {
    var copy = try DatabaseQueue()
    if (try? queue.backup(to: copy)) == nil || (try? copy.read(Self.isSound)) != true {
      try copy.erase()
      try Schema.migrate(copy)
    } else if try !copy.read(Schema.areThere) {
      copy = try Schema.completed(copy)
    }
    try copy.write { database in
      for event in own { try event.restore(in: database) }
      if let session, try !SessionRecord.exists(database, key: session.rawValue),
        try !ForgottenRecord.exists(database, key: ["session": session.rawValue, "seq": 0])
      {
        var record = SessionRecord(id: session.rawValue, started: Date().timeIntervalSince1970)
        try record.insert(database)
      }
    }
    return apart(copy)
  }

  private static func isSound(_ database: Database) throws -> Bool {
    try String.fetchOne(database, sql: "PRAGMA quick_check(1)") == "ok"
  }
}

extension EventRecord {
  /// Whether there are events of a session under their numbers, or were forgotten since.
  fileprivate static func areThere(
    _ events: [EventRecord], of session: Int64, in database: Database
  ) throws -> Bool {
    let numbers = events.map(\.seq)
    guard let first = numbers.min(), let last = numbers.max() else { return true }
    guard try SessionRecord.exists(database, key: session) else {
      return try events[0].isForgotten(in: database)
    }
    let between = filter(Column("session") == session && (first...last).contains(Column("seq")))
    // Numbers follow each other, so that nearly always counting is enough.
    if try between.fetchCount(database) == last - first + 1 { return true }
    let present = try Int.fetchSet(database, between.select(Column("seq")))
    return try events.allSatisfy { try present.contains($0.seq) || $0.isForgotten(in: database) }
  }

  /// Whether it is still there as it was, or was forgotten since.
  func isKept(in database: Database) throws -> Bool {
    if try Chain.digest(of: SessionID(session), at: seq, in: database) == digest { return true }
    return try isForgotten(in: database)
  }

  private func isForgotten(in database: Database) throws -> Bool {
    try [seq, 0].contains {
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
