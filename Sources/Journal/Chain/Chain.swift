import Crypto
import Foundation
import GRDB

/// The links by which each event vouches for all before it in its session.
///
/// A link's digest covers the digest before it and a commitment to the event. When an event is forgotten,
/// its commitment stays, and so what follows still verifies; the salt goes with the event, so that the
/// commitment does not tell what was forgotten.
enum Chain {
  /// What stands before the first event of a session.
  static let root = Data(count: 32)

  /// A salt of its own for each event: 16 bytes.
  static func salt() -> Data {
    var generator = SystemRandomNumberGenerator()
    return Data((0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }

  /// The commitment to an event: 32 bytes.
  static func commitment(to entry: Entry, of session: SessionID, salt: Data) -> Data {
    var hash = SHA256()
    hash.update(data: salt)
    for number in [
      UInt64(bitPattern: session.rawValue), UInt64(entry.sequence),
      entry.at.timeIntervalSince1970.bitPattern, UInt64(entry.kind.utf8.count),
    ] {
      withUnsafeBytes(of: number.littleEndian) { hash.update(bufferPointer: $0) }
    }
    hash.update(data: Data(entry.kind.utf8))
    hash.update(data: entry.payload)
    return Data(hash.finalize())
  }

  /// The digest of a link: 32 bytes.
  static func digest(after previous: Data, commitment: Data) -> Data {
    var hash = SHA256()
    hash.update(data: previous)
    hash.update(data: commitment)
    return Data(hash.finalize())
  }

  /// The SHA-256 of some bytes: 32 bytes.
  static func seal(_ bytes: Data) -> Data { Data(SHA256.hash(data: bytes)) }

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
}
