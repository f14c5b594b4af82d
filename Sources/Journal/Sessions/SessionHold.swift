import Foundation

/// The sign that a session is open in a window; it goes when the window does, however it goes.
///
/// It prevents nothing: what is written to a session from two sides is kept in order by
/// ``Journal/append(_:to:after:at:)``. It lets the second window say that there is a first.
package final class SessionHold: Sendable {
  private static let prefix = "session-"
  private static let suffix = ".lock"
  /// `nil` where there can be no sign, which keeps nobody from their session.
  private let descriptor: Int32?

  /// Takes the sign.
  ///
  /// - Returns: `nil` where another window has it.
  package init?(_ session: SessionID, in journal: Journal) {
    let path = Self.path(of: session, in: journal)
    let descriptor = SmallFile.open(path, O_RDWR | O_CREAT | O_NOFOLLOW)
    if let descriptor, flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      Foundation.close(descriptor)
      return nil
    }
    self.descriptor = descriptor
  }

  deinit { if let descriptor { Foundation.close(descriptor) } }

  private static func path(of session: SessionID, in journal: Journal) -> String {
    journal.file.folder.appendingPathComponent("\(prefix)\(session)\(suffix)").path
  }

  /// Takes the file of the sign away with its session; a window that has it keeps the sign to its end.
  static func remove(_ session: SessionID, in journal: Journal) {
    unlink(path(of: session, in: journal))
  }

  /// The session that a file is the sign of; `nil` where it is none.
  static func session(of name: String) -> SessionID? {
    guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return nil }
    return Int64(name.dropFirst(prefix.count).dropLast(suffix.count)).map(SessionID.init)
  }

  /// Whether no window has any session open.
  static func isFree(_ file: JournalFile) -> Bool {
    Folder.names(in: file.folder.path).allSatisfy { name in
      guard session(of: name) != nil else { return true }
      let path = file.folder.appendingPathComponent(name).path
      guard let descriptor = SmallFile.open(path, O_RDWR | O_NOFOLLOW) else { return true }
      defer { Foundation.close(descriptor) }
      return flock(descriptor, LOCK_EX | LOCK_NB) == 0
    }
  }
}
