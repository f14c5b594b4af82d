import Foundation
import GRDB
import Testing

@testable import Journal

@Suite("opening changes nothing that is not ours")
struct OpeningTests {
  private let home = TemporaryJournal()

  private func write(_ sql: String, mode: Int = 0o644) throws {
    try FileManager.default.createDirectory(at: home.folder, withIntermediateDirectories: true)
    let queue = try DatabaseQueue(path: home.url.path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
    chmod(home.url.path, mode_t(mode))
  }

  /// Opens in vain, and sees that every file is as it was.
  private func refusal() throws -> JournalError.Reason? {
    let before = try home.contents()
    let reason = TemporaryJournal.reason { _ = try home.open() }
    #expect(try home.contents() == before)
    return reason
  }

  @Test("a file that is no database")
  func notADatabase() throws {
    try FileManager.default.createDirectory(at: home.folder, withIntermediateDirectories: true)
    for text in ["dear diary", String(repeating: "dear diary, ", count: 1000)] {
      try Data(text.utf8).write(to: home.url)
      #expect(try refusal() == .notADatabase)
    }
  }

  @Test("a journal that another process is just making is no foreign file")
  func beingMade() throws {
    try write("CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
    #expect(try home.open().sessions().isEmpty)
  }

  @Test("a database of another program, named or not, writing ahead or not")
  func foreign() throws {
    try write("CREATE TABLE recipe (id INTEGER)")
    #expect(try refusal() == .foreign)
    try write("PRAGMA journal_mode = WAL; PRAGMA application_id = 77")
    #expect(try refusal() == .foreign)
  }

  @Test("a database of another program that has our tables' names and an odd format number")
  func lookalike() throws {
    try write("CREATE TABLE session (id INTEGER); CREATE TABLE event (id); PRAGMA user_version = 7")
    #expect(try refusal() == .foreign)
  }

  @Test("a journal of a newer version")
  func newer() throws {
    try home.fill(2)
    try home.tamper("PRAGMA user_version = 99")
    chmod(home.url.path, 0o644)
    #expect(try refusal() == .newer(99))
  }

  @Test("a journal whose format number nobody wrote", arguments: [0, -3])
  func unnumbered(version: Int) throws {
    try home.fill(2)
    try home.tamper("PRAGMA user_version = \(version)")
    #expect(try refusal() == .unnumbered(version))
  }

  @Test("a journal that has lost a table")
  func incomplete() throws {
    try home.fill(2)
    try home.tamper("DROP TABLE draft")
    #expect(try refusal() == .incomplete(table: "draft"))
  }

  @Test("something that is no file")
  func folder() throws {
    try FileManager.default.createDirectory(at: home.url, withIntermediateDirectories: true)
    #expect(try refusal() == .notADatabase)
  }

  @Test("a journal of ours that others could read is closed to them, and read")
  func ours() throws {
    let session = try home.fill(2)
    chmod(home.url.path, 0o644)
    #expect(try home.open().entries(of: session).count == 2)
    #expect(try home.mode(home.url) == 0o600)
  }
}

@Suite("a journal that may not be written to")
struct ReadOnlyTests {
  private let home = TemporaryJournal()

  private func expectReading(_ session: SessionID, count: Int) throws {
    let journal = try home.open()
    #expect(journal.isReadOnly)
    #expect(try journal.entries(of: session).count == count)
    #expect(try journal.faults().isEmpty)
    var exported = Data()
    try journal.export { exported += $0 }
    #expect(exported.count > 100)
    let refused = TemporaryJournal.reason {
      try journal.append(TemporaryJournal.event(9), to: session, after: count, at: .now)
    }
    #expect(refused != nil)
  }

  @Test("a file marked read-only is read, and stays as it is")
  func file() throws {
    let session = try home.fill(3)
    chmod(home.url.path, 0o400)
    let before = try home.contents()
    try expectReading(session, count: 3)
    #expect(try home.contents() == before)
  }

  @Test("a folder marked read-only is read, and stays as it is")
  func folder() throws {
    let session = try home.fill(3)
    chmod(home.folder.path, 0o500)
    let before = try home.contents()
    try expectReading(session, count: 3)
    #expect(try home.contents() == before)
  }

  @Test("what is still in the write-ahead log of a killed process is read too")
  func leftLog() throws {
    let journal = try home.open()
    let session = try journal.startSession(at: TemporaryJournal.noon).id
    for number in 0..<12 {
      try journal.append(
        TemporaryJournal.event(number + 1), to: session, after: number, at: TemporaryJournal.noon)
    }
    // The files as a killed process leaves them.
    let other = TemporaryJournal()
    try FileManager.default.createDirectory(at: other.folder, withIntermediateDirectories: true)
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(
        atPath: home.url.path + suffix, toPath: other.url.path + suffix)
      chmod(other.url.path + suffix, 0o400)
    }
    #expect(JournalFile.size(of: other.url.path + "-wal") > 0)
    chmod(other.folder.path, 0o500)
    let before = try other.contents()
    let reading = try other.open()
    #expect(reading.isReadOnly)
    #expect(try reading.entries(of: session).count == 12)
    #expect(try other.contents() == before)
  }

  @Test("a journal of an earlier version on a read-only medium is read")
  func earlier() throws {
    try FileManager.default.createDirectory(at: home.folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: VersionTests.fixture(2), to: home.url)
    chmod(home.url.path, 0o400)
    let before = try home.contents()
    let journal = try home.open()
    #expect(try journal.sessions().map(\.length) == [5])
    #expect(try home.contents() == before)
  }

  @Test("the reason is told before anybody answers in vain")
  func required() throws {
    try home.fill(1)
    chmod(home.url.path, 0o400)
    let journal = try home.open()
    #expect(TemporaryJournal.reason { try journal.requireWriting() } == .readOnly)
  }
}

@Suite("a journal whose power was cut while its log was moved into it")
struct CutCheckpointTests {
  private let home = TemporaryJournal()

