import Foundation
import Testing

@testable import Journal

@Suite("the journal, in real files")
struct JournalTests {
  private let home = TemporaryJournal()
  private let noon = TemporaryJournal.noon

  @Test("is made with mode 0600 in a directory of mode 0700")
  func modes() throws {
    _ = try home.open()
    #expect(try home.mode(home.url) == 0o600)
    #expect(try home.mode(home.folder) == 0o700)
  }

  @Test("keeps events in order, and another opening reads them")
  func events() throws {
    let session = try home.fill(5)
    let journal = try home.open()
    #expect(
      try journal.entries(of: session).map { String(decoding: $0.payload, as: UTF8.self) }
        == (1...5).map { "\"event \($0)\"" })
    #expect(try journal.entries(of: session, after: 3).map(\.sequence) == [4, 5])
    #expect(try journal.sessions().map(\.length) == [5])
    #expect(try journal.sessions().map(\.lastSequence) == [5])
  }

  @Test("lists the session used last first, and those not used by their numbers")
  func order() throws {
    let journal = try home.open()
    let first = try journal.startSession(name: "spring", at: noon).id
    let second = try journal.startSession(at: noon).id
    #expect(try journal.sessions().map(\.id) == [second, first])
    try journal.append(TemporaryJournal.event(1), to: first, after: 0, at: noon + 60)
    #expect(try journal.sessions().map(\.name) == ["spring", nil])
  }

  @Test("of several that find no session yet one begins it, and the others take that one")
  func firstSession() throws {
    let (one, other) = (try home.open(), try home.open())
    #expect(try one.sessions().isEmpty && other.sessions().isEmpty)
    let begun = try one.sessionUsedLast(beginningAt: noon)
    #expect(try other.sessionUsedLast(beginningAt: noon + 1).id == begun.id)
    #expect(try one.sessions().map(\.id) == [begun.id])
  }

  @Test("an event written on an older state than the journal's is refused and not written")
  func moved() throws {
    let session = try home.fill(1)
    let journal = try home.open()
    let reason = TemporaryJournal.reason {
      try journal.append(TemporaryJournal.event(9), to: session, after: 0, at: noon)
    }
    #expect(reason == .moved)
    #expect(try journal.entries(of: session).count == 1)
  }

  @Test("an event that depends on nothing before is told what it missed, and is written behind it")
  func independent() throws {
    let session = try home.fill(3)
    let journal = try home.open()
    let saved = try journal.append(to: session, knowing: 1, at: noon) { missed in
      NewEvent(kind: "test", payload: Data("\(missed.count)".utf8))
    }
    #expect(saved.sequence == 4)
    #expect(saved.missed.map(\.sequence) == [2, 3])
    #expect(try journal.entries(of: session).last?.payload == Data("2".utf8))
  }

  @Test("an event that cannot be made saves nothing, and its fault is thrown on")
  func unmade() throws {
    struct Unmakable: Error {}
    let session = try home.fill(1)
    let journal = try home.open()
    #expect(throws: Unmakable.self) {
      try journal.append(to: session, knowing: 1, at: noon) { _ in throw Unmakable() }
    }
    #expect(try journal.entries(of: session).count == 1)
  }

  @Test("an event takes its texts along and its draft away, in one transaction")
  func together() throws {
    let session = try home.fill(0)
    let journal = try home.open()
    try journal.keepDraft("half a sen", of: session, at: "a/x", time: noon)
    let event = NewEvent(
      kind: "test", payload: Data(), texts: [.init("a posting", kind: "posting")], draft: "a/x")
    #expect(throws: JournalError.self) {
      try journal.append(event, to: SessionID(99), after: 0, at: noon)
    }
    #expect(try journal.draft(of: session, at: "a/x") == "half a sen")
    #expect(try journal.text(digest: Journal.digest(of: "a posting")) == nil)
    try journal.append(event, to: session, after: 0, at: noon)
    #expect(try journal.draft(of: session, at: "a/x") == nil)
    #expect(try journal.text(digest: Journal.digest(of: "a posting")) == "a posting")
  }

  @Test("writes ahead, and synchronizes in full")
  func durability() throws {
    let journal = try home.open()
    #expect(try journal.setting("journal_mode") == "wal")
    #expect(try journal.setting("synchronous") == "2")
  }

  @Test("the first answer is in the file itself, not in its write-ahead log alone")
  func firstAnswer() throws {
    let journal = try home.open()
    let session = try journal.startSession(at: noon).id
    try journal.append(TemporaryJournal.event(1), to: session, after: 0, at: noon)
    let bare = home.folder.appendingPathComponent("copy.sqlite")
    try FileManager.default.copyItem(at: home.url, to: bare)
    #expect(try Journal(at: bare).entries(of: session).count == 1)
  }

  @Test("two openings in one process share one connection, and see each other's events at once")
  func shared() throws {
    let one = try home.open()
    let other = try home.open()
    #expect(one.connection === other.connection)
    let session = try one.startSession(at: noon).id
    try other.append(TemporaryJournal.event(1), to: session, after: 0, at: noon)
    #expect(try one.entries(of: session).count == 1)
  }

  @Test("one event that cannot be read does not take those after it along")
  func unreadableRow() throws {
    let session = try home.fill(12)
    try home.tamper("UPDATE event SET kind = x'00FF', payload = 3.5, at = 'noon' WHERE seq = 4")
    let entries = try home.open().entries(of: session)
    #expect(entries.map(\.sequence) == Array(1...12))
    #expect(entries[3].kind == "unreadable")
    #expect(entries[11].payload == Data("\"event 12\"".utf8))
  }
}
