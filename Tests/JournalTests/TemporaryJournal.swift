import Foundation
import GRDB
import Testing

@testable import Journal

/// A folder for one journal, gone when the test is.
final class TemporaryJournal {
  static let noon = Date(timeIntervalSince1970: 1_800_000_000)

  let root = FileManager.default.temporaryDirectory.appendingPathComponent(
    "journal-\(UUID().uuidString)")
  var folder: URL { root.appendingPathComponent("home") }
  var url: URL { folder.appendingPathComponent("nextmove.sqlite") }

  deinit {
    chmod(folder.path, 0o700)
    try? FileManager.default.removeItem(at: root)
  }

  func open() throws -> Journal { try Journal(at: url) }

  /// A session with so many events: “event 1”, “event 2”…
  @discardableResult
  func fill(_ count: Int) throws -> SessionID {
    let journal = try open()
    let session = try journal.startSession(at: Self.noon).id
    guard count > 0 else { return session }
    // All but the last in one transaction, which is many times faster than one for each.
    try journal.write { database in
      for number in 1..<count {
        try EventRecord(
          session: session.rawValue, seq: number, kind: "test",
          payload: Self.event(number).payload, at: Self.noon.timeIntervalSince1970
        ).insert(database)
      }
      try Chain.adopt(session, in: database)
    }
    try journal.append(Self.event(count), to: session, after: count - 1, at: Self.noon)
    journal.close()
    return session
  }

  static func event(_ number: Int) -> NewEvent {
    NewEvent(kind: "test", payload: Data("\"event \(number)\"".utf8))
  }

  /// Changes the file behind the journal's back.
  func tamper(_ sql: String) throws {
    let queue = try DatabaseQueue(path: url.path)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      try database.execute(sql: sql)
    }
    try queue.close()
  }

  func mode(_ url: URL) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  /// Every file in the folder with its bytes and its mode.
  func contents() throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let url = folder.appendingPathComponent(name)
      guard let data = try? Data(contentsOf: url) else { continue }
      contents["\(name) \(String(try mode(url), radix: 8))"] = data
    }
    return contents
  }

  /// Whether some bytes stand in any file of the folder.
  func holds(_ words: String) throws -> Bool {
    try contents().values.contains { $0.range(of: Data(words.utf8)) != nil }
  }

  static func reason(_ body: () throws -> Void) -> JournalError.Reason? {
    do { try body() } catch { return (error as? JournalError)?.reason }
    return nil
  }
}
