import Coaching
import Foundation
import Journal
import LineEditor
import Phrases
import QuestionFlow

extension Conversation {
  /// Asks the present question of a script until something moves; an ending where the person leaves.
  func ask(_ script: String) throws -> Ending? {
    guard let interview = try journey.open(script, at: world.now), let step = interview.nextStep
    else {
      return nil
    }
    introduce(interview.script)
    if interview.script.item(step.path.item)?.isNote == true {
      return try tell(step, in: script)
    }
    let today = world.today
    StepRendering(
      console: console, today: today, energyLog: journey.energyLog,
      outline: journey.sheet.text(.outlineDoing)
    ).show(
      step, of: interview)
    var input = AnswerInput(
      source: source, interview: interview, step: step, today: today,
      programCommands: world.commands.names, scripts: library.volumes.map(\.script),
      words: console.words,
      keep: { [journey, world] text in
        // What cannot be kept safe now is still in the line, and is saved when it is sent.
        try? journey.keep(draft: text, of: step, in: script, at: world.now)
      })
    takeUp(try journey.draft(of: step, in: script), in: &input)
    hasAsked = true
    while true {
      let outcome = input.read()
      if let count = input.takenUnsaid {
        input.takenUnsaid = nil
        console.say("(The line before was taken as \(count) entries.)", .faint, indent: 2)
      }
      switch outcome {
      case .answer(let text):
        guard let remedy = try take(text, at: step, of: interview, in: script, today: today) else {
          return nil
        }
        try mend(text, remedy, at: step, in: script, &input)
      case .gathered: break
      case .repeated(let entry):
        console.say("“\(entry)” is on the list already, so it is not put there twice.", indent: 2)
      case .doubtful(let ask): console.say(ask, indent: 2)
      case .offeredAgain:
        for (letter, reading) in zip(AnswerInput.letters, input.offered) {
          console.row(Phrase(verbatim: letter), reading.words, column: 4, indent: 2)
        }
        console.say(Self.offer(of: input.offered.count), .faint, indent: 2)
      case .puzzled(let words):
        input.refused = words
        explain(step, of: interview)
      case .severalEntries(let parts): offer(parts)
      case .program(let words):
        // The question is asked again after it, or another one is where the command turned to that.
        return try runCommand(words, typed: "")
      case .unknown(let name): console.say(SlashCommand.unknown(name), indent: 2)
      case .command(let command, let argument):
        switch try obey(command, argument, at: step, of: interview, in: script, &input) {
        case .ended(let ending): return ending
        case .moved: return nil
        case .stayed: if journey.meanwhile != nil { return nil }
        }
      case .interrupted(let typed):
        guard typed.isEmpty else { continue }
        return .left
      case .end: return source.isInteractive ? .left : .inputRanOut
      case .stopped(let signal): return .stopped(signal)
      }
    }
  }

  /// Says what is said and not asked.
  private func tell(_ step: Step, in script: String) throws -> Ending? {
    console.say()
    console.say("\(step.text)")
    _ = try journey.apply(.answer(step.path, .seen), to: script, at: world.now)
    return nil
  }

  /// Puts what had been begun where it was.
  private func takeUp(_ draft: String, in input: inout AnswerInput) {
    guard !draft.isEmpty else { return }
    guard input.gathersLines else { return takeUpWords(draft, in: &input) }
    input.lines = draft.split(whereSeparator: \.isNewline).map(String.init)
    console.say("You had begun: \(input.lines.joined(separator: "; "))", indent: 2)
  }

  /// A line in the middle of which the program ended is gone on with; any other, such as one that was not taken,
  /// is on Up, so that nothing is glued to it.
  private func takeUpWords(_ draft: String, in input: inout AnswerInput) {
    let step = input.step
    let isTakeable =
      (try? input.interview.event(for: draft, at: step, today: input.today)) != nil
      && Hearing.standard.reading(of: draft) == .answer
      && Hearing.standard.emptiness(
        of: draft, asked: step.text, isText: input.isText) == nil
    if isTakeable, !hasAsked, step.previous == nil {
      console.say("(As you left it; Enter sends it.)", .faint, indent: 2)
      input.initial = draft
      return
    }
    input.refused = draft
    let start = ShortName.of(draft.split(whereSeparator: \.isNewline).first.map(String.init) ?? "")
    guard isTakeable, step.previous == nil else {
      return console.say(
        "(You had written “\(start)”; Up brings it back.)", .faint, indent: 2)
    }
    input.begun = draft
    console.say(
      "(You had written “\(start)”; Enter sends it, Up brings it back to change.)", .faint,
      indent: 2)
  }

