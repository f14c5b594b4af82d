import ArgumentParser
import Coaching
import Foundation
import Journal
import LineEditor
import Phrases
import WorkFit

struct ForgetSessionCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "session", abstract: "Forget a whole session.")

  @Argument(
    help: "Its number or name, as “nextmove sessions” lists it.",
    completion: .custom { _, _, _ in World.sessionNames() })
  var argument: String
  @Flag(help: "Do not ask again.") var yes = false
  @OptionGroup var options: PromptsOption

  func run(in world: World) throws {
    guard let chosen = try world.session(argument) else {
      throw Failure("There is no session yet, so nothing to forget.", status: .usage)
    }
    try ForgetCommand.confirm("Session \(chosen.id), with all its answers,", yes: yes, in: world)
    let journey = try world.journey(of: chosen, prompts: options.prompts)
    let journal = try world.journal()
    try world.forgetJudgements()
    try Forgetting(journey, in: journal).session()
    ForgetCommand.tellOfRest(in: journal, world)
    world.console.say("Forgotten.")
  }
}
