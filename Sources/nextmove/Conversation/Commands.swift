internal import Coaching
internal import Foundation
internal import Journal
internal import LineEditor
internal import QuestionFlow
internal import WorkFit

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
      console.say(why ?? "The script gives no reason for this question.", indent: 2)
    case .skip: return try change(interview.declining(step), in: script)
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
    case .list, .change, .move, .remove:
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
      Pager(console: console, source: source).show(console.lines { showAnswers(on: $0) })
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
    case .back, .skip, .why, .edit, .paste, .home, .list, .change, .move, .remove:
      console.say("There is no question open.", indent: 2)
    }
    return .stayed
  }

  private func undo() throws -> Obeyed {
    guard let question = journey.lastAnswered else {
      console.say("There is nothing to take back.", indent: 2)
      return .stayed
    }
    do {
      try journey.undo(at: world.now)
    } catch let error as JournalError where error.reason == .moved {
      // What came last is another answer now, which nobody asked to take back.
      return .moved
    }
    console.say("Taken back: the answer to “\(question)”.", indent: 2)
    isHome = false
    return .moved
  }

  func change(_ event: Event, in script: String) throws -> Obeyed {
    do {
      say(try journey.apply(event, to: script, at: world.now))
    } catch let rejection as Rejection {
      console.say(rejection.description, indent: 2)
      return journey.meanwhile == nil ? .stayed : .moved
    }
    return .moved
  }

  private func send(
    _ text: String, at step: Step, of interview: Interview, in script: String,
    _ input: inout AnswerInput
  ) throws -> Obeyed {
    let today = world.today
    guard let remedy = try take(text, at: step, of: interview, in: script, today: today) else {
      return .moved
    }
    // Mended in the editor again, or in the line.
    try mend(text, remedy, at: step, in: script, &input)
    return .stayed
  }

  /// Takes several lines as one answer; in a list they go behind those that were typed.
  private func paste(
    at step: Step, of interview: Interview, in script: String, _ input: inout AnswerInput
  ) throws -> Obeyed {
    let before = try journey.draft(of: step, in: script)
    let keep = input.keep
    let begun = input
    switch LinesPrompt(console: console, source: source, keep: { keep(begun.whole($0)) }).answer() {
    case .text(let text):
      return try send(input.whole(text), at: step, of: interview, in: script, &input)
    case .none:
      // What was left of it is not wanted; what was there before is.
      try journey.keep(draft: before, of: step, in: script, at: world.now)
      return .stayed
    case .stopped(let signal): return .ended(.stopped(signal))
    }
  }

  // MARK: - Writing in an editor

  private func edit(
    at step: Step, of interview: Interview, in script: String, _ input: inout AnswerInput
  ) throws -> Obeyed {
    guard source.isInteractive else {
      console.say("There is no terminal for an editor here.", indent: 2)
      return .stayed
    }
    var before = input.whole(input.split?.line ?? "")
    if before.isEmpty { before = input.refused.isEmpty ? input.initial : input.refused }
    if before.isEmpty { before = try journey.draft(of: step, in: script) }
    if before.isEmpty, step.form == .question {
      before = Self.editable(interview.answer(to: step.path))
    }
    let edited: String
    do throws(Failure) {
      switch try Editor.edit(before, in: world) {
      case .text(let text): edited = text
      case .unchanged:
        console.say("Left as it was.", indent: 2)
        return .stayed
      case .stopped(let signal, let saved):
        if let saved { try? journey.keep(draft: saved, of: step, in: script, at: world.now) }
        return .ended(.stopped(signal))
      }
    } catch {
      console.say(error.message, indent: 2)
      return .stayed
    }
    input.split = nil
    guard edited.contains(where: { !$0.isWhitespace }) else {
      console.say("The editor left nothing; the question is still open.", indent: 2)
      return .stayed
    }
    return try send(edited, at: step, of: interview, in: script, &input)
  }

  /// An answer as lines to edit; the numbers before a list's elements keep who is who.
  private static func editable(_ answer: Answer?) -> String {
    switch answer {
    case .text(let text)?, .posting(let text)?: text
    case .list(let elements)?:
      elements.enumerated().map { "\($0.offset + 1). \($0.element.text)" }.joined(separator: "\n")
    default: ""
    }
  }

  // MARK: - Looking back

  private func help() {
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
      "Here, at home, also the name of a script, and these: \(NextMove.commandNames.joined(separator: ", ")). “people --help” says more about one.",
      indent: 2)
  }

  private func showAnswers(on console: Console) {
    let begun = journey.scripts.compactMap { journey.interviews[$0.id] }
    AnswersRendering(console: console).show(begun)
  }

  private func revise(_ word: String) throws -> Obeyed {
    let choices = AnswerPicker(journey: journey).choices(matching: word)
    guard !choices.isEmpty else {
      console.say(
        word.isEmpty ? "Nothing is answered yet." : "No question or answer has “\(word)” in it.",
        indent: 2)
      return .stayed
    }
    Pager(console: console, source: source).show(
      console.lines { console in
        for (index, choice) in choices.enumerated() {
          console.row(String(index + 1), choice.question, column: 4, indent: 2)
          console.say(choice.answer, .faint, indent: 6)
        }
      })
    while true {
      switch source.readLine(LineRequest(prompt: "Which one? ")) {
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

  // MARK: - The fit-check

  func fit(_ argument: String) throws -> Ending? {
    guard !journey.profile.isEmpty else {
      console.say(
        "There is nothing to hold a posting against yet; it takes at least your energizers.",
        indent: 2)
      return nil
    }
    if argument.isEmpty {
      switch try PostingInput(journey: journey, world: world).read() {
      case .text(let posting):
        do throws(Failure) { try check(TextAsRead(posting)) } catch {
          console.say(error.message, indent: 2)
        }
      case .none: console.say("No posting, then; nothing was checked.", indent: 2)
      case .stopped(let signal): return .stopped(signal)
      }
    } else if argument == "last" {
      guard let text = try journey.lastPostingText() else {
        console.say("No posting has been checked yet.", indent: 2)
        return nil
      }
      do throws(Failure) { try check(TextAsRead(text)) } catch {
        console.say(error.message, indent: 2)
      }
    } else {
      do throws(Failure) {
        try check(try TextInput.posting(argument))
      } catch {
        console.say(error.message, indent: 2)
      }
    }
    return nil
  }

  /// Says how far a posting has come, or lists them all: as the command of the program does.
  private func postings(_ command: SlashCommand, _ argument: String) throws -> Ending? {
    let words = ShellWords.split(argument)
    let isOrder = command == .postings && !words.isEmpty
    return try runCommand(
      [SlashCommand.posting.rawValue] + (isOrder ? ["--sort"] : []) + words, typed: argument)
  }

  func check(_ posting: TextAsRead) throws(Failure) {
    let check = try world.fitCheck()
    let profile = journey.profile
    let result: FitResult
    // In the terminal's own modes Ctrl-C is a signal, and comes through while this reads.
    source.close()
    do {
      result = try Progress.reading { try check.check(posting, against: profile, goOn: $0) }
    } catch let stopped as Interruption.Stopped {
      throw try keep(posting, after: stopped)
    } catch {
      throw Failure(World.readingFault(error))
    }
    let changes: [String]
    do {
      changes = try journey.remember(posting: posting.given, result, at: world.now)
    } catch {
      throw Failure(
        "\((error as? JournalError)?.description ?? "\(error).") The posting was not saved.")
    }
    lastFindings = FitRendering.numbered(result)
    do {
      try FitScreen(console: console, source: source, conversation: self)
        .show(result, changes: changes)
    } catch {
      throw (error as? Failure) ?? Failure((error as? JournalError)?.description ?? "\(error).")
    }
    if !lastFindings.isEmpty {
      console.say(
        "(/why N shows what it rests on; /disagree N where I misread you or the line; /teach WORDS = WHAT YOU MEAN; /fit last checks it again.)",
        .faint)
    }
  }
}

extension Conversation {
  /// Keeps a posting whose reading was stopped; all of it is saved then, so another signal than Ctrl-C may
  /// end the program.
  private func keep(
    _ posting: TextAsRead, after stopped: Interruption.Stopped
  ) throws(Failure) -> Failure {
    do {
      try journey.keep(posting: posting.given, at: world.now)
    } catch {
      throw Failure(
        "\((error as? JournalError)?.description ?? "\(error).") The posting was not saved.")
    }
    if stopped.signal != SIGINT { raise(stopped.signal) }
    return Failure("The reading was stopped. The posting is kept; “/fit last” reads it.")
  }
}

/// The answers that there are to choose from.
struct AnswerPicker {
  let journey: Journey

  struct Choice {
    let script: String
    let path: Path
    let question: String
    let answer: String
  }

  /// Answers that apply, whose question or words contain a word, without regard to case.
  func choices(matching word: String) -> [Choice] {
    journey.scripts.flatMap { script -> [Choice] in
      guard let interview = journey.interviews[script.id] else { return [] }
      return interview.review.compactMap { line in
        let answer: String
        switch line.state {
        case .answered(let words): answer = words
        case .stale(let words): answer = "\(words) (the question has changed since)"
        case .declined: answer = "(left open)"
        case .open, .dormant: return nil
        }
        let isWanted =
          word.isEmpty || line.question.localizedCaseInsensitiveContains(word)
          || answer.localizedCaseInsensitiveContains(word)
        return isWanted
          ? Choice(script: script.id, path: line.path, question: line.question, answer: answer)
          : nil
      }
    }
  }
}
