import Coaching
import Foundation
import LineEditor
import Phrases
import QuestionFlow

/// A question of the program's own, where Enter does what is offered.
///
/// Only what says yes or no is one: a question is met with what it is about, a command is one, and anything else is
/// asked back.
struct OfferedEnter {
  let console: Console
  let source: any LineSource
  /// What is asked, and what Enter does.
  let prompt: Phrase
  /// What it is about, for whoever asks back.
  let meaning: Phrase
  /// A letter that does something of its own, and the command that means the same.
  var letter: (typed: String, command: SlashCommand)?

  /// What came of asking.
  enum Outcome {
    case enter
    case yes
    case no
    case letter
    case command(SlashCommand, argument: String)
    case left
    case stopped(Int32)
  }

  /// Asks until it is known what is wanted.
  func ask() -> Outcome {
    while true {
      switch source.readLine(LineRequest(prompt: console.prompt(prompt))) {
      case .line(let line):
        if let outcome = heard(line.trimmingCharacters(in: .whitespaces)) { return outcome }
      case .interrupted, .end: return .left
      case .stopped(let signal, _): return .stopped(signal)
      }
    }
  }

  /// What a line says; `nil` where it was met, and the question is still open.
  private func heard(_ line: String) -> Outcome? {
    guard !line.isEmpty else { return .enter }
    if let letter, line.lowercased() == letter.typed { return .letter }
    switch SlashCommand.read(line) {
    case .command(let command, let argument): return obeying(command, argument)
    case .unknown(let name): return said(SlashCommand.unknown(name))
    case .answer: break
    }
    let hearing = Hearing.standard
    switch SaidTruth.truth(line, in: console.words.language) {
    case true?: return .yes
    case false?: return .no
    case nil: break
    }
    if hearing.saysItWasACommand(line) { return .yes }
    if hearing.saysItWasNeither(line) { return .no }
    switch hearing.reading(of: line) {
    case .question, .perhapsQuestion: return said(meaning)
    case .command(Hearing.staying, _): return .no
    case .command(let name, _):
      return SlashCommand(rawValue: name).flatMap { obeying($0, "") }
    case .answer:
      return said("I do not know what that means here, so nothing is done yet.")
    }
  }

  private func obeying(_ command: SlashCommand, _ argument: String) -> Outcome? {
    if let letter, command == letter.command || command == .change || command == .revise {
      return .letter
    }
    switch command {
    case .help, .why: return said(meaning)
    case .skip: return .no
    default: return .command(command, argument: argument)
    }
  }

  private func said(_ phrase: Phrase) -> Outcome? {
    console.say(phrase, indent: 2)
    return nil
  }
}
