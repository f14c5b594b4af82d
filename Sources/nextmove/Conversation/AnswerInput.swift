internal import Foundation
internal import LineEditor
internal import QuestionFlow

/// Reads one answer: a line, a paste, or the lines of a list up to an empty one.
struct AnswerInput {
  let source: any LineSource
  let interview: Interview
  let step: Step
  let today: CalendarDate
  /// Keeps what has been typed safe, the lines of a list before it included.
  let keep: (String) -> Void

  /// The lines of a list gathered so far.
  var lines: [String] = []
  /// What stands in the line at first: an answer to be mended, or one left half typed.
  var initial = ""
  /// The ways in which the last answer could be read, to be taken by their letters.
  var offered: [Reading] = []
  /// Whether the input has come to its end, so that no more lines will follow.
  private(set) var hasEnded = false

  /// What takes the first reading, the second, and the third.
  static let letters = ["a", "b", "c"]

  /// What came of asking.
  enum Outcome {
    case answer(String)
    /// Another line of a list.
    case gathered
    case command(SlashCommand, argument: String)
    case unknown(String)
    /// Ctrl-C, and whether something had been typed.
    case interrupted(discarding: String)
    case end
    case stopped(Int32)
  }

  /// Whether the answer is a list, typed one element a line.
  var gathersLines: Bool {
    guard case .list? = interview.script.item(step.path.item)?.kind else { return false }
    if case .probe = step.form { return false }
    return true
  }

  /// What has been typed so far, with a line that is not sent yet.
  private func whole(_ line: String) -> String {
    (lines + (line.isEmpty ? [] : [line])).joined(separator: "\n")
  }

  mutating func read() -> Outcome {
    let answer: String
    let gathered = whole("")
    let request = LineRequest(
      prompt: lines.isEmpty ? "> " : "+ ", initial: initial, history: kindName,
      completing: completions,
      resting: { [keep] typed in
        // A command that is being typed is no answer, and takes no answer's place.
        guard !typed.hasPrefix("/") else { return }
        keep([gathered, typed].filter { !$0.isEmpty }.joined(separator: "\n"))
      })
    switch source.readLine(request) {
    case .interrupted(let typed):
      initial = ""
      return .interrupted(discarding: typed)
    case .stopped(let signal, let typed):
      // An empty line takes no draft's place, and neither does a command.
      let isAnswer = source.lastLineWasPasted || !typed.hasPrefix("/")
      if !typed.isEmpty, isAnswer { keep(whole(typed)) }
      return .stopped(signal)
    case .end(let typed):
      // The end of a file closes a list, once; at a terminal it means leaving.
      let closesList = !lines.isEmpty && !hasEnded && !source.isInteractive
      hasEnded = true
      guard closesList else {
        // What was typed before and not taken stays a draft.
        let whole = whole(typed)
        if !whole.isEmpty { keep(whole) }
        return .end
      }
      answer = ""
    case .line(let line):
      initial = ""
      // A paste is an answer, whatever it begins with.
      switch source.lastLineWasPasted ? .answer(line) : SlashCommand.read(line) {
      case .command(let command, let argument): return .command(command, argument: argument)
      case .unknown(let name): return .unknown(name)
      case .answer(let text): answer = text
      }
    }
    let readings = offered
    offered = []
    if let place = Self.letters.firstIndex(of: answer.trimmingCharacters(in: .whitespaces)),
      readings.indices.contains(place)
    {
      return .answer(readings[place].typed)
    }
    guard gathersLines else { return .answer(answer) }
    if answer.allSatisfy(\.isWhitespace) { return .answer(whole("")) }
    lines.append(answer)
    // A paste of several lines is the whole list.
    if answer.contains(where: \.isNewline) { return .answer(whole("")) }
    keep(whole(""))
    return .gathered
  }

  /// Answers of one kind come up again among each other.
  private var kindName: String {
    if case .probe = step.form { return "text" }
    return interview.script.item(step.path.item)?.kind.name ?? "text"
  }

  private func completions(of typed: String) -> [Completion] {
    let commands = SlashCommand.completions(of: typed)
    guard commands.isEmpty, case .question = step.form,
      let kind = interview.script.item(step.path.item)?.kind
    else { return commands }
    let surroundings = interview.surroundings(of: step.path, today: today)
    return kind.completions(in: surroundings)
      .filter { $0.lowercased().hasPrefix(typed.lowercased()) }.map { Completion($0) }
  }
}
