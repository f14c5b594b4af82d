import Coaching
import Foundation
import LineEditor
import Phrases
import QuestionFlow

/// Reads one answer: a line, a paste, or the lines of a list up to an empty one.
struct AnswerInput {
  let source: any LineSource
  let interview: Interview
  let step: Step
  let today: CalendarDate
  /// The program's own commands, which may be typed behind its name.
  let programCommands: [String]
  /// The scripts that a line may name.
  let scripts: [Script]
  /// The language of what completions are said to do.
  let words: PhraseBook
  /// Keeps what has been typed safe, the lines of a list before it included.
  let keep: (String) -> Void

  /// The lines of a list gathered so far.
  var lines: [String] = []
  /// What stands in the line at first: one left half typed.
  var initial = ""
  /// What was begun when the program ended, and is sent by an empty line.
  var begun = ""
  /// An answer that was not taken; the first Up on an empty line brings it back.
  var refused = ""
  /// The ways in which the last answer could be read, to be taken by their letters.
  var offered: [Reading] = []
  /// What was typed and could be an answer or not, until the next line says which.
  var doubt: Doubt?
  /// A line that may have been an answer and was passed over; it is kept, which is to be told.
  var passedOver = ""
  /// A line that could be several entries, until the next one says whether it is.
  var split: Split?
  /// A line that was heard as passing the question over, without its stroke; to be told.
  var skippedBy = ""
  /// Whether the list that was given before has been taken up, so that what was taken off it stays off.
  var hasTakenUp = false
  /// How many entries a line was taken for, where the next one said nothing about it; to be told.
  var takenUnsaid: Int?
  /// Whether the input has come to its end, so that no more lines will follow.
  private(set) var hasEnded = false

  /// What takes the first reading, the second, and the third.
  static let letters = ["a", "b", "c"]

  private static let emptied: Phrase =
    "The list is empty now; type an entry, or /skip to leave the question open."

  private static let onlyMarked: Phrase =
    "That marks an entry and says nothing, so nothing was put on the list."

  /// What came of asking.
  enum Outcome {
    case answer(String)
    /// Another line of a list.
    case gathered
    /// A line that stands on the list already, and is not put there again.
    case repeated(String)
    /// A line that could be a command or a question to the one who asks; it is in doubt now.
    case doubtful(ask: Phrase)
    /// An empty line where readings were offered.
    case offeredAgain
    /// A question to the one who asks, as it was typed.
    case puzzled(String)
    /// A command of the program, as it would be typed at the shell, without the program's name.
    case program([String])
    /// A line of a list that could be several entries, which are to be offered.
    case severalEntries([String])
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
  func whole(_ line: String) -> String {
    (lines + (line.isEmpty ? [] : [line])).joined(separator: "\n")
  }

  /// The list as it is sent. A single line was looked at when it was typed; marked as an entry, it is not asked
  /// about again.
  var wholeList: String {
    guard lines.count == 1, lines[0].contains(where: { ",;".contains($0) }),
      lines[0].first?.isNumber != true
    else { return whole("") }
    guard source.isInteractive else {
      guard namesPeople else { return whole("") }
      // “Rosa, keeper of clocks” is one person also where nobody is there to be asked.
      let people = EntrySplit(lines[0], namesPeople: true).parts
      return (people.isEmpty ? lines : people).map { "- \($0)" }.joined(separator: "\n")
    }
    return "- " + lines[0]
  }

