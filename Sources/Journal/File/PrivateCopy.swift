import Foundation
import GRDB

/// A copy of a database and its log that only this process can see, for reading what may not be touched.
enum PrivateCopy {
  /// A connection to a copy whose names are gone as soon as it is open.
  ///
  /// - Parameter isMended: whether the first bytes, which are the same in every journal, are written anew.
  static func queue(of file: JournalFile, isMended: Bool = false) throws -> DatabaseQueue {
    let folder = try self.folder(for: file)
    let copy = folder + "/copy.sqlite"
    defer {
      for name in [copy, copy + "-wal", copy + "-shm"] { unlink(name) }
      rmdir(folder)
    }
    try duplicate(file.path, to: copy, for: file)
    if file.hasLog { try duplicate(file.log, to: copy + "-wal", for: file) }
    if isMended { mend(copy) }
    let queue = try DatabaseQueue(path: copy)
    // The first read opens the log, which has to be found under its name.
    _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
    return queue
  }

  private static func folder(for file: JournalFile) throws(JournalError) -> String {
    var template = Array("\(file.surroundings.passingFolder)/nextmove-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw JournalError(.other("there is no room for a copy of it to read"), url: file.url)
    }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The name of the format, pages of 4,096 bytes, writing ahead, and what SQLite asks for behind them.
  private static func mend(_ copy: String) {
    let head = Array("SQLite format 3\0".utf8) + [0x10, 0x00, 2, 2, 0, 64, 32, 32]
    let descriptor = open(copy, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    _ = head.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    // The encoding of texts, and versions that are not zero.
    var encoding = UInt32(1).bigEndian
    _ = withUnsafeBytes(of: &encoding) { pwrite(descriptor, $0.baseAddress, 4, 56) }
    var schema = UInt32(4).bigEndian
    _ = withUnsafeBytes(of: &schema) { pwrite(descriptor, $0.baseAddress, 4, 44) }
  }

  private static func duplicate(_ path: String, to copy: String, for file: JournalFile)
    throws(JournalError)
  {
    let source = open(path, O_RDONLY | O_CLOEXEC)
    let target = open(copy, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    defer { for one in [source, target] where one >= 0 { close(one) } }
    guard source >= 0, target >= 0 else { throw JournalError(.unreadable, url: file.url) }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(source, &chunk, chunk.count)
      if count == 0 { return }
      guard count > 0 else { throw JournalError(.unreadable, url: file.url) }
      var written = 0
      while written < count {
        let step = chunk[written..<count].withUnsafeBytes {
          write(target, $0.baseAddress, $0.count)
        }
        guard step > 0 else { throw JournalError(.full, url: file.url) }
        written += step
      }
    }
  }
}
