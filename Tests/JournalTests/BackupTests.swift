import Foundation
import GRDB
import struct QuestionFlow.SeededRandom
import Testing

@testable import Journal

@Suite("backups")
struct BackupTests {
  private let home = TemporaryJournal()
  private let noon = TemporaryJournal.noon

  @Test("the first event of a day makes one, for the owner alone, that opens as a journal")
  func daily() throws {
    let session = try home.fill(3)
    let backups = Backups(of: JournalFile(url: home.url))
    #expect(backups.all.count == 1)
    try home.open().append(TemporaryJournal.event(4), to: session, after: 3, at: noon)
    #expect(backups.all.count == 1)
    let path = try #require(backups.all.first?.path)
    #expect(try home.mode(URL(fileURLWithPath: path)) == 0o600)
    #expect(try home.mode(URL(fileURLWithPath: backups.folder)) == 0o700)
    #expect(Folder.names(in: backups.folder).count == 1)
    #expect(try Journal(at: URL(fileURLWithPath: path), reading: true).faults() == [])
  }

  @Test("no more than five are kept, and old ones only where there is none younger")
  func bounded() throws {
    try home.fill(1)
    let journal = try home.open()
    let backups = Backups(of: journal.file)
    _ = backups.removeAll()
    for day in 0..<8 {
      try backups.add(
        from: journal.connection.queue, named: "nextmove", at: noon + Double(day) * 86_400)
    }
    #expect(backups.all.count == Backups.limit)
    // As if half a year had passed since all of them were made.
    try backups.add(
      from: journal.connection.queue, named: "nextmove", at: Date() + 180 * 86_400)
    #expect(backups.all.count == 1)
  }

  @Test("one that cannot be made does not keep an answer from being saved")
  func impossible() throws {
    let journal = try home.open()
    let session = try journal.startSession(at: noon).id
    try Data().write(to: home.folder.appendingPathComponent("backups"))
    try journal.append(TemporaryJournal.event(1), to: session, after: 0, at: noon)
    #expect(try journal.entries(of: session).count == 1)
  }
}

@Suite("repair")
struct RepairTests {
  private let home = TemporaryJournal()
  private let noon = TemporaryJournal.noon

