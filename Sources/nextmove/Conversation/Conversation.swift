internal import ArgumentParser
internal import Coaching
internal import Foundation
internal import Journal
internal import LineEditor
internal import QuestionFlow
internal import WorkFit

/// The conversation: asks, listens, saves, and says what became of it.
///
/// Every answer is in the journal before the next question shows, so the loop may end anywhere.
final class Conversation {
  /// How a conversation begins.
  enum Opening {
    /// Nothing was saved before.
    case first
    /// Another session beside those there are.
    case new
    case resumed
    /// An author walks through scripts, and nothing is kept.
    case preview
  }

  /// Why the loop ends.
  enum Ending {
    case left
    case inputRanOut
    case stopped(Int32)
  }

  private let journal: Journal
  private let session: Session
  private let library: ScriptLibrary
  private let console: Console
  private let source: any LineSource
  private var journey: Journey
  private var titled: Set<String> = []
  private var isPreview = false
  private let language = Home().language

  init(
    journal: Journal, session: Session, library: ScriptLibrary, console: Console = Console()
  ) throws {
    self.journal = journal
    self.session = session
    self.library = library
    self.console = console
    source = Terminal.lineSource(console: console)
    journey = try Journey(session, in: journal, library: library, language: language)
  }

  /// Runs until the person leaves or the input ends.
  func run(_ opening: Opening) throws {
    if journey.isBehindLibrary {
      let report = try journey.migrate(at: Date())
      if !report.sentences.isEmpty {
        console.say(
          (["The questions have changed since you were last here."] + report.sentences)
            .joined(separator: " "))
        console.say()
      }
    }
    isPreview = opening == .preview
    greet(opening)
    switch try converse() {
    case .left where opening == .preview:
      console.say()
      console.say("The end of the preview; nothing was kept.")
    case .left:
      console.say()
      console.say("All of it is saved. “nextmove” brings you back to this point.")
    case .inputRanOut:
      throw ranOut()
    case .stopped(let signal):
      throw ExitCode(128 + signal)
    }
  }

  private func converse() throws -> Ending {
    while true {
      guard let script = journey.present else {
        if isPreview { return .left }
        if let ending = try rest() { return ending }
        continue
      }
      if let ending = try ask(script) { return ending }
    }
  }

  // MARK: - Words around the questions

  private func greet(_ opening: Opening) {
    switch opening {
    case .first:
      console.say("Welcome. This is a conversation about what your next move could be.", .strong)
      console.say("Every answer is saved as you give it, on this computer and nowhere else.")
      console.say("Type /help for what else you can do, /quit to leave; you can always come back.")
    case .new:
      console.say("A fresh start: this is session \(session.id).", .strong)
      console.say("Every answer is saved as you give it; your other sessions are untouched.")
    case .preview:
      console.say("A preview: nothing is kept.", .strong)
    case .resumed:
      let progress = journey.progress
      console.say("Welcome back.", .strong)
      console.say(
        "\(whereItStands()) \(progress.done) of \(progress.total) questions are answered so far.")
    }
    if journey.unreadable > 0 {
      console.say(
        "\(journey.unreadable) saved entries of this session could not be read by this version; they are kept as they are."
      )
    }
  }

  private func whereItStands() -> String {
    guard let id = journey.present, let script = journey.scripts.first(where: { $0.id == id })
    else { return "You have answered everything there is to ask." }
    let title = script.title.text(in: language)
    guard let interview = journey.interviews[id], let step = interview.nextStep else {
      return "Next comes “\(title)”."
    }
    // A script already begun is not introduced again.
    titled.insert(id)
    let element = step.rosters.last.map { ", at “\($0.element)”" } ?? ""
    let section = step.section.map { ", “\($0)”" } ?? ""
    return "You were in “\(title)”\(section)\(element)."
  }

  private func introduce(_ script: Script) {
    guard titled.insert(script.id).inserted else { return }
    console.say()
    console.say(script.title.text(in: language), .strong)
    if let about = script.about { console.say(about.text(in: language)) }
  }

  /// Input from a pipe or a file has ended with a question open.
  private func ranOut() -> Failure {
    guard let id = journey.present, let step = journey.interviews[id]?.nextStep else {
      return Failure("The input ended; everything before is saved.")
    }
    return Failure(
      "The input ended at “\(id)/\(step.path)” (\(step.text)); everything before is saved.")
  }

