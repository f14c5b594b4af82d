import Testing

@testable import QuestionFlow

@Suite("what a transcript says of other scripts' answers")
struct GivenLinesTests {
  private let plan: Script

  init() throws {
    let piles = try Script(
      yaml: """
        script: piles
        title: Piles
        items:
          - id: kept
            ask: Keep?
            answer: choices
            choices: {quiet: Quiet, boss: A boss who listens, pay: More pay}
            other: Something else
          - {id: top, ask: Top?, answer: rank top 2 of kept}
          - {id: hope, ask: Hope?, answer: number}
        """, file: "piles.yaml")
    plan = try Script(
      yaml: """
        script: plan
        title: Plan
        uses:
          cards: piles.top
          hope: {answer: piles.hope, else: 5}
        items:
          - for each: cards
            as: card
            items: [{id: place, ask: "Where is “{card}”?", answer: text}]
        """, file: "plan.yaml", using: { $0 == "piles" ? .script(piles) : .missing(known: []) })
  }

  private func played(_ given: String) throws -> String {
    try Transcript("== a\n\(given)\n", file: "t").played(over: plan).text
  }

  private func faults(_ lines: String) throws -> [String] {
    try Transcript("== a\n\(lines)\n", file: "t").faults(over: plan).map(\.description)
  }

  @Test("options are shown by their labels, whether they are written by these or by their names")
  func labels() throws {
    let shown = "? Where is “A boss who listens”?"
    #expect(try played("given cards: boss; quiet").contains(shown))
    #expect(try played("given cards: A boss who listens; Quiet").contains(shown))
    #expect(try faults("given cards: A boss who listens; Quiet") == [])
  }

  @Test("words beside the options stand behind a colon")
  func own() throws {
    #expect(try played("given cards: other: a garden").contains("? Where is “a garden”?"))
  }

  @Test(
    "what the script cannot take is told with its place, and what may have been meant",
    arguments: [
      ("given crads: Quiet", "t:2: the script uses no answer “crads”; did you mean “cards”?"),
      (
        "given cards: Quite",
        "t:2: “Quite” is none of the options of “cards”; did you mean “Quiet”?"
      ),
      (
        "given cards: Sunshine",
        "t:2: “Sunshine” is none of the options of “cards”: Quiet; A boss who listens; More pay; Something else"
      ),
      ("given cards: Quiet\ngiven hope: high", "t:3: “high” is no answer that “hope” can have"),
      (
        "? Where?",
        "t:1: the script needs an answer “cards” to begin, and “a” gives none; write “given cards: …” below this line"
      ),
      (
        "given cards: Quiet\n? Where?\ngiven hope: 3",
        "t:4: “given hope” stands at the beginning of its dialogue, below the line with “==”"
      ),
    ])
  func told(lines: String, fault: String) throws {
    let found = try faults(lines)
    #expect(found.contains(fault), "\(found)")
  }

  @Test("a transcript that is begun gives what the script can take")
  func made() throws {
    #expect(Transcript.made(for: plan).faults(over: plan).map(\.description) == [])
  }
}
