import Journal
import QuestionFlow

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
  ///
  /// - Parameter digest: where it is not known, the version is that of the library if the journal keeps
  ///   it, or else another that the journal keeps.
  func volume(_ id: String, digest: String?) throws(JournalError) -> ScriptLibrary.Volume? {
    guard let digest else { return try anyVolume(id) }
    if let volume = library.volume(id), volume.digest == digest { return volume }
    let key = "\(id)\u{0}\(digest)"
    if let known = read[key] { return known }
    let volume = try text(digest).flatMap {
      try? ScriptLibrary.volume(ScriptBundle(kept: $0, file: id))
    }
    read[key] = volume
    return volume
  }

  private func anyVolume(_ id: String) throws(JournalError) -> ScriptLibrary.Volume? {
    let kept = try journal.textDigests(ofKind: NewEvent.Text.script)
    if let own = library.volume(id), kept.contains(own.digest) { return own }
    for digest in kept {
      guard let volume = try volume(id, digest: digest), volume.script.id == id else { continue }
      return volume
    }
    return library.volume(id)
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
