internal import Foundation

/// Who may read the journal: its owner and nobody else.
enum FileRights {
  /// Makes the directory and the file with their modes, and refuses what may not be written to.
  ///
  /// The permission bits are looked at as they stand, because a superuser could write all the same
  /// and would not expect a file marked read-only to change.
  static func prepare(_ url: URL) throws(JournalError) {
    let directory = url.deletingLastPathComponent().path
    if !exists(directory) {
      do {
        try FileManager.default.createDirectory(
          atPath: directory, withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o700])
      } catch {
        throw JournalError(.directoryNotWritable(directory), url: url)
      }
    }
    guard let mode = Self.mode(of: directory), mode & S_IFMT == S_IFDIR else {
      throw JournalError(.directoryNotWritable(directory), url: url)
    }
    if let fileMode = Self.mode(of: url.path) {
      guard fileMode & S_IFMT == S_IFREG else { throw JournalError(.notADatabase, url: url) }
      guard fileMode & S_IWUSR != 0, access(url.path, R_OK | W_OK) == 0 else {
        throw JournalError(.readOnly, url: url)
      }
      // SQLite takes over an empty file; anything else must begin as databases do.
      guard isEmptyOrDatabase(url.path) else { throw JournalError(.notADatabase, url: url) }
    }
    guard mode & S_IWUSR != 0, access(directory, W_OK | X_OK) == 0 else {
      throw JournalError(.directoryNotWritable(directory), url: url)
    }
    // SQLite gives its write-ahead log the mode of the database.
    let descriptor = open(url.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw JournalError(.readOnly, url: url) }
    fchmod(descriptor, 0o600)
    close(descriptor)
  }

  private static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private static func mode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode : nil
  }

  private static func isEmptyOrDatabase(_ path: String) -> Bool {
    guard let handle = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? handle.close() }
    guard let head = try? handle.read(upToCount: 16), !head.isEmpty else { return true }
    return head == Data("SQLite format 3\0".utf8)
  }
}
