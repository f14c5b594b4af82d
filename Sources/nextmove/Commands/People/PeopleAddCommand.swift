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
    let people = NamedPerson.people(in: name)
    guard !people.isEmpty else {
      throw Failure(
        "“\(name)” is nobody to talk with; write a name, or who it is, such as “my former lead”.",
        status: .usage)
    }
    let journey = try choice.journey(in: world)
    for person in people {
      try add(person, typed: people.count == 1 ? name : person.name, to: journey, in: world)
    }
    if let warning = journey.contacts.warning { world.console.say(warning) }
  }

  private func add(
    _ person: NamedPerson, typed name: String, to journey: Journey, in world: World
  ) throws {
    // A name is taken as it is typed, with whatever follows it.
    let isWhole = person.isNamed && person.note == nil
    let isTyped = isWhole && name.lowercased().hasPrefix(person.name.lowercased())
    var somebody = Contact(name: PersonName.cut(isTyped ? name : person.name))
    somebody.relation = person.whoTheyAre
    try contact.apply(to: &somebody, in: world)
    let added = try journey.add(somebody, at: world.now)
    world.console.say("\(added.name) is number \(added.id).")
    if !person.isNamed {
      world.console.say(
        "“\(added.name)” is no name yet; “nextmove people edit \(added.id) --name NAME” gives one, and a draft leaves the greeting open until then."
      )
    }
  }
}
