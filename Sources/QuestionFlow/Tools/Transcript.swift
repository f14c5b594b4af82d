import Phrases

/// A dialogue with a script, written down: an executable test that anybody can read.
///
///     # Somebody who has led people.
///     == the short way
///     ? Have you led people?
///     > no
///     ? Anything else?
///     > /skip
///     = the end
///
/// `?` is the question as it is asked, `.` a note, `>` what is typed (several lines for an answer of
/// several lines), `!` the sentence with which an answer is refused, `= the end` that nothing more is asked.
/// `> /skip` passes and `> /back` goes back. Every `==` begins a new interview; in one that is repeated it is
/// the time after the one before. Before the first dialogue `today: 2027-03-01` sets the day for dates such as
/// “tomorrow”; `language: de`, between dialogues too, sets the language of those behind it;
/// `given gifts: order; song` in a dialogue says what another script's answer is.
package struct Transcript: Sendable {
  /// Something wrong with a transcript file.
  package struct Fault: Error, Sendable, CustomStringConvertible {
    /// `file:line: what is wrong`.
    package let description: String
  }

  private enum Line: Hashable {
    /// A comment or an empty line, kept as it is.
    case aside(String)
    /// The language of the dialogues behind it.
    case language(String)
    case dialogue(String)
    case question(String)
    case note(String)
    case given(ItemID, String)
    case typed(String)
    case refused(String)
    case end

    var isAside: Bool { if case .aside = self { true } else { false } }

    var text: String {
      switch self {
      case .aside(let text): text
      case .language(let code): "language: \(code)"
      case .dialogue(let name): "== \(name)"
      case .question(let text): "? \(text)"
      case .note(let text): ". \(text)"
      case .given(let id, let text): "given \(id): \(text)"
      case .typed(let text): text.isEmpty ? ">" : "> \(text)"
      case .refused(let text): "! \(text)"
      case .end: "= the end"
      }
    }
  }

  /// The lines of the file, from its first one.
  private let lines: [Line]
  private let today: CalendarDate
  private let file: String

  private static let givenLine = WrittenForm(regex: /given\s+(\S+)\s*:\s*(.+)/)

  /// Reads a transcript.
  ///
  /// - Parameters:
  ///   - text: the file's text.
  ///   - file: the name that faults carry.
  package init(_ text: String, file: String) throws(Fault) {
    var lines: [Line] = []
    var today = CalendarDate.first
    var hasDialogue = false
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let content = String(line).trimmingWhitespace()
      let rest = String(content.dropFirst()).trimmingWhitespace()
      func fault(_ message: String) -> Fault {
        Fault(description: "\(file):\(number + 1): \(message)")
      }
      if content.isEmpty || content.hasPrefix("#") {
        lines.append(.aside(content))
      } else if content.hasPrefix("==") {
        hasDialogue = true
        lines.append(.dialogue(String(rest.dropFirst()).trimmingWhitespace()))
      } else if content.hasPrefix("today:"), !hasDialogue {
        guard let day = CalendarDate(iso: String(content.dropFirst(6)).trimmingWhitespace()) else {
          throw fault("a day is written as in “today: 2027-03-01”")
        }
        today = day
        lines.append(.aside(content))
      } else if content.hasPrefix("language:") {
        lines.append(.language(String(content.dropFirst(9)).trimmingWhitespace()))
      } else if let match = content.wholeMatch(of: Self.givenLine), hasDialogue {
        lines.append(.given(ItemID(String(match.1)), String(match.2)))
      } else if !hasDialogue {
        throw fault("a dialogue begins with a line such as “== the short way”")
      } else {
        switch content.first {
        case "?": lines.append(.question(Self.folded(rest)))
        case ">": lines.append(.typed(rest))
        case ".": lines.append(.note(Self.folded(rest)))
        case "!": lines.append(.refused(Self.folded(rest)))
        case "=": lines.append(.end)
        default:
          throw fault("a line begins with ==, ?, ., >, !, = or #, unlike this one")
        }
      }
    }
    guard hasDialogue else {
      throw Fault(description: "\(file):1: there is no dialogue in it; one begins with “== a name”")
    }
    // An empty last line is the end of the last but one.
    while lines.last == .aside("") { lines.removeLast() }
    self.lines = lines
    self.today = today
    self.file = file
  }

  private static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// How many dialogues there are.
  package var count: Int { lines.count { if case .dialogue = $0 { true } else { false } } }

  /// The file as it stands.
  package var text: String { lines.map(\.text).joined(separator: "\n") + "\n" }

  /// What a script makes of it: the same inputs with the questions, refusals and ends that come of them.
  ///
  /// - Parameter language: the language of the dialogues for which the transcript names none.
  package func played(over script: Script, language: String = "en") -> Transcript {
    var played: [Line] = []
    var language = language
    var interview = Interview(script: script, language: language, today: today)
    var index = 0
    /// Says the notes that stand before the next question, and asks it.
    func ask() {
      while let step = interview.nextStep, script.item(step.path.item)?.isNote == true {
        played.append(.note(Self.folded(step.text)))
        guard (try? interview.apply(.answer(step.path, .seen))) != nil else { return }
      }
      played.append(interview.nextStep.map { .question(Self.folded($0.text)) } ?? .end)
    }
    while index < lines.count {
      switch lines[index] {
      case .aside: played.append(lines[index])
      case .language(let code):
        language = script.language(for: code) ?? code
        played.append(lines[index])
      case .dialogue:
        played.append(lines[index])
        var given = interview.lastLoans
        for place in givenLines(after: index) {
          played += lines[(index + 1)...place]
          index = place
          guard case .given(let id, let text) = lines[place] else { continue }
          given[id] = script.givens[id].flatMap { try? Loan(text, as: $0, language: language) }
        }
        interview = Interview(script: script, language: language, today: today, given: given)
        ask()
      case .question, .note, .given, .refused, .end: break
      case .typed:
        var typed: [String] = []
        while index < lines.count, case .typed(let line) = lines[index] {
          played.append(lines[index])
          typed.append(line)
          index += 1
        }
        if let refusal = Self.take(typed.joined(separator: "\n"), &interview, today: today) {
          let words = PhraseBook.shipped(language)
          played.append(.refused(Self.folded(words.text(refusal))))
        } else {
          ask()
        }
        continue
      }
      index += 1
    }
    return Transcript(lines: played, today: today, file: file)
  }

  /// Where the lines with `given` are that belong to the dialogue that begins at a line.
  private func givenLines(after dialogue: Int) -> [Int] {
    let rest = lines.indices.dropFirst(dialogue + 1)
    return rest.prefix { place in
      switch lines[place] {
      case .given, .aside: true
      default: false
      }
    }.filter { !lines[$0].isAside }
  }

  /// What it says of answers from outside that the script cannot take: names that it does not use, options that
  /// there are not, and answers that it cannot begin without.
  package func faults(over script: Script, language: String = "en") -> [Fault] {
    var faults: [Fault] = []
    var language = language
    var taken: Set<Int> = []
    for (place, line) in lines.enumerated() {
      switch line {
      case .language(let code): language = script.language(for: code) ?? code
      case .dialogue(let name):
        let places = givenLines(after: place)
        taken.formUnion(places)
        let given = places.compactMap { place -> (place: Int, id: ItemID, text: String)? in
          if case .given(let id, let text) = lines[place] { (place, id, text) } else { nil }
        }
        let missing = script.neededAnswers.map(\.name).filter { name in
          !given.contains { $0.id == name }
        }
        if let first = missing.first {
          faults.append(
            Fault(
              description:
                "\(file):\(place + 1): the script needs an answer “\(first)” to begin, and “\(name)” gives none; write “given \(first): …” below this line"
            ))
        }
        for one in given {
          if let message = Self.mistake(in: one.text, for: one.id, of: script, language) {
            faults.append(Fault(description: "\(file):\(one.place + 1): \(message)"))
          }
        }
      case .given(let id, _) where !taken.contains(place):
        faults.append(
          Fault(
            description:
              "\(file):\(place + 1): “given \(id)” stands at the beginning of its dialogue, below the line with “==”"
          ))
      default: break
      }
    }
    return faults
  }

  /// What is wrong with what is written for an answer from outside; `nil` where nothing is.
  private static func mistake(
    in text: String, for id: ItemID, of script: Script, _ language: String
  ) -> String? {
    guard let given = script.givens[id] else {
      let names = script.givens.keys.map(\.rawValue).sorted()
      if let nearest = Spelling.nearest(to: id.rawValue, among: names) {
        return "the script uses no answer “\(id)”; did you mean “\(nearest)”?"
      }
      return names.isEmpty
        ? "the script uses no answers of others, so “given \(id)” says nothing; take the line out"
        : "the script uses no answer “\(id)”; those that it uses are \(names.joined(separator: ", "))"
    }
    do throws(Loan.Mismatch) {
      _ = try Loan(text, as: given, language: language)
      return nil
    } catch {
      guard !error.options.isEmpty else {
        return "“\(error.part)” is no answer that “\(id)” can have"
      }
      if let nearest = Spelling.nearest(to: error.part, among: error.options) {
        return "“\(error.part)” is none of the options of “\(id)”; did you mean “\(nearest)”?"
      }
      return
        "“\(error.part)” is none of the options of “\(id)”: \(error.options.joined(separator: "; "))"
    }
  }

  private static let passedOver =
    "# Nothing made up was taken here; put an answer of your own in the place of /skip."

  /// How many questions a transcript that was begun passes over, because nothing made up was taken there.
  package var passedOver: Int { lines.count { $0 == .aside(Self.passedOver) } }

  /// A transcript to begin with: one dialogue, with short answers made up, and what other scripts lend.
  package static func made(for script: Script) -> Transcript {
    let today = CalendarDate(year: 2027, month: 3, day: 1) ?? .first
    var lines: [Line] = [
      .aside("# Answers made up by nextmove; put your own in their place, and run --update again."),
      .aside("today: \(today)"), .aside(""), .dialogue("a first dialogue"),
    ]
    var given: [ItemID: Loan] = [:]
    for lent in script.givens.values.sorted(by: { $0.id < $1.id }) {
      guard case .script = lent.source, let text = PlainAnswers.given(lent, language: "en") else {
        continue
      }
      given[lent.id] = try? Loan(text, as: lent, language: "en")
      lines.append(.given(lent.id, text))
    }
    var interview = Interview(script: script, today: today, given: given)
    while lines.count < 400, let step = interview.nextStep,
      let item = script.item(step.path.item)
    {
      if item.isNote {
        guard (try? interview.apply(.answer(step.path, .seen))) != nil else { break }
        continue
      }
      guard let typed = Self.answered(step, of: item, in: &interview, today) else { break }
      if typed == ["/skip"] { lines.append(.aside(Self.passedOver)) }
      // A line of its own parts one answer from the next.
      lines += [.question("")] + typed.map { .typed($0) }
    }
    return Transcript(lines: lines, today: today, file: "").played(over: script)
  }

  /// The first of some plain answers that is taken, or that the item is passed over; `nil` where nothing is.
  private static func answered(
    _ step: Step, of item: Item, in interview: inout Interview, _ today: CalendarDate
  ) -> [String]? {
    var candidates: [[String]] = []
    if case .question = step.form {
      let offered = interview.offered(at: step.path).filter { option in
        item.kind.offer?.takesWords(option.id) != true && option.id != .none
      }
      candidates = PlainAnswers.typed(
        for: item.kind, offered: offered.map { $0.label.text() },
        day: DayAskedFor(item, in: interview.script))
    }
    for typed in candidates {
      if let event = try? interview.event(
        for: typed.joined(separator: "\n"), at: step, today: today),
        (try? interview.apply(event)) != nil
      {
        return typed
      }
    }
    return (try? interview.apply(interview.declining(step))) == nil ? nil : ["/skip"]
  }

  private init(lines: [Line], today: CalendarDate, file: String) {
    self.lines = lines
    self.today = today
    self.file = file
  }

  /// Applies what was typed; why it was refused, where it was.
  private static func take(_ typed: String, _ interview: inout Interview, today: CalendarDate)
    -> Phrase?
  {
    let event: Event
    do throws(Rejection) {
      if typed == "/back" {
        guard let path = interview.backPath else { return "There is nothing before this." }
        event = .revisit(path)
      } else {
        guard let step = interview.nextStep else { return "Nothing is asked any more." }
        event =
          typed == "/skip"
          ? interview.declining(step)
          : try interview.event(for: typed, at: step, today: today)
      }
      try interview.apply(event)
      return nil
    } catch {
      return error.phrase
    }
  }

  /// The lines that differ, with some that do not around them; `nil` where there are none.
  ///
  /// `-` marks what the file says, `+` what the script does.
  package func difference(to played: Transcript) -> String? {
    let before = lines.filter { !$0.isAside }.map(\.text)
    let after = played.lines.filter { !$0.isAside }.map(\.text)
    guard before != after else { return nil }
    return LineDifference(from: before, to: after).text
  }
}

extension Interview {
  /// The item to go back to: a follow-up's own question, or what stands before.
  fileprivate var backPath: Path? {
    if let step = nextStep, case .probe = step.form { return step.path }
    return previousPath
  }

  /// What the next time can speak of: the answers of this one, where the script is repeated.
  fileprivate var lastLoans: [ItemID: Loan] {
    guard !review.allSatisfy({ $0.state == .open }) else { return [:] }
    return script.givens.values.reduce(into: [:]) { loans, given in
      if case .last(let item) = given.source { loans[given.id] = loan(of: item) }
    }
  }
}
