import Foundation
import Testing

@testable import Journal

@Suite("what is not as it was saved is noticed")
struct ChainTests {
  private let home = TemporaryJournal()
  private let noon = TemporaryJournal.noon

  @Test("a sound journal has no fault")
  func sound() throws {
    let session = try home.fill(80)
    let journal = try home.open()
    #expect(try journal.faults() == [])
    #expect(try journal.faults(in: session) == [])
  }

  @Test(
    "an event that was altered is named, and none of those after it",
    arguments: ["payload = '\"another\"'", "kind = 'other'", "at = at + 1", "salt = x'00'"])
  func altered(change: String) throws {
    let session = try home.fill(10)
    try home.tamper("UPDATE event SET \(change) WHERE seq = 7")
    let journal = try home.open()
    #expect(try journal.faults() == [.altered(session, sequence: 7)])
    #expect(try journal.faults(in: session) == [.altered(session, sequence: 7)])
  }

  @Test("an event that was taken out is missed")
  func missing() throws {
    let session = try home.fill(10)
    try home.tamper("DELETE FROM event WHERE seq = 7")
    #expect(try home.open().faults() == [.missing(session, after: 6)])
  }

  @Test("an end that was cut off is missed, though the last word about it is gone as well")
  func cutOff() throws {
    let session = try home.fill(10)
    LastWord.remove(beside: JournalFile(url: home.url))
    try home.tamper("DELETE FROM event WHERE seq > 7")
    #expect(try home.open().faults() == [.cutOff(session, after: 7)])
  }

  @Test("two events that were exchanged are noticed")
  func exchanged() throws {
    let session = try home.fill(6)
    try home.tamper(
      "UPDATE event SET seq = -2 WHERE seq = 2; UPDATE event SET seq = 2 WHERE seq = 3; UPDATE event SET seq = 3 WHERE seq = -2"
    )
    let faults = try home.open().faults()
    #expect(faults.contains(.altered(session, sequence: 2)))
    #expect(faults.contains(.altered(session, sequence: 3)))
  }

  @Test("of a long session the newest stretch is verified on opening, and the whole on request")
  func stretch() throws {
    let session = try home.fill(200)
    try home.tamper("UPDATE event SET payload = '\"another\"' WHERE seq = 20")
    let journal = try home.open()
    #expect(try journal.faults(in: session) == [])
    #expect(try journal.faults() == [.altered(session, sequence: 20)])
  }

  @Test("a text that was altered is not handed out, and is named")
  func alteredText() throws {
    let session = try home.fill(0)
    let digest = Journal.digest(of: "a posting")
    try home.open().append(
      NewEvent(kind: "test", payload: Data(), texts: [.init("a posting", kind: "posting")]),
      to: session, after: 0, at: noon)
    try home.tamper("UPDATE text SET content = 'another'")
    let journal = try home.open()
    #expect(
      TemporaryJournal.reason { _ = try journal.text(digest: digest) }
        == .altered("The text of a posting"))
    #expect(try journal.faults() == [.alteredText(kind: "posting", digest: digest)])
  }

  @Test("a write-ahead log that was lost, or cut, is noticed", arguments: [0, 8272])
  func lostLog(length: Int) throws {
    let session = try home.fill(20)
    let journal = try home.open()
    for number in 20..<24 {
      try journal.append(
        TemporaryJournal.event(number + 1), to: session, after: number, at: noon)
    }
    // As a power cut on a disk that lies would leave it.
    let other = TemporaryJournal()
    try FileManager.default.createDirectory(at: other.folder, withIntermediateDirectories: true)
    for suffix in ["", "-wal", LastWord.suffix] {
      try FileManager.default.copyItem(
        atPath: home.url.path + suffix, toPath: other.url.path + suffix)
    }
    #expect(try TemporaryJournal.isWhole(other))
    let second = TemporaryJournal()
    try FileManager.default.createDirectory(at: second.folder, withIntermediateDirectories: true)
    for suffix in ["", "-wal", LastWord.suffix] {
      try FileManager.default.copyItem(
        atPath: home.url.path + suffix, toPath: second.url.path + suffix)
    }
    truncate(second.url.path + "-wal", off_t(length))
    let faults = try second.open().faults(in: session)
    #expect(faults == [.lost(session, sequence: 24)])
    try second.open().append(to: session, knowing: 20, at: noon) { _ in TemporaryJournal.event(1) }
    #expect(try second.open().faults(in: session) == [])
  }

  @Test("an older copy in the place of the file is noticed")
  func olderCopy() throws {
    let session = try home.fill(5)
    let copy = home.root.appendingPathComponent("copy")
    try FileManager.default.copyItem(at: home.url, to: copy)
    do {
      let journal = try home.open()
      try journal.append(TemporaryJournal.event(6), to: session, after: 5, at: noon)
      journal.close()
    }
    for suffix in ["-wal", "-shm"] { unlink(home.url.path + suffix) }
    #expect(rename(copy.path, home.url.path) == 0)
    #expect(try home.open().faults(in: session) == [.lost(session, sequence: 6)])
  }

  @Test("a last word that was written in part says nothing")
  func halfWord() throws {
    let session = try home.fill(5)
    truncate(home.url.path + LastWord.suffix, 40)
    #expect(try home.open().faults(in: session) == [])
  }

  @Test("events that an older program wrote beside are chained with the next")
  func adopted() throws {
    let session = try home.fill(3)
    try home.tamper(
      "INSERT INTO event (session, seq, kind, payload, at) VALUES (1, 4, 'test', '1', 2)")
    let journal = try home.open()
    #expect(try journal.faults() == [])
    #expect(
      TemporaryJournal.reason {
        try journal.append(TemporaryJournal.event(5), to: session, after: 3, at: noon)
      } == .moved)
    #expect(
      try journal.append(TemporaryJournal.event(5), to: session, after: 4, at: noon).sequence == 5)
    #expect(try journal.faults() == [])
    #expect(try journal.sessions().map(\.length) == [5])
  }
}

