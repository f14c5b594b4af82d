import Foundation
import GRDB

/// A stored fold.
struct SnapshotRecord: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "snapshot"

  let session: Int64
  let seq: Int
  let format: Int
  /// The digest of the event that it goes up to.
  let digest: Data
  /// The SHA-256 of the payload.
  let seal: Data
  let payload: Data
}
