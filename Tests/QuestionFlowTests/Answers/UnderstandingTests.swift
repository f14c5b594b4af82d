@testable import QuestionFlow
import Phrases
import Testing

@Suite("what was interpreted is shown back as understood")
struct UnderstandingTests {
  private func understanding(of typed: String, _ answer: String, after: [String] = []) throws
    -> String?
  {
    var scenario = try Scenario(
      """
      script: s
      title: S
      items:
        - id: things
          when: 1 = 1
          ask: Things?
          answer: list
        - id: it
          ask: It?
          \(answer)
      """)
    try scenario.answer("clocks\nquiet")
    let step = try #require(scenario.interview.nextStep)
    let event = try scenario.interview.event(for: typed, at: step, today: Scenario.today)
    return scenario.interview.understanding(of: event, typed: typed)?.description
  }

  @Test(
    "in the words of its kind, unless it was typed as it is kept",
    arguments: [
      ("22.11.26", "answer: date", "Sunday, 22 November 2026"), ("2026-11-22", "answer: date", nil),
      ("60k", "answer: number", "60000"), (" 60000 ", "answer: number", nil),
      ("2,5", "answer: number", "2.5"), ("yep", "answer: yes or no", "yes"),
      ("No", "answer: yes or no", nil),
      ("omg yes", "answer: yes or no", "yes"), ("about 4", "answer: number", "4"),
      ("end of march", "answer: date", "Wednesday, 31 March 2027"),
      ("the second", "answer: choice\n    choices: [loud, quiet]", "quiet"),
      ("~4", "answer: scale 1..5\n    labels: {1: hardly}", "4"), ("y", "answer: yes or no", nil),
      ("2", "answer: choice\n    choices: [loud, quiet]", "quiet"),
      ("quiet", "answer: choice\n    choices: [loud, quiet]", nil),
      ("2 1", "answer: choices\n    choices: [loud, quiet]", "loud, quiet"),
      ("hard", "answer: scale 1..5\n    labels: {1: hardly}", "1 (hardly)"),
      ("1", "answer: scale 1..5\n    labels: {1: hardly}", nil),
      ("2 1", "answer: rank things", "quiet, then clocks"),
      ("a, b, c", "answer: list", "3 entries, “a”, “b”, “c”"), ("a\nb", "answer: list", nil),
      ("- a\n- b", "answer: list", "2 entries, “a”, “b”"),
      ("a\nb\na", "answer: list", "2 entries, “a”, “b”"),
      ("Paris, Texas", "answer: list", "one entry"), ("a, b", "answer: text", nil),
    ] as [(String, String, String?)])
  func understood(typed: String, answer: String, expected: String?) throws {
    #expect(try understanding(of: typed, answer) == expected)
  }
}