  /// The file cut at so many pages of those that it was growing by, beside the whole of its log.
  private func cut(pages: Int) throws -> SessionID {
    let source = TemporaryJournal()
    let session = try source.fill(0)
    let journal = try source.open()
    for number in 0..<47 {
      let payload = Data("\"\(number) \(String(repeating: "word ", count: 800))\"".utf8)
      try journal.append(
        NewEvent(kind: "test", payload: payload), to: session, after: number,
        at: TemporaryJournal.noon)
    }
    let before = try Data(contentsOf: source.url)
    try FileManager.default.createDirectory(at: home.folder, withIntermediateDirectories: true)
    for suffix in ["-wal", LastWord.suffix] {
      try FileManager.default.copyItem(
        atPath: source.url.path + suffix, toPath: home.url.path + suffix)
    }
    journal.close()
    let after = try Data(contentsOf: source.url)
    let length = before.count + 4096 * pages
    try #require(length < after.count)
    try after[..<length].write(to: home.url)
    // Without its log the file is damaged.
    let bare = TemporaryJournal()
    try FileManager.default.createDirectory(at: bare.folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: home.url, to: bare.url)
    try #require(TemporaryJournal.reason { _ = try bare.open() } == .damaged)
    return session
  }

  @Test("opens with its log as if nothing had happened", arguments: [0, 1, 5])
  func opens(pages: Int) throws {
    let session = try cut(pages: pages)
    let journal = try home.open()
    #expect(try journal.entries(of: session).count == 47)
    #expect(try journal.faults() == [])
  }

  @Test("is read where it may not be written to, and stays as it is")
  func reads() throws {
    let session = try cut(pages: 2)
    for suffix in ["", "-wal"] { chmod(home.url.path + suffix, 0o400) }
    chmod(home.folder.path, 0o500)
    let before = try home.contents()
    let journal = try home.open()
    #expect(journal.isReadOnly)
    #expect(try journal.entries(of: session).count == 47)
    #expect(try home.contents() == before)
  }
}

@Suite("journals of earlier versions")
struct VersionTests {
  private let home = TemporaryJournal()

  static func fixture(_ version: Int) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/version-\(version).sqlite")
  }

  private func place(_ version: Int) throws {
    try FileManager.default.createDirectory(at: home.folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: Self.fixture(version), to: home.url)
  }

  @Test("there is a file of every version that was ever written")
  func fixtures() {
    for version in 1...Journal.schemaVersion {
      #expect(FileManager.default.fileExists(atPath: Self.fixture(version).path))
    }
  }

  @Test("every version opens with all that is in it, and goes on", arguments: [1, 2, 3])
  func opens(version: Int) throws {
    try place(version)
    let journal = try home.open()
    let session = try #require(try journal.sessions().first)
    #expect(session.length == 3 + version)
    #expect(try journal.entries(of: session.id).count == session.length)
    #expect(try journal.faults() == [])
    #expect(try journal.setting("user_version") == "\(Journal.schemaVersion)")
    try journal.append(
      TemporaryJournal.event(1), to: session.id, after: session.lastSequence, at: .now)
    #expect(try journal.faults() == [])
  }

  @Test("an earlier version is upgraded after a backup, which is said", arguments: [1, 2])
  func upgraded(version: Int) throws {
    try place(version)
    let journal = try home.open()
    #expect(journal.upgradedFrom == version)
    let backup = try #require(Backups(of: journal.file).all.first)
    #expect(backup.path.contains("format-\(version)"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: backup.path)).count > 10_000)
    #expect(try home.open().upgradedFrom == nil)
  }

  @Test("of version 3, what was forgotten stays so, and what was begun comes up")
  func third() throws {
    try place(3)
    let journal = try home.open()
    #expect(journal.upgradedFrom == nil)
    #expect(try journal.entries(of: SessionID(1)).map(\.sequence) == [1, 2, 3, 4, 6, 7])
    #expect(
      try journal.draft(of: SessionID(1), at: "energizers/energizers")
        == "mending old clocks\nlong stretches of quiet work")
  }

  @Test("texts are found under their names of today, which events use too", arguments: [1, 2, 3])
  func texts(version: Int) throws {
    try place(version)
    let journal = try home.open()
    let opened = try #require(try journal.entries(of: SessionID(1)).first)
    let digest = try #require(
      Hex.digests(in: String(decoding: opened.payload, as: UTF8.self)).first)
    #expect(digest.count == 64)
    #expect(try journal.text(digest: digest)?.hasPrefix("script: energizers") == true)
  }
}
