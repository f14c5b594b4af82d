import Foundation
import GRDB

/// The names that texts had up to version 2: 128 bits of FNV-1a, in which two texts can be made to agree.
enum OldTextNames {
  /// Gives the texts of a journal their names of today, in their own table and where events name them.
  ///
  /// A text that is not the one that was kept under its name keeps that name, and shows as altered.
  static func replace(in database: Database) throws {
    var names: [String: String] = [:]
    for old in try String.fetchAll(database, sql: "SELECT digest FROM text") {
      guard
        let content = try String.fetchOne(
          database, sql: "SELECT content FROM text WHERE digest = ?", arguments: [old]),
        name(of: content) == old
      else { continue }
      let new = Chain.name(of: content)
      names[old] = new
      try database.execute(
        sql: "UPDATE OR REPLACE text SET digest = ? WHERE digest = ?", arguments: [new, old])
    }
    guard !names.isEmpty else { return }
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT session, seq, payload FROM event WHERE kind IN \(NamedTexts.eventKinds)
        """)
    var changed: [(session: Int64, sequence: Int, payload: Data)] = []
    while let row = try rows.next() {
      let payload: Data = row["payload"]
      let renamed = replace(in: payload, names)
      if renamed != payload { changed.append((row["session"], row["seq"], renamed)) }
    }
    for event in changed {
      try database.execute(
        sql: "UPDATE event SET payload = ? WHERE session = ? AND seq = ?",
        arguments: [event.payload, event.session, event.sequence])
    }
  }

  /// An event's payload with the names of today.
  static func replace(in payload: Data, _ names: [String: String]) -> Data {
    var text = String(decoding: payload, as: UTF8.self)
    for (old, new) in names { text = text.replacing("\"\(old)\"", with: "\"\(new)\"") }
    return Data(text.utf8)
  }

  /// The old name of a text: 32 hexadecimal digits.
  static func name(of text: String) -> String {
    var low: UInt64 = 0xcbf2_9ce4_8422_2325
    var high: UInt64 = 0x8422_2325_cbf2_9ce4
    for byte in text.utf8 {
      low = (low ^ UInt64(byte)) &* 0x100_0000_01b3
      high = (high ^ (UInt64(byte) &+ (low >> 32))) &* 0x100_0000_01b3
    }
    return Hex.text(of: high) + Hex.text(of: low)
  }
}
