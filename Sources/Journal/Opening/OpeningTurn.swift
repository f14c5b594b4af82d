import Foundation

/// One process at a time opens a journal to write to it: a file that another is still making looks damaged, foreign
/// or read-only, and two that make it at once refuse each other.
///
/// The sign is a lock on the folder, so that no file of its own is left, and the journal is not touched. It goes with the
/// process, however that ends.
enum OpeningTurn {
  /// Somebody who was stopped in the middle is not waited for longer.
  private static let patience = 10.0
  private static let pause: useconds_t = 2_000

  /// Does something while no other process opens a journal in the folder; where the folder cannot be locked, at once.
  static func taken<T>(in folder: String, _ body: () throws -> T) rethrows -> T {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return try body() }
    defer { close(descriptor) }
    var waited = 0.0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0, [EWOULDBLOCK, EINTR].contains(errno),
      waited < patience
    {
      usleep(pause)
      waited += Double(pause) / 1_000_000
    }
    return try body()
  }
}
