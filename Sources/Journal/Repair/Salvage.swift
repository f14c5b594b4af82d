import Foundation
import GRDB
import Phrases

/// Reads a damaged journal row by row: a row that cannot be read is passed over, and those around it are
/// taken.
struct Salvage {
  /// How far numbers are looked for where the journal itself can no longer tell.
  private static let blindReach = 1 << 16

  let source: DatabaseQueue
  /// What could not be read, in sentences.
  private(set) var losses: [Phrase] = []

  init(_ source: DatabaseQueue) { self.source = source }

  // MARK: - Sessions and events

  /// The sessions that can be told, those too of which only events are left.
  mutating func sessions() -> [SessionRecord] {
    let last = number("SELECT seq FROM sqlite_sequence WHERE name = 'session'") ?? 1024
    var found: [SessionRecord] = []
    let lost = each(1...max(1, min(last, Self.blindReach))) { range, database in
      try Row.fetchAll(
        database, sql: "SELECT id, name, started FROM session WHERE id BETWEEN ? AND ?",
        arguments: [range.lowerBound, range.upperBound]
      ).forEach { row in
        guard let id: Int64 = Self.value(row, "id") else { return }
        found.append(
          SessionRecord(
            id: id, name: Self.value(row, "name"), started: Self.value(row, "started") ?? 0))
      }
    }
    for id in lost where hasEvents(id) {
      losses.append("the name and the first day of session \(id)")
      found.append(SessionRecord(id: Int64(id), started: 0))
    }
    let known = Set(found.compactMap(\.id))
    let orphans =
      (try? source.read { try Int64.fetchAll($0, sql: "SELECT DISTINCT session FROM event") }) ?? []
    for id in orphans where !known.contains(id) { found.append(SessionRecord(id: id, started: 0)) }
    return found
  }

  private func hasEvents(_ session: Int) -> Bool {
    let finding = try? source.read {
      try Bool.fetchOne(
        $0, sql: "SELECT EXISTS (SELECT 1 FROM event WHERE session = ?)", arguments: [session])
    }
    // Where it cannot be told, they are looked for.
    return finding ?? true
  }

  /// An event, and whether it is as it was saved.
  struct Vouched {
    let event: EventRecord
    let finding: Vouching.Finding
  }

  /// Each event of a session that can be read.
  ///
  /// - Parameter known: the last number that is known of from elsewhere.
  mutating func events(of session: Int64, reaching known: Int) -> [Vouched] {
    let events = readable(of: session, reaching: known)
    let marks =
      (try? source.read {
        try ForgottenRecord.fetchAll(
          $0, sql: "SELECT * FROM forgotten WHERE session = ? AND seq > 0 ORDER BY seq",
          arguments: [session])
      }) ?? []
    let notes = (try? source.read { try RepairNote.all(in: $0) }) ?? []
    let noted = Set(notes.filter { $0.session.rawValue == session }.flatMap { $0.altered })
    let vouching = Vouching(
      marks: marks,
      lastChained: number("SELECT last_sequence FROM session WHERE id = \(session)"))
    return zip(events, vouching.findings(events)).map { event, finding in
      // Once altered it stays so, though it was chained anew.
      Vouched(event: event.unlinked, finding: noted.contains(event.seq) ? .altered : finding)
    }
  }

  private mutating func readable(of session: Int64, reaching known: Int) -> [EventRecord] {
    let last =
      number("SELECT max(seq) FROM event WHERE session = \(session)")
      ?? number("SELECT last_sequence FROM session WHERE id = \(session)") ?? Self.blindReach
    var found: [EventRecord] = []
    var lost: [Int] = []
    for start in stride(from: 1, through: max(1, last, known), by: 512) {
      lost += each(start...min(start + 511, max(1, last, known))) { range, database in
        found += try Self.events(of: session, in: range, database)
      }
    }
    if !lost.isEmpty { losses.append("entries \(Self.list(lost)) of session \(session)") }
    return found.filter { $0.session == session && $0.seq > 0 }.sorted { $0.seq < $1.seq }
  }

