import Foundation
import Testing

@testable import Journal

@Suite("an examination tells the truth, and changes nothing")
struct ExaminationTests {
  private let home = TemporaryJournal()

  private func examine() throws -> Examination {
    let before = try home.contents()
    let examination = Examination(at: home.url)
    #expect(try home.contents() == before)
    return examination
  }

  @Test("a sound journal, with its real modes")
  func sound() throws {
    try home.fill(3)
    chmod(home.folder.path, 0o755)
    chmod(home.url.path, 0o644)
    let found = try examine()
    #expect(found.faults.isEmpty)
    #expect(found.refusal == nil)
    #expect(found.sessions == 1)
    #expect(found.backups.count == 1)
    #expect(found.leftovers.isEmpty)
    #expect(found.rights.filter(\.isOpenToOthers).map(\.digits) == ["0755", "0644"])
  }

  @Test("a folder that may not be searched")
  func unsearchable() throws {
    try home.fill(1)
    chmod(home.folder.path, 0o600)
    let found = Examination(at: home.url)
    #expect(!found.isSearchable)
    #expect(found.rights.map(\.digits) == ["0600"])
  }

  @Test("a folder that may be searched and not listed")
  func unlistable() throws {
    try home.fill(1)
    chmod(home.folder.path, 0o300)
    let found = Examination(at: home.url)
    #expect(found.isSearchable && !found.isListable)
    #expect(found.isThere && found.refusal == nil)
  }

  @Test("a folder for backups that cannot be used, or is none")
  func obstacle() throws {
    try home.fill(1)
    let backups = Backups(of: JournalFile(url: home.url)).folder
    #expect(try examine().obstacle == nil)
    chmod(backups, 0o000)
    #expect(Examination(at: home.url).obstacle?.reason == .closed(mode: 0))
    chmod(backups, 0o700)
    _ = Folder.remove(backups)
    try Data().write(to: URL(fileURLWithPath: backups))
    #expect(Examination(at: home.url).obstacle?.reason == .noFolder)
  }

  @Test("what was altered, and what cannot be opened at all")
  func faults() throws {
    let session = try home.fill(3)
    try home.tamper("UPDATE event SET kind = 'other' WHERE seq = 2")
    #expect(try examine().faults == [.altered(session, sequence: 2)])
    try Data("dear diary".utf8).write(to: home.url)
    #expect(try examine().refusal?.reason == .notADatabase)
  }

  @Test("what earlier processes have left, which can be removed")
  func leftovers() throws {
    try home.fill(1)
    let names = [
      ".nextmove-1234.tmp", "nextmove.sqlite.repaired", "session-7.lock", "backups/x.sqlite.part",
    ]
    for name in names + ["session-1.lock"] {
      try Data("x".utf8).write(to: home.folder.appendingPathComponent(name))
    }
    let found = try examine()
    #expect(
      Set(found.leftovers.map(\.path))
        == Set(names.map { home.folder.appendingPathComponent($0).path }))
    #expect(found.removeLeftovers().count == 4)
    #expect(try examine().leftovers.isEmpty)
  }

  @Test("a write-ahead log without its journal is named, and kept")
  func strayLog() throws {
    try home.fill(1)
    let log = home.url.path + "-wal"
    try FileManager.default.removeItem(at: home.url)
    try Data("x".utf8).write(to: URL(fileURLWithPath: log))
    let found = try examine()
    #expect(found.leftovers.map(\.path).contains(log))
    _ = found.removeLeftovers()
    #expect(JournalFile.mode(of: log) != nil)
  }
}
