import Foundation
import Journal
import QuestionFlow

/// What a power cut may leave of a journal while an answer is being saved.
///
/// After every acknowledged answer the bytes of the database and of its write-ahead log are taken. A cut
/// during the answer after it leaves each sector of 512 bytes that this answer has written either old or
/// new, in any combination, and the file at any length in between: of the log where it was not yet
/// synchronized, the database being as before; or of the database, where the log was already moved into
/// it, the log being complete. The index (`-shm`) is gone. That is what SQLite's order of `fsync` permits
/// on a disk that keeps what it has confirmed; one that lies about `fsync` is not simulated, nor is a file
/// system that loses directory entries which were synchronized.
struct PowerCuts: CaseMeasure {
  private static let casesOfJournal = 100
  private static let sector = 512

  private let folder: URL
  private var journal: Journal?
  private var url: URL
  private var session = SessionID(1)
  private var expected: [Data] = []
  private var before = Bytes()

  private struct Bytes {
    var database: [UInt8] = []
    var log: [UInt8] = []
    var last: [UInt8] = []

    init() {}

    init(of url: URL) throws {
      database = Array(try Data(contentsOf: url))
      log = Array((try? Data(contentsOf: URL(fileURLWithPath: url.path + "-wal"))) ?? Data())
      last = Array((try? Data(contentsOf: URL(fileURLWithPath: url.path + "-last"))) ?? Data())
    }

    func write(to url: URL) throws {
      try Data(database).write(to: url)
      try Data(log).write(to: URL(fileURLWithPath: url.path + "-wal"))
      if !last.isEmpty { try Data(last).write(to: URL(fileURLWithPath: url.path + "-last")) }
    }
  }

  init(folder: URL) {
    self.folder = folder
    url = folder
  }

  mutating func run(_ number: Int, _ random: inout SeededRandom) throws -> CaseOutcome {
    if journal == nil || number % Self.casesOfJournal == 0 { try begin(number) }
    guard let journal else { return CaseOutcome() }
    let size = Int.random(in: 20...120_000, using: &random)
    let payload = Data("\"answer \(number) \(String(repeating: "x", count: size))\"".utf8)
    try journal.append(
      NewEvent(kind: "test", payload: payload), to: session, after: expected.count,
      at: Date(timeIntervalSince1970: 1_800_000_000))
    let after = try Bytes(of: url)
    let cut = Self.cut(before, after, &random)
    let outcome = try check(cut, number, saved: payload)
    expected.append(payload)
    before = after
    return outcome
  }

  private mutating func begin(_ number: Int) throws {
    let home = folder.appendingPathComponent("home-\(number)")
    url = home.appendingPathComponent("nextmove.sqlite")
    let new = try Journal(at: url)
    session = try new.startSession(at: Date(timeIntervalSince1970: 1_800_000_000)).id
    journal = new
    expected = []
    before = try Bytes(of: url)
  }

  private static func cut(_ before: Bytes, _ after: Bytes, _ random: inout SeededRandom) -> Bytes {
    var cut = before
    if before.database != after.database, Bool.random(using: &random) {
      cut.log = after.log
      cut.database = mixed(before.database, after.database, &random)
      cut.last = Bool.random(using: &random) ? before.last : after.last
    } else {
      cut.log = mixed(before.log, after.log, &random)
    }
    return cut
  }

  /// Sectors of the old and the new bytes in one of three ways: the first ones new, any of them, or all.
  private static func mixed(_ old: [UInt8], _ new: [UInt8], _ random: inout SeededRandom) -> [UInt8]
  {
    let count = max(old.count, new.count)
    let sectors = (count + sector - 1) / sector
    let way = Int.random(in: 0..<3, using: &random)
    // Where the file grew, the cut is to fall into what it grew by as often as elsewhere.
    let first = Bool.random(using: &random) ? min(old.count / sector, sectors) : 0
    let border = Int.random(in: first...sectors, using: &random)
    var mixed = old + [UInt8](repeating: 0, count: count - old.count)
    for number in 0..<sectors {
      let isNew = way == 0 ? number < border : way == 1 ? Bool.random(using: &random) : true
      guard isNew else { continue }
      let range = number * sector..<min(new.count, (number + 1) * sector)
      guard range.lowerBound < new.count else { continue }
      mixed.replaceSubrange(range, with: new[range])
    }
    let length = Int.random(in: old.count...max(old.count, count), using: &random)
    return Bool.random(using: &random) ? mixed : Array(mixed[..<length])
  }

  private func check(_ cut: Bytes, _ number: Int, saved payload: Data) throws -> CaseOutcome {
    let home = folder.appendingPathComponent("cut-\(number)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    let url = home.appendingPathComponent("nextmove.sqlite")
    try cut.write(to: url)
    var outcome = CaseOutcome()
    do {
      let journal = try Journal(at: url)
      let found = try journal.entries(of: session).map(\.payload)
      let faults = try journal.faults()
      if !found.starts(with: expected) || !faults.isEmpty { outcome.lost += 1 }
      let rest = Array(found.dropFirst(expected.count))
      if rest.count > 1 || (rest.count == 1 && rest[0] != payload) { outcome.doubled += 1 }
    } catch {
      outcome.lost += 1
    }
    return outcome
  }
}