  // MARK: - One question

  private func ask(_ script: String) throws -> Ending? {
    guard let interview = try journey.open(script, at: Date()), let step = interview.nextStep else {
      return nil
    }
    introduce(interview.script)
    let today = CalendarDate(Date())
    StepRendering(console: console, today: today).show(step, of: interview)
    var input = AnswerInput(source: source, interview: interview, step: step, today: today)
    input.lines = journey.draft(of: step, in: script)
    if !input.lines.isEmpty {
      console.say("You had begun: \(input.lines.joined(separator: "; "))", indent: 2)
    }
    while true {
      switch input.read() {
      case .answer(let text):
        switch try take(text, at: step, of: interview, in: script, today: today) {
        case nil: return nil
        case .tooFew?: break
        case .mend?:
          input.initial = input.lines.isEmpty || source.lastLineWasPasted ? text : ""
          input.lines = []
        }
      case .gathered:
        try journey.keep(draft: input.lines, of: step, in: script, at: Date())
      case .unknown(let name):
        console.say(unknown(name), indent: 2)
      case .command(let command, let argument):
        switch try obey(command, argument, at: step, of: interview, in: script) {
        case .ended(let ending): return ending
        case .moved: return nil
        case .stayed: break
        }
      case .interrupted(let typed):
        guard typed.isEmpty else { continue }
        return .left
      case .end:
        return source.isInteractive ? .left : .inputRanOut
      case .stopped(let signal):
        return .stopped(signal)
      }
    }
  }

  private func unknown(_ name: String) -> String {
    let known = SlashCommand.allCases.map { "/\($0.rawValue)" }.joined(separator: " ")
    return """
      There is no command “/\(name)”; there are \(known). (For an answer that begins with a slash, \
      put a space before it.)
      """
  }

  /// What is to be done about an answer that was not taken.
  private enum Remedy {
    /// More lines of a list are needed.
    case tooFew
    /// The answer is to be written differently.
    case mend
  }

  /// Takes an answer; where it cannot be taken, the person is told why.
  private func take(
    _ text: String, at step: Step, of interview: Interview, in script: String, today: CalendarDate
  ) throws -> Remedy? {
    do {
      let event =
        step.isKept(by: text)
        ? Event.confirm(step.path) : try interview.event(for: text, at: step, today: today)
      say(try journey.apply(event, to: script, at: Date()), of: script)
      return nil
    } catch let rejection as Rejection {
      console.say(rejection.description, indent: 2)
      if case .tooFew = rejection.reason { return .tooFew }
      return .mend
    } catch let error as JournalError where error.reason == .moved {
      try catchUp(typed: text)
      return nil
    } catch let error as JournalError {
      throw Failure("\(error.description) What you typed last was not saved: \(text)")
    }
  }

  /// Reads the session again after another window has written to it.
  private func catchUp(typed: String) throws {
    journey = try Journey(session, in: journal, library: library, language: language)
    console.say()
    console.say(
      "This session was continued in another window meanwhile; here is where it stands now.")
    if !typed.isEmpty { console.say("Not saved, so that you can paste it again: \(typed)") }
  }

