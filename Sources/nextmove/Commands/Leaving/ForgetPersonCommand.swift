import ArgumentParser
import Coaching
import Foundation
import Journal
import LineEditor
import Phrases
import WorkFit

struct ForgetPersonCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "person", abstract: "Forget somebody on the list.")

  @OptionGroup var person: PersonArgument
  @Flag(help: "Do not ask again.") var yes = false
  @OptionGroup var choice: SessionOption

  func run(in world: World) throws {
    let journey = try choice.existing(in: world)
    let contact = try person.contact(in: journey.contacts)
    try ForgetCommand.confirm("What is kept of \(contact.name)", yes: yes, in: world)
    try world.forgetJudgements()
    let answers = try ForgetCommand.forgetting(choice, in: world) { forgetting, _ in
      try forgetting.person(contact)
    }
    let console = world.console
    console.say("Forgotten.")
    if !answers.isEmpty {
      console.say(
        "The name still stands in your answers to \(answers.joined(separator: ", ")); “nextmove forget answer” takes such an answer out."
      )
    }
  }
}
