import Foundation
import GRDB

/// The texts that events rest on.
enum NamedTexts {
  /// The kinds of events that name texts by their digests.
  static let eventKinds = "('opened', 'repeated', 'migrated', 'checked')"
  static let script = "script"
  static let posting = "posting"

  private struct Names: Decodable {
    struct Version: Decodable { let digest: String }

    let digest: String?
    let posting: String?
    let scripts: [Version]?
  }

  /// What each text is used as, by its digest.
  static func uses(in database: Database) throws -> [String: Set<String>] {
    let payloads = try DatabaseValue.fetchCursor(
      database, sql: "SELECT payload FROM event WHERE kind IN \(eventKinds)")
    var uses: [String: Set<String>] = [:]
    while let payload = try payloads.next() {
      guard let bytes = Data.fromDatabaseValue(payload),
        let names = try? JSONDecoder().decode(Names.self, from: bytes)
      else { continue }
      for digest in [names.digest].compactMap(\.self) + (names.scripts ?? []).map(\.digest) {
        uses[digest, default: []].insert(script)
      }
      if let digest = names.posting { uses[digest, default: []].insert(posting) }
    }
    return uses
  }
}
