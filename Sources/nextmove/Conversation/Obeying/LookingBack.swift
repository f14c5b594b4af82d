import Coaching
import Foundation
import LineEditor
import Phrases
import QuestionFlow

/// What is there to type, and what was answered.
extension Conversation {
  func help() {
    console.say()
    for command in SlashCommand.allCases {
      console.row("/\(command.rawValue)", command.help, column: 10, indent: 2)
    }
    console.say(
      "Tab completes commands and choices; on a line with a paste it shows the paste. A paste arrives as one answer.",
      .faint, indent: 2)
    guard isHome else { return }
    console.say()
    console.say(
      "Here, at home, also the name of a script, and these: \(world.commands.names.joined(separator: ", ")). “people --help” says more about one.",
      indent: 2)
  }

  func showAnswers(on console: Console) {
    let begun = journey.interviewsInOrder
    AnswersRendering(console: console).show(begun)
  }

  func revise(_ word: String) throws -> Obeyed {
    let choices = AnswerPicker(journey: journey).choices(matching: word)
    guard !choices.isEmpty else {
      console.say(
        word.isEmpty ? "Nothing is answered yet." : "No question or answer has “\(word)” in it.",
        indent: 2)
      return .stayed
    }
    var chosen = Pager(console: console, source: source).show(
      console.lines { console in
        for (index, choice) in choices.enumerated() {
          console.row("\(index + 1)", "\(choice.question)", column: 4, indent: 2)
          console.say(choice.answer, .faint, indent: 6)
        }
      })
    while true {
      let said =
        chosen.map(LineInput.line)
        ?? source.readLine(LineRequest(prompt: console.prompt("Which one?")))
      chosen = nil
      switch said {
      case .line(let line):
        let typed = line.trimmingCharacters(in: .whitespaces)
        if typed.isEmpty { return .stayed }
        guard let number = Int(typed), choices.indices.contains(number - 1) else {
          console.say(
            "It takes a number from 1 to \(choices.count), or Enter to leave it.", indent: 2)
          continue
        }
        let choice = choices[number - 1]
        return try revisit(choice.path, in: choice.script)
      case .interrupted, .end: return .stayed
      case .stopped(let signal, _): return .ended(.stopped(signal))
      }
    }
  }
}
