import Foundation
import GRDB
import Testing

@testable import Journal

@Suite("what another program does to the rows of an open journal")
struct TakenOutTests {
  private let home = TemporaryJournal()
  private let noon = TemporaryJournal.noon

  private func exported(_ session: SessionID, of journal: Journal) throws -> String {
    var exported = Data()
    try journal.export(session) { exported += $0 }
    return String(decoding: exported, as: UTF8.self)
  }

  @Test(
    "tables and rows that were taken out are noticed with the next event, and what was saved here goes on",
    arguments: [
      "DROP TABLE event", "DROP TABLE session", "DROP TABLE event; DROP TABLE session",
      "DROP TABLE draft", "DELETE FROM event", "DELETE FROM event WHERE seq = 2",
      "DELETE FROM event; DELETE FROM session", "DELETE FROM session",
    ])
  func takenOut(sql: String) throws {
    let session = try home.fill(1)
    let journal = try home.open()
    try journal.append(TemporaryJournal.event(2), to: session, after: 1, at: noon)
    try home.tamper(sql)
    let saved = try journal.append(TemporaryJournal.event(3), to: session, after: 2, at: noon)
    #expect(saved.displacement == .emptied)
    let exported = try exported(session, of: journal)
    #expect(exported.contains("event 2") && exported.contains("event 3"))
  }

  @Test(
    "a table that was dropped before anything was saved here is noticed too",
    arguments: ["DROP TABLE event", "DROP TABLE session"])
  func beforeTheFirst(sql: String) throws {
    let session = try home.fill(1)
    let journal = try home.open()
    try home.tamper(sql)
    let saved = try journal.append(TemporaryJournal.event(2), to: session, after: 1, at: noon)
    #expect(saved.displacement == .emptied)
    #expect(try exported(session, of: journal).contains("event 2"))
  }

  @Test("where nothing more is saved, what was saved here is exported all the same")
  func withoutAnother() throws {
    let session = try home.fill(1)
    let journal = try home.open()
    try journal.append(TemporaryJournal.event(2), to: session, after: 1, at: noon)
    try home.tamper("DROP TABLE event")
    #expect(journal.displacement == .emptied)
    #expect(try exported(session, of: journal).contains("event 2"))
  }

  @Test("what was forgotten in another window is not missed")
  func forgotten() throws {
    let session = try home.fill(1)
    let journal = try home.open()
    for number in 2...3 {
      try journal.append(TemporaryJournal.event(number), to: session, after: number - 1, at: noon)
    }
    let other = try home.open()
    var erasure = Journal.Erasure()
    erasure.events = [2]
    try other.erase(erasure, from: session)
    #expect(journal.displacement == nil)
    #expect(try journal.faults(in: session) == [])
    try other.erase(session, texts: [])
    #expect(journal.displacement == nil)
  }

  @Test("an event of this sitting that was altered with its link is found, while it is open")
  func altered() throws {
    let session = try home.fill(1)
    let journal = try home.open()
    for number in 2...3 {
      try journal.append(TemporaryJournal.event(number), to: session, after: number - 1, at: noon)
    }
    #expect(try journal.faults(in: session) == [])
    // Its author knows how events are chained.
    let last = EventRecord(
      session: session.rawValue, seq: 3, kind: "test", payload: Data("\"another\"".utf8),
      at: noon.timeIntervalSince1970)
    try home.open().write { database in
      let before = try #require(try Chain.digest(of: session, at: 2, in: database))
      let linked = last.linked(after: before)
      try linked.update(database)
      var head = try SessionRecord.required(session, in: database)
      head.head = linked.digest
      try head.update(database)
    }
    #expect(try journal.faults(in: session).contains(.altered(session, sequence: 3)))
  }
}
