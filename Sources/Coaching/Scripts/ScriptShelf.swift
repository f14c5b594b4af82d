import Journal

/// Scripts in whatever version a session was answered with: those of the library, and those whose texts
/// the journal keeps, so that an edited script cannot break a replay.
final class ScriptShelf {
  private let library: ScriptLibrary
  private let journal: Journal
  private var read: [String: ScriptLibrary.Volume?] = [:]

  init(library: ScriptLibrary, journal: Journal) {
    self.library = library
    self.journal = journal
  }

  /// The script of that text; `nil` where the text is lost, altered, or can no longer be read.
  func volume(_ id: String, digest: String) throws(JournalError) -> ScriptLibrary.Volume? {
    if let volume = library.volume(id), volume.digest == digest { return volume }
    let key = "\(id)\u{0}\(digest)"
    if let known = read[key] { return known }
    let volume = try text(digest).flatMap {
      try? ScriptLibrary.volume(ScriptBundle(kept: $0, file: id))
    }
    read[key] = volume
    return volume
  }

  private func text(_ digest: String) throws(JournalError) -> String? {
    do throws(JournalError) {
      return try journal.text(digest: digest)
    } catch {
      guard case .altered = error.reason else { throw error }
      return nil
    }
  }
}
