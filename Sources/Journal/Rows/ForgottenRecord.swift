import Foundation
import GRDB

/// What is left of a forgotten event: its place in the chain.
struct ForgottenRecord: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "forgotten"

  let session: Int64
  /// 0 for a session that was forgotten as a whole.
  let seq: Int
  let commitment: Data
  let digest: Data
  /// The commitment to what stands in its place; `nil` where nothing does.
  var instead: Data?
}
