import ArgumentParser
import Coaching
import Foundation
import Journal
import Phrases
import QuestionFlow

struct PeopleAddCommand: WorldCommand {
  static let configuration = CommandConfiguration(commandName: "add", abstract: "Add somebody.")

  @Argument(help: "The name.") var name: String
  @OptionGroup var contact: ContactOptions
  @OptionGroup var choice: SessionOption

  func run(in world: World) throws {
    let name = try PersonName.given(name)
    let journey = try choice.journey(in: world)
    var somebody = Contact(name: name)
    try contact.apply(to: &somebody, in: world)
    let added = try journey.add(somebody, at: world.now)
    let console = world.console
    console.say("\(name) is number \(added.id).")
    if let warning = journey.contacts.warning { console.say(warning) }
  }
}