  /// Reads a line, and says what it is.
  mutating func read() -> Outcome {
    let answer: String
    let request = LineRequest(
      prompt: lines.isEmpty ? "> " : "+ ", initial: initial, history: kindName,
      recalled: refused, completing: completions, resting: keepingAtRest)
    switch source.readLine(request) {
    case .interrupted(let typed):
      initial = ""
      if typed.isEmpty { keepBeforeEnding("") }
      return .interrupted(discarding: typed)
    case .stopped(let signal, let typed):
      keepBeforeEnding(typed)
      return .stopped(signal)
    case .end(let typed):
      // The end of a file closes a list, once; at a terminal it means leaving.
      let closesList = !lines.isEmpty && !hasEnded && !source.isInteractive
      hasEnded = true
      guard closesList else {
        keepBeforeEnding(typed)
        return .end
      }
      answer = ""
    case .line(let line):
      let begun = initial
      initial = ""
      if let outcome = commandBehindPaste(line) ?? command(in: line, behind: begun) {
        return outcome
      }
      // A paste is an answer, whatever it begins with.
      switch source.lastLineWasPasted ? .answer(line) : SlashCommand.read(line) {
      case .command(let command, let argument):
        doubt = nil
        return .command(command, argument: argument)
      case .unknown(let name): return .unknown(name)
      case .answer(let text): answer = text
      }
    }
    if let outcome = settle(answer) { return outcome }
    return hear(answer) ?? take(answer)
  }

  /// The command that was typed behind pasted entries; they stay on the list.
  private mutating func commandBehindPaste(_ line: String) -> Outcome? {
    guard source.lastLineWasPasted, gathersLines,
      let end = line.lastIndex(where: \.isNewline), end > line.startIndex,
      case .command(let command, let argument) = SlashCommand.read(
        String(line[line.index(after: end)...]))
    else { return nil }
    doubt = nil
    lines += line[..<end].split(whereSeparator: \.isNewline).map(String.init)
      .filter { $0.contains { !$0.isWhitespace } }
    keep(whole(""))
    return .command(command, argument: argument)
  }

  /// The command that was typed behind what had been begun earlier, which stays begun.
  private mutating func command(in line: String, behind begun: String) -> Outcome? {
    guard !begun.isEmpty, line.hasPrefix(begun),
      case .command(let command, let argument) = SlashCommand.read(
        line.dropFirst(begun.count).trimmingCharacters(in: .whitespaces))
    else { return nil }
    doubt = nil
    initial = begun
    keep(whole(begun))
    return .command(command, argument: argument)
  }

  /// Takes what was typed as an answer, or as an entry of one.
  mutating func take(_ answer: String) -> Outcome {
    if let place = Self.letters.firstIndex(
      of: answer.trimmingCharacters(in: .whitespaces).lowercased()),
      offered.indices.contains(place)
    {
      return .answer(offered[place].typed)
    }
    // An offer stays until it is taken, or something else is.
    if answer.allSatisfy(\.isWhitespace), !offered.isEmpty, lines.isEmpty { return .offeredAgain }
    guard gathersLines else {
      guard answer.allSatisfy(\.isWhitespace), !begun.isEmpty else { return .answer(answer) }
      defer { begun = "" }
      return .answer(begun)
    }
    if answer.allSatisfy(\.isWhitespace) {
      // What was taken off is not to come back with an empty line.
      let isEmptied = hasTakenUp && lines.isEmpty
      return isEmptied ? .doubtful(ask: Self.emptied) : .answer(wholeList)
    }
    let isNew = interview.answer(to: step.path) == nil
    if ListAnswer.saysNothing(answer, isNew: isNew) { return .doubtful(ask: Self.onlyMarked) }
    if addsToAnswer(answer) { takeUpAnswer() }
    let answer = capitalizedName(withoutCounting(answer))
    if let several = several(answer) { return several }
    if let repeated = ListAnswer.repeated(answer, among: entryWords) { return .repeated(repeated) }
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
    let commands = SlashCommand.completions(of: typed, in: words)
    guard commands.isEmpty, case .question = step.form,
      let kind = interview.script.item(step.path.item)?.kind
    else { return commands }
    let surroundings = interview.surroundings(of: step.path, today: today)
    return kind.completions(in: surroundings)
      .filter { $0.lowercased().hasPrefix(typed.lowercased()) }.map { Completion($0) }
  }
}
