import Foundation
import GRDB
package import Phrases
import Synchronization

/// What has become of the files of a journal that is open.
package enum Displacement: Hashable, Sendable {
  /// There is no file at the path any more.
  case removed
  /// There is another file at the path.
  case replaced
  /// What was written ahead, or its index, which belong to the file, is not beside it any more.
  case separated
  /// The file has been cut short.
  case cut
  /// Something else was written into the file.
  case overwritten
  /// The path can no longer be looked at.
  case unreachable
}

extension Displacement {
  /// Whether nothing is saved any more where the file was, and putting something back does not mend it.
  package var isForGood: Bool {
    switch self {
    case .removed, .unreachable: false
    case .replaced, .separated, .cut, .overwritten: true
    }
  }
}

extension Displacement: Phrased {
  /// The same in English.
  package var description: String { phrase.description }

  /// One sentence: what has happened.
  package var phrase: Phrase {
    switch self {
    case .removed: "The file that holds your answers was moved or removed while it was open here."
    case .replaced:
      "Another file was put in the place of the one that holds your answers while it was open here."
    case .separated:
      "The write-ahead log or its index (-wal, -shm) beside the file that holds your answers was moved or removed while it was open here."
    case .cut: "The file that holds your answers was cut short while it was open here."
    case .overwritten:
      "Something else was written into the file that holds your answers while it was open here."
    case .unreachable: "The folder that holds your answers can no longer be reached."
    }
  }
}

extension Journal {
  /// What has become of the files since they were opened; `nil` where they are where they were.
  package var displacement: Displacement? {
    guard !isReadOnly else { return nil }
    if let cause = housekeeping.withLock({ $0.castOff }) { return cause }
    guard let present = FileIdentity(path: file.path) else {
      return JournalFile.mode(of: file.folder.path) == nil ? .unreachable : .removed
    }
    guard present == connection.identity else { return .replaced }
    guard connection.hasCompanions else { return .separated }
    return connection.harm(after: housekeeping.withLock { $0.own.last })
  }

  /// Where the log or its index is gone, others may write to the file unseen, and what is written here would
  /// be written over theirs; where the file is cut short or written over, it would be written into what is left;
  /// and beside a file that was put in its place, what is written ahead would be taken for that file's. So what is
  /// known here goes on in memory, from where it can be exported.
  func castOffWhereDisplaced() throws {
    guard let displacement, displacement.isForGood, housekeeping.withLock({ $0.adrift == nil })
    else { return }
    let copy = try connection.inMemory(with: housekeeping.withLock { $0.own })
    // It goes to the file that was there, whose it is, and away from the other.
    if displacement == .replaced, connection.hasCompanions {
      _ = try? connection.withBusyTimeout(milliseconds: 0) { try connection.checkpoint(.truncate) }
    }
    // Closing it would move what it knows into a file that others have changed since.
    _ = Unmanaged.passRetained(connection)
    housekeeping.withLock { ($0.adrift, $0.castOff) = (copy, displacement) }
  }
}
