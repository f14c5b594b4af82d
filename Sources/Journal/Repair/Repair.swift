package import Foundation
package import Phrases

/// What a repair has saved, and what it could not.
package struct RepairReport: Sendable {
  /// How many sessions there are now.
  package internal(set) var sessions = 0
  /// How many events were saved.
  package internal(set) var events = 0
  /// How many of these were taken from a backup, because the damaged file did not have them any more.
  package internal(set) var eventsFromBackups = 0
  /// What could not be read, such as “entries 3–5 of session 1”.
  package internal(set) var losses: [Phrase] = []
  /// Events that were kept though they are not proven to be as they were saved, and that no backup has.
  package internal(set) var doubtful: [Doubtful] = []
  /// Where the damaged file is now; `nil` where it stayed, because nothing of it could be mended.
  package internal(set) var damaged: URL?

  /// An event that was kept as it was found.
  package struct Doubtful: Sendable {
    /// The session that it belongs to.
    package let session: SessionID
    /// The event as it is.
    package let entry: Entry
    /// Whether it is another than was saved; otherwise that cannot be told, since what stood before it is lost.
    package let isAltered: Bool
  }
}

extension Journal {
  /// Saves what can be read of a damaged journal into a new one in its place.
  ///
  /// The damaged file is kept in the folder `damaged` beside it. What it has lost is taken from backups
  /// where these have it, and so is what is not as it was saved. Where nothing would be mended by it, all
  /// stays as it is. Nothing in the path's file may be open in this process.
  ///
  /// - Parameters:
  ///   - surroundings: a place for copies.
  ///   - texts: texts that are known elsewhere; those that the journal refers to and has lost are put back.
  package static func repair(
    at url: URL, in surroundings: JournalSurroundings = JournalSurroundings(), time: Date,
    knowing texts: [NewEvent.Text] = []
  ) throws(JournalError) -> RepairReport {
    let file = JournalFile(url: url, surroundings: surroundings)
    guard file.exists else { throw JournalError(.empty, url: url) }
    try file.requireReadable()
    try file.requireWritableFolder()
    guard SessionHold.isFree(file) else { throw JournalError(.busy, url: url) }
    let copies = DamagedCopies(of: file)
    do {
      let before = Set(Self.faults(of: file) ?? [])
      var repair = Repair(file: file, texts: texts)
      let new = try repair.build()
      let after = Set(Self.faults(of: JournalFile(url: URL(fileURLWithPath: new))) ?? [])
      if !before.isEmpty, before == after {
        unlink(new)
        return repair.report
      }
      let place = copies.place(at: time)
      try copies.take(to: place)
      guard rename(new, file.path) == 0 else {
        copies.putBack(from: place)
        throw JournalError(.directoryNotWritable(file.folder.path), url: url)
      }
      LastWord.remove(beside: file)
      repair.report.damaged = place
      return repair.report
    } catch {
      throw JournalError.wrapping(error, url: url)
    }
  }

  /// What is wrong with a journal; `nil` where that cannot even be told.
  private static func faults(of file: JournalFile) -> [JournalFault]? {
    try? Journal(at: file.url, reading: true, in: file.surroundings).faults()
  }
}
