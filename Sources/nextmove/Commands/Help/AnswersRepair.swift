import Foundation
import Journal
import Phrases

/// What `nextmove doctor --repair` does.
struct AnswersRepair {
  let world: World

  func run() throws {
    let file = try world.home.journalFile()
    let examination = Examination(at: file)
    let removed = examination.removeLeftovers() + Leftovers.ofEditors(world.home)
    Leftovers.sweep(world.home)
    for leftover in removed {
      world.console.say("Removed: \(leftover.path), \(leftover.what).")
    }
    guard examination.isThere, examination.isSearchable, needsRepair(examination) else { return }
    let report = try Journal.repair(at: file, time: world.now)
    let saved = Phrase.counted(
      report.sessions, one: "\(report.events) entries in one session",
      many: "\(report.events) entries in \(report.sessions) sessions")
    world.console.say(
      report.eventsFromBackups > 0
        ? "Saved: \(saved), \(report.eventsFromBackups) of them from a backup."
        : "Saved: \(saved).")
    for loss in report.losses {
      world.console.say("Not readable in the damaged file: \(loss).")
    }
    world.console.say("The damaged file is kept as \(report.damaged.path).")
  }

  /// A file of another program or a newer version is not ours to repair.
  private func needsRepair(_ examination: Examination) -> Bool {
    switch examination.refusal?.reason {
    case nil: !examination.faults.isEmpty
    case .notADatabase?, .damaged?, .incomplete?, .other?: true
    default: false
    }
  }
}
