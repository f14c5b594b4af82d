internal import LineEditor
internal import QuestionFlow

/// Reads one answer: a line, a paste, or the lines of a list up to an empty one.
struct AnswerInput {
  let source: any LineSource
  let interview: Interview
  let step: Step
  let today: CalendarDate

  /// The lines of a list gathered so far.
  var lines: [String] = []
  /// What stands in the line at first: an answer that was not taken, to be mended.
  var initial = ""

  /// What came of asking.
  enum Outcome {
    case answer(String)
    /// Another line of a list, to be saved before the next is asked for.
    case gathered
    case command(SlashCommand, argument: String)
    case unknown(String)
    /// Ctrl-C, and whether something had been typed.
    case interrupted(discarding: String)
    case end
    case stopped(Int32)
  }

  private var gathersLines: Bool {
    guard case .list? = interview.script.item(step.path.item)?.kind else { return false }
    if case .probe = step.form { return false }
    return true
  }

  mutating func read() -> Outcome {
    let text: String
    let prompt = lines.isEmpty ? "> " : "+ "
    switch source.readLine(prompt: prompt, initial: initial, completing: completions) {
    case .interrupted(let typed): return .interrupted(discarding: typed)
    case .stopped(let signal): return .stopped(signal)
    case .end:
      // The end of a file closes a list; at a terminal it means leaving.
      guard !lines.isEmpty, !source.isInteractive else { return .end }
      text = ""
    case .line(let line):
      initial = ""
      // A paste is an answer, whatever it begins with.
      switch source.lastLineWasPasted ? .answer(line) : SlashCommand.read(line) {
      case .command(let command, let argument): return .command(command, argument: argument)
      case .unknown(let name): return .unknown(name)
      case .answer(let answer): text = answer
      }
    }
    guard gathersLines else { return .answer(text) }
    if text.allSatisfy(\.isWhitespace) { return .answer(lines.joined(separator: "\n")) }
    lines.append(text)
    // A paste of several lines is the whole list.
    return text.contains(where: \.isNewline) ? .answer(lines.joined(separator: "\n")) : .gathered
  }

  private func completions(of typed: String) -> [String] {
    let commands = SlashCommand.completions(of: typed)
    guard commands.isEmpty, case .question = step.form,
      let kind = interview.script.item(step.path.item)?.kind
    else { return commands }
    let surroundings = interview.surroundings(of: step.path, today: today)
    return kind.completions(in: surroundings, language: interview.language)
      .filter { $0.lowercased().hasPrefix(typed.lowercased()) }
  }
}
