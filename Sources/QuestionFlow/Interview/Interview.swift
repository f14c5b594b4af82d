/// A checked script and what has been answered so far: a value, without a clock or any I/O.
///
/// An interview has two questions: what is the next step, and what would an event make of it?
/// Events are applied one after the other; replaying the same events over the same script always
/// gives the same interview, which is how a saved one is resumed. Accepting an answer at the front
/// costs the same however many answers there are: only what stands between the changed item and
/// the furthest place reached is looked at again.
public struct Interview: Sendable {
  /// The script being answered.
  public let script: Script
  /// The language of questions, where the script has translations.
  public let language: String

  /// The day on which it was last gone on with; `nil` where it was never told.
  public private(set) var today: CalendarDate?
  /// By which what comes in random order is ordered; with 0 it stands as the script has it.
  package let seed: UInt64

  /// The answers from outside.
  var given: [ItemID: Loan] = [:]
  var records: [Path: Record] = [:]
  var elementTexts: [ElementID: String] = [:]
  /// Answers from other versions of the script that fit no item of this one.
  var archive: [Path: [ArchivedRecord]] = [:]
  /// The item that the respondent went back to.
  var focus: Path?
  /// The first open place, or `nil` at the end.
  var front: Located?
  /// The furthest place that was ever settled.
  var reach: [Int] = []
  /// Whether nothing was open at some time, so that what is open now was opened again.
  var hasEnded = false
  var nextElement = 1
  let vagueness: Vagueness
  /// What was judged of texts beside the measure, by the texts.
  var judged: [String: Bool] = [:]

  /// An interview with nothing answered.
  ///
  /// - Parameters:
  ///   - language: the language of questions, where the script has translations.
  ///   - seed: by which what comes in random order is ordered.
  ///   - today: the day on which it begins, for what speaks of `today`.
  public init(
    script: Script, language: String = "en", seed: UInt64 = 0, today: CalendarDate? = nil
  ) {
    self.init(
      script: script, language: language, vagueness: .standard, seed: seed, today: today, given: [:]
    )
  }

  /// As above, with what is vague and what other scripts have answered.
  ///
  /// - Parameter given: answers from outside, by the names under which the script speaks of them.
  package init(
    script: Script, language: String = "en", vagueness: Vagueness = .standard, seed: UInt64 = 0,
    today: CalendarDate? = nil, given: [ItemID: Loan] = [:]
  ) {
    self.script = script
    self.language = language
    self.vagueness = vagueness
    self.seed = seed
    self.today = today
    self.given = given
    settle(from: [])
  }

  /// Lets it know what day it is; what speaks of `today` is looked at again.
  @discardableResult
  public mutating func goOn(on day: CalendarDate) -> [Note] {
    guard day != today else { return [] }
    today = day
    return script.speaksOfToday ? settle(from: []) : []
  }

  // MARK: - The next step

  /// What is to be asked now; `nil` where everything that applies is answered or declined.
  public var nextStep: Step? {
    if let focus, let located = locate(focus), records[focus]?.isRelevant ?? false {
      return step(located, form: .question)
    }
    guard let front else { return nil }
    return step(front, form: openForm(of: front) ?? .question)
  }

  /// Whether everything that applies is answered or declined.
  public var isFinished: Bool { nextStep == nil }

  /// Whether nothing is open but an answer that the respondent went back to.
  package var isReopened: Bool { front == nil && nextStep != nil }

  /// The questions that are open though nothing was open before, as they read now; empty where the end was never
  /// come to.
  package var openAgain: [String] {
    guard let front, hasEnded else { return [] }
    var open: [String] = []
    visit(script.entries, at: [], from: front.position[...], elements: []) { located in
      guard let item = script.item(located.path.item), !item.isNote else { return false }
      if isOpen(located) { open.append(question(of: item, at: located)) }
      return false
    }
    return open
  }

  /// Whether nothing is open but what is said and not asked.
  package var isDoneButForNotes: Bool {
    guard front != nil, focus == nil else { return false }
    return !visit(script.entries, at: [], from: [], elements: []) { located in
      script.item(located.path.item)?.isNote == false && isOpen(located)
    }
  }

