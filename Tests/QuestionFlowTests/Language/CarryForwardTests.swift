import Testing

@testable import QuestionFlow

@Suite("choosing, ranking and going on with what was chosen")
struct CarryForwardTests {
  static let cards = """
    script: cards
    title: Cards
    items:
      - id: picked
        ask: Which three?
        answer: choices
        choices: {quiet: Quiet work, pay: Good pay, team: A kind team, clocks: Old clocks}
        other: Something else
        none: None of these
        pick: 3
      - {id: top, ask: Which two come first?, answer: rank top 2 of picked}
      - for each: top
        as: card
        items:
          - {id: story, ask: "When did you have “{card}”?", answer: text}
          - {id: trade, when: "card = 'pay'", ask: For how much?, answer: number}
      - {id: last_one, ask: Which would you give up?, answer: choice, from: picked}
    """

  @Test("what is chosen is ranked, and what is ranked is asked about, in its order")
  func cardSort() throws {
    var scenario = try Scenario(Self.cards)
    try scenario.answer("4, 2, 1", to: "Which three?")
    #expect(
      scenario.interview.offered(at: Path(ItemID("top"))).map { $0.label.text() } == [
        "Quiet work", "Good pay", "Old clocks",
      ])
    try scenario.answer("3 2", to: "Which two come first?")
    try scenario.answer("on Monday", to: "When did you have “Old clocks”?")
    try scenario.answer("never", to: "When did you have “Good pay”?")
    try scenario.answer("50", to: "For how much?")
    try scenario.answer("quiet", to: "Which would you give up?")
    #expect(scenario.question == nil)
    #expect(scenario.given("last_one") == .choice(.option("quiet")))
  }

  @Test("as many as are wanted, each one once, and what stands alone stands alone")
  func counts() throws {
    let scenario = try Scenario(Self.cards)
    #expect(try scenario.rejection(of: "1, 2") == "That is 2; choose 3.")
    #expect(
      try scenario.rejection(of: "1, 6")
        == "“None of these” stands by itself; leave it out, or the others.")
    var none = scenario
    try none.answer("none of these")
    #expect(none.question == nil)
  }

  @Test("words of one's own are an option like the others")
  func other() throws {
    var scenario = try Scenario(Self.cards)
    #expect(
      try scenario.rejection(of: "1, 2, something else")
        == "Say what it is, behind a colon: “Something else: …”.")
    try scenario.answer("1, 2, something else: a garden, with bees")
    #expect(
      scenario.given("picked")
        == .choices([.option("quiet"), .option("pay"), .other], other: "a garden, with bees"))
    try scenario.answer("3 1")
    #expect(scenario.question == "When did you have “a garden, with bees”?")
  }

  @Test("words that are no option are offered as words of one's own")
  func perhapsOther() throws {
    let scenario = try Scenario(
      """
      script: s
      title: S
      items:
        - {id: x, ask: X?, answer: choice, choices: [red, green], other: Another}
      """)
    let step = try #require(scenario.interview.nextStep)
    let typed = readings {
      _ = try scenario.interview.event(for: "blue", at: step, today: Scenario.today)
    }
    #expect(typed == ["Another: blue"])
    let event = try scenario.interview.event(for: typed[0], at: step, today: Scenario.today)
    #expect(event == .answer(step.path, .choice(.other, other: "blue")))
  }

  @Test("a choice that is taken back is asked about no more, and comes back with all that was said")
  func takenBack() throws {
    var scenario = try Scenario(Self.cards)
    try scenario.answer("1 2 4")
    try scenario.answer("3 2")
    try scenario.answer("on Monday", to: "When did you have “Old clocks”?")
    try scenario.revisit("picked")
    try scenario.answer("1 2 3")
    #expect(scenario.question == "Which two come first?")
    try scenario.revisit("picked")
    try scenario.answer("1 2 4")
    #expect(scenario.question == "When did you have “Good pay”?")
    #expect(scenario.given("story", .option("clocks")) == .text("on Monday"))
  }

  @Test("only those are offered for which a condition holds, from inside the list")
  func filtered() throws {
    var scenario = try Scenario(
      """
      script: s
      title: S
      items:
        - {id: things, ask: Which?, answer: list, between: 1..5}
        - for each: things
          as: thing
          items: [{id: much, ask: "How much “{thing}”?", answer: scale 1..5}]
        - {id: best, ask: Best?, answer: choices, from: things, where: much >= 4, between: 1..2}
        - {id: order, ask: Order?, answer: rank things, where: element in best}
      """)
    try scenario.answer("clocks\nquiet\nmoney")
    for point in ["5", "4", "1"] { try scenario.answer(point) }
    #expect(
      scenario.interview.offered(at: Path(ItemID("best"))).map { $0.label.text() } == [
        "clocks", "quiet",
      ])
    try scenario.answer("quiet, clocks", to: "Best?")
    #expect(scenario.given("best") == .choices([ElementID(1), ElementID(2)]))
    try scenario.answer("2 1", to: "Order?")
    #expect(scenario.question == nil)
    try scenario.apply(.renameElement(Path(ItemID("things")), ElementID(2), "silence"))
    let words = scenario.interview.spoken(
      .choices([ElementID(1), ElementID(2)]), at: Path(ItemID("best")))
    #expect(words == "clocks, silence")
  }

  @Test("where nothing is offered, nothing is asked")
  func nothingOffered() throws {
    var scenario = try Scenario(
      """
      script: s
      title: S
      items:
        - {id: cs, ask: Cs?, answer: choices, choices: [a, b], none: neither}
        - {id: best, ask: Best?, answer: choice, from: cs}
        - {id: end, ask: End?, answer: text}
      """)
    try scenario.answer("neither")
    #expect(scenario.question == "End?")
  }

  @Test("options that depend on an answer, with their labels in the language asked for")
  func dependent() throws {
    let script = try Script(
      yaml: """
        script: s
        title: S
        items:
          - {id: country, ask: Country?, answer: choice, choices: [de, fr]}
          - id: town
            ask: Town?
            answer: choice
            choices:
              berlin: {label: Berlin, when: "country = 'de'"}
              paris: {label: {en: Paris, de: Parisch}, when: "country = 'fr'"}
              lyon: {label: Lyon, when: "country = 'fr'"}
        """, file: "s.yaml")
    var interview = Interview(script: script, language: "de")
    let country = Path(ItemID("country"))
    try interview.apply(.answer(country, .choice(.option("fr"))))
    let town = Path(ItemID("town"))
    #expect(interview.offered(at: town).map { $0.label.text(in: "de") } == ["Parisch", "Lyon"])
    #expect(throws: Rejection.self) {
      try interview.applying(.answer(town, .choice(.option("berlin"))))
    }
    try interview.apply(.answer(town, .choice(.option("paris"))))
    try interview.apply(.answer(country, .choice(.option("de"))))
    #expect(interview.nextStep?.path == town)
    #expect(interview.value(of: ItemID("town"), at: []) == .text("paris"))
  }
}
