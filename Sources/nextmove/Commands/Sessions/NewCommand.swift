import ArgumentParser
import Coaching
import Foundation
import Journal
import QuestionFlow

/// `nextmove new`: another session beside those there are.
struct NewCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Start another session.")

  @Argument(help: "What to call it.") var name: String?
  @OptionGroup var options: PromptsOption
  @OptionGroup var output: QuietOption

  func run(in world: World) throws {
    let library = try world.library(prompts: options.prompts)
    let session = try world.journal().startSession(
      name: name.map { String($0.prefix(80)) }, at: world.now)
    try Conversation(in: world, session: session, library: library, isQuiet: output.quiet).run(.new)
  }
}
