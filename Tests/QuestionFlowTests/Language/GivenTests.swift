import Testing

@testable import QuestionFlow

@Suite("answers of other scripts, and of the time before")
struct GivenTests {
  private func strengths() throws -> Script {
    try Script(
      yaml: """
        script: strengths
        title: Strengths
        items:
          - {id: gifts, ask: Gifts?, answer: list, between: 1..5}
          - {id: level, ask: Level?, answer: scale 1..5}
          - {id: kind, ask: Kind?, answer: choice, choices: {calm: Calm, wild: Wild}}
          - for each: gifts
            as: gift
            items: [{id: proof, ask: Proof?, answer: text}]
        """, file: "strengths.yaml")
  }

  private func user(_ uses: String, _ items: String) throws -> Script {
    let other = try strengths()
    return try Script(
      yaml: "script: user\ntitle: User\nuses: \(uses)\nitems:\n\(items)", file: "user.yaml",
      using: { $0 == "strengths" ? .script(other) : .missing(known: ["strengths"]) })
  }

  @Test("stand in a text, a condition and a roster, and follow what is said there")
  func lent() throws {
    let script = try user(
      "{gifts: strengths.gifts, kind: strengths.kind}",
      """
        - {id: first, when: "kind = 'calm'", ask: "So {kind}?", answer: yes or no}
        - for each: gifts
          as: gift
          items: [{id: use, ask: "Where do you use “{gift}”?", answer: text}]
      """)
    var other = Interview(script: try strengths())
    var interview = Interview(script: script)
    #expect(interview.missingAnswers.map(\.script) == ["strengths", "strengths"])
    try other.apply(.answer(Path(ItemID("gifts")), .typedList(["order", "song"])))
    try other.apply(.answer(Path(ItemID("level")), .scale(2)))
    try other.apply(.answer(Path(ItemID("kind")), .choice(.option("calm"))))
    func lend() {
      interview.take(
        ["gifts": "gifts", "kind": "kind"].reduce(into: [:]) {
          $0[ItemID($1.key)] = other.loan(of: ItemID($1.value))
        })
    }
    lend()
    #expect(interview.missingAnswers == [])
    #expect(interview.nextStep?.text == "So Calm?")
    try interview.apply(.answer(Path(ItemID("first")), .yesOrNo(true)))
    #expect(interview.nextStep?.text == "Where do you use “order”?")
    try other.apply(.renameElement(Path(ItemID("gifts")), ElementID(1), "tidiness"))
    lend()
    #expect(interview.nextStep?.text == "Where do you use “tidiness”?")
    #expect(Interview(interview.saved, over: script).nextStep == interview.nextStep)
  }

  @Test("what is missing falls to a stated default")
  func fallback() throws {
    let script = try user(
      "{level: {answer: strengths.level, else: 3}}",
      "  - {id: x, ask: \"Level {level}?\", answer: yes or no}")
    let interview = Interview(script: script)
    #expect(interview.missingAnswers == [])
    #expect(interview.nextStep?.text == "Level 3?")
  }

  @Test(
    "are typed across scripts",
    arguments: [
      (
        "{x: strengths.gits}", "1 = 1",
        "the script “strengths” has no item “gits”; did you mean “gifts”?"
      ),
      (
        "{x: nowhere.gifts}", "1 = 1",
        "there is no script “nowhere” beside this one or among those that ship; there are “strengths”"
      ),
      (
        "{x: strengths.proof}", "1 = 1",
        "“proof” is asked for each of “gifts” there, so it is no single answer"
      ),
      ("{x: strengths.level}", "x = 'calm'", "cannot compare a number with a text"),
      (
        "{x: strengths.kind}", "x = 'clam'",
        "“clam” is not one of the choices “calm”, “wild”; did you mean 'calm'?"
      ),
    ])
  func faults(uses: String, condition: String, message: String) throws {
    let other = try strengths()
    let found = Script.check(
      yaml:
        "script: user\ntitle: User\nuses: \(uses)\nitems:\n  - {id: a, when: \"\(condition)\", ask: A?, answer: text}\n",
      file: "user.yaml",
      using: { $0 == "strengths" ? .script(other) : .missing(known: ["strengths"]) })
    #expect(found.first?.message == message)
  }

  @Test("a stated default is shown as its option is called, and shows in a text")
  func labelOfFallback() throws {
    let script = try user(
      "{kind: {answer: strengths.kind, else: wild}}",
      "  - {id: x, ask: \"So {kind}?\", answer: yes or no}")
    #expect(Interview(script: script).nextStep?.text == "So Wild?")
  }

