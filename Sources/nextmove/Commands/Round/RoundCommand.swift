import ArgumentParser
import Coaching
import Foundation
import QuestionFlow

/// `nextmove round`: a round of informational interviews, and where it stands.
struct RoundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "round", abstract: "Start a round of conversations, and see how far it is.",
    subcommands: [RoundShowCommand.self, RoundStartCommand.self, RoundCloseCommand.self],
    defaultSubcommand: RoundShowCommand.self)
}
