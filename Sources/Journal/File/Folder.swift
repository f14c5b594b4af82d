import Foundation

/// A folder, looked at without asking who its owner is by name.
enum Folder {
  /// The names in a folder in order; none where it cannot be read.
  static func names(in path: String) -> [String] { contents(of: path) ?? [] }

  /// Takes a folder away with the files in it.
  ///
  /// - Returns: the paths of files that are left, or that of the folder where it does not even tell.
  static func remove(_ path: String) -> [String] {
    var status = stat()
    guard stat(path, &status) == 0 else { return errno == ENOENT ? [] : [path] }
    guard status.st_mode & S_IFMT == S_IFDIR else { return [] }
    guard let names = contents(of: path) else { return [path] }
    let paths: [String] = names.map { "\(path)/\($0)" }
    let left = paths.filter { unlink($0) != 0 && errno != ENOENT }
    rmdir(path)
    return left
  }

  /// The names in a folder in order; `nil` where it cannot be read.
  static func contents(of path: String) -> [String]? {
    guard let directory = opendir(path) else { return nil }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// When a file was last written to.
  static func modified(_ path: String) -> Date {
    var status = stat()
    guard stat(path, &status) == 0 else { return Date(timeIntervalSince1970: 0) }
    return Date(timeIntervalSince1970: Double(status.st_mtim.tv_sec))
  }
}
