package import Foundation
import GRDB
import Synchronization

extension Journal {
  /// What is to be taken out of a session for good.
  package struct Erasure: Sendable {
    /// Events that go, by their numbers.
    package var events: Set<Int> = []
    /// Events that stay with another payload.
    package var replacements: [Int: Data] = [:]
    /// Texts that go, by their digests.
    package var texts: Set<String> = []
    /// Places whose drafts go.
    package var drafts: Set<String> = []

    /// Nothing yet.
    package init() {}
  }

  /// Takes events and texts out, and sees to it that their bytes are gone from the file and its copies.
  ///
  /// A mark in the chain stays in the place of each event, so that what follows still verifies, and an event
  /// behind the last, by which other windows notice. Where the process ends in the middle, the next opening
  /// of the journal finishes it. Where it throws, nothing was taken out; where bytes are still to go, the
  /// result says why.
  @discardableResult
  package func erase(_ erasure: Erasure, from session: SessionID) throws(JournalError) -> Erased {
    let time = surroundings.clock()
    let (_, event) = try write { database in
      try Chain.adopt(session, in: database)
      for sequence in erasure.events.union(erasure.replacements.keys) {
        try Self.forget(
          sequence, of: session, leaving: erasure.replacements[sequence], in: database)
      }
      for digest in erasure.texts { try TextRecord.deleteOne(database, key: digest) }
      for place in erasure.drafts {
        // Also those of its follow-ups, and of the elements of its list.
        try database.execute(
          sql: """
            DELETE FROM draft WHERE session = :session AND (place = :place
              OR (substr(place, 1, length(:place)) = :place
                AND substr(place, length(:place) + 1, 1) NOT GLOB '[A-Za-z0-9_]'))
            """, arguments: ["session": session.rawValue, "place": place])
      }
      // A stored fold holds what any event up to its number said.
      let first = erasure.events.union(erasure.replacements.keys).min() ?? 0
      try database.execute(
        sql: "DELETE FROM snapshot WHERE session = ? AND seq >= ?",
        arguments: [session.rawValue, first])
      try Self.begin(in: database, at: time)
      return try insert(
        NewEvent(kind: Self.forgotten, payload: Data("{}".utf8)), to: session, missed: [],
        at: time, in: database)
    }
    housekeeping.withLock { state in
      state.own.removeAll {
        $0.session == session.rawValue
          && (erasure.events.contains($0.seq) || erasure.replacements[$0.seq] != nil)
      }
    }
    LastWord(session: session, sequence: event.seq, digest: event.digest ?? Chain.root)
      .write(beside: file)
    return finishErasing()
  }

  /// Takes a whole session out, with the texts that no other session needs.
  ///
  /// - Parameter texts: the digests of its texts that nothing else refers to.
  @discardableResult
  package func erase(_ session: SessionID, texts: Set<String>) throws(JournalError) -> Erased {
    try write { database in
      for table in ["event", "draft", "snapshot", "forgotten"] {
        try database.execute(
          sql: "DELETE FROM \(table) WHERE session = ?", arguments: [session.rawValue])
      }
      try SessionRecord.deleteOne(database, key: session.rawValue)
      for digest in texts { try TextRecord.deleteOne(database, key: digest) }
      try ForgottenRecord(
        session: session.rawValue, seq: 0, commitment: Data(), digest: Data()
      ).insert(database, onConflict: .replace)
      try Self.begin(in: database, at: surroundings.clock())
    }
    housekeeping.withLock { $0.own.removeAll { $0.session == session.rawValue } }
    SessionHold.remove(session, in: self)
    return finishErasing()
  }

  /// Takes one event out, or what it says; its link stays.
  private static func forget(
    _ sequence: Int, of session: SessionID, leaving payload: Data?, in database: Database
  ) throws {
    let key: [String: any DatabaseValueConvertible] = [
      "session": session.rawValue, "seq": sequence,
    ]
    guard var event = try EventRecord.fetchOne(database, key: key) else { return }
    var mark =
      try ForgottenRecord.fetchOne(database, key: key)
      ?? ForgottenRecord(
        session: session.rawValue, seq: sequence, commitment: event.commitment ?? Data(),
        digest: event.digest ?? Data())
    if let payload {
      event.payload = payload
      event.salt = Chain.salt()
      mark.instead = event.commitment
      try event.update(database)
    } else {
      mark.instead = nil
      try event.delete(database)
      try database.execute(
        sql: "UPDATE session SET events = events - 1 WHERE id = ?", arguments: [session.rawValue])
    }
    try mark.insert(database, onConflict: .replace)
  }

  /// Notes, in the same moment as the change, that bytes have still to go.
  private static func begin(in database: Database, at time: Date) throws {
    try database.execute(
      sql: "INSERT INTO forgetting (at) VALUES (?)", arguments: [time.timeIntervalSince1970])
  }
}
