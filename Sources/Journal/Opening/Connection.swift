import Foundation
import GRDB
import Synchronization

/// The one connection of this process to a file.
///
/// Locks belong to processes, so a second opening of the same file shares the connection of the first.
final class Connection: Sendable {
  /// How a file is opened.
  enum Access: Sendable {
    case writing
    case reading
  }

  let queue: DatabaseQueue
  let access: Access
  let file: JournalFile
  let identity: FileIdentity
  /// The write-ahead log and its index. While the file is open nobody removes them, so those seen first are
  /// those to be seen.
  private let companions = Mutex<[String: FileIdentity]>([:])

  /// What the file looked like when it was last seen.
  private let look = Mutex<FileLook?>(nil)

  private init(queue: DatabaseQueue, access: Access, file: JournalFile, identity: FileIdentity) {
    self.queue = queue
    self.access = access
    self.file = file
    self.identity = identity
  }

  /// Whether the log and its index are where they were when they were first seen.
  var hasCompanions: Bool {
    companions.withLock { known in
      [file.log, file.index].allSatisfy { path in
        let present = FileIdentity(path: path)
        if known[path] == nil { known[path] = present }
        return known[path] == present
      }
    }
  }

  /// Whether the file looks otherwise than it did; then, how it looked before.
  func seen(_ present: FileLook) -> FileLook? {
    look.withLock { look in
      guard let known = look else {
        look = present
        return nil
      }
      return known == present ? nil : known
    }
  }

  /// Takes the file as it looks now for what it should be: after it was looked through, or written to from here.
  func remember(_ present: FileLook?) { look.withLock { $0 = present } }

  /// A connection to something else that stands for the same file.
  func apart(_ queue: DatabaseQueue) -> Connection {
    Connection(queue: queue, access: .writing, file: file, identity: identity)
  }

  private struct Weak: Sendable {
    weak let connection: Connection?
  }

  private static let open = Mutex<[FileIdentity: Weak]>([:])

  /// The connection to a file that is there: the one that this process has already, or a new one.
  static func to(_ file: JournalFile, for access: Access) throws -> Connection {
    try open.withLock { open in
      guard let identity = FileIdentity(path: file.path) else {
        throw JournalError(.unreadable, url: file.url)
      }
      if let connection = open[identity]?.connection, connection.access == access {
        return connection
      }
      let queue =
        switch access {
        case .writing: try writing(to: file)
        case .reading: try reading(file)
        }
      let connection = Connection(queue: queue, access: access, file: file, identity: identity)
      open = open.filter { $0.value.connection != nil }
      open[identity] = Weak(connection: connection)
      return connection
    }
  }

  // MARK: - Ways to open

  /// A connection that can write: it writes ahead, and synchronizes in full.
  private static func writing(to file: JournalFile) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { database in
      // GRDB's own switch for this brings a weaker synchronization and a table of its own with it.
      try database.execute(
        sql: """
          PRAGMA journal_mode = WAL;
          PRAGMA synchronous = FULL;
          PRAGMA secure_delete = ON
          """)
    }
    return try Retry.whileBusy {
      try DatabaseQueue(path: file.path, configuration: configuration)
    }
  }

  /// A connection that changes nothing, not even the files beside.
  private static func reading(_ file: JournalFile) throws -> DatabaseQueue {
    // What has not reached the file yet can only be read with the log, and that only where it may be
    // indexed; so both are read from a copy.
    let queue =
      !file.hasLog
      ? try frozen(file)
      : file.isWritable
        ? try Retry.whileChanging { try DatabaseQueue(path: file.path, configuration: readOnly) }
        : try PrivateCopy.queue(of: file)
    guard case .journal(let version) = try queue.read(FirstLook(file: file).finding),
      version < JournalFormat.version
    else { return queue }
    // An earlier version is brought up to this one in a copy.
    let copy = try PrivateCopy.queue(of: file)
    try Schema.migrate(copy)
    return copy
  }

  /// A connection to the file alone, as it stands, without its log.
  static func frozen(_ file: JournalFile) throws -> DatabaseQueue {
    let path = file.url.path(percentEncoded: true)
    return try DatabaseQueue(path: "file:\(path)?immutable=1", configuration: readOnly)
  }

  static var readOnly: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(10)
    return configuration
  }
}
