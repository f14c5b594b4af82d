import Foundation
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
  /// The path can no longer be looked at.
  case unreachable
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
    return connection.isWhole ? nil : .cut
  }

  /// Where the log or its index is gone, others may write to the file unseen, and what is written here would
  /// be written over theirs; where the file is cut short, it would be written into what is left. So what is known
  /// here goes on in memory, from where it can be exported.
  func castOffWhereDisplaced() throws {
    guard let displacement, displacement == .separated || displacement == .cut,
      housekeeping.withLock({ $0.adrift == nil })
    else { return }
    let copy = try connection.inMemory()
    // Closing it would move what it knows into a file that others have changed since.
    _ = Unmanaged.passRetained(connection)
    housekeeping.withLock { ($0.adrift, $0.castOff) = (copy, displacement) }
  }
}
