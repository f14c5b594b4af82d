import Coaching
import LineEditor
import Phrases
import QuestionFlow

/// Hearing whether a line is an answer at all, and how many entries it is.
extension AnswerInput {
  /// A line that is an answer, or what was heard in it.
  struct Doubt {
    let line: String
    /// What an empty line, or the same words again, come to.
    let otherwise: Outcome
  }

  /// A line of a list that is one entry or several.
  struct Split {
    let line: String
    let parts: [String]
  }

  /// What the next line makes of the one before it; `nil` where there was no doubt, or the line says
  /// nothing about it and is a line like any other.
  mutating func settle(_ line: String) -> Outcome? {
    if let doubt {
      self.doubt = nil
      let hearing = Hearing.standard
      if isEmpty(line) || line == doubt.line || hearing.saysItWasACommand(line) {
        dropDraft()
        return doubt.otherwise
      }
      if hearing.saysItWasAnAnswer(line) { return take(doubt.line) }
      if hearing.saysItWasNeither(line) {
        refused = doubt.line
        dropDraft()
        return .doubtful(ask: hearing.neither)
      }
    }
    if let split {
      self.split = nil
      let isOne = line.trimmingWhitespace() == Self.letters[1]
      add(isOne ? [split.line] : split.parts)
      if isOne || isEmpty(line) || line.trimmingWhitespace() == Self.letters[0] {
        return .gathered
      }
    }
    return nil
  }

  /// What is heard in a line besides an answer; `nil` where it is one.
  mutating func hear(_ line: String) -> Outcome? {
    guard !source.lastLineWasPasted else { return nil }
    if let words = programWords(line) {
      dropDraft()
      return .program(words)
    }
    if gathersLines, source.isInteractive {
      switch Hearing.standard.listReading(of: line, isBegun: !lines.isEmpty) {
      case .end: return .answer(wholeList)
      case .nothing(let ask): return raise(line, .command(.skip, argument: ""), ask)
      case .entry: break
      }
    }
    switch Hearing.standard.reading(of: line) {
    case .answer: return nil
    case .command(let name, let ask):
      guard let command = SlashCommand(rawValue: name), !isTaken(line) else { return nil }
      return raise(line, .command(command, argument: ""), ask)
    case .question:
      guard source.isInteractive, !isTaken(line) else { return nil }
      dropDraft()
      return .puzzled(line)
    case .perhapsQuestion(let ask): return isTaken(line) ? nil : raise(line, .puzzled(line), ask)
    }
  }

  /// The words behind the program's name, where a command of it was typed as at the shell.
  private func programWords(_ line: String) -> [String]? {
    guard source.isInteractive, line.lowercased().hasPrefix("nextmove ") else { return nil }
    let words = ShellWords.split(line)
    let command = ShellWords.withoutProgram(words, among: programCommands)
    return command.count < words.count && !command.isEmpty ? command : nil
  }

  /// Asks back where words could be an answer, and does what they say where they cannot.
  private mutating func raise(_ line: String, _ otherwise: Outcome, _ ask: Phrase) -> Outcome? {
    guard takesAnyWords else {
      dropDraft()
      return otherwise
    }
    // Nobody is there to say which.
    guard source.isInteractive else { return nil }
    doubt = Doubt(line: line, otherwise: otherwise)
    return .doubtful(ask: ask)
  }

  /// What is no answer must not come back as one that was begun.
  private func dropDraft() {
    // What was asked back can be brought back, and is not begun either.
    let isBegun = Hearing.standard.reading(of: refused) == .answer
    keep(gathersLines ? whole("") : isBegun ? refused : "")
  }

  /// Whether any words at all could be an answer.
  private var takesAnyWords: Bool {
    if case .probe = step.form { return true }
    switch interview.script.item(step.path.item)?.kind {
    case .text, .longText, .list, .person, .posting: return true
    default: return false
    }
  }

  /// Whether a line answers a question that not any words answer, such as the name of an option.
  private func isTaken(_ line: String) -> Bool {
    !takesAnyWords && (try? interview.event(for: line, at: step, today: today)) != nil
  }

  // MARK: - Entries

  /// The offer of several entries, where a line could be those.
  mutating func several(_ line: String) -> Outcome? {
    guard source.isInteractive else { return nil }
    // A number in front says which entry it is.
    guard line.prefixMatch(of: /\s*[0-9]{1,4}[.)]\s/) == nil,
      !line.contains(where: \.isNewline) || EntrySplit.isWrapped(line)
    else { return nil }
    var parts = EntrySplit(line, namesPeople: namesPeople).parts
    // “talked to Kline today” stands for Kline wherever the name is put into a question.
    if parts.isEmpty, asksForNames {
      parts = [NamedPerson.nameSpokenOf(in: line)].compactMap(\.self)
    }
    guard !parts.isEmpty else { return nil }
    split = Split(line: line, parts: parts)
    keep(whole(line))
    return .severalEntries(parts)
  }

  /// Whether the list is one of people.
  var namesPeople: Bool {
    interview.script.item(step.path.item)?.feeds?.role == "contact" || asksForNames
  }

  /// Whether the entries of the list are names that questions are asked about.
  private var asksForNames: Bool {
    let feeds = interview.script.item(step.path.item)?.feeds
    return feeds?.role == "debrief" && feeds?.aspect == "talk"
  }

  private mutating func add(_ entries: [String]) {
    for entry in entries where ListAnswer.repeated(entry, among: lines) == nil {
      lines.append(entry)
    }
    keep(whole(""))
  }

  private func isEmpty(_ line: String) -> Bool { line.allSatisfy(\.isWhitespace) }
}

extension String {
  fileprivate func trimmingWhitespace() -> String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
