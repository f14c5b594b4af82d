internal import ArgumentParser
internal import Coaching
internal import Foundation
internal import Journal
internal import LineEditor
internal import Phrases
internal import WorkFit

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
      let lexicon = try Lexicon.shipped(in: world.words)
      for (index, digest) in journey.postings.enumerated() {
        let text = try journey.postingText(digest) ?? ""
        let title = Posting(text, lexicon: lexicon).title(most: 60).map(Phrase.init(verbatim:))
        console.row("\(index + 1)", title ?? "(no text)", column: 4)
      }
      if journey.postings.isEmpty { console.say("No posting has been checked yet.") }
      return
    }
    guard journey.postings.indices.contains(number - 1) else {
      throw Failure(
        "There is no posting \(number); “nextmove forget posting” lists them.", status: .usage)
    }
    try ForgetCommand.confirm("Posting \(number)", yes: yes, in: world)
    try world.forgetJudgements()
    let others = try ForgetCommand.forgetting(choice, in: world) { forgetting, journey in
      try forgetting.posting(journey.postings[number - 1])
    }
    console.say("Forgotten.")
    if !others.isEmpty {
      console.say(
        "It was checked in session \(others.map(\.description).joined(separator: ", ")) too, and stays there."
      )
    }
  }
}
