import Foundation
import GRDB

/// What was typed and not sent.
struct DraftRecord: FetchableRecord, PersistableRecord {
  static let databaseTableName = "draft"

  let session: Int64
  let place: String
  let content: String
  /// Seconds since 1970.
  let at: Double

  init(session: Int64, place: String, content: String, at: Double) {
    self.session = session
    self.place = place
    self.content = content
    self.at = at
  }

  init(row: Row) {
    self.init(
      session: (row["session"] as DatabaseValue?).flatMap(Int64.fromDatabaseValue) ?? 0,
      place: WholeText.in(row, "place"), content: WholeText.in(row, "content"),
      at: (row["at"] as DatabaseValue?).flatMap(Double.fromDatabaseValue) ?? 0)
  }

  func encode(to container: inout PersistenceContainer) {
    container["session"] = session
    container["place"] = place
    container["content"] = WholeText.value(of: content)
    container["at"] = at
  }
}
