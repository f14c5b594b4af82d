import ArgumentParser
import Coaching
import Foundation
import Journal
import LineEditor
import Phrases
import QuestionFlow
import WorkFit

extension Conversation {
  /// Where no question is open: shows where the person stands, and does what they ask for.
  ///
  /// - Returns: an ending where the person leaves; `nil` where a question is open again.
  func rest() throws -> Ending? {
    detour = nil
    if source.isInteractive { showHome() }
    while isHome {
      if let ending = try hear() { return ending }
      let request = LineRequest(prompt: "nextmove> ", completing: homeCompletions)
      switch source.readLine(request) {
      case .line(let line):
        if let ending = try obeyAtHome(line) { return ending }
      case .interrupted(let typed):
        guard typed.isEmpty else { continue }
        return .left
      case .end: return .left
      case .stopped(let signal, _): return .stopped(signal)
      }
    }
    return nil
  }

  private func obeyAtHome(_ line: String) throws -> Ending? {
    if source.lastLineWasPasted { return try checkPasted(line) }
    switch SlashCommand.read(line) {
    case .unknown(let name): console.say(SlashCommand.unknown(name))
    case .command(let command, let argument): return try obeyAtHome(command, argument)
    case .answer(let text):
      let typed = ShellWords.withoutProgram(ShellWords.split(text), among: typeable)
      let script = ScriptName.id(
        typed.joined(separator: " "), among: library.volumes.map(\.script), in: language)
      let words = script.map { [$0] } ?? typed
      let goesOn = words.isEmpty || Hearing.standard.saysToGoOn(text)
      if goesOn, Hearing.standard.asksWhereOneStands(text),
        case .check = NextStep(journey, today: world.today)
      {
        showHome()
        return nil
      }
      if goesOn { return source.isInteractive ? try takeNextStep() : nil }
      // The name of a script goes there; once it is done, the command of that name comes first.
      let isCommand = world.commands.names.contains(words[0])
      if words.count == 1, library.ids.contains(words[0]),
        !isCommand || journey.interviews[words[0]]?.isFinished != true
      {
        isHome = try !turn(to: words[0])
        return nil
      }
      // Asked for here, the posting is taken at this prompt, without letting go of the terminal.
      if words == ["fit"], source.isInteractive { return try fit("") }
      if !isCommand, let (command, argument) = heardAtHome(text) {
        return try obeyAtHome(command, argument)
      }
      if !isCommand, let id = Hearing.standard.script(spokenOf: text),
        let script = journey.script(id)
      {
        return try offerTurn(to: script)
      }
      return try runCommand(words, typed: text)
    }
    return nil
  }

  /// Offers the script of which somebody has spoken.
  private func offerTurn(to script: Script) throws -> Ending? {
    let title = script.title.text(in: language)
    let offer = OfferedEnter(
      console: console, source: source, prompt: Hearing.standard.toScript(title),
      meaning: Phrase(verbatim: script.about?.text(in: language) ?? title))
    switch offer.ask() {
    case .enter, .yes: isHome = try !turn(to: script.id)
    case .no, .left, .letter: break
    case .command(let command, let argument): return try obeyAtHome(command, argument)
    case .stopped(let signal): return .stopped(signal)
    }
    return nil
  }

  private func obeyAtHome(_ command: SlashCommand, _ argument: String) throws -> Ending? {
    switch command {
    case .home: showHome()
    case .back:
      guard let (target, event) = journey.goingBack(from: nil, in: nil) else { break }
      isHome = false
      _ = try change(event, in: target)
    default:
      if case .ended(let ending) = try obeyAnywhere(command, argument) { return ending }
    }
    return nil
  }

  /// What is meant by words that are no command of the program: “quit”, “go back”, “what now?”.
  private func heardAtHome(_ text: String) -> (SlashCommand, String)? {
    if let numbered = Hearing.standard.numberedCommand(in: text),
      let command = SlashCommand(rawValue: numbered.name)
    {
      return (command, numbered.argument)
    }
    switch Hearing.standard.reading(of: text) {
    case .command(let name, _): return SlashCommand(rawValue: name).map { ($0, "") }
    case .question, .perhapsQuestion: return (.help, "")
    // A greeting, or nothing in particular: where one stands.
    case .answer: return Hearing.standard.emptiness(of: text) == nil ? nil : (.home, "")
    }
  }

  /// The names of what can be typed at home without a stroke.
  var typeable: [String] { world.commands.names + library.ids }

  /// Enter at home takes the step that was offered.
  private func takeNextStep() throws -> Ending? {
    switch NextStep(journey, today: world.today) {
    case .goOn, .begin: isHome = false
    case .again(let script, _), .turnTo(let script, _): isHome = try !turn(to: script)
    case .check: return try fit("")
    }
    return nil
  }

  private func checkPasted(_ text: String) throws -> Ending? {
    guard !journey.profile.isEmpty else {
      console.say(
        "There is nothing to hold a posting against yet; it takes at least your energizers.")
      return nil
    }
    console.say("Taken for a posting.", .faint)
    do throws(Failure) { try check(TextAsRead(text)) } catch { console.say(error.message) }
    return nil
  }

  /// Runs a command of the program, and takes up what it changed.
  func runCommand(_ words: [String], typed: String) throws -> Ending? {
    let known = world.commands.names
    guard let name = words.first, known.contains(name) else {
      let name = words.first ?? typed
      let nearest = Spelling.nearest(to: words.first ?? "", among: known)
      console.say(
        nearest.map {
          "There is no command “\(name)”. Did you mean “\($0)”? /help lists what you can type."
        }
          ?? (words.count > 3
            ? "I do not know what to do with that. Enter takes the step offered above, and /help lists what you can type."
            : "There is no command “\(name)”. /help lists what you can type."))
      return nil
    }
    source.close()
    switch world.commands.run(words, world) {
    case .done: return try world.journal().session(session.id) == nil ? .forgotten : nil
    case .stopped(let signal): return .stopped(signal)
    case .refused(let message):
      console.say(message)
      if journey.isBehind { try journey.readAgain() }
      return nil
    }
  }

  private func showHome() {
    HomeRendering(console: console, language: language, today: world.today).show(journey)
  }
}
