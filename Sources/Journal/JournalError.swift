public import Foundation
internal import GRDB

/// Why something could not be saved or read back.
public struct JournalError: Error, Sendable {
  /// The facts.
  public enum Reason: Hashable, Sendable {
    /// The file is not an SQLite database, or is damaged.
    case notADatabase
    /// The file is a database of another program.
    case foreign
    /// The file was written by a newer version, with this schema.
    case newer(Int)
    /// The file may not be written to.
    case readOnly
    /// The directory may not be written to, or cannot be made.
    case directoryNotWritable(String)
    /// The disk is full.
    case full
    /// Another program has kept the file locked.
    case busy
    /// Another program has written to the session meanwhile.
    case moved
    /// Anything else, in SQLite's words.
    case other(String)
  }

  /// What is wrong.
  public let reason: Reason
  /// The file that is meant.
  public let url: URL

  init(_ reason: Reason, url: URL) {
    self.reason = reason
    self.url = url
  }

  init(_ error: any Error, url: URL) {
    self.url = url
    guard let error = error as? DatabaseError else {
      reason = .other(String(describing: error))
      return
    }
    reason =
      switch error.resultCode {
      case .SQLITE_NOTADB, .SQLITE_CORRUPT: .notADatabase
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH: .readOnly
      case .SQLITE_FULL: .full
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
      default: .other(error.message ?? "error \(error.resultCode.rawValue)")
      }
  }
}

extension JournalError: CustomStringConvertible {
  /// One sentence: what is wrong, where, and what to do.
  public var description: String {
    let path = url.path
    return switch reason {
    case .notADatabase:
      "\(path) is not a database that can be read; move it aside (nextmove will begin a new one) or restore it from a backup."
    case .foreign:
      "\(path) belongs to another program; set NEXTMOVE_HOME to a folder of its own for nextmove."
    case .newer(let version):
      "\(path) was written by a newer nextmove (format \(version), this one knows \(Journal.schemaVersion)); update nextmove to open it. Nothing was changed."
    case .readOnly:
      "\(path) cannot be written to, so nothing would be saved; make it writable (chmod u+w) or set NEXTMOVE_HOME to another folder."
    case .directoryNotWritable(let directory):
      "The folder \(directory) cannot be written to, so nothing would be saved; make it writable or set NEXTMOVE_HOME to another folder."
    case .full: "The disk that holds \(path) is full; free some space and run nextmove again."
    case .busy: "Another program keeps \(path) locked; close it and run nextmove again."
    case .moved: "This session was continued in another window meanwhile."
    case .other(let words): "\(path) could not be used: \(words). Nothing was changed."
    }
  }
}
