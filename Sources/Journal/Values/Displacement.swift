package import Phrases

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
  /// What was saved was taken out of the file, or altered so that it is not there as it was.
  case emptied
  /// The path can no longer be looked at.
  case unreachable
}

extension Displacement {
  /// Whether nothing is saved any more where the file was, and putting something back does not mend it.
  package var isForGood: Bool {
    switch self {
    case .removed, .unreachable: false
    case .replaced, .separated, .cut, .overwritten, .emptied: true
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
    case .emptied:
      "Another program took out of the file what was saved in it while it was open here."
    case .unreachable: "The folder that holds your answers can no longer be reached."
    }
  }
}
