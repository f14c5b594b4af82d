import ArgumentParser
import Coaching
import Foundation
import Journal
import Phrases
import QuestionFlow
import WorkFit

/// `nextmove calendar`: the round as calendar entries.
struct CalendarCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar", abstract: "Write the round as a calendar file (.ics).",
    discussion:
      "An hour a week for the round, each conversation on its day, and its follow-up. Opening the file again changes entries and doubles none."
  )

  @Option(
    help: ArgumentHelp(
      "Write to this file; “nextmove.ics” without, “-” prints.", valueName: "file"))
  var output = "nextmove.ics"
  @Option(help: ArgumentHelp("When the weekly hour begins, 0 to 23.", valueName: "hour"))
  var hour = 9
  @OptionGroup var choice: SessionOption

  func run(in world: World) throws {
    guard (0...23).contains(hour) else {
      throw Failure("--hour takes a full hour from 0 to 23.", status: .usage)
    }
    let journey = try choice.journey(in: world)
    let file = CalendarFile(
      round: journey.round, people: journey.contacts.all, hour: hour,
      session: "\(journey.session.id)-"
        + String(format: "%.0f", journey.session.started.timeIntervalSince1970),
      words: world.words)
    guard file.count > 0 else {
      throw Failure(
        "There is nothing to put into a calendar yet: no round (“nextmove round start”), and nobody with a day (“nextmove people edit NAME --due DAY”)."
      )
    }
    let text = file.text(stamp: world.now)
    if output == "-" { return try OutputFile.print(text, in: world) }
    guard try OutputFile.write(text, to: output, in: world) else { return }
    world.console.say(
      .counted(
        file.count, one: "One entry in \(output); open it with your calendar.",
        many: "\(file.count) entries in \(output); open it with your calendar."))
  }
}
