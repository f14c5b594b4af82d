import ArgumentParser
import Coaching
import Phrases
import WorkFit

/// `nextmove profile`: what the answers say about the person, for use elsewhere.
struct ProfileCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile", abstract: "Print your answers as a profile for “fit”.")

  @Argument(
    help: "The session; the one used last without.",
    completion: .custom { _, _, _ in World.sessionNames() })
  var argument: String?
  @Option(help: .hidden) var session: String?
  @OptionGroup var options: PromptsOption

  func run(in world: World) throws {
    guard let journey = try world.journey(argument ?? session, prompts: options.prompts) else {
      throw Failure("There are no answers yet; run “nextmove” first.")
    }
    try OutputFile.print(journey.profile.yaml(), in: world)
  }
}