  /// Keeps an answer that was not taken at hand: the entries of a list stay, anything else comes back on Up,
  /// and nothing stands in the line that the next answer is typed into.
  func mend(
    _ text: String, _ remedy: Remedy, at step: Step, in script: String, _ input: inout AnswerInput
  ) throws {
    let entries = text.split(whereSeparator: \.isNewline).map(String.init)
    input.lines = []
    input.initial = ""
    switch remedy {
    case .tooFew: input.lines = entries
    case .choose(let readings):
      input.offered = readings
      input.refused = text
    case .mend where input.gathersLines && !entries.isEmpty:
      input.lines = entries
      show(entries: entries)
    case .mend:
      guard text.contains(where: { !$0.isWhitespace }) else { return }
      input.refused = text
      if source.isInteractive { console.say("(Up brings it back.)", .faint, indent: 2) }
    }
    guard !text.isEmpty else { return }
    do {
      try journey.keep(draft: text, of: step, in: script, at: world.now)
    } catch let error as JournalError {
      throw Failure("\(error) What you typed last was not saved: \(text)")
    }
  }

  /// What is to be done about an answer that was not taken.
  enum Remedy {
    /// More lines of a list are needed.
    case tooFew
    /// It can be read in several ways, and one of them may be taken as it is.
    case choose([Reading])
    /// The answer is to be written differently.
    case mend
  }

  /// Takes an answer; where it cannot be taken, the person is told why.
  func take(
    _ text: String, at step: Step, of interview: Interview, in script: String, today: CalendarDate
  ) throws -> Remedy? {
    var event: Event?
    do {
      let given =
        step.isKept(by: text)
        ? Event.confirm(step.path) : try interview.event(for: text, at: step, today: today)
      event = given
      let isInsistedOn = refusedAsThin.map { $0 == (step.path, text) } ?? false
      refusedAsThin = nil
      say(try journey.apply(given, to: script, isInsistedOn: isInsistedOn, at: world.now))
      if let understood = interview.understanding(of: given, typed: text) {
        console.say("(Understood: \(understood).)", .faint, indent: 2)
      }
      return nil
    } catch let rejection as Rejection {
      console.say(rejection.phrase, indent: 2)
      if journey.meanwhile != nil {
        // The question may be another one by now.
        console.say("Not saved, so that you can paste it again: \(text)")
        return nil
      }
      if case .tooFew = rejection.reason { return .tooFew }
      if case .check = rejection.reason, let event, journey.canInsist(on: event, in: script) {
        refusedAsThin = (step.path, text)
        console.say("(If that is what you mean, send it once more.)", .faint, indent: 2)
      }
      guard !rejection.readings.isEmpty else { return .mend }
      console.say(Self.offer(of: rejection.readings.count), .faint, indent: 2)
      return .choose(rejection.readings)
    } catch let error as JournalError {
      throw Failure("\(error) What you typed last was not saved: \(text)")
    }
  }

  /// How one of several readings is taken; letters, because a number could be an answer itself.
  private static func offer(of count: Int) -> Phrase {
    switch count {
    case 1: "(a takes that; or write it anew.)"
    case 2: "(a takes the first, b takes the second; or write it anew.)"
    default: "(a takes the first, b takes the second, c takes the third; or write it anew.)"
    }
  }

  /// What an answer brought about besides itself.
  func say(_ notes: [Note]) {
    var dormant = 0
    var returned = 0
    for note in notes {
      switch note {
      case .becameDormant: dormant += 1
      case .returned: returned += 1
      case .becameStale: break
      }
    }
    if dormant == 1 {
      console.say(
        "(One answer no longer applies. It is kept, and comes back when it applies again.)", .faint,
        indent: 2)
    } else if dormant > 1 {
      console.say(
        "(\(dormant) answers no longer apply. They are kept, and come back when they apply again.)",
        .faint,
        indent: 2)
    }
    if returned > 0 {
      console.say(
        .counted(
          returned, one: "(One earlier answer applies again.)",
          many: "(\(returned) earlier answers apply again.)"), .faint, indent: 2)
    }
  }
}

extension Step {
  /// Whether an empty line keeps the answer that is there.
  fileprivate func isKept(by text: String) -> Bool {
    guard previous != nil, text.allSatisfy(\.isWhitespace) else { return false }
    if case .probe = form { return false }
    return true
  }
}
