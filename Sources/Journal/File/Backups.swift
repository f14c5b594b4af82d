import Foundation
import GRDB

/// Copies of the journal in a folder beside it, made through SQLite's own backup.
///
/// One is made a day at most, with the first event that is saved. The latest five are kept, those of
/// more than ninety days only as long as there is none younger.
struct Backups {
  static let folderName = "backups"
  static let limit = 5
  static let secondsBetween = 86_400.0
  static let secondsKept = 90 * 86_400.0

  let file: JournalFile
  let folder: String

  init(of file: JournalFile) {
    self.file = file
    folder = file.folder.appendingPathComponent(Self.folderName).path
  }

  /// One of them.
  struct Backup: Hashable, Sendable {
    let path: String
    let made: Date
  }

  /// Those there are, the newest first.
  var all: [Backup] {
    Folder.names(in: folder).filter { $0.hasSuffix(".sqlite") }.map { "\(folder)/\($0)" }
      // A pipe in the place of one would be waited for.
      .filter { JournalFile.isPlain($0) }.map { path in
        Backup(path: path, made: Folder.modified(path))
      }.sorted { ($0.made, $0.path) > ($1.made, $1.path) }
  }

  /// Makes one where the newest is a day old, or there is none.
  func addWhereDue(from queue: DatabaseQueue, at time: Date) throws {
    if let newest = all.first {
      let age = time.timeIntervalSince(newest.made)
      // A clock that was put back does not keep backups from being made.
      guard age >= Self.secondsBetween || age < -Self.secondsBetween else { return }
    }
    try add(from: queue, named: "nextmove", at: time)
  }

  /// Makes one, and takes away those that are too many or too old.
  func add(from queue: DatabaseQueue, named name: String, at time: Date) throws {
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
      throw JournalError(.directoryNotWritable(folder), url: file.url)
    }
    let path = "\(folder)/\(name)-\(Self.stamp(time)).sqlite"
    let draft = "\(path).part"
    unlink(draft)
    let descriptor = open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw JournalError(.directoryNotWritable(folder), url: file.url) }
    close(descriptor)
    do {
      let copy = try DatabaseQueue(path: draft)
      try Retry.whileBusy { try queue.backup(to: copy) }
      // A backup is one file, with nothing beside it.
      try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try copy.close()
      guard rename(draft, path) == 0 else {
        throw JournalError(.directoryNotWritable(folder), url: file.url)
      }
    } catch {
      for rest in ["", "-wal", "-shm", "-journal"] { unlink(draft + rest) }
      throw error
    }
    prune(at: time)
  }

  private func prune(at time: Date) {
    for (index, backup) in all.enumerated().dropFirst()
    where index >= Self.limit || time.timeIntervalSince(backup.made) > Self.secondsKept {
      unlink(backup.path)
    }
  }

  /// Takes all of them away, the unfinished too.
  ///
  /// - Returns: the paths of what could not be.
  func removeAll() -> [String] { Folder.remove(folder) }

  /// A moment in a file's name, in universal time.
  static func stamp(_ time: Date) -> String {
    var seconds = time_t(time.timeIntervalSince1970)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func digits(_ number: Int32, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    return
      "\(digits(parts.tm_year + 1900, 4))\(digits(parts.tm_mon + 1, 2))\(digits(parts.tm_mday, 2))T\(digits(parts.tm_hour, 2))\(digits(parts.tm_min, 2))\(digits(parts.tm_sec, 2))Z"
  }
}
