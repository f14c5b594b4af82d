import Coaching
import Foundation
import Journal
import LineEditor
import Phrases
import QuestionFlow
import WorkFit

extension Conversation {
  /// What a command came to.
  enum Obeyed {
    /// The same question is still open.
    case stayed
    /// There may be another question now.
    case moved
    case ended(Ending)
  }

  /// Does what was asked for at a question.
  func obey(
    _ command: SlashCommand, _ argument: String, at step: Step, of interview: Interview,
    in script: String, _ input: inout AnswerInput
  ) throws -> Obeyed {
    switch command {
    case .why where argument.trimmingCharacters(in: .whitespaces).isEmpty:
      let why = interview.script.item(step.path.item)?.why?.text(in: interview.language)
      console.say(
        why.map(Phrase.init(verbatim:)) ?? "The script gives no reason for this question.",
        indent: 2)
    case .skip:
      if input.hasEntries || input.gathersLines && !input.passedOver.isEmpty {
        console.say(
          "(The entries so far are kept, and are there again when you come back to it.)", .faint,
          indent: 2)
      } else if !input.passedOver.isEmpty {
        console.say(
          "(“\(ShortName.of(input.passedOver))” is kept: /back and Up bring it back.)", .faint,
          indent: 2)
      }
      let obeyed = try change(interview.declining(step), in: script)
      if case .moved = obeyed, !input.skippedBy.isEmpty {
        console.say("(Left open: “\(ShortName.of(input.skippedBy))”.)", .faint, indent: 2)
      }
      input.skippedBy = ""
      return obeyed
    case .back:
      guard let (target, event) = journey.goingBack(from: step, in: script) else {
        console.say("This is the first question.", indent: 2)
        return .stayed
      }
      return try change(event, in: target)
    case .edit:
      return try edit(at: step, of: interview, in: script, &input)
    case .paste:
      return try paste(at: step, of: interview, in: script, &input)
    case .list, .change, .move, .swap, .remove:
      arrange(command, argument, at: step, of: interview, &input)
    case .undo where input.hasEntries:
      takeBackLastEntry(&input)
    case .home:
      isHome = true
      return .moved
    default:
      let obeyed = try obeyAnywhere(command, argument)
      if case .stayed = obeyed, command == .fit {
        console.say("Back to where we were: \(step.text)", .strong)
      }
      return obeyed
    }
    return .stayed
  }

  /// Does what can be asked for at a question and at home alike.
  func obeyAnywhere(_ command: SlashCommand, _ argument: String) throws -> Obeyed {
    switch command {
    case .quit: return .ended(.left)
    case .help: help()
    case .answers: showAnswers(on: console)
    case .review:
      let pager = Pager(console: console, source: source)
      if let typed = pager.show(console.lines { showAnswers(on: $0) }) {
        guard case .command(let command, let argument) = SlashCommand.read(typed) else {
          console.say("“\(ShortName.of(typed))” was not taken as an answer.", indent: 2)
          break
        }
        return try obeyAnywhere(command, argument)
      }
    case .undo: return try undo()
    case .revise: return try revise(argument)
    case .fit:
      if let ending = try fit(argument) { return .ended(ending) }
    case .posting, .postings:
      if let ending = try postings(command, argument) { return .ended(ending) }
    case .disagree, .agree, .teach, .corrections:
      try Arguing(conversation: self).obey(command, argument)
    case .why where !argument.trimmingCharacters(in: .whitespaces).isEmpty:
      Arguing(conversation: self).explain(argument)
    case .back, .skip, .why, .edit, .paste, .home, .list, .change, .move, .swap, .remove:
      console.say("No question is open here.", indent: 2)
    }
    return .stayed
  }

  /// Says how far a posting has come, or lists them all: as the command of the program does.
  private func postings(_ command: SlashCommand, _ argument: String) throws -> Ending? {
    let words = ShellWords.split(argument)
    let isOrder = command == .postings && !words.isEmpty
    return try runCommand(
      [SlashCommand.posting.rawValue] + (isOrder ? ["--sort"] : []) + words, typed: argument)
  }

  private func undo() throws -> Obeyed {
    guard let question = journey.lastAnswered else {
      console.say("There is nothing to take back.", indent: 2)
      return .stayed
    }
    let entries = journey.lastListGiven
    do {
      try journey.undo(at: world.now)
      if let entries { try keep(entries: entries) }
    } catch let error as JournalError where error.reason == .moved {
      // What came last is another answer now, which nobody asked to take back.
      return .moved
    }
    console.say("Taken back: the answer to “\(question)”.", indent: 2)
    isHome = false
    return .moved
  }

  /// Keeps the entries of a list that was taken back, so that it is open again with all of them on it.
  private func keep(entries: Journey.ListGiven) throws {
    guard let step = journey.interviews[entries.script]?.nextStep, step.path == entries.path,
      step.form == .question
    else { return }
    try journey.keep(
      draft: entries.texts.joined(separator: "\n"), of: step, in: entries.script, at: world.now)
  }

  func change(_ event: Event, in script: String) throws -> Obeyed {
    do {
      say(try journey.apply(event, to: script, at: world.now))
    } catch let rejection as Rejection {
      console.say(rejection.phrase, indent: 2)
      return journey.meanwhile == nil ? .stayed : .moved
    }
    return .moved
  }
}