  @Test("an answer that its script may not come to is warned of where nothing stands for it")
  func withoutElse() throws {
    let other = try Script(
      yaml: """
        script: other
        title: Other
        items:
          - {id: led, ask: "Led?", answer: yes or no}
          - {id: count, when: led, ask: "How many?", answer: number}
        """, file: "other.yaml")
    func found(_ uses: String) -> [[[Correction.Change]]] {
      Script.check(
        yaml:
          "script: user\ntitle: User\nuses:\n  n: \(uses)\nitems:\n  - id: x\n    ask: So {n}?\n    answer: text\n",
        file: "user.yaml", using: { _ in .script(other) }
      ).compactMap(\.correction?.readings)
    }
    #expect(found("other.count") == [[[.line(4, "  n: {answer: other.count, else: 0}")]]])
    #expect(found("{answer: other.count, else: 0}") == [])
    #expect(found("other.led") == [])
  }

  static let weekly = """
    script: weekly
    title: Weekly
    repeats: weekly
    items:
      - {id: mood, ask: "Mood? Last time it was {last.mood}.", answer: scale 1..10, default: last.mood}
      - let: change = mood - last.mood
      - {id: why, when: change < -2, ask: "It fell by {change}. Why?", answer: text}
    """

  @Test("the time before stands in texts, conditions and defaults")
  func last() throws {
    let script = try Script(yaml: Self.weekly, file: "weekly.yaml")
    var first = Interview(script: script)
    #expect(first.nextStep?.text == "Mood? Last time it was ….")
    try first.apply(.answer(Path(ItemID("mood")), .scale(8)))
    #expect(first.isFinished)
    let loan = try #require(first.loan(of: ItemID("mood")))
    var second = Interview(script: script, given: [ItemID("last.mood"): loan])
    let step = try #require(second.nextStep)
    #expect(step.text == "Mood? Last time it was 8.")
    #expect(step.suggestion == "8")
    #expect(
      try second.event(for: "", at: step, today: Scenario.today) == .answer(step.path, .scale(8)))
    try second.apply(.answer(step.path, .scale(4)))
    #expect(second.nextStep?.text == "It fell by -4. Why?")
  }

  @Test("last asks for a script that is repeated, and for an item that is there")
  func lastFaults() {
    func found(_ head: String, _ condition: String) -> String? {
      Script.check(
        yaml:
          "script: s\ntitle: S\n\(head)items:\n  - {id: a, when: \(condition), ask: A?, answer: number}\n",
        file: "s.yaml"
      ).first?.message
    }
    #expect(
      found("", "last.a > 1")
        == "“last.a” asks for the time before, and this script has no “repeats”")
    #expect(
      found("repeats: weekly\n", "last.b > 1")
        == "there is no item “b” in this script, so there is no last one")
    #expect(found("repeats: weekly\n", "last.a = 'x'") == "cannot compare a number with a text")
  }

  /// A plan that is done, over a week that is answered anew.
  private func plan() throws -> (Interview, (Double) -> [ItemID: Loan]) {
    let week = try Script(
      yaml: "script: week\ntitle: W\nitems: [{id: mood, ask: Mood?, answer: number 1..10}]",
      file: "week.yaml")
    let script = try Script(
      yaml: """
        script: plan
        title: Plan
        uses: {mood: week.mood}
        items:
          - note: "It stands at {mood}."
          - {id: step, ask: "At {mood}, what next?", answer: text}
          - note: "Well done."
            when: mood > 8
          - {id: rest, when: mood < 3, ask: Rest?, answer: yes or no}
        """, file: "plan.yaml",
      using: { $0 == "week" ? .script(week) : .missing(known: ["week"]) })
    func loans(_ mood: Double) -> [ItemID: Loan] {
      [ItemID("mood"): Loan(.number(mood))]
    }
    var plan = Interview(script: script, given: loans(5))
    let note = try #require(plan.nextStep)
    try plan.apply(.answer(note.path, .seen))
    try plan.apply(.answer(Path(ItemID("step")), .text("a walk")))
    #expect(plan.isFinished)
    return (plan, loans)
  }

  @Test("a script that is done stays done when an answer that it quotes changes elsewhere")
  func staysDone() throws {
    var (plan, loans) = try plan()
    plan.take(loans(7))
    #expect(plan.isFinished)
    #expect(Interview(plan.saved, over: plan.script).isFinished)
    plan.take(loans(9))
    #expect(plan.isFinished, "a note is no reason to come back")
  }

  @Test("a script that is done is open again where a question comes up, and says which")
  func openAgain() throws {
    var (plan, loans) = try plan()
    plan.take(loans(2))
    #expect(plan.nextStep?.text == "Rest?")
    #expect(plan.openAgain == ["Rest?"])
  }
}
