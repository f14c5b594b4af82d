import ArgumentParser
import Coaching
import Foundation
import Journal
import Phrases
import QuestionFlow

/// `nextmove resume`: a session by its number.
struct ResumeCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Take up a session again.")

  @Argument(
    help: "Its number or name, as “nextmove sessions” lists it; the last one without.",
    completion: .custom { _, _, _ in World.sessionNames() })
  var session: String?
  @OptionGroup var options: PromptsOption
  @OptionGroup var output: QuietOption

  func run(in world: World) throws {
    let library = try world.library(prompts: options.prompts)
    guard let chosen = try world.session(session) else {
      throw Failure("There is no session yet; “nextmove” starts one.", status: .usage)
    }
    if let conversation = world.conversation, conversation.session.id == chosen.id {
      return try conversation.goOn(with: nil)
    }
    try Conversation(in: world, session: chosen, library: library, isQuiet: output.quiet)
      .run(.resumed)
  }
}
