import Phrases
import Testing

@testable import QuestionFlow

@Suite("notes, needed answers, defaults, forms, matrices and random order")
struct ShapeTests {
  @Test("a note is said by condition, and is no question")
  func notes() throws {
    var scenario = try Scenario(
      """
      script: s
      title: S
      items:
        - {id: led, ask: Led?, answer: yes or no}
        - {note: "So you know {led}.", when: led}
        - {id: end, ask: End?, answer: text}
      """)
    try scenario.answer("yes")
    let step = try #require(scenario.interview.nextStep)
    #expect(step.text == "So you know yes.")
    #expect(scenario.interview.script.item(step.path.item)?.isNote == true)
    try scenario.apply(.answer(step.path, .seen))
    #expect(scenario.question == "End?")
    #expect(scenario.interview.progress == InterviewProgress(done: 1, total: 2))
    #expect(scenario.interview.previousPath == Path(ItemID("led")))
    #expect(scenario.interview.review.map(\.question) == ["Led?", "End?"])
  }

  @Test("what is required cannot be passed over")
  func required() throws {
    var scenario = try Scenario(
      "script: s\ntitle: S\nitems:\n  - {id: x, ask: X?, answer: text, required: yes}\n")
    let step = try #require(scenario.interview.nextStep)
    #expect(throws: Rejection(.required)) {
      try scenario.interview.applying(scenario.interview.declining(step))
    }
    try scenario.answer("there")
    #expect(scenario.question == nil)
  }

  @Test("a default is suggested, and an empty line takes it")
  func defaults() throws {
    var scenario = try Scenario(
      """
      script: s
      title: S
      items:
        - {id: town, ask: Town?, answer: text, default: Berlin}
        - {id: again, ask: Again?, answer: text, default: "{town} again"}
        - {id: when, ask: When?, answer: date, default: today + 7}
        - {id: often, ask: Often?, answer: choice, choices: [every day, never], default: never}
      """)
    scenario.goOn(on: Scenario.today)
    for expected in ["Berlin", "Berlin again", "2026-12-01", "never"] {
      #expect(scenario.interview.nextStep?.suggestion == expected)
      try scenario.answer("")
    }
    #expect(scenario.given("often") == .choice(.option("never")))
  }

  @Test(
    "a text of a certain form",
    arguments: [
      ("e-mail", "rosa@example.org", true), ("e-mail", "rosa at example", false),
      ("telephone", "+49 30 1234567", true), ("telephone", "0171 / 123 45 67", true),
      ("telephone", "(030) 123456", true), ("telephone", "call me", false),
      ("99999", "10117", true), ("99999", "1011", false), ("AA-999", "KX-123", true),
    ])
  func patterns(pattern: String, typed: String, fits: Bool) throws {
    let scenario = try Scenario(
      "script: s\ntitle: S\nitems:\n  - {id: x, ask: X?, answer: text, pattern: \"\(pattern)\"}\n")
    #expect(try (scenario.rejection(of: typed) == nil) == fits)
  }

  @Test("every form that is known by name has an example that fits, and words for what does not")
  func patternData() {
    #expect(TextPattern.names == ["e-mail", "telephone"])
    for name in TextPattern.names {
      let pattern = TextPattern(name)
      #expect(pattern.map { $0.fits($0.example) } == true)
      #expect(pattern?.refusal.description.hasSuffix(".") == true)
    }
  }

  static let matrix = """
    script: s
    title: S
    items:
      - matrix: How much of each?
        answer: scale 0..3
        labels: {0: none, 3: much}
        rows: {calm: Calm, drive: Drive}
        required: yes
      - let: both = calm + drive
      - {id: end, when: both > 3, ask: "{both}?", answer: text}
    """

  @Test("a matrix is several items on one scale under one heading")
  func matrices() throws {
    var scenario = try Scenario(Self.matrix)
    #expect(scenario.interview.nextStep?.section == "How much of each?")
    try scenario.answer("much", to: "Calm")
    try scenario.answer("2", to: "Drive")
    #expect(scenario.question == "5?")
    #expect(scenario.interview.script.item(ItemID("drive"))?.isRequired == true)
  }

  private func order(_ seed: UInt64) throws -> [String] {
    let items = ["a", "b", "c", "d", "e"].map {
      "      - {id: \($0), ask: \($0)?, answer: yes or no}\n"
    }
    let script = try Script(
      yaml: "script: s\ntitle: S\nitems:\n  - section: S\n    order: random\n    items:\n"
        + items.joined(), file: "s.yaml")
    var interview = Interview(script: script, seed: seed)
    var order: [String] = []
    while let step = interview.nextStep {
      order.append(step.path.item.rawValue)
      try interview.apply(.answer(step.path, .yesOrNo(true)))
      interview = Interview(interview.saved, over: script)
    }
    return order
  }

  @Test("a random order is one for a seed, through saving and taking up again")
  func random() throws {
    let orders = try (1...12).map { try order($0) }
    #expect(try order(3) == orders[2])
    #expect(try order(0) == ["a", "b", "c", "d", "e"])
    #expect(Set(orders).count > 6)
    #expect(orders.allSatisfy { $0.sorted() == ["a", "b", "c", "d", "e"] })
  }

  @Test("options and elements in random order keep what beside them comes last")
  func randomOptions() throws {
    let script = try Script(
      yaml: """
        script: s
        title: S
        items:
          - {id: x, ask: X?, answer: choice, choices: [a, b, c, d], none: neither, order: random}
        """, file: "s.yaml")
    let shown = (1...9 as ClosedRange<UInt64>).map { seed in
      Interview(script: script, seed: seed).offered(at: Path(ItemID("x"))).map(\.id)
    }
    #expect(shown.allSatisfy { $0.last == ElementID.none })
    #expect(Set(shown).count > 3)
    #expect(script.hasRandomOrder)
  }

  @Test("what comes in random order cannot rest on each other")
  func randomFaults() {
    let found = Script.check(
      yaml: """
        script: s
        title: S
        items:
          - section: S
            order: random
            items:
              - {id: a, ask: A?, answer: yes or no}
              - {id: b, when: a, ask: B?, answer: text}
        """, file: "s.yaml")
    #expect(
      found.map(\.message) == [
        "“a” is in a section in random order, so it may not have been asked yet"
      ])
  }

  @Test("what speaks of today is looked at again when the day is another")
  func today() throws {
    var scenario = try Scenario(
      """
      script: s
      title: S
      items:
        - {id: due, ask: Due?, answer: date}
        - {id: late, when: due < today, ask: Late?, answer: text}
      """)
    scenario.goOn(on: Scenario.today)
    try scenario.answer("2026-11-30")
    #expect(scenario.question == nil)
    scenario.goOn(on: Scenario.today.adding(days: 30))
    #expect(scenario.question == "Late?")
  }

  @Test("days between two days, over leap years and centuries")
  func days() {
    for (first, second, days) in [
      ("2024-02-28", "2024-03-01", 2), ("1900-02-28", "1900-03-01", 1),
      ("0001-01-01", "9999-12-31", 3_652_058), ("2026-03-01", "2026-02-27", -2),
    ] {
      let one = CalendarDate(iso: first) ?? .first
      let two = CalendarDate(iso: second) ?? .first
      #expect(two.days(since: one) == days)
      #expect(one.adding(days: days) == two)
    }
  }
}
