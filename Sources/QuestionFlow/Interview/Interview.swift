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
  var nextElement = 1
  let vagueness: Vagueness

  /// An interview with nothing answered.
  public init(script: Script, language: String = "en", vagueness: Vagueness = .standard) {
    self.script = script
    self.language = language
    self.vagueness = vagueness
    settle(from: [])
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

  /// The item that stands before the present step and applies, or `nil` at the beginning.
  public var previousPath: Path? {
    let present = nextStep?.path
    var previous: Path?
    visit(script.entries, at: [], from: [], elements: []) { located in
      if located.path == present { return true }
      previous = located.path
      return false
    }
    return previous
  }

  /// How far the interview has come.
  public var progress: InterviewProgress {
    var done = 0
    var total = 0
    visit(script.entries, at: [], from: [], elements: []) { located in
      total += 1
      if let record = records[located.path], record.state != .open { done += 1 }
      return false
    }
    return InterviewProgress(done: done, total: total)
  }

  /// The step's place among the items that apply, counting from 1.
  public func number(of step: Step) -> Int {
    var number = 0
    visit(script.entries, at: [], from: [], elements: []) { located in
      number += 1
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
      return .answerProbe(step.path, probe, try LongTextAnswer.parse(typed))
    case .question, .confirmation:
      guard let item = script.item(step.path.item) else {
        throw Rejection(.notThisItem(step.path.description))
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
  public func surroundings(of path: Path, today: CalendarDate) -> AnswerKind.Surroundings {
    guard case .rank(let list) = script.item(path.item)?.kind else {
      return AnswerKind.Surroundings(today: today)
    }
    return AnswerKind.Surroundings(
      today: today, elements: elements(of: list, around: path.elements))
  }
}
