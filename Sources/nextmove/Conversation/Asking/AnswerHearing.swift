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
        if keepsPassedOver(doubt) { keep(doubt.line) } else { dropDraft() }
        if isNeeded { refused = doubt.line }
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
      let (hearing, said) = (Hearing.standard, line.trimmingWhitespace())
      let isOne = said == Self.letters[1] || hearing.saysItWasOne(line)
      add(isOne ? [split.line] : split.parts)
      if isOne || isEmpty(line) || said == Self.letters[0] || hearing.saysItWasSeveral(line) {
        return .gathered
      }
      takenUnsaid = split.parts.count
    }
    return nil
  }

  /// Whether a line is passed over that may well be an answer: it is kept, and told to be.
  private mutating func keepsPassedOver(_ doubt: Doubt) -> Bool {
    guard case .command(.skip, _) = doubt.otherwise,
      doubt.line.contains(where: { $0.isNumber || $0.isLetter }),
      Hearing.standard.reading(of: doubt.line) == .answer,
      !Hearing.standard.saysThereIsNone(doubt.line)
    else { return false }
    passedOver = doubt.line
    return true
  }

  /// What is heard in a line besides an answer; `nil` where it is one.
  mutating func hear(_ line: String) -> Outcome? {
    guard !source.lastLineWasPasted else { return nil }
    if let words = programWords(line) {
      dropDraft()
      return .program(words)
    }
    if let arranged = arranged(line) { return arranged }
    if gathersLines, source.isInteractive {
      switch Hearing.standard.listReading(of: line, isBegun: !lines.isEmpty) {
      case .end: return .answer(wholeList)
      case .nothing(let ask): return raise(line, .command(.skip, argument: ""), ask)
      case .entry: break
      }
    }
    switch Hearing.standard.reading(of: line) {
    case .answer: return namedScript(line) ?? hearNothing(line)
    case .command(Hearing.staying, let ask):
      guard !isTaken(line) else { return nil }
      return raise(line, .doubtful(ask: Hearing.standard.stays), ask)
    case .command(let name, let ask):
      guard let command = SlashCommand(rawValue: name), !isTaken(line) else { return nil }
      // Nothing more comes to mind: the entries are not to be lost.
      if gathersLines, !lines.isEmpty, command == .skip {
        return raise(line, .answer(wholeList), Hearing.standard.listEnd)
      }
      // Among entries these can be meant for the list alone.
      if hasEntries, command == .undo || command == .list { return .command(command, argument: "") }
      return raise(line, .command(command, argument: ""), ask)
    case .question:
      guard source.isInteractive, !isTaken(line) else { return nil }
      dropDraft()
      return .puzzled(line)
    case .perhapsQuestion(let ask):
      // What one would send to somebody may well ask something.
      guard feeds != .messageSmallest else { return hearNothing(line) }
      return isTaken(line) ? nil : raise(line, .puzzled(line), ask)
    }
  }

  /// The wish to go to a script, where a line is its name and could be an answer as well.
  private mutating func namedScript(_ line: String) -> Outcome? {
    guard source.isInteractive, takesAnyWords, programCommands.contains("start"),
      let id = ScriptName.id(line, among: scripts, in: interview.language),
      let script = scripts.first(where: { $0.id == id })
    else { return nil }
    let title = script.title.text(in: interview.language)
    return raise(line, .program(["start", id]), Hearing.standard.perhapsScript(title))
  }

  /// What is to become of an entry of the list, where a line says so.
  private mutating func arranged(_ line: String) -> Outcome? {
    guard source.isInteractive, let arrangement = EntryArrangement(line),
      let command = SlashCommand(rawValue: arrangement.act.rawValue)
    else { return nil }
    let hearing = Hearing.standard
    if gathersLines {
      // With nothing on the list it can be meant for no entry.
      guard hasEntries || interview.answer(to: step.path) != nil else { return nil }
      return .command(command, argument: arrangement.argument)
    }
    guard takesAnyWords else { return nil }
    guard case .probe = step.form, case .list? = interview.script.item(step.path.item)?.kind else {
      return nil
    }
    return raise(line, .command(.back, argument: ""), hearing.toList)
  }

  /// Asks back what says nothing yet, where any words could be an answer.
  private mutating func hearNothing(_ line: String) -> Outcome? {
    // Letters take what was offered a moment ago.
    guard source.isInteractive, offered.isEmpty else { return nil }
    if let numbered = Hearing.standard.numberedCommand(in: line), !isTaken(line),
      let command = SlashCommand(rawValue: numbered.name)
    {
      return raise(
        line, .command(command, argument: numbered.argument), Hearing.standard.perhapsCommand)
    }
    guard takesAnyWords else { return hearNothingAmongOffers(line) }
    // “2.” keeps the second entry of a list that was given before.
    let keepsEntry = line.wholeMatch(of: /\s*[0-9]{1,4}[.)]\s*/) != nil
    if gathersLines, keepsEntry, interview.answer(to: step.path) != nil { return nil }
    let isEntry = gathersLines && !lines.isEmpty
    let hint = interview.script.item(step.path.item)?.hint?.text(in: interview.language)
    let ask = Hearing.standard.emptiness(
      of: line, asked: step.text, hint: hint, isEntry: isEntry, isText: isText)
    return ask.flatMap {
      raise(
        line, isEntry ? .doubtful(ask: Hearing.standard.leftOut) : .command(.skip, argument: ""), $0
      )
    }
  }

  /// The same where only some words are an answer, and these are none and near to none.
  private mutating func hearNothingAmongOffers(_ line: String) -> Outcome? {
    guard !isNeeded,
      let ask = Hearing.standard.emptiness(of: line, asked: step.text, isOpen: false)
    else { return nil }
    do {
      _ = try interview.event(for: line, at: step, today: today)
      return nil
    } catch {
      guard error.readings.isEmpty else { return nil }
    }
    dropDraft()
    doubt = Doubt(line: line, otherwise: .command(.skip, argument: ""))
    return .doubtful(ask: ask)
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
      if case .command(.skip, _) = otherwise { skippedBy = line }
      return otherwise
    }
    // Nobody is there to say which.
    guard source.isInteractive else { return nil }
    guard isNeeded, case .command(.skip, _) = otherwise else {
      doubt = Doubt(line: line, otherwise: otherwise)
      return .doubtful(ask: ask)
    }
    // What cannot be left open is not offered to be.
    doubt = Doubt(line: line, otherwise: .doubtful(ask: Rejection(.required).phrase))
    return .doubtful(ask: Hearing.standard.needed)
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
    // Only what has the form is an answer, and that always is.
    case .text(let text) where text.pattern != nil: return false
    case .text, .longText, .list, .person, .posting: return true
    default: return false
    }
  }

  /// Whether the question is not to be passed over.
  private var isNeeded: Bool {
    if case .probe = step.form { return false }
    return interview.script.item(step.path.item)?.isRequired == true
  }

  /// Whether a few words on one line are wanted.
  var isText: Bool {
    if case .probe = step.form { return false }
    if case .text? = interview.script.item(step.path.item)?.kind { return true }
    return false
  }

  /// Whether a line answers a question that not any words answer, such as the name of an option.
  private func isTaken(_ line: String) -> Bool {
    !takesAnyWords && (try? interview.event(for: line, at: step, today: today)) != nil
  }

  // MARK: - Entries

  /// The offer of several entries, where a line could be those.
  mutating func several(_ line: String) -> Outcome? {
    guard source.isInteractive else { return nil }
    guard !line.contains(where: \.isNewline) || EntrySplit.isWrapped(line)
    else { return nil }
    var parts = EntrySplit(
      line, namesPeople: namesPeople, namesDrains: feeds?.role == "drain",
      language: interview.language
    ).parts
    // “talked to Kline today” stands for Kline wherever the name is put into a question.
    if parts.isEmpty, asksForNames {
      parts = [NamedPerson.nameSpokenOf(in: line)].compactMap(\.self)
    }
    guard !parts.isEmpty else { return nil }
    split = Split(line: line, parts: parts)
    keep(whole(line))
    return .severalEntries(parts)
  }

  private var feeds: Slot? { interview.script.item(step.path.item)?.feeds }

  /// Whether the list is one of people.
  var namesPeople: Bool { feeds?.role == "contact" || asksForNames }

  /// Whether the entries of the list are names that questions are asked about.
  private var asksForNames: Bool {
    feeds?.role == "debrief" && feeds?.aspect == "talk"
  }

  /// A name that was typed in small letters, as it is to stand in questions.
  func capitalizedName(_ entry: String) -> String {
    guard source.isInteractive, asksForNames, !entry.contains(where: \.isNewline) else {
      return entry
    }
    let people = NamedPerson.people(in: entry)
    guard people.count == 1, people[0].isNamed, people[0].name.lowercased() == entry.lowercased()
    else { return entry }
    return people[0].name
  }

  private mutating func add(_ entries: [String]) {
    for entry in entries where ListAnswer.repeated(entry, among: entryWords) == nil {
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
