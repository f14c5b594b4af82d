import Foundation

/// Where a path leads in the end, links followed.
enum Destination {
  /// A file to be put in place as a whole, at the end of all links; it may not be there yet.
  case file(path: String, isThere: Bool)
  /// A pipe, a terminal or another device: written to as it is.
  case device(path: String)
  /// One of this program's own descriptors, as `/dev/stdout` and `/dev/fd/3` name them.
  case descriptor(Int32)

  /// Links are followed one by one, because one of them may name a descriptor: its file would be
  /// replaced under whoever opened it.
  init(_ path: String) throws(WriteFault) {
    let name = "“\(path)”"
    var path = path.isEmpty ? "." : path
    for _ in 0..<40 {
      if let number = Self.descriptor(path) {
        // What came from outside survived an exec, so it is not marked to be closed by one; what is so
        // marked is our own, such as the database.
        let flags = fcntl(number, F_GETFD)
        guard flags >= 0, flags & FD_CLOEXEC == 0 else {
          throw WriteFault(.notHandedOver, at: name)
        }
        self = .descriptor(number)
        return
      }
      var status = stat()
      guard lstat(path, &status) == 0 else {
        guard errno == ENOENT, !path.hasSuffix("/") else {
          throw WriteFault(.system(errno), at: name)
        }
        self = .file(path: path, isThere: false)
        return
      }
      switch status.st_mode & S_IFMT {
      case S_IFLNK:
        let target = try Self.target(of: path, called: name)
        path = target.hasPrefix("/") ? target : Self.folder(of: path) + "/" + target
      case S_IFREG:
        // Marked so, it is not meant to change; a superuser could replace it all the same.
        guard status.st_mode & S_IWUSR != 0 else { throw WriteFault(.readOnly, at: name) }
        self = .file(path: path, isThere: true)
        return
      case S_IFDIR: throw WriteFault(.folder, at: name)
      default:
        self = .device(path: path)
        return
      }
    }
    throw WriteFault(.tooManyLinks, at: name)
  }

  /// The folder that a path's last name stands in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func target(of path: String, called name: String) throws(WriteFault) -> String {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink(path, &bytes, bytes.count - 1)
    guard count > 0 else { throw WriteFault(.system(errno), at: name) }
    return String(decoding: bytes[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The number where a path stands in the folder of this process's descriptors.
  private static func descriptor(_ path: String) -> Int32? {
    guard let last = path.split(separator: "/").last, let number = Int32(last), number >= 0,
      let resolved = realpath(folder(of: path), nil)
    else { return nil }
    defer { free(resolved) }
    let folder = String(cString: resolved)
    let own = ["/dev/fd", "/proc/\(getpid())/fd"]
    let isThread = folder.hasPrefix("/proc/\(getpid())/task/") && folder.hasSuffix("/fd")
    return own.contains(folder) || isThread ? number : nil
  }
}
