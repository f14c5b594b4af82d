import ArgumentParser
import Coaching
import Foundation
import Journal
import LineEditor
import Phrases
import SafeOutput
import WorkFit

/// `nextmove forget`: takes something out for good.
struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: "Take an answer, a person or more out for good.",
    discussion:
      "It is gone from the file, and no command brings it back. Export first if in doubt.",
    subcommands: [
      ForgetAnswerCommand.self, ForgetPersonCommand.self, ForgetPostingCommand.self,
      ForgetSessionCommand.self,
    ])

  /// Runs what forgets, and words a refusal.
  static func forgetting<T>(
    _ choice: SessionOption, in world: World, _ body: (Forgetting, Journey) throws -> T
  ) throws -> T {
    let journey = try choice.existing(in: world)
    do {
      let journal = try world.journal()
      let result = try body(Forgetting(journey, in: journal), journey)
      tellOfRest(in: journal, world)
      // What is open here must not go on showing what is gone.
      try journey.readAgain()
      return result
    } catch let refusal as Forgetting.Refusal {
      throw Failure(refusal.phrase, status: .usage)
    }
  }

  /// What of the forgetting is still to be done, where something is in the way.
  static func tellOfRest(in journal: Journal, _ world: World) {
    if let rest = journal.erased?.rest { world.console.say(rest) }
  }

  /// Whether the person means it; without a terminal, --yes says so.
  static func confirm(_ what: Phrase, yes: Bool, in world: World) throws {
    if yes { return }
    guard world.streams.isTyped else {
      throw Failure("\(what) would be gone for good; add --yes if that is meant.", status: .usage)
    }
    let console = world.console
    console.say("\(what) will be gone for good. Type “yes” to forget:")
    defer { world.source.close() }
    guard case .line(let line) = world.source.readLine(LineRequest(prompt: "> ")),
      ["yes", console.text("yes")].contains(
        line.trimmingCharacters(in: .whitespaces).lowercased())
    else { throw Failure("Nothing was forgotten.") }
  }
}
