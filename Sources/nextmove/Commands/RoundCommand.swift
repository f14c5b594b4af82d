internal import ArgumentParser
internal import Coaching
internal import Foundation
internal import QuestionFlow

/// `nextmove round`: a round of informational interviews, and where it stands.
struct RoundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "round", abstract: "Start a round of conversations, and see how far it is.",
    subcommands: [RoundShowCommand.self, RoundStartCommand.self, RoundCloseCommand.self],
    defaultSubcommand: RoundShowCommand.self)
}

struct RoundShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show where it stands (the default).")

  @Flag(help: "Print JSON.") var json = false
  @OptionGroup var choice: SessionOption

  private struct Standing: Encodable {
    let round: Round?
    let conversations: Int
    let daysLeft: Int?
    let due: [Contact]
    let warning: String?
  }

  func run() throws {
    let journey = try choice.journey()
    let today = CalendarDate(Date())
    let people = journey.contacts
    let talks = Round.conversations(with: people.all)
    if json {
      return try JSONOutput.print(
        Standing(
          round: journey.round, conversations: talks,
          daysLeft: journey.round?.daysLeft(on: today), due: people.due(on: today),
          warning: people.warning))
    }
    let console = Console()
    guard let round = journey.round else {
      return console.say(
        "No round yet. “nextmove start interviews” asks whom and when; “nextmove round start --goal 5 --weeks 4” just begins one."
      )
    }
    let left = round.daysLeft(on: today)
    if let closed = round.closed {
      console.say("The round of \(round.goal) was closed on \(closed), after \(talks).", .strong)
    } else {
      console.say(
        "\(talks) of \(round.goal) conversations, \(left) \(left == 1 ? "day" : "days") left, until \(round.end).",
        .strong)
      if left == 0 { console.say("Its time is over; “nextmove start debrief” closes it.") }
    }
    for status in Contact.Status.allCases {
      let here = people.all.filter { $0.status == status }
      guard !here.isEmpty else { continue }
      console.row(status.rawValue, here.map(\.name).joined(separator: ", "), column: 14, indent: 2)
    }
    let due = people.due(on: today)
    if !due.isEmpty {
      console.say()
      console.say("Due", .strong)
      for contact in due {
        console.say(
          "\(contact.name): \(contact.nextStep ?? "the next step") (by \(contact.due?.description ?? ""))",
          indent: 2)
      }
    }
    if people.all.count < round.goal, round.closed == nil {
      console.say()
      console.say(
        people.all.isEmpty
          ? "There is nobody on the list yet; “nextmove start interviews” helps to find people."
          : "There are \(people.all.count) people for \(round.goal) conversations; whom did the last one name?"
      )
    }
    if let warning = people.warning {
      console.say()
      console.say(warning)
    }
  }
}

struct RoundStartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Start a round, or change its aim.")

  @Option(help: "How many conversations; what you answered, or 5, without.") var goal: Int?
  @Option(help: "In how many weeks; what you answered, or 4, without.") var weeks: Int?
  @Option(
    help: ArgumentHelp("Its first day; today without.", valueName: "day"),
    completion: .list(["today", "tomorrow", "next Monday"]))
  var from: String?
  @OptionGroup var choice: SessionOption

  func run() throws {
    var journey = try choice.journey()
    let sheet = journey.sheet
    let goal = self.goal ?? sheet.text("round", "goal").flatMap { Int($0) } ?? 5
    let weeks = self.weeks ?? sheet.text("round", "weeks").flatMap { Int($0) } ?? 4
    guard (1...50).contains(goal) else {
      throw Failure("--goal takes a number of conversations from 1 to 50.", status: .usage)
    }
    guard (1...52).contains(weeks) else {
      throw Failure("--weeks takes a number of weeks from 1 to 52.", status: .usage)
    }
    let today = CalendarDate(Date())
    var start = today
    if let from { start = try CalendarDate(spoken: from, for: "--from") }
    let days = [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    let weekday = sheet.choice("round", "day").flatMap { days.firstIndex(of: $0) }.map { $0 + 1 }
    let round = Round(goal: goal, weeks: weeks, start: start, weekday: weekday)
    try journey.begin(round, at: Date())
    let console = Console()
    console.say("\(goal) conversations from \(round.start) to \(round.end).")
    if let warning = journey.contacts.warning { console.say(warning) }
    console.say("“nextmove calendar” keeps an hour a week for it.", .faint)
  }
}

struct RoundCloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close the round.")

  @OptionGroup var choice: SessionOption

  func run() throws {
    var journey = try choice.journey()
    guard let round = journey.round, round.closed == nil else {
      throw Failure("There is no open round; “nextmove round start” begins one.", status: .usage)
    }
    try journey.closeRound(on: CalendarDate(Date()), at: Date())
    Console().say(
      "Closed, with \(Round.conversations(with: journey.contacts.all)) of \(round.goal) conversations. “nextmove start debrief” asks what is clearer now."
    )
  }
}
