import ArgumentParser
import Coaching
import Foundation
import Journal
import Phrases
import QuestionFlow

struct PeopleRemoveCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Take somebody off the list.")

  @OptionGroup var person: PersonArgument
  @OptionGroup var choice: SessionOption

  func run(in world: World) throws {
    let journey = try choice.journey(in: world)
    let contact = try person.contact(in: journey.contacts)
    try journey.remove(contact, at: world.now)
    world.console.say("\(contact.name) is off the list.")
  }
}
