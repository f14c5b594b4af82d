internal import Foundation

/// The sign that a session is open in a window; it goes when the window does, however it goes.
///
/// It prevents nothing: what is written to a session from two sides is kept in order by
/// ``Journal/append(kind:payload:to:after:at:)``. It lets the second window say that there is a first.
public final class SessionHold: Sendable {
  private let descriptor: Int32

  /// Takes the sign.
  ///
  /// - Returns: `nil` where another window has it.
  public init?(_ session: SessionID, in journal: Journal) {
    let path = journal.url.deletingLastPathComponent()
      .appendingPathComponent("session-\(session).lock").path
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      Foundation.close(descriptor)
      return nil
    }
    self.descriptor = descriptor
  }

  deinit { Foundation.close(descriptor) }
}
