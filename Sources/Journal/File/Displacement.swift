import Foundation
package import Phrases
import Synchronization

/// What has become of the files of a journal that is open.
package enum Displacement: Hashable, Sendable {
  /// There is no file at the path any more.
  case removed
  /// There is another file at the path.
  case replaced
  /// What was written ahead, which belongs to the file, is not beside it any more.
  case separated
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
      "The write-ahead log beside the file that holds your answers was moved or removed while it was open here."
    case .unreachable: "The folder that holds your answers can no longer be reached."
    }
  }
}

extension Journal {
  /// What has become of the files since they were opened; `nil` where they are where they were.
  package var displacement: Displacement? {
    guard !isReadOnly else { return nil }
    guard let present = FileIdentity(path: file.path) else {
      return JournalFile.mode(of: file.folder.path) == nil ? .unreachable : .removed
    }
    guard present == connection.identity else { return .replaced }
    // While the file is open nobody removes its log, so the first one seen is the one to be seen.
    let log = FileIdentity(path: file.log)
    return housekeeping.withLock { state in
      guard let known = state.log else {
        state.log = log
        return nil
      }
      return log == known ? nil : .separated
    }
  }
}