extension TemporaryJournal {
  static func isWhole(_ home: TemporaryJournal) throws -> Bool {
    try home.open().faults().isEmpty
  }
}

@Suite("files that move under an open journal")
struct DisplacementTests {
  private let home = TemporaryJournal()
  private let noon = TemporaryJournal.noon

  private func noticed(_ change: () throws -> Void) throws -> Displacement? {
    let session = try home.fill(1)
    let journal = try home.open()
    let before = try journal.append(TemporaryJournal.event(2), to: session, after: 1, at: noon)
    #expect(before.displacement == nil)
    try change()
    let saved = try journal.append(TemporaryJournal.event(3), to: session, after: 2, at: noon)
    // What was answered here can still be written elsewhere.
    var exported = Data()
    try journal.export(session) { exported += $0 }
    #expect(String(decoding: exported, as: UTF8.self).contains("event 3"))
    return saved.displacement
  }

  @Test("a file that was removed is noticed after the next event")
  func removed() throws {
    #expect(try noticed { unlink(home.url.path) } == .removed)
  }

  @Test("a folder that was moved is noticed")
  func moved() throws {
    #expect(
      try noticed { rename(home.folder.path, home.root.appendingPathComponent("away").path) }
        == .unreachable)
  }

  @Test("a file that was replaced is noticed")
  func replaced() throws {
    let copy = home.root.appendingPathComponent("copy").path
    let found = try noticed {
      try FileManager.default.copyItem(atPath: home.url.path, toPath: copy)
      rename(copy, home.url.path)
    }
    #expect(found == .replaced)
  }

  @Test(
    "a write-ahead log or its index that was removed is noticed, by the first event too",
    arguments: ["-wal", "-shm"])
  func separated(suffix: String) throws {
    #expect(try noticed { unlink(home.url.path + suffix) } == .separated)
    let other = TemporaryJournal()
    let session = try other.fill(1)
    let journal = try other.open()
    unlink(other.url.path + suffix)
    let saved = try journal.append(TemporaryJournal.event(2), to: session, after: 1, at: noon)
    #expect(saved.displacement == .separated)
  }

  @Test("a file that was cut short is noticed, and what is known goes on", arguments: [0, 4096])
  func cut(length: Int) throws {
    let session = try home.fill(3)
    let journal = try home.open()
    try journal.append(TemporaryJournal.event(4), to: session, after: 3, at: noon)
    truncate(home.url.path, off_t(length))
    let saved = try journal.append(TemporaryJournal.event(5), to: session, after: 4, at: noon)
    #expect(saved.displacement == .cut)
    #expect(try journal.entries(of: session).count == 5)
  }

  @Test("an older copy written over the file is noticed, and what was answered here goes on")
  func overwritten() throws {
    let session = try home.fill(2)
    let older = try Data(contentsOf: home.url)
    let journal = try home.open()
    try journal.append(TemporaryJournal.event(3), to: session, after: 2, at: noon)
    // Another window moves what was written ahead into the file, so that nothing of it is left elsewhere.
    try home.tamper("PRAGMA wal_checkpoint(TRUNCATE)")
    try write(older)
    let saved = try journal.append(TemporaryJournal.event(4), to: session, after: 3, at: noon)
    #expect(saved.displacement == .overwritten)
    #expect(try journal.entries(of: session).map(\.sequence).suffix(2) == [3, 4])
    journal.close()
    #expect(try Data(contentsOf: home.url) == older)
  }

  @Test("bytes of anything written over the file are noticed with the next event")
  func scrambled() throws {
    let session = try home.fill(2)
    let journal = try home.open()
    try journal.append(TemporaryJournal.event(3), to: session, after: 2, at: noon)
    var bytes = try Data(contentsOf: home.url)
    for index in bytes.indices where index >= 4_096 { bytes[index] = 0x2A }
    try write(bytes)
    let saved = try journal.append(TemporaryJournal.event(4), to: session, after: 3, at: noon)
    #expect(saved.displacement == .overwritten)
    #expect(try journal.entries(of: session).map(\.sequence).suffix(2) == [3, 4])
  }

  /// Writes into the file that is there, as `cp` does.
  private func write(_ bytes: Data) throws {
    usleep(20_000)
    let handle = try FileHandle(forWritingTo: home.url)
    try handle.write(contentsOf: bytes)
    try handle.truncate(atOffset: UInt64(bytes.count))
    try handle.close()
  }

  @Test("what was written ahead is not taken for that of a file put in its place")
  func stale() throws {
    let session = try home.fill(2)
    let copy = home.root.appendingPathComponent("copy")
    try FileManager.default.copyItem(at: home.url, to: copy)
    let journal = try home.open()
    for number in 3...12 {
      try journal.append(
        TemporaryJournal.event(number), to: session, after: number - 1, at: noon)
    }
    rename(copy.path, home.url.path)
    let saved = try journal.append(TemporaryJournal.event(13), to: session, after: 12, at: noon)
    #expect(saved.displacement == .replaced)
    journal.close()
    let restored = try Journal(at: home.url)
    #expect(try restored.entries(of: session).count == 2)
    #expect(try restored.faults().filter { $0 != .lost(session, sequence: 12) }.isEmpty)
  }

  @Test("a file that another window made shorter by forgetting is none that was cut")
  func shortened() throws {
    let session = try home.fill(40)
    let journal = try home.open()
    try journal.append(TemporaryJournal.event(41), to: session, after: 40, at: noon)
    try home.tamper("DELETE FROM event WHERE seq < 30; VACUUM")
    #expect(journal.displacement == nil)
  }

  @Test("a draft of a session that another window forgot is refused by the session's number")
  func draftOfNone() throws {
    let session = try home.fill(1)
    let journal = try home.open()
    try home.tamper("DELETE FROM session")
    #expect {
      try journal.keepDraft("quiet", of: session, at: "a/b", time: noon)
    } throws: { ($0 as? JournalError)?.reason == .noSession(session) }
  }

  @Test("a link that leads nowhere is told, and nothing is made behind it")
  func looseLink() throws {
    _ = try home.fill(1)
    let link = home.root.appendingPathComponent("loose")
    symlink(home.root.appendingPathComponent("gone").path, link.path)
    #expect {
      _ = try Journal(at: link)
    } throws: { ($0 as? JournalError)?.reason == .looseLink(link.path) }
    #expect(Examination(at: link).refusal?.reason == .looseLink(link.path))
  }

  @Test("without its index nothing is written to a file that others write to")
  func withoutIndex() throws {
    let session = try home.fill(1)
    let journal = try home.open()
    try journal.append(TemporaryJournal.event(2), to: session, after: 1, at: noon)
    unlink(home.url.path + "-shm")
    try home.tamper("UPDATE session SET name = 'of another program'")
    let before = try home.contents()
    try journal.append(TemporaryJournal.event(3), to: session, after: 2, at: noon)
    journal.close()
    #expect(try home.contents() == before)
    #expect(try journal.entries(of: session).count == 3)
  }
}
