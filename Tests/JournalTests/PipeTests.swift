import Foundation
import Testing

@testable import Journal

/// A pipe without a writer would be waited for, for ever.
@Suite("a pipe in the place of a file is not waited for")
struct PipeTests {
  private let home = TemporaryJournal()
  private let noon = TemporaryJournal.noon

  private func putPipe(at name: String) {
    let path = home.folder.appendingPathComponent(name).path
    unlink(path)
    mkfifo(path, 0o600)
  }

  @Test("beside the journal")
  func lastWord() throws {
    let session = try home.fill(2)
    putPipe(at: "nextmove.sqlite-last")
    let journal = try home.open()
    #expect(try journal.faults() == [])
    try journal.append(TemporaryJournal.event(3), to: session, after: 2, at: noon)
  }

  @Test("as the sign of a window, which keeps nobody from their session")
  func lock() throws {
    let session = try home.fill(1)
    putPipe(at: "session-\(session).lock")
    #expect(SessionHold(session, in: try home.open()) != nil)
    #expect(SessionHold.isFree(JournalFile(url: home.url)))
  }

  @Test("as a backup")
  func backup() throws {
    let session = try home.fill(2)
    putPipe(at: "backups/nextmove-1.sqlite")
    #expect(Backups(of: JournalFile(url: home.url)).all.count == 1)
    try home.tamper("UPDATE event SET kind = 'x' WHERE seq = 2")
    #expect(try Journal.repair(at: home.url, time: noon).events == 2)
    _ = session
  }

  @Test("as the write-ahead log or its index", arguments: ["-wal", "-shm"])
  func log(suffix: String) throws {
    try home.fill(1)
    let path = home.url.path + suffix
    unlink(path)
    mkfifo(path, 0o600)
    #expect(TemporaryJournal.reason { _ = try home.open() } == .noFile(path))
  }
}
