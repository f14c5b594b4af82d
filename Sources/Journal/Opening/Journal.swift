package import Foundation
import GRDB
import Synchronization

/// Everything saved: an append-only log of events in one SQLite file.
///
/// What an event means is the caller's matter; the journal keeps its kind, its payload and its time,
/// in order, one sequence for each session. An event is on disk when ``append(_:to:after:at:)``
/// returns: the log is written ahead, and synchronized in full.
package final class Journal: Sendable {
  /// The version of the schema that this program writes.
  package static let schemaVersion = JournalFormat.version

  /// Where the file is.
  package let url: URL
  /// The version that the journal had before it was brought up to this one by opening it here; `nil` where
  /// there was nothing to be done.
  package let upgradedFrom: Int?
  private let opened: Connection
  let surroundings: JournalSurroundings
  /// What this object has done since it was opened.
  let housekeeping = Mutex(Housekeeping())

  var file: JournalFile { opened.file }
  var connection: Connection { housekeeping.withLock { $0.adrift } ?? opened }

  /// Opens the journal, and makes it where there is none: mode 0600 in a directory of mode 0700.
  ///
  /// Before anything is written, the file is looked at through a connection that can only read; one of
  /// another program or a newer version is left as it is. A file that may not be written to opens for
  /// reading alone. A second opening in the same process shares the connection of the first.
  ///
  /// - Parameters:
  ///   - reading: whether nothing is to be written even where it could be.
  ///   - surroundings: the time, and a place for copies.
  package init(
    at url: URL, reading: Bool = false, in surroundings: JournalSurroundings = JournalSurroundings()
  ) throws(JournalError) {
    self.url = url
    let file = JournalFile(url: url, surroundings: surroundings)
    self.surroundings = surroundings
    do {
      try file.requireEnterableFolder()
      if !file.exists, !reading { try file.create() }
      try file.requireReadable()
      (opened, upgradedFrom) =
        reading || !file.isWritable
        ? (try Self.reading(file), nil)
        : try OpeningTurn.taken(in: file.folder.path) { try Self.writing(file) }
    } catch {
      throw JournalError.wrapping(error, url: url)
    }
    guard !isReadOnly else { return }
    _ = (opened.hasCompanions, opened.harm(after: nil))
    finishForgetting()
  }

  private static func reading(_ file: JournalFile) throws -> Connection {
    let connection = try Connection.to(file, for: .reading)
    guard case .journal = try connection.queue.read(FirstLook(file: file).finding) else {
      throw JournalError(.empty, url: file.url)
    }
    return connection
  }

  private static func writing(_ file: JournalFile) throws -> (Connection, upgradedFrom: Int?) {
    let finding = try FirstLook(file: file).finding()
    file.shut()
    let connection = try Connection.to(file, for: .writing)
    var before: Int?
    if case .journal(let version) = finding, version < JournalFormat.version {
      try Backups(of: file).add(
        from: connection.queue, named: "format-\(version)", at: file.surroundings.clock())
      before = version
    }
    try Schema.migrate(connection.queue)
    if case .journal(JournalFormat.version) = finding { return (connection, nil) }
    // Whose file it is stands in the file itself from the beginning, not in its log alone.
    try connection.checkpoint(.passive)
    return (connection, before)
  }

  // MARK: - Writing

  /// Whether it can only be read; every change then throws ``JournalError/Reason/readOnly``.
  package var isReadOnly: Bool { opened.access == .reading }

  /// Refuses a journal that cannot be written to, before somebody answers in vain.
  package func requireWriting() throws(JournalError) {
    guard isReadOnly else { return }
    try file.requireWritableFolder()
    throw JournalError(
      JournalFile.isOnReadOnlyDisk(file.path) ? .diskReadOnly : .readOnly, url: url)
  }

  /// Moves what was written ahead into the file, for the end of the process.
  ///
  /// A process that ends without it loses nothing.
  package func close() {
    guard !isReadOnly, displacement == nil else { return }
    // Nobody is waited for: what cannot be moved now is moved by the next opening.
    _ = try? connection.withBusyTimeout(milliseconds: 0) { try connection.checkpoint(.truncate) }
  }

  // MARK: - Access

  /// Whether an event was saved, taken in or taken out since it was opened.
  package var hasSaved: Bool { housekeeping.withLock { $0.hasSaved } }

  /// The version of SQLite.
  package static var libraryVersion: String {
    (try? DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") })
      ?? "unknown"
  }

  /// The SHA-256 of a text, by which it is named: 64 hexadecimal digits.
  package static func digest(of text: String) -> String { Chain.name(of: text) }

  /// A setting of SQLite's as it stands on this connection, by the name of its pragma.
  func setting(_ name: String) throws(JournalError) -> String? {
    try read { database in
      try String.fetchOne(database, sql: "SELECT CAST(\(name) AS TEXT) FROM pragma_\(name)")
    }
  }

  func read<T>(_ body: (Database) throws -> T) throws(JournalError) -> T {
    do {
      return try connection.read(body)
    } catch {
      throw JournalError.wrapping(error, url: url)
    }
  }

  /// - Parameter session: the session that is written to, where it is one that was there.
  func write<T>(
    for session: SessionID? = nil, _ body: (Database) throws -> T
  ) throws(JournalError) -> T {
    try requireWriting()
    do {
      try castOffWhereDisplaced(for: session)
      return try connection.write(body)
    } catch {
      throw JournalError.wrapping(error, url: url)
    }
  }
}

/// What is done now and then, beside what was asked for.
struct Housekeeping: Sendable {
  /// How many events were saved.
  var saved = 0
  /// Whether a backup was looked after.
  var hasBackup = false
  /// Where what is known goes on once the file is no more what it was, and what had become of it.
  var adrift: Connection?
  var castOff: Displacement?
  /// Whether something was saved, taken in or taken out.
  var hasSaved = false
  /// The events that were saved last, so that they outlive whatever happens to the file.
  var own: [EventRecord] = []

  mutating func note(_ event: EventRecord) {
    // Nobody answers as much in one sitting; an import may.
    if own.count == 4_096 { own.removeFirst(2_048) }
    own.append(event)
  }
  /// How far what was forgotten last is gone.
  var erased: Journal.Erased?
}

extension Connection {
  /// Runs on one state of the file, whatever is written to it meanwhile.
  func read<T>(_ body: (Database) throws -> T) throws -> T {
    try Retry.whileBusy {
      try queue.unsafeReentrantRead { database in
        if database.isInsideTransaction { return try body(database) }
        return try Self.transaction(.deferred, in: database, body)
      }
    }
  }

  /// Runs in a transaction that no other process writes beside.
  func write<T>(_ body: (Database) throws -> T) throws -> T {
    try Retry.whileBusy {
      try queue.unsafeReentrantWrite { database in
        try Self.transaction(.immediate, in: database, body)
      }
    }
  }

  private static func transaction<T>(
    _ kind: Database.TransactionKind, in database: Database, _ body: (Database) throws -> T
  ) throws -> T {
    var result: Result<T, any Error> = .failure(CancellationError())
    try database.inTransaction(kind) {
      result = .success(try body(database))
      return .commit
    }
    return try result.get()
  }

  /// Waits for others so long and no longer.
  func withBusyTimeout<T>(milliseconds: Int, _ body: () throws -> T) throws -> T {
    func set(_ value: Int) throws {
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA busy_timeout = \(value)") }
    }
    try set(milliseconds)
    defer { try? set(10_000) }
    return try body()
  }

  /// Moves what was written ahead into the file.
  ///
  /// - Returns: whether all of it was moved, which a reader elsewhere may prevent.
  @discardableResult
  func checkpoint(_ mode: Database.CheckpointMode) throws -> Bool {
    try queue.writeWithoutTransaction { database in
      do {
        let result = try database.checkpoint(mode)
        return result.walFrameCount <= result.checkpointedFrameCount
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
        return false
      }
    }
  }
}
