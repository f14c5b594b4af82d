import Coaching
import Foundation
import Journal
import Phrases

/// What `nextmove doctor --repair` does.
struct AnswersRepair {
  let world: World

  func run() throws {
    let file = try world.home.journalFile()
    let examination = Examination(at: file, in: world.journalSurroundings)
    let removed = examination.removeLeftovers() + Leftovers.ofEditors(world.home)
    Leftovers.sweep(world.home)
    for leftover in removed {
      world.console.say("Removed: \(leftover.path), \(leftover.what).")
    }
    guard examination.isThere, examination.isSearchable, needsRepair(examination) else { return }
    // A script that was answered may be at hand still.
    let library = try? world.library(prompts: nil)
    let texts = library?.ids.compactMap { library?.volume($0).map(NewEvent.Text.script) } ?? []
    let report = try Journal.repair(
      at: file, in: world.journalSurroundings, time: world.now, knowing: texts)
    if report.damaged != nil { world.noteSaving() }
    let entries = Phrase.counted(
      report.events, one: "one entry", many: "\(report.events) entries")
    let saved = Phrase.counted(
      report.sessions, one: "\(entries) in one session",
      many: "\(entries) in \(report.sessions) sessions")
    if report.damaged != nil {
      world.console.say(
        report.eventsFromBackups > 0
          ? "Saved: \(saved), \(report.eventsFromBackups) of them from a backup."
          : "Saved: \(saved).")
    }
    for loss in report.losses {
      world.console.say("Not readable in the damaged file: \(loss).")
    }
    for doubtful in report.doubtful { world.console.say(sentence(on: doubtful)) }
    if let damaged = report.damaged {
      world.console.say("The damaged file is kept as \(damaged.path).")
    } else {
      world.console.say("Nothing could be mended, so the file stays as it is.")
    }
  }

  private func sentence(on doubtful: RepairReport.Doubtful) -> Phrase {
    let what: Phrase =
      "entry \(doubtful.entry.sequence) of session \(doubtful.session) (\(doubtful.entry.words))"
    return doubtful.isAltered
      ? "Not as it was saved, and in no backup as it was, so it is kept as it is: \(what)."
      : "Kept, though what stood before it is lost, so that nothing proves it to be as it was saved: \(what)."
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
