import ArgumentParser
import Coaching
import Foundation
import Journal
import QuestionFlow

/// `nextmove people`: who to talk with, and how far things have come.
struct PeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people", abstract: "Keep track of whom to talk with.",
    subcommands: [
      PeopleListCommand.self, PeopleAddCommand.self, PeopleEditCommand.self,
      PeopleRemoveCommand.self,
    ], defaultSubcommand: PeopleListCommand.self)
}
