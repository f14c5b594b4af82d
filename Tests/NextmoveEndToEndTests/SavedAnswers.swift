import Coaching
import Foundation
import Journal
import QuestionFlow
import TestSupport

extension TemporaryHome {
  /// The answer to an item of a script, as the journal has it.
  func savedAnswer(_ item: String, in script: String = "energizers") throws -> Answer? {
    let journal = try Journal(at: database)
    guard let session = try journal.sessions().first else { return nil }
    let journey = try Journey(session, in: journal, library: ScriptLibrary())
    return journey.interviews[script]?.answer(to: Path(ItemID(item)))
  }
}
