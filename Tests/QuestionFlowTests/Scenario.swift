@testable import QuestionFlow
import Testing

/// A dialogue with a script: what is asked, what is answered, and what one would see.
struct Scenario {
  private(set) var interview: Interview
  private(set) var notes: [Note] = []
  static let today = CalendarDate(iso: "2026-11-24") ?? .first

  init(_ yaml: String) throws {
    interview = Interview(script: try Script(yaml: yaml, file: "test.yaml"))
  }

  /// The question on the screen, or `nil` at the end.
  var question: String? { interview.nextStep?.text }

  /// Expects the question, then answers it as typed.
  mutating func answer(
    _ typed: String, to expected: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let step = try #require(interview.nextStep, "nothing is asked", sourceLocation: sourceLocation)
    if let expected { #expect(step.text == expected, sourceLocation: sourceLocation) }
    let event = try interview.event(for: typed, at: step, today: Self.today)
    notes = try interview.apply(event)
  }

  mutating func skip() throws {
    let step = try #require(interview.nextStep)
    notes = try interview.apply(interview.declining(step))
  }

  mutating func goOn(on day: CalendarDate) { interview.goOn(on: day) }

  mutating func apply(_ event: Event) throws { notes = try interview.apply(event) }

  /// Goes back to an item, whatever is asked at present.
  mutating func revisit(_ item: String, _ elements: ElementID...) throws {
    try apply(.revisit(Path(ItemID(item), elements: elements)))
  }

  /// Why what was typed is not taken.
  func rejection(of typed: String) throws -> String? {
    let step = try #require(interview.nextStep)
    do throws(Rejection) {
      let event = try interview.event(for: typed, at: step, today: Self.today)
      _ = try interview.applying(event)
      return nil
    } catch {
      return error.description
    }
  }

  /// The elements of a list answer.
  func elements(_ item: String) -> [Element] {
    guard case .list(let list)? = interview.answer(to: Path(ItemID(item))) else { return [] }
    return list
  }

  func given(_ item: String, _ elements: ElementID...) -> Answer? {
    interview.answer(to: Path(ItemID(item), elements: elements))
  }
}
