import Foundation

/// Which file a path leads to: it stays the same when the file is renamed, and is another when it is replaced.
struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let number: UInt64

  /// - Returns: `nil` where there is no file, or it cannot be looked at.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
  }
}

/// The journal's file as the file system sees it.
///
/// It is never opened here. Closing any descriptor of a file drops all locks that the process has on it,
/// SQLite's too, and another process could then write over what is being written.
struct JournalFile: Sendable {
  let url: URL
  var surroundings = JournalSurroundings()

  var path: String { url.path }
  var folder: URL { url.deletingLastPathComponent() }
  var log: String { path + "-wal" }
  var index: String { path + "-shm" }

  /// The mode of a file, its kind included; `nil` where there is none.
  static func mode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode : nil
  }

  /// Whether a path leads to a file, and not to a folder, a pipe or a device.
  static func isPlain(_ path: String) -> Bool { mode(of: path).map { $0 & S_IFMT } == S_IFREG }

  /// The size of a file in bytes; 0 where there is none.
  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  var exists: Bool { Self.mode(of: path) != nil }

  /// Whether something may be hidden in the write-ahead log.
  var hasLog: Bool { Self.size(of: log) > 0 }

  /// Makes the folder and an empty file where there is none, for the owner alone.
  func create() throws(JournalError) {
    try createFolder()
    try requireWritableFolder()
    // A new file has no locks yet that closing it could drop.
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor >= 0 { Foundation.close(descriptor) }
    guard exists else { throw JournalError(.readOnly, url: url) }
  }

  private func createFolder() throws(JournalError) {
    var missing: [URL] = []
    var present = folder
    while Self.mode(of: present.path) == nil, present.path != "/" {
      missing.append(present)
      present.deleteLastPathComponent()
    }
    for one in missing.reversed() where mkdir(one.path, 0o700) != 0 && errno != EEXIST {
      throw refusalOfFolder
    }
  }

  /// Refuses a folder that does not tell what is in it, so that nothing is taken for missing.
  func requireEnterableFolder() throws(JournalError) {
    var status = stat()
    guard stat(path, &status) != 0 else { return }
    if errno == EACCES { throw JournalError(.directoryClosed(folder.path), url: url) }
    if errno == ENOTDIR { throw refusalOfFolder }
    if lstat(path, &status) == 0 { throw JournalError(.looseLink(path), url: url) }
  }

  /// Refuses a folder that cannot take files.
  func requireWritableFolder() throws(JournalError) {
    guard isFolderWritable else { throw refusalOfFolder }
  }

  /// Why the folder takes no files, which is asked for where it takes none.
  private var refusalOfFolder: JournalError {
    var place = folder
    while Self.mode(of: place.path) == nil, place.path != "/" { place.deleteLastPathComponent() }
    if let mode = Self.mode(of: place.path), mode & S_IFMT != S_IFDIR {
      return JournalError(.noDirectory(place.path), url: url)
    }
    if Self.isOnReadOnlyDisk(place.path) { return JournalError(.diskReadOnly, url: url) }
    return JournalError(.directoryNotWritable(folder.path), url: url)
  }

  /// Whether the disk that something is on takes no changes, whatever its permissions say.
  static func isOnReadOnlyDisk(_ path: String) -> Bool {
    access(path, W_OK) != 0 && errno == EROFS
  }

  // The bits are looked at as they stand, because a superuser could write all the same and would not
  // expect what is marked read-only to change.
  private var isFolderWritable: Bool {
    guard let mode = Self.mode(of: folder.path), mode & S_IFMT == S_IFDIR else { return false }
    return mode & S_IWUSR != 0 && access(folder.path, W_OK | X_OK) == 0
  }

  /// Whether the file may be changed, and its folder can take the log beside it.
  var isWritable: Bool {
    guard let mode = Self.mode(of: path) else { return false }
    return mode & S_IWUSR != 0 && access(path, R_OK | W_OK) == 0 && isFolderWritable
  }

  /// Refuses what is no file, and what cannot be read.
  func requireReadable() throws(JournalError) {
    guard let mode = Self.mode(of: path), mode & S_IFMT == S_IFREG else {
      throw JournalError(.notADatabase, url: url)
    }
    guard access(path, R_OK) == 0 else { throw JournalError(.unreadable, url: url) }
    // SQLite opens these by itself, and would wait for whoever is at the other end of a pipe.
    for suffix in ["-wal", "-shm"] where Self.mode(of: path + suffix) != nil {
      guard Self.isPlain(path + suffix) else {
        throw JournalError(.noFile(path + suffix), url: url)
      }
    }
  }

  /// Takes from everybody but the owner what a copy or a restored file may have given them.
  func shut(to mode: mode_t = 0o600) {
    guard let present = Self.mode(of: path), present & 0o777 != mode else { return }
    chmod(path, mode)
  }
}
