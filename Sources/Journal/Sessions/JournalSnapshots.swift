package import Foundation
import GRDB

/// What a session's events came to at one of them, stored so that opening need not replay all.
package struct Snapshot: Sendable {
  /// The number of the last event in it.
  package let sequence: Int
  /// The state, in the caller's form.
  package let payload: Data
}

extension Journal {
  /// How many stored folds of a session are kept at most.
  static let snapshotLimit = 8

  /// Stores what the events up to a number came to.
  ///
  /// Of those stored before, the latest are kept, and of older ones fewer the further back they are.
  ///
  /// - Parameter format: the version of the caller's form; those of others are dropped.
  package func keepSnapshot(
    _ payload: Data, of session: SessionID, at sequence: Int, format: Int
  ) throws(JournalError) {
    try write { database in
      guard let digest = try Chain.digest(of: session, at: sequence, in: database) else { return }
      try SnapshotRecord(
        session: session.rawValue, seq: sequence, format: format, digest: digest,
        seal: Chain.seal(payload), payload: payload
      ).insert(database, onConflict: .replace)
      try database.execute(
        sql: "DELETE FROM snapshot WHERE session = ? AND format <> ?",
        arguments: [session.rawValue, format])
      let stored = try Int.fetchAll(
        database, sql: "SELECT seq FROM snapshot WHERE session = ? ORDER BY seq DESC",
        arguments: [session.rawValue])
      for old in Self.superfluous(stored) {
        try database.execute(
          sql: "DELETE FROM snapshot WHERE session = ? AND seq = ?",
          arguments: [session.rawValue, old])
      }
    }
  }

  /// The newest stored fold, where it still agrees with the events that it was made from.
  package func snapshot(of session: SessionID, format: Int, upTo sequence: Int = .max)
    throws(JournalError) -> Snapshot?
  {
    try read { database in
      let stored = try Int.fetchAll(
        database,
        sql: """
          SELECT seq FROM snapshot WHERE session = ? AND format = ? AND seq <= ? ORDER BY seq DESC
          """, arguments: [session.rawValue, format, sequence])
      for number in stored {
        guard
          let record = try SnapshotRecord.fetchOne(
            database, key: ["session": session.rawValue, "format": format, "seq": number]),
          record.digest == (try Chain.digest(of: session, at: number, in: database)),
          record.seal == Chain.seal(record.payload)
        else { continue }
        return Snapshot(sequence: number, payload: record.payload)
      }
      return nil
    }
  }

  /// Of stored folds, the newest first, those that are not worth their room.
  ///
  /// The latest four stay. Of those before, the one goes whose loss leaves the smallest gap for how far
  /// back it is, so that they end up further apart the older they are.
  static func superfluous(_ stored: [Int]) -> [Int] {
    var stored = stored
    var superfluous: [Int] = []
    while stored.count > snapshotLimit, let newest = stored.first {
      func gap(_ index: Int) -> Double {
        let before = index + 1 < stored.count ? stored[index + 1] : 0
        return Double(stored[index - 1] - before) / Double(newest - stored[index])
      }
      guard let victim = (4..<stored.count).min(by: { gap($0) < gap($1) }) else { break }
      superfluous.append(stored.remove(at: victim))
    }
    return superfluous
  }
}
