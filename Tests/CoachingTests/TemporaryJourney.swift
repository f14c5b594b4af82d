import Foundation
import Journal

@testable import Coaching

/// A journal of the test's own with the scripts that ship, at a time that stands still; gone when the test
/// ends.
final class TemporaryJourney {
  let now = Date(timeIntervalSince1970: 1_800_000_000)
  let journal: Journal
  let library: ScriptLibrary
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "journey-\(UUID().uuidString)")

  init() throws {
    journal = try Journal(at: folder.appendingPathComponent("nextmove.sqlite"))
    library = ScriptLibrary()
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}