  private static func events(of session: Int64, in range: ClosedRange<Int>, _ database: Database)
    throws -> [EventRecord]
  {
    // Earlier versions have no links.
    let columns = "SELECT * FROM event WHERE session = ?"
    guard range.count == 1 else {
      return try EventRecord.fetchAll(
        database, sql: "\(columns) AND seq BETWEEN ? AND ? ORDER BY seq",
        arguments: [session, range.lowerBound, range.upperBound])
    }
    do {
      return try EventRecord.fetchAll(
        database, sql: "\(columns) AND seq = ?", arguments: [session, range.lowerBound])
    } catch {
      // An event between two pages is found from the one behind where the one before is damaged.
      return try EventRecord.fetchAll(
        database, sql: "\(columns) AND seq <= ? ORDER BY seq DESC LIMIT 1",
        arguments: [session, range.lowerBound]
      ).filter { $0.seq == range.lowerBound }
    }
  }

  /// Reads a range of numbers, in halves where it cannot be read as a whole.
  ///
  /// - Returns: the numbers that could not be read.
  private func each(
    _ range: ClosedRange<Int>, _ body: (ClosedRange<Int>, Database) throws -> Void
  ) -> [Int] {
    var lost: [Int] = []
    var open = [range]
    while let range = open.popLast() {
      if (try? source.read { try body(range, $0) }) != nil { continue }
      if range.count == 1 {
        lost.append(range.lowerBound)
        continue
      }
      let middle = range.lowerBound + range.count / 2
      open.append(middle...range.upperBound)
      open.append(range.lowerBound...(middle - 1))
    }
    return lost
  }

  // MARK: - Texts and drafts

  /// Gives each text that can be read, altered or not.
  ///
  /// - Parameter digests: those that events name, which are looked for one by one as well.
  func texts(named digests: some Collection<String>, _ body: (TextRecord) throws -> Void) throws {
    var found: Set<String> = []
    for order in ["ASC", "DESC"] {
      try fromOneEnd("SELECT digest, kind, content FROM text ORDER BY digest \(order)") { row in
        guard let text = Self.text(row), found.insert(text.digest).inserted else { return }
        try body(text)
      }
    }
    for digest in digests.sorted() where !found.contains(digest) {
      let row = try? source.read {
        try Row.fetchOne(
          $0, sql: "SELECT digest, kind, content FROM text WHERE digest = ?", arguments: [digest])
      }
      if let row, let text = Self.text(row) { try body(text) }
    }
  }

  private static func text(_ row: Row) -> TextRecord? {
    guard let digest: String = value(row, "digest"), let kind: String = value(row, "kind"),
      let content: String = value(row, "content")
    else { return nil }
    return TextRecord(digest: digest, kind: kind, content: content)
  }

  /// Gives each draft that can be read.
  mutating func drafts(_ body: (DraftRecord) throws -> Void) throws {
    for order in ["ASC", "DESC"] {
      try fromOneEnd(
        "SELECT session, place, content, at FROM draft ORDER BY session \(order), place \(order)"
      ) { row in
        guard let session: Int64 = Self.value(row, "session"),
          let place: String = Self.value(row, "place"),
          let content: String = Self.value(row, "content")
        else { return }
        try body(
          DraftRecord(
            session: session, place: place, content: content, at: Self.value(row, "at") ?? 0))
      }
    }
  }

  /// Reads rows up to the first that cannot be read.
  private func fromOneEnd(_ sql: String, _ body: (Row) throws -> Void) throws {
    var rows: [Row] = []
    try? source.read { database in
      let cursor = try Row.fetchCursor(database, sql: sql)
      while let row = try cursor.next() { rows.append(row.copy()) }
    }
    for row in rows { try body(row) }
  }

  // MARK: - Values

  private func number(_ sql: String) -> Int? {
    (try? source.read { try Int.fetchOne($0, sql: sql) }) ?? nil
  }

  private static func value<T: DatabaseValueConvertible>(_ row: Row, _ name: String) -> T? {
    (row[name] as DatabaseValue?).flatMap(T.fromDatabaseValue)
  }

  /// Numbers in ranges: "3–5, 9".
  private static func list(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    let words = ranges.prefix(8).map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
    }
    return words.joined(separator: ", ") + (ranges.count > 8 ? " and more" : "")
  }
}