  /// What an answer brought about besides itself.
  private func say(_ notes: [Note], of script: String) {
    var dormant = 0
    var returned = 0
    for note in notes {
      switch note {
      case .becameDormant: dormant += 1
      case .returned: returned += 1
      case .becameStale: break
      }
    }
    if dormant > 0 {
      console.say(
        "(\(Self.counted(dormant, "answer")) no longer \(dormant == 1 ? "applies" : "apply"); kept, and back when \(dormant == 1 ? "it does" : "they do").)",
        .faint, indent: 2)
    }
    if returned > 0 {
      console.say(
        "(\(Self.counted(returned, "earlier answer")) \(returned == 1 ? "applies" : "apply") again.)",
        .faint, indent: 2)
    }
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  // MARK: - Commands

  private enum Obeyed {
    /// The same question is still open.
    case stayed
    /// There may be another question now.
    case moved
    case ended(Ending)
  }

  private func obey(
    _ command: SlashCommand, _ argument: String, at step: Step, of interview: Interview,
    in script: String
  ) throws -> Obeyed {
    switch command {
    case .quit: return .ended(.left)
    case .help: help()
    case .why:
      let why = interview.script.item(step.path.item)?.why?.text(in: interview.language)
      console.say(why ?? "The script gives no reason for this question.", indent: 2)
    case .answers: showAnswers()
    case .fit:
      if let ending = try fit(argument) { return .ended(ending) }
      console.say("Back to where we were: \(step.text)", .strong)
    case .skip:
      return try change(interview.declining(step), in: script)
    case .back:
      guard let (target, event) = journey.goingBack(from: step, in: script) else {
        console.say("This is the first question.", indent: 2)
        return .stayed
      }
      return try change(event, in: target)
    }
    return .stayed
  }

  private func change(_ event: Event, in script: String) throws -> Obeyed {
    do {
      say(try journey.apply(event, to: script, at: Date()), of: script)
    } catch let rejection as Rejection {
      console.say(rejection.description, indent: 2)
      return .stayed
    } catch let error as JournalError where error.reason == .moved {
      try catchUp(typed: "")
    }
    return .moved
  }

  private func help() {
    console.say()
    for command in SlashCommand.allCases {
      console.row("/\(command.rawValue)", command.help, column: 10, indent: 2)
    }
    console.say(
      "Tab completes commands and choices; a paste arrives as one answer.", .faint, indent: 2)
  }

  private func showAnswers() {
    let begun = journey.scripts.compactMap { journey.interviews[$0.id] }
    AnswersRendering(console: console).show(begun)
  }

  // MARK: - The fit-check

  private func fit(_ argument: String) throws -> Ending? {
    let profile = journey.profile
    guard !profile.isEmpty else {
      console.say(
        "There is nothing to hold a posting against yet; it takes at least your energizers.",
        indent: 2)
      return nil
    }
    let text: String
    if argument.isEmpty {
      switch PostingPrompt(console: console, source: source).ask() {
      case .posting(let posting): text = posting
      case .none:
        console.say("No posting, then; nothing was checked.", indent: 2)
        return nil
      case .stopped(let signal): return .stopped(signal)
      }
    } else {
      do throws(Failure) {
        text = try TextInput.file(argument, called: "posting")
      } catch {
        console.say(error.message, indent: 2)
        return nil
      }
    }
    let result = FitCheck(lexicon: try .shipped()).check(text, against: profile)
    do {
      try journey.remember(posting: text, verdict: result.verdict, at: Date())
    } catch let error where error.reason == .moved {
      // The result is shown all the same; only the newer state is taken up first.
      journey = try Journey(session, in: journal, library: library, language: language)
      try journey.remember(posting: text, verdict: result.verdict, at: Date())
    }
    FitRendering(console: console).show(result)
    return nil
  }

  // MARK: - At rest

  /// Everything is answered; postings and commands are still welcome.
  private func rest() throws -> Ending? {
    console.say()
    console.say("That was the last question. Thank you for taking the time.", .strong)
    console.say(
      "Paste a posting with /fit whenever one tempts you; /answers shows what you said; /quit leaves."
    )
    while true {
      let input = source.readLine(prompt: "nextmove> ", initial: "") {
        SlashCommand.completions(of: $0)
      }
      switch input {
      case .line(let line):
        switch SlashCommand.read(line) {
        case .answer(let text) where text.allSatisfy(\.isWhitespace): break
        case .answer:
          console.say(
            "There is no question open; /fit takes a posting, /answers shows your answers.")
        case .unknown(let name): console.say(unknown(name))
        case .command(.quit, _): return .left
        case .command(.help, _): help()
        case .command(.answers, _): showAnswers()
        case .command(.fit, let argument):
          if let ending = try fit(argument) { return ending }
        case .command(.back, _):
          guard let (target, event) = journey.goingBack(from: nil, in: nil) else { break }
          if case .moved = try change(event, in: target) { return nil }
        case .command(.skip, _), .command(.why, _): console.say("There is no question open.")
        }
      case .interrupted(let typed):
        guard typed.isEmpty else { continue }
        return .left
      case .end: return .left
      case .stopped(let signal): return .stopped(signal)
      }
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
