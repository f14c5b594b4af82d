import ArgumentParser
import Coaching
import Foundation
import Journal
import Phrases
import QuestionFlow

struct PeopleEditCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change what is known of somebody.")

  @OptionGroup var person: PersonArgument
  @Option(help: "Another name.") var name: String?
  @OptionGroup var contact: ContactOptions
  @OptionGroup var choice: SessionOption

  func run(in world: World) throws {
    let journey = try choice.journey(in: world)
    var changed = try person.contact(in: journey.contacts)
    if let name { changed.name = try PersonName.given(name) }
    try contact.apply(to: &changed, in: world)
    try journey.keep(changed, at: world.now)
    world.console.say("\(changed.name): \(changed.status.words).")
  }
}