  /// Writes noise over a part of the file.
  private func damage(_ range: Range<Int>) throws {
    let handle = try FileHandle(forUpdating: home.url)
    try handle.seek(toOffset: UInt64(range.lowerBound))
    try handle.write(contentsOf: Data((range).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }))
    try handle.close()
  }

  private func withoutBackups() {
    _ = Backups(of: JournalFile(url: home.url)).removeAll()
  }

  @Test("a page of noise costs the events on it, and no others; the damaged file is kept")
  func page() throws {
    let session = try home.fill(600)
    withoutBackups()
    let size = JournalFile.size(of: home.url.path)
    let lost = try Data(contentsOf: home.url)[(size / 2 / 4096 * 4096)...].prefix(4096)
    try damage((size / 2 / 4096 * 4096)..<(size / 2 / 4096 * 4096 + 4096))
    let report = try Journal.repair(at: home.url, time: noon)
    let journal = try home.open()
    let entries = try journal.entries(of: session).filter { $0.kind != Journal.repaired }
    let kept = Set(entries.map(\.sequence))
    #expect(kept.count == report.events)
    #expect(kept.count > 500)
    for number in 1...600 where !kept.contains(number) {
      #expect(lost.range(of: Data("\"event \(number)\"".utf8)) != nil, "event \(number)")
    }
    #expect(!report.losses.isEmpty)
    #expect(try journal.faults() == [])
    let damaged = try #require(report.damaged)
    #expect(JournalFile.size(of: damaged.path) == size)
    #expect(try home.mode(damaged) == 0o600)
  }

  @Test("what the damaged file has lost is taken from a backup that has it")
  func backup() throws {
    let session = try home.fill(300)
    let journal = try home.open()
    try Backups(of: journal.file).add(
      from: journal.connection.queue, named: "nextmove", at: noon)
    journal.close()
    try damage(40_960..<49_152)
    let report = try Journal.repair(at: home.url, time: noon)
    #expect(report.events == 300)
    #expect(try home.open().entries(of: session).map(\.sequence) == Array(1...300))
  }

  @Test("a lost text that is known elsewhere is put back, and no other is added")
  func knownText() throws {
    let session = try home.fill(1)
    let text = NewEvent.Text("script: clocks", kind: "script")
    do {
      let journal = try home.open()
      let payload = Data(
        #"{"script":"clocks","digest":"\#(Journal.digest(of: text.content))"}"#.utf8)
      try journal.append(
        NewEvent(kind: "opened", payload: payload, texts: [text]), to: session, after: 1,
        at: noon)
      journal.close()
    }
    withoutBackups()
    try home.tamper("DELETE FROM text")
    let report = try Journal.repair(
      at: home.url, time: noon,
      knowing: [text, NewEvent.Text("script: bells", kind: "script")])
    #expect(report.damaged != nil)
    let journal = try home.open()
    #expect(try journal.faults().isEmpty)
    #expect(try journal.text(digest: Journal.digest(of: text.content)) == text.content)
    #expect(try journal.text(digest: Journal.digest(of: "script: bells")) == nil)
  }

  @Test("a file whose first bytes are gone is read all the same")
  func head() throws {
    let session = try home.fill(50)
    withoutBackups()
    try damage(0..<20)
    #expect(TemporaryJournal.reason { _ = try home.open() } == .notADatabase)
    _ = try Journal.repair(at: home.url, time: noon)
    #expect(try home.open().entries(of: session).count == 50)
  }

  @Test("an altered event is taken from a backup that has it as it was saved")
  func alteredWithBackup() throws {
    let session = try home.fill(5)
    try home.tamper("UPDATE event SET payload = '\"other\"' WHERE seq = 2")
    let report = try Journal.repair(at: home.url, time: noon)
    #expect(report.eventsFromBackups == 1)
    #expect(report.doubtful.isEmpty)
    let journal = try home.open()
    #expect(try journal.faults() == [])
    #expect(try journal.alteredEntries().isEmpty)
    #expect(
      try journal.entries(of: session).map(\.payload)
        == (1...5).map {
          TemporaryJournal.event($0).payload
        })
  }

  @Test("an altered event that no backup has is kept, and named from then on")
  func altered() throws {
    let session = try home.fill(5)
    withoutBackups()
    try home.tamper("UPDATE event SET payload = '\"other\"' WHERE seq = 2")
    let report = try Journal.repair(at: home.url, time: noon)
    #expect(report.doubtful.map(\.entry.sequence) == [2])
    #expect(report.doubtful.map(\.isAltered) == [true])
    let journal = try home.open()
    #expect(try journal.faults() == [])
    #expect(try journal.alteredEntries() == [session: [2]])
    #expect(try journal.entries(of: session)[1].payload == Data("\"other\"".utf8))
    // Another repair, and a backup made since, do not take it for what was saved.
    try Backups(of: journal.file).add(from: journal.connection.queue, named: "later", at: noon)
    try home.tamper("UPDATE event SET kind = 'x' WHERE seq = 4")
    let again = try Journal.repair(at: home.url, time: noon)
    #expect(again.doubtful.map(\.entry.sequence) == [2])
    #expect(try home.open().alteredEntries() == [session: [2]])
  }

  @Test("where only the digest of an event was altered, the event is vouched for by the next")
  func alteredDigest() throws {
    try home.fill(5)
    withoutBackups()
    try home.tamper("UPDATE event SET digest = x'00' WHERE seq = 3")
    #expect(try Journal.repair(at: home.url, time: noon).doubtful.isEmpty)
  }

  @Test("what stands behind a missing event is kept, and said to be unproven")
  func unproven() throws {
    let session = try home.fill(5)
    withoutBackups()
    try home.tamper("DELETE FROM event WHERE seq = 3")
    let report = try Journal.repair(at: home.url, time: noon)
    #expect(report.doubtful.map(\.entry.sequence) == [4])
    #expect(report.doubtful.map(\.isAltered) == [false])
    #expect(try home.open().entries(of: session).prefix(4).map(\.sequence) == [1, 2, 4, 5])
  }

  @Test("a session that is gone from the list is told of, and its events are saved")
  func orphans() throws {
    let session = try home.fill(4)
    try home.tamper("DELETE FROM session")
    #expect(try home.open().faults() == [.orphaned(session, events: 4)])
    #expect(try Journal.repair(at: home.url, time: noon).events == 4)
    #expect(try home.open().faults() == [])
    #expect(try home.open().entries(of: session).count == 4)
  }

  /// A session with an event that rests on a text, and a backup of it.
  private func fillWithText() throws {
    let journal = try home.open()
    let session = try journal.startSession(at: noon).id
    let digest = Journal.digest(of: "script: a")
    let event = NewEvent(
      kind: "opened", payload: Data("{\"digest\":\"\(digest)\",\"script\":\"a\"}".utf8),
      texts: [.init("script: a", kind: "script")])
    try journal.append(event, to: session, after: 0, at: noon)
    journal.close()
  }

  @Test(
    "a text that was lost, altered or renamed is told of, and taken from a backup",
    arguments: [
      "DELETE FROM text", "UPDATE text SET content = 'script: b'", "UPDATE text SET kind = 'x'",
    ])
  func texts(change: String) throws {
    try fillWithText()
    try home.tamper(change)
    #expect(try home.open().faults().count == 1)
    #expect(try Journal.repair(at: home.url, time: noon).damaged != nil)
    let journal = try home.open()
    #expect(try journal.faults() == [])
    #expect(try journal.text(digest: Journal.digest(of: "script: a")) == "script: a")
  }

  @Test("where nothing can be mended, the file stays, and no copy of it is added")
  func nothingToMend() throws {
    try fillWithText()
    withoutBackups()
    try home.tamper("UPDATE text SET content = 'script: b'")
    let before = try home.open().faults()
    for _ in 1...2 { #expect(try Journal.repair(at: home.url, time: noon).damaged == nil) }
    #expect(try home.open().faults() == before)
    #expect(DamagedCopies(of: JournalFile(url: home.url)).names.isEmpty)
  }

  @Test("a journal that is open in a window is not repaired under it")
  func open() throws {
    let session = try home.fill(2)
    let journal = try home.open()
    let hold = SessionHold(session, in: journal)
    #expect(hold != nil)
    #expect(TemporaryJournal.reason { _ = try Journal.repair(at: home.url, time: noon) } == .busy)
  }

  @Test("five hundred flipped bytes: what is read is what was saved, or is told of; nothing traps")
  func flips() throws {
    let session = try home.fill(40)
    withoutBackups()
    let sound = try Data(contentsOf: home.url)
    let said = try home.open().entries(of: session).map(\.payload)
    var random = SeededRandom(seed: 7)
    var unnoticed = 0
    for _ in 0..<500 {
      let other = TemporaryJournal()
      try FileManager.default.createDirectory(at: other.folder, withIntermediateDirectories: true)
      var bytes = sound
      bytes[Int(random.next() % UInt64(bytes.count))] ^= UInt8(1 << (random.next() % 8))
      try bytes.write(to: other.url)
      do {
        let journal = try other.open()
        let faults = try journal.faults()
        let entries = try journal.entries(of: session).map(\.payload)
        if entries != said, faults.isEmpty { unnoticed += 1 }
      } catch is JournalError {}
    }
    #expect(unnoticed == 0)
  }
}
