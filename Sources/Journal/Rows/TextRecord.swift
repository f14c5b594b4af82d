import Foundation
import GRDB

/// A script as it was answered, or a posting as it was checked.
struct TextRecord: FetchableRecord, PersistableRecord {
  static let databaseTableName = "text"

  let digest: String
  let kind: String
  let content: String

  init(digest: String, kind: String, content: String) {
    self.digest = digest
    self.kind = kind
    self.content = content
  }

  init(row: Row) {
    self.init(
      digest: WholeText.in(row, "digest"), kind: WholeText.in(row, "kind"),
      content: WholeText.in(row, "content"))
  }

  func encode(to container: inout PersistenceContainer) {
    container["digest"] = digest
    container["kind"] = kind
    container["content"] = WholeText.value(of: content)
  }

  /// Whether it is the text that was kept under the name.
  var isIntact: Bool { Chain.name(of: content) == digest }
}
