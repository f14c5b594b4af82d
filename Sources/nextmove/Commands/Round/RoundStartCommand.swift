import ArgumentParser
import Coaching
import Foundation
import Phrases
import QuestionFlow

struct RoundStartCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Start a round, or change its aim.")

  @Option(help: "How many conversations; what you answered, or 5, without.") var goal: Int?
  @Option(help: "In how many weeks; what you answered, or 4, without.") var weeks: Int?
  @Option(
    help: ArgumentHelp("Its first day; today without.", valueName: "day"),
    completion: .list(["today", "tomorrow", "next Monday"]))
  var from: String?
  @OptionGroup var choice: SessionOption

  func run(in world: World) throws {
    let journey = try choice.journey(in: world)
    let sheet = journey.sheet
    let goal = self.goal ?? Round.goal(in: sheet) ?? 5
    let weeks = self.weeks ?? Round.weeks(in: sheet) ?? 4
    guard (1...50).contains(goal) else {
      throw Failure("--goal takes a number of conversations from 1 to 50.", status: .usage)
    }
    guard (1...52).contains(weeks) else {
      throw Failure("--weeks takes a number of weeks from 1 to 52.", status: .usage)
    }
    let today = world.today
    var start = today
    if let from { start = try CalendarDate(spoken: from, for: "--from", in: world) }
    let round = Round(goal: goal, weeks: weeks, start: start, weekday: Round.weekday(in: sheet))
    try journey.begin(round, at: world.now)
    let console = world.console
    console.say("\(goal) conversations from \(written: round.start) to \(written: round.end).")
    if let warning = journey.contacts.warning { console.say(warning) }
    console.say("“nextmove calendar” keeps an hour a week for it.", .faint)
  }
}
