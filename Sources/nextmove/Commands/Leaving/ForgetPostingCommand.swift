import ArgumentParser
import Coaching
import Foundation
import Journal
import LineEditor
import Phrases

struct ForgetPostingCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "posting", abstract: "Forget a posting and what was found in it.")

  @Argument(help: "Its number; without, they are listed.") var number: Int?
  @Flag(help: "Do not ask again.") var yes = false
  @OptionGroup var choice: SessionOption

  func run(in world: World) throws {
    let journey = try choice.existing(in: world)
    let console = world.console
    guard let number else {
      let names = try PostingNames(of: journey, in: world)
      for (index, posting) in journey.postings.enumerated() {
        console.row("\(index + 1)", Phrase(verbatim: try names.name(of: posting)), column: 4)
      }
      if journey.postings.isEmpty { console.say("No posting has been checked yet.") }
      return
    }
    let (_, posting) = try PostingCommand.posting(String(number), of: journey)
    try ForgetCommand.confirm("Posting \(number)", yes: yes, in: world)
    try world.forgetJudgements()
    let others = try ForgetCommand.forgetting(choice, in: world) { forgetting, _ in
      try forgetting.posting(posting.digest)
    }
    console.say("Forgotten.")
    if !others.isEmpty {
      console.say(
        "It was checked in session \(others.map(\.description).joined(separator: ", ")) too, and stays there."
      )
    }
  }
}
