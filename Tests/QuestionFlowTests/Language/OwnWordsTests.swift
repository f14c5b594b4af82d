import Testing

@testable import QuestionFlow

@Suite("words of one's own that are carried on")
struct OwnWordsTests {
  private static let sources = [
    "answer: choices, choices: {calm: Calm, pay: 'Pay, and good pay', team: Team}, other: Of my own",
    "answer: list",
  ]
  private static let kinds = [
    "answer: choice, from: values", "answer: choices, from: values",
    "answer: rank top 1 of values", "answer: choice, from: best", "answer: choices, from: best",
    "answer: rank top 1 of best",
  ]

  /// Two things were chosen and one named, and all are put in order.
  private static func scenario(_ source: String, _ kind: String) throws -> Scenario {
    var scenario = try Scenario(
      """
      script: own
      title: Own
      items:
        - {id: values, ask: Which?, \(source)}
        - {id: best, ask: In order?, answer: rank values}
        - {id: next, ask: And now?, \(kind)}
      """)
    try scenario.answer(
      source == sources[0]
        ? "1, 2, 4: a garden, with bees" : "- Calm\n- Pay, and good pay\n- a garden, with bees")
    try scenario.answer("3 1 2")
    return scenario
  }

  @Test(
    "everything that is offered of an earlier answer is taken, by its number and by its words",
    arguments: sources, kinds)
  func everyOption(source: String, kind: String) throws {
    let scenario = try Self.scenario(source, kind)
    let offered = scenario.interview.offered(at: Path(ItemID("next")))
    #expect(offered.count == 3)
    for (place, option) in offered.enumerated() {
      for typed in [String(place + 1), option.label.text()] {
        var chosen = scenario
        try chosen.answer(typed)
        #expect(chosen.question == nil, "\(typed)")
        #expect(chosen.given("next")?.picks == [option.id], "\(typed)")
      }
    }
  }

  @Test("all that is offered is chosen by “all of them”, words of one's own among it")
  func all() throws {
    var scenario = try Self.scenario(Self.sources[0], Self.kinds[1])
    try scenario.answer("all of them")
    #expect(scenario.given("next")?.picks.contains(.other) == true)
    #expect(scenario.given("next")?.otherWords == nil)
  }

  @Test("they are spoken as they were written, with semicolons between what has commas")
  func spoken() throws {
    var scenario = try Self.scenario(Self.sources[0], Self.kinds[1])
    try scenario.answer("2, 3")
    let path = Path(ItemID("next"))
    let answer = try #require(scenario.given("next"))
    #expect(
      scenario.interview.spoken(answer, at: path) == "Pay, and good pay; a garden, with bees")
  }

  @Test("a hint speaks of words of one's own only where some can be given, and its example works")
  func hint() throws {
    let scenario = try Self.scenario(Self.sources[0], Self.kinds[0])
    let interview = scenario.interview
    let carried = interview.offered(at: Path(ItemID("next")))
    let form = try #require(interview.script.kind(of: ItemID("next"))).form(among: carried)
    #expect("\(form)" == "one of these, by number or by its first letters")
    var fresh = try Scenario(
      """
      script: own
      title: Own
      items: [{id: values, ask: Which?, \(Self.sources[0])}]
      """)
    let kind = try #require(fresh.interview.script.kind(of: ItemID("values")))
    let offered = fresh.interview.offered(at: Path(ItemID("values")))
    #expect("\(kind.form(among: offered))".contains("as in “1, 4: …”"))
    try fresh.answer("1, 4: a garden")
    #expect(fresh.given("values")?.otherWords == "a garden")
  }

  @Test(
    "respondents who answer at random name words of their own, and choose them where they are carried on"
  )
  func simulated() throws {
    let script = try Script(
      yaml: """
        script: own
        title: Own
        items:
          - {id: values, ask: Which?, \(Self.sources[0])}
          - {id: next, ask: And now?, answer: choice, from: values}
          - {id: why, when: "next = 'other'", ask: Why that?, answer: text}
        """, file: "own.yaml")
    let simulation = Simulation(script, seed: 1, runs: 60)
    #expect(simulation.rejections == 0)
    #expect(simulation.neverAsked.isEmpty)
  }
}
