import ArgumentParser
import Coaching
import Foundation
import Journal
import Phrases
import QuestionFlow

struct PeopleListCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List them (the default).")

  @Flag(help: "Print JSON.") var json = false
  @OptionGroup var choice: SessionOption

  private struct Report: Encodable {
    let people: [Contact]
    let warning: String?
  }

  func run(in world: World) throws {
    let contacts = try choice.journey(in: world).contacts
    if json {
      return try JSONOutput.print(
        Report(people: contacts.all, warning: contacts.warning.map(world.console.text)), in: world)
    }
    let console = world.console
    guard !contacts.all.isEmpty else {
      return console.say("Nobody yet; “nextmove people add NAME” adds somebody to talk with.")
    }
    let today = world.today
    for contact in contacts.all {
      console.row("\(contact.id)", Self.line(contact), column: 4)
      if let next = contact.whatIsNext {
        console.say(contact.isDue(on: today) ? "next: \(next) (due)" : "next: \(next)", indent: 4)
      }
      if let sign = contact.signSaid { console.say("said: “\(sign)”", .faint, indent: 4) }
    }
    if let warning = contacts.warning {
      console.say()
      console.say(warning)
    }
  }

  private static func line(_ contact: Contact) -> Phrase {
    let reach = contact.reach.map { level -> Phrase in
      switch level {
      case ..<0: "below you"
      case 0: "a peer"
      case 1: "one level above you"
      default: "\(level) levels above you"
      }
    }
    let about = [
      reach, contact.knownAs, contact.met.map { "met \($0)" },
    ]
    return ([Phrase(verbatim: contact.name)] + about.compactMap(\.self) + [contact.status.words])
      .joined(separator: ", ")
  }
}
