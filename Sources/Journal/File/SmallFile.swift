import Foundation

/// A file of a few bytes that is none of SQLite's.
enum SmallFile {
  struct Unreadable: Error {}

  /// Opens a plain file, or makes one for the owner alone; a pipe in its place is not waited for.
  ///
  /// - Returns: `nil` where it cannot be opened, or is something else.
  static func open(_ path: String, _ flags: Int32) -> Int32? {
    let descriptor = Foundation.open(path, flags | O_NONBLOCK | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  static func read(_ path: String, most limit: Int) throws(Unreadable) -> Data {
    guard let descriptor = open(path, O_RDONLY | O_NOFOLLOW) else { throw Unreadable() }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = Foundation.read(descriptor, &bytes, limit)
    guard count >= 0 else { throw Unreadable() }
    return Data(bytes[..<count])
  }
}
