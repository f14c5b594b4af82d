internal import ArgumentParser
internal import Coaching
internal import Foundation
internal import Journal
internal import LineEditor
internal import QuestionFlow
internal import WorkFit

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
      let words = ShellWords.withoutProgram(ShellWords.split(text), among: typeable)
      if words.isEmpty { return source.isInteractive ? try takeNextStep() : nil }
      // The name of a script goes there; once it is done, the command of that name comes first.
      let isCommand = NextMove.commandNames.contains(words[0])
      if words.count == 1, library.volume(words[0]) != nil,
        !isCommand || journey.interviews[words[0]]?.isFinished != true
      {
        try turn(to: words[0])
        isHome = false
        return nil
      }
      // Asked for here, the posting is taken at this prompt, without letting go of the terminal.
      if words == ["fit"], source.isInteractive { return try fit("") }
      if !isCommand, let (command, argument) = heardAtHome(text) {
        return try obeyAtHome(command, argument)
      }
      return try runCommand(words, typed: text)
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
    switch Hearing.standard.reading(of: text) {
    case .command(let name, _): SlashCommand(rawValue: name).map { ($0, "") }
    case .question, .perhapsQuestion: (.help, "")
    case .answer: nil
    }
  }

  /// The names of what can be typed at home without a stroke.
  var typeable: [String] { NextMove.commandNames + library.volumes.map(\.script.id) }

  /// Enter at home takes the step that was offered.
  private func takeNextStep() throws -> Ending? {
    switch NextStep(journey, today: world.today) {
    case .goOn, .begin: isHome = false
    case .again(let script, _):
      try turn(to: script)
      isHome = false
    case .turnTo(let script, _):
      try turn(to: script)
      isHome = false
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
    let known = NextMove.commandNames
    guard let name = words.first, known.contains(name) else {
      let hint = Spelling.nearest(to: words.first ?? "", among: known).map {
        " Did you mean “\($0)”?"
      }
      console.say(
        words.count > 3 && hint == nil
          ? "Nothing here answers to that. Enter takes the step offered above, and /help lists what you can type."
          : "There is no command “\(words.first ?? typed)”.\(hint ?? "") /help lists what you can type."
      )
      return nil
    }
    source.close()
    switch Program.run(words, in: world) {
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

  private func homeCompletions(of typed: String) -> [Completion] {
    let commands = SlashCommand.completions(of: typed)
    guard commands.isEmpty, !typed.hasPrefix("/") else { return commands }
    let words = typed.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    if words.count == 2, words[0] == "resume" {
      return ((try? world.journal().sessions()) ?? []).map { session in
        Completion("resume \(session.id)", description: session.name ?? "")
      }.filter { $0.text.hasPrefix(typed) }
    }
    let before = words.dropLast().joined(separator: " ")
    if let first = words.first, words.count >= 2 {
      // Whatever takes a person takes the beginning of their name, and a day is one of a few.
      if first == "posting", words.count == 3 {
        return (PostingStatus.allCases.map(\.rawValue) + [PostingWords.undoWord]).map {
          Completion("\(before) \($0)")
        }.filter { $0.text.hasPrefix(typed) }
      }
      if ["--due", "--on", "--from"].contains(words[words.count - 2]) {
        return ["today", "tomorrow", "'next Monday'", "'next week'"].map {
          Completion("\(before) \($0)")
        }.filter { $0.text.hasPrefix(typed) }
      }
      let takesPerson =
        ["draft", "questions"].contains(first) && words.count == 2
        || first == "people" && words.count == 3 && ["edit", "remove"].contains(words[1])
        || first == "forget" && words.count == 3 && words[1] == "person"
      if takesPerson {
        return journey.contacts.all.map {
          Completion(
            "\(before) \($0.name.contains(" ") ? "'\($0.name)'" : $0.name)",
            description: $0.status.rawValue)
        }.filter { completion in
          completion.text.lowercased().hasPrefix(typed.lowercased())
            || completion.text.lowercased().hasPrefix(
              "\(before) '\(words[words.count - 1])".lowercased())
        }
      }
    }
    let scripts = library.volumes.map {
      Completion($0.script.id, description: $0.script.title.text(in: language))
    }.filter { $0.text.hasPrefix(typed) }
    return scripts
      + NextMove.commands.filter { $0.shouldDisplay }.map {
        Completion($0.commandName ?? "", description: $0.abstract)
      }.filter { $0.text.hasPrefix(typed) }
  }
}

/// The one step most worth taking.
enum NextStep {
  case goOn(script: String)
  case begin(script: String)
  /// A script that waits to be asked for, and is the next of the suggested path.
  case turnTo(id: String, title: String)
  /// A script that is repeated, and is due again.
  case again(id: String, title: String)
  case check

  init(_ journey: Journey, today: CalendarDate) {
    if let due = journey.due(on: today).first {
      self = .again(id: due.id, title: due.title.text())
      return
    }
    guard let id = journey.present, let script = journey.scripts.first(where: { $0.id == id })
    else {
      // Once a posting has been held against the answers, the path goes on to people.
      let waiting = journey.scripts.first { !journey.isUnderWay($0) }
      if journey.lastVerdict != nil, let waiting {
        self = .turnTo(id: waiting.id, title: waiting.title.text())
      } else {
        self = .check
      }
      return
    }
    let title = script.title.text()
    self =
      (journey.interviews[id]?.progress.done ?? 0) > 0
      ? .goOn(script: title) : .begin(script: title)
  }

  /// The step in a sentence.
  var sentence: String {
    switch self {
    case .goOn(let script): "Go on with “\(script)”"
    case .again(_, let script): "“\(script)” is due again"
    case .begin(let script), .turnTo(_, let script): "Begin “\(script)”"
    case .check: "Hold a posting that tempts you against your answers"
    }
  }
}

/// A typed line as words, quotes kept together.
enum ShellWords {
  static func split(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let last = word { words.append(last) }
    return words
  }

  /// A line as it would be typed at the shell, without the name of the program in front.
  static func withoutProgram(_ words: [String], among commands: [String]) -> [String] {
    guard words.first?.lowercased() == "nextmove" else { return words }
    // By itself it is the wish to go on.
    guard words.count > 1 else { return [] }
    return commands.contains(words[1]) ? Array(words.dropFirst()) : words
  }
}
