package import Foundation
import GRDB
package import Phrases

/// Why something could not be saved or read back.
package struct JournalError: Error, Hashable, Sendable {
  /// The facts.
  package enum Reason: Hashable, Sendable {
    /// The file is not an SQLite database, or is damaged.
    case notADatabase
    /// The file is a database of another program.
    case foreign
    /// The file was written by a newer version, with this schema.
    case newer(Int)
    /// The file is a journal whose format number no version ever wrote.
    case unnumbered(Int)
    /// The file is a journal that lacks one of its tables.
    case incomplete(table: String)
    /// Parts of the file cannot be read.
    case damaged
    /// What should be a file beside the journal is a pipe, a folder or a device.
    case noFile(String)
    /// The directory may not be entered.
    case directoryClosed(String)
    /// There is nothing in the file yet.
    case empty
    /// The file may not be read.
    case unreadable
    /// The file may not be written to.
    case readOnly
    /// The directory may not be written to, or cannot be made.
    case directoryNotWritable(String)
    /// A part of the directory's path is something else.
    case noDirectory(String)
    /// The disk takes no changes.
    case diskReadOnly
    /// The disk is full.
    case full
    /// Another program has kept the file locked.
    case busy
    /// Another program has written to the session meanwhile.
    case moved
    /// The session is not there, or not any more.
    case noSession(SessionID)
    /// The path is a link that leads nowhere.
    case looseLink(String)
    /// A text is not the one that was kept, such as “the text of a script”.
    case altered(String)
    /// Anything else, in SQLite's words.
    case other(String)
  }

  /// What is wrong.
  package let reason: Reason
  /// The file that is meant.
  package let url: URL

  init(_ reason: Reason, url: URL) {
    self.reason = reason
    self.url = url
  }

  /// An error of any kind as one of these.
  static func wrapping(_ error: any Error, url: URL) -> JournalError {
    switch error {
    case let error as JournalError: error
    case let error as NoSession: JournalError(.noSession(error.id), url: url)
    case let error as DatabaseError: JournalError(error, url: url)
    case is RowDecodingError: JournalError(.damaged, url: url)
    default: JournalError(.other(String(describing: error)), url: url)
    }
  }

  private init(_ error: DatabaseError, url: URL) {
    self.url = url
    reason =
      switch error.resultCode {
      case .SQLITE_NOTADB: .notADatabase
      case .SQLITE_CORRUPT: .damaged
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH: .readOnly
      case .SQLITE_FULL: .full
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
      default: .other(error.message ?? "error \(error.resultCode.rawValue)")
      }
  }
}

extension JournalError: Phrased {
  /// The same in English.
  package var description: String { phrase.description }

  /// One sentence: what is wrong, where, and what to do.
  package var phrase: Phrase {
    let path = url.path
    return switch reason {
    case .notADatabase:
      "\(path) is not a database that can be read; move it aside (nextmove will begin a new one) or restore it from a backup."
    case .foreign:
      "\(path) belongs to another program; set NEXTMOVE_HOME to a folder of its own for nextmove."
    case .newer(let version):
      "\(path) was written by a newer nextmove (format \(version), this one knows \(JournalFormat.version)); update nextmove to open it. Nothing was changed."
    case .unnumbered(let number):
      "\(path) is a journal whose format number (\(number)) no version of nextmove writes; restore it from a backup. Nothing was changed."
    case .incomplete(let table):
      "\(path) is a journal without its table “\(table)”; “nextmove doctor --repair” saves what is in it. Nothing was changed."
    case .damaged:
      "\(path) is damaged; “nextmove doctor --repair” saves what can be read and keeps the file."
    case .looseLink(let path):
      "\(path) is a link, and what it leads to is not there; connect the disk that it is on, or take the link away."
    case .noFile(let path): "\(path) is no file; move it away, and run nextmove again."
    case .directoryClosed(let directory):
      "The folder \(directory) may not be entered, so nothing in it can be read; give yourself the right to (chmod u+rwx) or set NEXTMOVE_HOME to another folder."
    case .empty: "There is nothing in \(path) yet; “nextmove” begins it."
    case .unreadable:
      "\(path) cannot be read; give yourself the right to (chmod u+r) or set NEXTMOVE_HOME to another folder."
    case .readOnly:
      "\(path) cannot be written to, so nothing would be saved; make it writable (chmod u+w) or set NEXTMOVE_HOME to another folder."
    case .directoryNotWritable(let directory):
      "The folder \(directory) cannot be written to, so nothing would be saved; make it writable or set NEXTMOVE_HOME to another folder."
    case .noDirectory(let path):
      "\(path) is no folder, so nothing can be kept in it; set NEXTMOVE_HOME to a folder."
    case .diskReadOnly:
      "The disk that holds \(path) is read-only, so nothing can be changed there; make it writable again, or take your answers elsewhere with “nextmove export”."
    case .full: "The disk that holds \(path) is full; free some space and run nextmove again."
    case .busy:
      "Another program, perhaps nextmove in another window, keeps \(path) locked; close it and run nextmove again."
    case .moved: "This session was continued in another window meanwhile."
    case .noSession(let session):
      "Session \(session) is not there any more; “nextmove sessions” lists those that are."
    case .altered(let what):
      "\(what) in \(path) is not what was saved; “nextmove doctor” says more."
    case .other(let words): "\(path) could not be used: \(words). Nothing was changed."
    }
  }
}
