import Foundation
import GRDB
import Testing

@testable import Journal

@Suite("what is forgotten is gone")
struct ForgettingTests {
  private let home = TemporaryJournal()
  private let noon = TemporaryJournal.noon

  private func erase(_ numbers: Set<Int>, from session: SessionID) throws -> Journal.Erased {
    var erasure = Journal.Erasure()
    erasure.events = numbers
    return try home.open().erase(erasure, from: session)
  }

  @Test("from the file, its log, its backups, stored folds and damaged copies")
  func everywhere() throws {
    let session = try home.fill(9)
    let journal = try home.open()
    try journal.keepSnapshot(Data("event 5 as a fold".utf8), of: session, at: 9, format: 1)
    try journal.keepSnapshot(Data("event 5 as a fold".utf8), of: session, at: 5, format: 1)
    try journal.keepSnapshot(Data("the first four".utf8), of: session, at: 4, format: 1)
    let damaged = home.folder.appendingPathComponent("damaged")
    try FileManager.default.createDirectory(at: damaged, withIntermediateDirectories: true)
    try Data("event 5, damaged".utf8).write(to: damaged.appendingPathComponent("old.sqlite"))
    #expect(!Backups(of: journal.file).all.isEmpty)
    try Backups(of: journal.file).add(from: journal.connection.queue, named: "more", at: noon)
    #expect(try erase([5], from: session) == .everywhere)
    #expect(try !home.holds("event 5"))
    #expect(try home.holds("event 6"))
    // A fold of what came before has nothing of it.
    #expect(try home.open().snapshot(of: session, format: 1)?.sequence == 4)
    // What is left has a backup again.
    #expect(Backups(of: journal.file).all.count == 1)
  }

  @Test("a mark stays in the chain, and the rest still verifies", arguments: [1, 5, 9])
  func mark(number: Int) throws {
    let session = try home.fill(9)
    _ = try erase([number], from: session)
    let journal = try home.open()
    #expect(try journal.faults() == [])
    // One fewer, and the sign that something was taken out.
    #expect(try journal.sessions().map(\.length) == [9])
    #expect(
      try journal.append(to: session, knowing: 10, at: noon) { _ in TemporaryJournal.event(11) }
        .sequence == 11)
    try home.tamper("UPDATE event SET kind = 'other' WHERE seq = 4")
    #expect(try home.open().faults() == [.altered(session, sequence: 4)])
  }

  @Test("whoever has the session open notices before the next event")
  func noticed() throws {
    let session = try home.fill(9)
    _ = try erase([5], from: session)
    let reason = TemporaryJournal.reason {
      try home.open().append(TemporaryJournal.event(10), to: session, after: 9, at: noon)
    }
    #expect(reason == .moved)
  }

  @Test("where a copy cannot be removed, that is said, and a later start removes it")
  func heldCopy() throws {
    let session = try home.fill(9)
    let backups = Backups(of: JournalFile(url: home.url))
    // A folder is not removed as a file is, even by a superuser.
    let held = "\(backups.folder)/held.sqlite"
    mkdir(held, 0o700)
    #expect(try erase([5], from: session) == .exceptForCopies([held]))
    #expect(try home.open().isForgetting())
    #expect(try home.open().erased == .exceptForCopies([held]))
    rmdir(held)
    #expect(try home.open().erased == .everywhere)
    #expect(try !home.open().isForgetting())
    #expect(try !home.holds("event 5"))
  }

  @Test("an event with other words in its place verifies by these")
  func replaced() throws {
    let session = try home.fill(4)
    var erasure = Journal.Erasure()
    erasure.replacements = [2: Data("\"bare\"".utf8)]
    try home.open().erase(erasure, from: session)
    #expect(try home.open().faults() == [])
    #expect(try !home.holds("event 2"))
    try home.tamper("UPDATE event SET payload = '\"other\"' WHERE seq = 2")
    #expect(try home.open().faults() == [.altered(session, sequence: 2)])
  }

  @Test("a session that is forgotten whole leaves no fault, and its number is not used again")
  func session() throws {
    let session = try home.fill(4)
    try home.open().erase(session, texts: [])
    #expect(try !home.holds("event 3"))
    #expect(try home.open().faults() == [])
    #expect(try home.open().startSession(at: noon).id > session)
  }

  @Test("what was forgotten when the process was killed is finished at the next start")
  func killed() throws {
    let session = try home.fill(9)
    let backup = Backups(of: JournalFile(url: home.url))
    #expect(!backup.all.isEmpty)
    // The state between the change and the removal of its bytes.
    try home.tamper(
      "PRAGMA secure_delete = OFF; DELETE FROM event WHERE seq = 9; INSERT INTO forgetting (at) VALUES (1)"
    )
    try home.tamper("UPDATE session SET last_sequence = 8")
    #expect(try home.holds("event 9"))
    _ = try home.open()
    #expect(try !home.holds("event 9"))
    let left = try home.open().read { try Int.fetchOne($0, sql: "SELECT count(*) FROM forgetting") }
    #expect(left == 0)
    _ = session
  }

  @Test("it says so when a reader still holds the old bytes, and the next start finishes")
  func reader() throws {
    let session = try home.fill(9)
    let reader = try DatabaseQueue(path: home.url.path)
    try reader.inDatabase { database in
      try database.beginTransaction(.deferred)
      _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM event")
      #expect(try erase([5], from: session) == .exceptForReaders)
      try database.rollback()
    }
    try reader.close()
    #expect(try home.open().entries(of: session).map(\.sequence).contains(5) == false)
    _ = try home.open()
    #expect(try !home.holds("event 5"))
  }
}
