package import Foundation

extension Journal {
  /// Whether something of that name in the folder of a journal belongs to it: the file itself, what SQLite
  /// puts beside it, copies, and the signs of open sessions.
  package static func owns(_ name: String, beside url: URL) -> Bool {
    name.hasPrefix(url.lastPathComponent)
      || [Backups.folderName, DamagedCopies.folderName].contains(name)
      || SessionHold.session(of: name) != nil
  }
}
