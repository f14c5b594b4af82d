package import Phrases

extension Journal {
  /// How far the bytes of what was forgotten are gone. No command shows it any more in any case.
  package enum Erased: Hashable, Sendable {
    /// From the file, its log, and all copies beside it.
    case everywhere
    /// Another program is still reading the old state, so its bytes stay in the file's log until the next
    /// start after that has ended.
    case exceptForReaders
    /// These copies could not be removed, or the folders in which they may be; the next start tries again.
    case exceptForCopies([String])
    /// Its bytes could not be taken out of the file, for this reason; the next start tries again.
    case unfinished(JournalError)
  }
}

extension Journal.Erased {
  /// What is still to be done, in sentences; `nil` where nothing is.
  package var rest: Phrase? {
    switch self {
    case .everywhere: nil
    case .exceptForReaders:
      "No command shows it any more, but another nextmove is still reading the file, so its bytes stay on the disk until that has ended; the next start takes them out."
    case .exceptForCopies(let paths):
      "No command shows it any more, but copies that may hold it could not be removed: \(paths.joined(separator: ", ")). Give yourself the right to (chmod u+rwx on the folder); the next start of nextmove removes them."
    case .unfinished(let error):
      "It is taken out, and no command shows it any more, but its bytes are still on the disk (\(Self.cause(error))); the next start of nextmove tries again."
    }
  }

  private static func cause(_ error: JournalError) -> Phrase {
    switch error.reason {
    case .full: "the disk is full; make room"
    case .other(let words): "\(words); see whether the disk is full or failing"
    default: error.phrase
    }
  }
}