  /// The item that stands before the present step and applies, or `nil` at the beginning.
  public var previousPath: Path? {
    let present = nextStep?.path
    var previous: Path?
    visit(script.entries, at: [], from: [], elements: []) { located in
      if located.path == present { return true }
      if script.item(located.path.item)?.isNote == false { previous = located.path }
      return false
    }
    return previous
  }

  /// How far the interview has come.
  public var progress: InterviewProgress {
    var done = 0
    var total = 0
    visit(script.entries, at: [], from: [], elements: []) { located in
      guard script.item(located.path.item)?.isNote == false else { return false }
      total += 1
      if let record = records[located.path], record.state != .open { done += 1 }
      return false
    }
    return InterviewProgress(done: done, total: total)
  }

  /// The step's place among the items that apply, counting from 1.
  package func number(of step: Step) -> Int {
    var number = 0
    visit(script.entries, at: [], from: [], elements: []) { located in
      number += script.item(located.path.item)?.isNote == false ? 1 : 0
      return located.path == step.path
    }
    return number
  }

  /// Parses what was typed at the present step into an event; throws where it cannot be taken.
  public func event(
    for typed: String, at step: Step, today: CalendarDate
  ) throws(Rejection) -> Event {
    switch step.form {
    case .probe(let probe):
      return .answerProbe(step.path, probe, try TextAnswer.trimmed(typed))
    case .question, .confirmation:
      guard let item = script.item(step.path.item) else {
        throw Rejection(.notThisItem(step.path.description))
      }
      if typed.isBlank, let answer = suggestion(for: item, at: step.path) {
        return .answer(step.path, answer)
      }
      if case .list(let list) = item.kind, case .list(let before)? = records[step.path]?.answer,
        let arrangement = try list.arrangement(of: typed, before: before)
      {
        return .arrangeList(step.path, arrangement)
      }
      let surroundings = surroundings(of: step.path, today: today)
      return .answer(step.path, try item.kind.parse(typed, in: surroundings))
    }
  }

  /// The event of passing on a step.
  public func declining(_ step: Step) -> Event {
    switch step.form {
    case .probe(let probe): .declineProbe(step.path, probe)
    case .confirmation: .confirm(step.path)
    case .question: .decline(step.path)
    }
  }

  /// What parsing an answer at a path may need.
  package func surroundings(of path: Path, today: CalendarDate) -> AnswerKind.Surroundings {
    let item = script.item(path.item)
    let question =
      item.map {
        $0.ask.rendered(in: Context(interview: self, elements: path.elements), language: language)
      } ?? ""
    return AnswerKind.Surroundings(
      today: today, offered: offered(at: path), language: language, question: question)
  }
}

extension Script {
  /// Whether anything in it comes in random order.
  package var hasRandomOrder: Bool {
    Self.isRandom(entries) || items.contains { $0.kind.offer?.isShuffled == true }
  }

  private static func isRandom(_ entries: [Entry]) -> Bool {
    entries.contains { entry in
      switch entry {
      case .item, .calculation: false
      case .section(let section): section.isShuffled || isRandom(section.entries)
      case .roster(let roster): roster.isShuffled || isRandom(roster.entries)
      }
    }
  }

  /// The answers of other scripts without which it cannot begin, in the order of their names here.
  package var neededAnswers: [NeededAnswer] {
    givens.values.filter(\.isNeeded).sorted { $0.id < $1.id }.compactMap { given in
      if case .script(let script, let item) = given.source {
        NeededAnswer(name: given.id, script: script, item: item)
      } else {
        nil
      }
    }
  }

  /// Whether anything in it depends on the day.
  package var speaksOfToday: Bool {
    conditions.contains { $0.expression.speaksOfToday }
      || calculations.values.contains { $0.expression.speaksOfToday }
  }
}

extension Expression {
  fileprivate var speaksOfToday: Bool {
    if case .today = self { return true }
    return parts.contains(where: \.speaksOfToday)
  }
}
