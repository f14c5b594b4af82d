import ArgumentParser
import Coaching
import Foundation
import Phrases
import QuestionFlow

struct RoundShowCommand: WorldCommand {
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

  func run(in world: World) throws {
    let journey = try choice.journey(in: world)
    let today = world.today
    let people = journey.contacts
    let talks = Round.conversations(with: people.all)
    if json {
      return try JSONOutput.print(
        Standing(
          round: journey.round, conversations: talks,
          daysLeft: journey.round?.daysLeft(on: today), due: people.due(on: today),
          warning: people.warning.map(world.console.text)), in: world)
    }
    let console = world.console
    guard let round = journey.round else {
      return console.say(
        "No round yet. “nextmove start interviews” asks whom and when; “nextmove round start --goal 5 --weeks 4” just begins one."
      )
    }
    let left = round.daysLeft(on: today)
    if let closed = round.closed {
      console.say(
        "The round of \(round.goal) was closed on \(written: closed), after \(talks).", .strong)
    } else {
      console.say(
        "\(talks) of \(round.goal) conversations, \(Phrase.days(left)) left, until \(written: round.end).",
        .strong)
      if left == 0 { console.say("Its time is over; “nextmove start debrief” closes it.") }
    }
    for status in Contact.Status.allCases {
      let here = people.inOrder.filter { $0.status == status }
      guard !here.isEmpty else { continue }
      console.row(
        status.words, "\(here.map(\.name).joined(separator: ", "))", column: 14, indent: 2)
    }
    let due = people.due(on: today)
    if !due.isEmpty {
      console.say()
      console.say("Due", .strong)
      for contact in due {
        let step = contact.nextStep.map(Phrase.init(verbatim:)) ?? "the next step"
        console.say(
          contact.due.map { "\(contact.name): \(step) (by \(written: $0))" }
            ?? "\(contact.name): \(step)",
          indent: 2)
      }
    }
    if round.closed == nil, let first = people.nextToWrite {
      console.say()
      console.say(
        first.status == .talked
          ? "Thank \(first.name) next: “nextmove draft \(first.id)”."
          : first.sponsorSign == nil
            ? "Write to \(first.name) next: “nextmove draft \(first.id)”."
            : "Write to \(first.name) next, who offered to talk: “nextmove draft \(first.id)”.")
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
