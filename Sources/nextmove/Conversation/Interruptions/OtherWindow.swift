import Coaching
import Foundation
import Journal
import LineEditor
import Phrases
import QuestionFlow

/// What there is to do where the session is open in another window.
struct OtherWindow {
  let conversation: Conversation

  enum Choice {
    case takeOver
    case leave
    case stopped(Int32)
  }

  private var console: Console { conversation.console }

  func ask() throws -> Choice {
    console.say("This session is open in another window.", .strong)
    console.row("1", "take over here; the other window will notice", column: 4, indent: 2)
    console.row("2", "watch what is answered there", column: 4, indent: 2)
    console.row("3", "leave it (“nextmove new” starts another session)", column: 4, indent: 2)
    while true {
      switch conversation.source.readLine(LineRequest(prompt: console.prompt("Which?"))) {
      case .line(let line):
        switch line.trimmingCharacters(in: .whitespaces).lowercased() {
        case "1", "take over", "take": return .takeOver
        case "2", "watch": return try watch()
        case "3", "leave", "q", "/quit", "": return .leave
        default: console.say("It takes 1, 2 or 3.", indent: 2)
        }
      case .interrupted, .end: return .leave
      case .stopped(let signal, _): return .stopped(signal)
      }
    }
  }

  /// Shows answers as they come, until a key is pressed.
  private func watch() throws -> Choice {
    console.say("Watching; any key stops.", .faint)
    // What is seen here need not be told again.
    defer { _ = conversation.journey.takeMeanwhile() }
    var shown = try answers()
    while !conversation.source.waitForKey(milliseconds: 500) {
      let present = try answers()
      for line in present where !shown.contains(line) {
        console.say()
        console.say("\(line.question)", .faint)
        console.say(line.answer, indent: 2)
      }
      shown = present
    }
    return try ask()
  }

  /// Says what other windows have written meanwhile. Where both answered one question, the answer from
  /// here counts, and the other is offered.
  func hear() throws -> Conversation.Ending? {
    guard let meanwhile = conversation.journey.takeMeanwhile() else { return nil }
    console.say()
    guard meanwhile.hasMoved else {
      console.say("(Something was added to this session in another window meanwhile.)", .faint)
      return nil
    }
    console.say(
      "This session was continued in another window meanwhile; here is where it stands now.")
    guard let conflict = meanwhile.conflict else { return nil }
    console.say("There, the same question was answered: \(conflict.words)")
    console.say("Your answer from here came later and counts; the other is kept.")
    guard conversation.source.isInteractive else { return nil }
    return try settle(conflict)
  }

  private func settle(_ conflict: Meanwhile.Conflict) throws -> Conversation.Ending? {
    console.row("1", "leave it so", column: 4, indent: 2)
    console.row("2", "take the other answer", column: 4, indent: 2)
    while true {
      switch conversation.source.readLine(LineRequest(prompt: console.prompt("Which?"))) {
      case .line(let line):
        switch line.trimmingCharacters(in: .whitespaces).lowercased() {
        case "1", "": return nil
        case "/quit", "q": return .left
        case "2":
          _ = try conversation.change(conflict.event, in: conflict.script)
          return nil
        default: console.say("It takes 1 or 2.", indent: 2)
        }
      case .interrupted: return nil
      case .end: return .left
      case .stopped(let signal, _): return .stopped(signal)
      }
    }
  }

  private struct Line: Hashable {
    let question: String
    let answer: Phrase
  }

  private func answers() throws -> [Line] {
    try conversation.journey.readUp()
    return AnswerPicker(journey: conversation.journey).choices(matching: "").map {
      Line(question: $0.question, answer: $0.answer)
    }
  }
}
