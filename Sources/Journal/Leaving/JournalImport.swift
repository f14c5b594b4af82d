package import Foundation
import GRDB
import Synchronization

/// Why what was to be taken in was not.
package enum ImportFault: Error, Hashable, Sendable {
  /// It is not what an export writes; how far it was read, in bytes.
  case notAnExport(at: Int)
  /// A newer version wrote it.
  case newer
  /// The events of a session are not in the order of their numbers, have one twice, or one that no
  /// session comes to; the file was altered.
  case disordered(Int64)
}

extension Journal {
  /// Adds what was exported: sessions keep their numbers where these are free, and what is there
  /// already, event for event, is not added again. Where something is wrong, nothing is added.
  ///
  /// It is read piece by piece, in any order of keys.
  ///
  /// - Parameter read: hands out up to so many of the next bytes, and none at the end.
  /// - Returns: the numbers of the sessions added.
  package func restore(from read: @escaping (Int) throws -> Data) throws -> [SessionID] {
    try requireWriting()
    do {
      return try connection.queue.writeWithoutTransaction { database in
        var added: [SessionID] = []
        try database.inTransaction(.immediate) {
          try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
          added = try Arrival(database).take(JSONScanner(from: read))
          return .commit
        }
        if !added.isEmpty { housekeeping.withLock { $0.hasSaved = true } }
        return added
      }
    } catch let fault as JSONScanner.Fault {
      throw ImportFault.notAnExport(at: fault.offset)
    } catch let error as DatabaseError {
      throw JournalError.wrapping(error, url: url)
    }
  }
}

/// An export on its way into a journal, in one transaction.
///
/// What a session is called and when it began may stand behind its events, so it is numbered below zero
/// until all of it has come.
private final class Arrival {
  private let database: Database
  private var arrived: [Heading] = []
  private var names: [String: String] = [:]
  private var format: String?
  private var version: Int?

  private struct Heading {
    var id: Int64?
    var name: String?
    var started: Double?
    /// Below zero.
    let provisional: Int64
  }

  private struct Event: Decodable {
    let sequence: Int
    let kind: String
    let at: Double
    let payload: JSONValue
  }

  private struct Text: Decodable {
    let digest: String
    let kind: String
    let content: String
  }

  init(_ database: Database) { self.database = database }

  func take(_ document: JSONScanner) throws -> [SessionID] {
    var scanner = document
    try scanner.object { key, scanner in
      switch key {
      case "format": format = try scanner.decoded(String.self)
      case "version": version = try scanner.decoded(Int.self)
      case "sessions": try scanner.array { try session(&$0) }
      case "texts": try scanner.array { try text($0.decoded(Text.self)) }
      default: _ = try scanner.value()
      }
    }
    try scanner.end()
    guard format == ExportFormat.name, let version else {
      throw JSONScanner.Fault(offset: 0)
    }
    guard version <= ExportFormat.version else { throw ImportFault.newer }
    return try arrived.compactMap(settle)
  }

  // MARK: - Pieces

  private func text(_ text: Text) throws {
    var digest = text.digest
    if OldTextNames.name(of: text.content) == digest {
      digest = Journal.digest(of: text.content)
      names[text.digest] = digest
    }
    try TextRecord(digest: digest, kind: text.kind, content: text.content)
      .insert(database, onConflict: .ignore)
  }

