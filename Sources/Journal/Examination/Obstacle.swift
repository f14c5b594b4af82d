import Foundation

/// A folder for copies of the journal that is there and cannot be used.
package struct Obstacle: Sendable, Hashable {
  /// What is in the way.
  package enum Reason: Sendable, Hashable {
    /// Something else has its name.
    case noFolder
    /// It may not be listed, searched or written to; its permission bits.
    case closed(mode: Int)
  }

  /// Where it is.
  package let path: String
  /// What is in the way.
  package let reason: Reason

  /// - Returns: `nil` where there is no such folder, or it can be used, or would be on a disk that takes
  ///   changes.
  init?(_ path: String) {
    guard let mode = JournalFile.mode(of: path) else { return nil }
    self.path = path
    if mode & S_IFMT != S_IFDIR {
      reason = .noFolder
    } else if mode & S_IRWXU != S_IRWXU || !Self.isUsable(path) {
      reason = .closed(mode: Int(mode & 0o7777))
    } else {
      return nil
    }
  }

  private static func isUsable(_ path: String) -> Bool {
    access(path, R_OK | W_OK | X_OK) == 0 || errno == EROFS
  }
}
