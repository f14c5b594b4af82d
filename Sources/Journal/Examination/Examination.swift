package import Foundation
package import Phrases
import SafeOutput

/// What is found where a journal is kept, without a byte being changed there.
package struct Examination: Sendable {
  /// A file or folder, and who may do what with it.
  package struct Rights: Sendable, Hashable {
    /// Where it is.
    package let path: String
    /// The permission bits as they stand, such as 0o600.
    package let mode: Int
    /// Whether somebody other than the owner may do anything with it.
    package var isOpenToOthers: Bool { mode & 0o077 != 0 }
    /// The bits as `ls` and `chmod` have them: "0600".
    package var digits: String { Self.digits(of: mode) }

    /// Permission bits as `ls` and `chmod` have them: "0600".
    package static func digits(of mode: Int) -> String {
      let octal = String(mode, radix: 8)
      return String(repeating: "0", count: max(0, 4 - octal.count)) + octal
    }
  }

  /// Something that an earlier process has left, and that nothing needs.
  package struct Leftover: Sendable, Hashable {
    /// Where it is.
    package let path: String
    /// What it is, in a few words.
    package let what: Phrase

    /// Names something left over.
    package init(path: String, what: Phrase) {
      self.path = path
      self.what = what
    }
  }

  /// The path of the folder.
  package let folder: String
  /// The folder, the journal, and what belongs to it; empty where there is nothing.
  package var rights: [Rights] = []
  /// Whether the folder may be searched; where not, nothing in it can be told.
  package var isSearchable = true
  /// Whether the folder tells which files are in it.
  package var isListable = true
  /// Whether there is a journal.
  package var isThere = false
  /// How many sessions there are; `nil` where that cannot be told.
  package var sessions: Int?
  /// Whether it could be written to.
  package var isWritable = false
  /// Why it cannot be opened; `nil` where it can.
  package var refusal: JournalError?
  /// What is not as it was saved.
  package var faults: [JournalFault] = []
  /// The numbers of events that a repair has kept though they are not proven to be as they were saved.
  package var altered: [SessionID: [Int]] = [:]
  /// Whether bytes of something forgotten have still to be taken out.
  package var isForgetting = false
  /// The backups, the newest first, with the days on which they were made.
  package var backups: [Date] = []
  /// A folder for copies that cannot be used, and why; `nil` where there is no such.
  package var obstacle: Obstacle?
  /// How many damaged journals are kept.
  package var damagedCopies = 0
  /// What can go.
  package var leftovers: [Leftover] = []

  /// Looks at the journal at a path.
  package init(at url: URL, in surroundings: JournalSurroundings = JournalSurroundings()) {
    let file = JournalFile(url: url, surroundings: surroundings)
    folder = file.folder.path
    note(folder)
    guard let mode = JournalFile.mode(of: folder) else { return }
    // A superuser may search what is marked otherwise, and those who run the program later may not.
    isSearchable = mode & S_IXUSR != 0 && access(folder, X_OK) == 0
    isListable = mode & S_IRUSR != 0 && access(folder, R_OK) == 0
    guard isSearchable else { return }
    for suffix in ["", "-wal", "-shm", LastWord.suffix] { note(file.path + suffix) }
    obstacle =
      Obstacle(Backups(of: file).folder) ?? Obstacle(DamagedCopies(of: file).folder)
    backups = Backups(of: file).all.map(\.made)
    damagedCopies = DamagedCopies(of: file).names.count
    isThere = file.exists
    if isThere {
      look(into: file)
    } else {
      do throws(JournalError) { try file.requireEnterableFolder() } catch { refusal = error }
    }
    leftovers = Self.leftovers(beside: file)
  }

  private mutating func note(_ path: String) {
    guard let mode = JournalFile.mode(of: path) else { return }
    rights.append(Rights(path: path, mode: Int(mode & 0o7777)))
  }

  private mutating func look(into file: JournalFile) {
    isWritable = file.isWritable
    do throws(JournalError) {
      let journal = try Journal(at: file.url, reading: true, in: file.surroundings)
      faults = try journal.faults()
      altered = try journal.alteredEntries()
      sessions = try? journal.sessions().count
      isForgetting = try journal.isForgetting()
    } catch {
      refusal = error.reason == .empty ? nil : error
    }
  }

  // MARK: - Leftovers

  private static func leftovers(beside file: JournalFile) -> [Leftover] {
    let folder = file.folder.path
    let name = file.url.lastPathComponent
    var found = AbandonedFiles.paths(in: folder).map {
      Leftover(path: $0, what: "a file that was not written to its end")
    }
    for entry in Folder.names(in: folder) {
      let path = "\(folder)/\(entry)"
      if let what = leftover(entry, of: name, file) {
        found.append(Leftover(path: path, what: what))
      }
    }
    let backups = Backups(of: file).folder
    for entry in Folder.names(in: backups) where !entry.hasSuffix(".sqlite") {
      found.append(Leftover(path: "\(backups)/\(entry)", what: "a backup that was not finished"))
    }
    return found
  }

  private static func leftover(_ entry: String, of name: String, _ file: JournalFile) -> Phrase? {
    if entry.hasPrefix("\(name).repaired") { return "a repair that was not finished" }
    if ["\(name)-wal", "\(name)-shm"].contains(entry), !file.exists {
      return "a write-ahead log without its journal"
    }
    // A sign of a window lies about for good; it is left over once its session is gone.
    guard let session = SessionHold.session(of: entry), file.exists,
      let journal = try? Journal(at: file.url, reading: true, in: file.surroundings),
      let isThere = try? journal.session(session) != nil, !isThere
    else { return nil }
    return "the lock of a session that is not there any more"
  }

  /// Removes what is left over, but for a write-ahead log, which may be all that there is of some answers.
  ///
  /// - Returns: what was removed.
  package func removeLeftovers() -> [Leftover] {
    leftovers.filter { !$0.path.hasSuffix("-wal") && unlink($0.path) == 0 }
  }
}