  private func session(_ scanner: inout JSONScanner) throws {
    var heading = Heading(provisional: -Int64(arrived.count) - 1)
    var placeholder = SessionRecord(id: heading.provisional, started: 0)
    try placeholder.insert(database)
    var isOrdered = true
    try scanner.object { key, scanner in
      switch key {
      case "id": heading.id = try scanner.decoded(Int64.self)
      case "name": heading.name = try scanner.decoded(String?.self)
      case "started": heading.started = try scanner.decoded(Double.self)
      case "events":
        var last = 0
        try scanner.array { scanner in
          let event = try scanner.decoded(Event.self)
          isOrdered = isOrdered && event.sequence > last && event.sequence <= 1_000_000_000
          last = event.sequence
          if isOrdered { try insert(event, in: heading.provisional) }
        }
      case "drafts":
        for (place, content) in try scanner.decoded([String: String].self) {
          try DraftRecord(
            session: heading.provisional, place: place, content: content, at: 0
          ).insert(database)
        }
      default: _ = try scanner.value()
      }
    }
    guard isOrdered else { throw ImportFault.disordered(heading.id ?? 0) }
    guard heading.id != nil, heading.started != nil else { throw JSONScanner.Fault(offset: 0) }
    arrived.append(heading)
  }

  private func insert(_ event: Event, in session: Int64) throws {
    try EventRecord(
      session: session, seq: event.sequence, kind: event.kind,
      payload: Data(event.payload.text.utf8), at: event.at
    ).insert(database)
  }

  // MARK: - Settling

  /// Gives a session that has come its number and its chain.
  ///
  /// - Returns: `nil` where it is there already.
  private func settle(_ heading: Heading) throws -> SessionID? {
    try rename(in: heading.provisional)
    let twins = try Int64.fetchAll(
      database, sql: "SELECT id FROM session WHERE started = ? AND id > 0",
      arguments: [heading.started])
    for twin in twins where try isSame(twin, heading.provisional) {
      for table in ["event", "draft"] {
        try database.execute(
          sql: "DELETE FROM \(table) WHERE session = ?", arguments: [heading.provisional])
      }
      try SessionRecord.deleteOne(database, key: heading.provisional)
      return nil
    }
    let id = try number(for: heading)
    for table in ["event", "draft"] {
      try database.execute(
        sql: "UPDATE \(table) SET session = ? WHERE session = ?",
        arguments: [id, heading.provisional])
    }
    try database.execute(
      sql: "UPDATE session SET id = ?, name = ?, started = ? WHERE id = ?",
      arguments: [id, heading.name, heading.started, heading.provisional])
    // SQLite counts the numbers that it gave out itself; this one is not to be given out again either.
    try database.execute(
      sql: "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'session'", arguments: [id])
    // A session that was forgotten and is taken in again is no longer forgotten.
    try database.execute(sql: "DELETE FROM forgotten WHERE session = ?", arguments: [id])
    try Chain.adopt(SessionID(id), in: database)
    return SessionID(id)
  }

  /// The session's own number where it is free, or the next.
  private func number(for heading: Heading) throws -> Int64 {
    if let id = heading.id, (1...1_000_000_000).contains(id),
      try SessionRecord.fetchOne(database, key: id) == nil
    {
      return id
    }
    let highest = try Int64.fetchOne(database, sql: "SELECT max(id) FROM session") ?? 0
    let used =
      try Int64.fetchOne(database, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'session'")
      ?? 0
    return max(0, highest, used) + 1
  }

  /// Whether two sessions have the same events.
  private func isSame(_ one: Int64, _ other: Int64) throws -> Bool {
    func events(_ session: Int64) throws -> RowCursor {
      try Row.fetchCursor(
        database, sql: "SELECT seq, kind, payload FROM event WHERE session = ? ORDER BY seq",
        arguments: [session])
    }
    let (left, right) = (try events(one), try events(other))
    while true {
      let (a, b) = (try left.next(), try right.next())
      guard let a, let b else { return a == nil && b == nil }
      guard a == b else { return false }
    }
  }

  /// Names texts as they are named today, in events of an export that had their old names.
  private func rename(in session: Int64) throws {
    guard !names.isEmpty else { return }
    let events = try EventRecord.fetchAll(
      database,
      sql: """
        SELECT * FROM event WHERE session = ? AND kind IN \(NamedTexts.eventKinds)
        """, arguments: [session])
    for var event in events {
      event.payload = OldTextNames.replace(in: event.payload, names)
      try event.update(database)
    }
  }
}
