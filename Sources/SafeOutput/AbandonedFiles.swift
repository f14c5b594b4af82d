import Foundation

/// Files that were not written to their end, because the process that wrote them was killed.
package enum AbandonedFiles {
  /// The suffix that their names end with; see ``WholeFile/temporaryPrefix``.
  static let suffix = ".tmp"

  /// The paths of those in a folder; what is being written at this moment is none of them.
  package static func paths(in folder: String) -> [String] {
    candidates(in: folder).filter { held($0) { _ in true } }
  }

  /// Takes those in a folder away.
  ///
  /// - Returns: the paths of what was taken away.
  @discardableResult
  package static func sweep(_ folder: String) -> [String] {
    candidates(in: folder).filter { path in held(path) { unlink($0) == 0 } }
  }

  private static func candidates(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted()
      .filter { $0.hasPrefix(WholeFile.temporaryPrefix) && $0.hasSuffix(suffix) }
      .map { "\(folder)/\($0)" }
  }

  /// Whether nobody writes to a file, and what is done with it then succeeds.
  private static func held(_ path: String, _ body: (String) -> Bool) -> Bool {
    let number = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard number >= 0 else { return false }
    defer { close(number) }
    var status = stat()
    guard fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      flock(number, LOCK_EX | LOCK_NB) == 0
    else { return false }
    return body(path)
  }
}
