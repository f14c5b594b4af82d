import Foundation
import GRDB
import Synchronization

/// The taking out of bytes, which an opening finishes where an earlier process could not.
extension Journal {
  /// Whether bytes of something forgotten have still to go, because a reader elsewhere holds them or the
  /// process that began it was ended; the next opening sees to it.
  package func isForgetting() throws(JournalError) -> Bool {
    try read { database in
      try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM forgetting)") ?? false
    }
  }

  /// Finishes what an earlier process began to forget and was ended in.
  func finishForgetting() {
    // Where it fails again, the mark stays for the next opening.
    if (try? isForgetting()) == true { finishErasing() }
  }

  /// How far the bytes of what was forgotten last are gone; `nil` where nothing was forgotten since the
  /// journal was opened.
  package var erased: Erased? { housekeeping.withLock { $0.erased } }

  /// Takes the bytes out of copies, free pages and the write-ahead log.
  @discardableResult
  func finishErasing() -> Erased {
    let erased = eraseBytes()
    housekeeping.withLock {
      $0.erased = erased
      $0.hasSaved = true
    }
    return erased
  }

  private func eraseBytes() -> Erased {
    let copies = Backups(of: file).removeAll() + DamagedCopies(of: file).removeAll()
    do {
      try Retry.whileBusy {
        try connection.queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
      }
      // A reader elsewhere is not waited for: it may be a window that stays open all day.
      let isGone = try connection.withBusyTimeout(milliseconds: 300) {
        try connection.checkpoint(.truncate)
      }
      guard isGone else { return .exceptForReaders }
      // As long as a copy is left, the mark stays, and the next opening tries again.
      guard copies.isEmpty else { return .exceptForCopies(copies) }
      try connection.write { try $0.execute(sql: "DELETE FROM forgetting") }
      try connection.checkpoint(.truncate)
    } catch {
      return .unfinished(JournalError.wrapping(error, url: url))
    }
    // A backup that fails now is missed by `doctor`; what was forgotten is gone all the same.
    try? Backups(of: file).add(from: connection.queue, named: "nextmove", at: surroundings.clock())
    return .everywhere
  }
}
