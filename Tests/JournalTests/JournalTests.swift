import Foundation
import Testing

@testable import Journal

@Suite("the journal, in real files")
final class JournalTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "journal-\(UUID().uuidString)")
  private var url: URL { folder.appendingPathComponent("home/nextmove.sqlite") }
  private let noon = Date(timeIntervalSince1970: 1_800_000_000)

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func mode(_ url: URL) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  private func reason(_ body: () throws -> Void) -> JournalError.Reason? {
    do { try body() } catch { return (error as? JournalError)?.reason }
    return nil
  }

  @Test("is made with mode 0600 in a directory of mode 0700")
  func modes() throws {
    _ = try Journal(at: url)
    #expect(try mode(url) == 0o600)
    #expect(try mode(url.deletingLastPathComponent()) == 0o700)
  }

  @Test("keeps events in order, and another opening reads them")
  func events() throws {
    let session: Session
    do {
      let journal = try Journal(at: url)
      session = try journal.startSession(name: "spring", at: noon)
      for number in 0..<5 {
        try journal.append(
          kind: "test", payload: Data([UInt8(number)]), to: session.id, after: number, at: noon)
      }
    }
    let journal = try Journal(at: url)
    #expect(try journal.entries(of: session.id).map(\.payload) == (0..<5).map { Data([UInt8($0)]) })
    #expect(try journal.sessions().map(\.name) == ["spring"])
    #expect(try journal.sessions().map(\.length) == [5])
  }

  @Test("an event written on an older state than the journal's is refused and not written")
  func moved() throws {
    let journal = try Journal(at: url)
    let session = try journal.startSession(at: noon)
    try journal.append(kind: "test", payload: Data(), to: session.id, after: 0, at: noon)
    let reason = reason {
      try journal.append(kind: "test", payload: Data(), to: session.id, after: 0, at: noon)
    }
    #expect(reason == .moved)
    #expect(try journal.entries(of: session.id).count == 1)
  }

  @Test("writes ahead, and synchronizes in full")
  func durability() throws {
    let journal = try Journal(at: url)
    #expect(try journal.setting("journal_mode") == "wal")
    #expect(try journal.setting("synchronous") == "2")
  }

  @Test("a file that is no database stays as it is")
  func notADatabase() throws {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("dear diary".utf8).write(to: url)
    #expect(reason { _ = try Journal(at: url) } == .notADatabase)
    #expect(try String(contentsOf: url, encoding: .utf8) == "dear diary")
  }

  @Test("texts are kept once under their digest")
  func texts() throws {
    let journal = try Journal(at: url)
    try journal.keep("a posting", digest: "d1", kind: "posting")
    try journal.keep("a posting", digest: "d1", kind: "posting")
    #expect(try journal.text(digest: "d1") == "a posting")
    #expect(try journal.text(digest: "d2") == nil)
  }
}
