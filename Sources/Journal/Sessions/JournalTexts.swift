package import Foundation
import GRDB

extension Journal {
  // MARK: - Drafts

  /// Keeps what has been typed and not sent yet, in the place of what was kept there before.
  ///
  /// - Parameter text: an empty one removes what was kept.
  package func keepDraft(_ text: String, of session: SessionID, at place: String, time: Date)
    throws(JournalError)
  {
    try write { database in
      if text.isEmpty { return try DraftRecord.delete(database, of: session, at: place) }
      // Another window may have forgotten it meanwhile.
      _ = try SessionRecord.required(session, in: database)
      try DraftRecord(
        session: session.rawValue, place: place, content: text, at: time.timeIntervalSince1970
      ).insert(database, onConflict: .replace)
    }
  }

  /// What has been typed at a place and not sent.
  package func draft(of session: SessionID, at place: String) throws(JournalError) -> String? {
    try read { database in
      try DraftRecord.fetchOne(database, key: ["session": session.rawValue, "place": place])?
        .content
    }
  }

  // MARK: - Texts

  /// The digests of the texts of a kind, in their order.
  package func textDigests(ofKind kind: String) throws(JournalError) -> [String] {
    try read { database in
      try String.fetchAll(
        database, sql: "SELECT digest FROM text WHERE kind = ? ORDER BY digest", arguments: [kind])
    }
  }

  /// The text of a digest; `nil` where there is none.
  ///
  /// Where it is not the text that was kept, the error says ``JournalError/Reason/altered(_:)``.
  package func text(digest: String) throws(JournalError) -> String? {
    guard let text = try read({ try TextRecord.fetchOne($0, key: digest) }) else { return nil }
    guard text.isIntact else {
      throw JournalError(.altered("The text of a \(text.kind)"), url: url)
    }
    return text.content
  }
}

extension TextRecord {
  init(_ text: NewEvent.Text) {
    self.init(digest: Journal.digest(of: text.content), kind: text.kind, content: text.content)
  }
}

extension DraftRecord {
  static func delete(_ database: Database, of session: SessionID, at place: String) throws {
    _ = try deleteOne(database, key: ["session": session.rawValue, "place": place])
  }
}
