import ArgumentParser
import Coaching
import Foundation
import Journal
import LineEditor
import Phrases
import WorkFit

struct ForgetAnswerCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Forget one answer; its question is open again.")

  @Argument(help: "The question's name, such as energizers/good_day; without, they are listed.")
  var question: String?
  @Flag(help: "Do not ask again.") var yes = false
  @OptionGroup var choice: SessionOption

  func run(in world: World) throws {
    let console = world.console
    guard let question else {
      let names = try ForgetCommand.forgetting(choice, in: world) { forgetting, _ in
        forgetting.answered
      }
      for name in names { console.say("\(name)") }
      if names.isEmpty { console.say("No question has an answer yet.") }
      return
    }
    try ForgetCommand.confirm("The answer to “\(question)”", yes: yes, in: world)
    try world.forgetJudgements()
    let ask = try ForgetCommand.forgetting(choice, in: world) { forgetting, _ in
      try forgetting.answer(question)
    }
    console.say("Forgotten. The question is open again: \(ask)")
  }
}
