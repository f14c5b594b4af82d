import Foundation

/// What an open file looks like from outside, without opening it: its size, and when it was last written to.
struct FileLook: Hashable, Sendable {
  let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// - Returns: `nil` where there is no file, or it cannot be looked at.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    size = Int(status.st_size)
    seconds = Int(status.st_mtim.tv_sec)
    nanoseconds = Int(status.st_mtim.tv_nsec)
  }
}
