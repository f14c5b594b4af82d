import ArgumentParser
import Coaching
import Foundation
import Phrases
import QuestionFlow

struct RoundCloseCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close the round.")

  @OptionGroup var choice: SessionOption

  func run(in world: World) throws {
    let journey = try choice.journey(in: world)
    guard let round = journey.round, round.closed == nil else {
      throw Failure("There is no open round; “nextmove round start” begins one.", status: .usage)
    }
    try journey.closeRound(on: world.today, at: world.now)
    world.console.say(
      "Closed, with \(Round.conversations(with: journey.contacts.all)) of \(round.goal) conversations. “nextmove start debrief” asks what is clearer now."
    )
  }
}
