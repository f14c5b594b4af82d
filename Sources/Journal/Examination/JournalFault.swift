package import Phrases

/// Something in a journal that is not as it was saved.
package enum JournalFault: Hashable, Sendable {
  /// SQLite's own check finds the file damaged, in its words.
  case structure(String)
  /// An event is not the one that was saved under its number.
  case altered(SessionID, sequence: Int)
  /// Events between two numbers are gone, and were not forgotten.
  case missing(SessionID, after: Int)
  /// The last events of a session are gone, from a number on.
  case cutOff(SessionID, after: Int)
  /// The event that was acknowledged last is not in the journal.
  case lost(SessionID, sequence: Int)
  /// A session has another number of events than were saved.
  case miscounted(SessionID)
  /// A text is not the one that was kept under its digest.
  case alteredText(kind: String, digest: String)
  /// There are events of a session that is not there itself, and was not forgotten.
  case orphaned(SessionID, events: Int)
  /// A text that events rest on is not there.
  case lostText(kind: String, digest: String)
  /// A text is kept as another kind than it is.
  case mislabelledText(kind: String, digest: String)
}

extension JournalFault: Phrased {
  /// The same in English.
  package var description: String { phrase.description }

  /// One sentence: what is wrong, and where.
  package var phrase: Phrase {
    switch self {
    case .structure(let words): "SQLite finds the file damaged: \(words)."
    case .altered(let session, let sequence):
      "Entry \(sequence) of session \(session) is not what was saved."
    case .missing(let session, let sequence):
      "Something saved in session \(session) after entry \(sequence) is missing."
    case .cutOff(let session, let sequence):
      "The end of session \(session), after entry \(sequence), is missing."
    case .lost(let session, let sequence):
      "Entry \(sequence) of session \(session), the last one saved, is not in the file; an older copy is in its place, or its write-ahead log (-wal) was lost."
    case .miscounted(let session):
      "Session \(session) does not have as many entries as were saved in it."
    case .alteredText(let kind, let digest):
      "The text of a \(kind) (\(digest.prefix(12))) is not what was saved."
    case .orphaned(let session, let events):
      "Session \(session) itself is missing, and \(events) of its entries are left."
    case .lostText(let kind, let digest):
      "The text of a \(kind) (\(digest.prefix(12))), on which entries rest, is missing."
    case .mislabelledText(let kind, let digest):
      "A text (\(digest.prefix(12))) is kept as a “\(kind)”, which it is not."
    }
  }
}
