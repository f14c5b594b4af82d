import Coaching
import Foundation
import Journal
import QuestionFlow

extension World {
  /// Whether anything was ever saved; what completes words makes and changes nothing.
  private var hasJournal: Bool {
    (try? home.journalFile()).map { FileManager.default.fileExists(atPath: $0.path) } ?? false
  }

  /// The world in which words are completed.
  private static var completing: World? { Surroundings.completing.map { World($0) } }

  /// What a shell completes a session by: its number and its name.
  static func sessionNames() -> [String] {
    guard let world = completing, world.hasJournal, let sessions = try? world.journal().sessions()
    else { return [] }
    return sessions.map { String($0.id.rawValue) } + sessions.compactMap(\.name)
  }

  /// What a shell completes people by.
  static func peopleNames() -> [String] {
    guard let world = completing, world.hasJournal,
      let journey = try? world.journey(nil, prompts: nil)
    else { return [] }
    return journey.contacts.all.map(\.name)
  }

  /// What a shell completes scripts by.
  static func scriptNames() -> [String] {
    (try? completing?.library(prompts: nil))?.ids ?? []
  }
}
