@testable import QuestionFlow
import Testing

@Suite("an interview")
struct InterviewTests {
  static let jobs = """
    script: jobs
    title: Jobs
    items:
      - id: worked
        ask: Have you worked?
        answer: yes or no
      - id: places
        when: worked
        ask: Where?
        answer: list
      - for each: places
        as: place
        items:
          - id: liked
            ask: Did you like “{place}”?
            answer: yes or no
          - id: missed
            when: liked
            ask: What do you miss of “{place}”?
            answer: text
      - id: best
        when: any(places, liked)
        ask: In which order?
        answer: rank places
      - id: last
        ask: Anything else?
        answer: text
    """

  @Test("asks in document order, each roster item once for each element")
  func order() throws {
    var scenario = try Scenario(Self.jobs)
    try scenario.answer("yes", to: "Have you worked?")
    try scenario.answer("bakery, harbour", to: "Where?")
    try scenario.answer("y", to: "Did you like “bakery”?")
    try scenario.answer("the smell", to: "What do you miss of “bakery”?")
    try scenario.answer("no", to: "Did you like “harbour”?")
    try scenario.answer("1 2", to: "In which order?")
    try scenario.skip()
    #expect(scenario.question == nil)
  }

  @Test("an answer hidden by a revision goes dormant, and comes back when it applies again")
  func dormancy() throws {
    var scenario = try Scenario(Self.jobs)
    try scenario.answer("yes")
    try scenario.answer("bakery")
    try scenario.answer("yes")
    try scenario.answer("the smell")
    try scenario.revisit("worked")
    try scenario.answer("no")
    #expect(scenario.given("places") == nil)
    #expect(scenario.question == "Anything else?")
    try scenario.revisit("worked")
    try scenario.answer("yes")
    #expect(scenario.elements("places").map(\.text) == ["bakery"])
    #expect(scenario.given("missed", ElementID(1)) == .text("the smell"))
    #expect(scenario.question == "In which order?")
  }

  @Test("answers stay with their element when the list is reordered, renamed and added to")
  func identities() throws {
    var scenario = try Scenario(Self.jobs)
    try scenario.answer("yes")
    try scenario.answer("bakery, harbour")
    try scenario.answer("yes")
    try scenario.answer("the smell")
    try scenario.answer("no")
    let places = Path("places")
    try scenario.apply(.moveElement(places, ElementID(2), to: 0))
    try scenario.apply(.renameElement(places, ElementID(1), "the old bakery"))
    try scenario.apply(.insertElement(places, at: 1, "school"))
    #expect(scenario.elements("places").map(\.text) == ["harbour", "school", "the old bakery"])
    #expect(scenario.given("missed", ElementID(1)) == .text("the smell"))
    #expect(scenario.given("liked", ElementID(2)) == .yesOrNo(false))
    #expect(scenario.question == "Did you like “school”?")
  }

  @Test("a removed element's answers are dormant, and return with the element")
  func removal() throws {
    var scenario = try Scenario(Self.jobs)
    try scenario.answer("yes")
    try scenario.answer("bakery, harbour")
    try scenario.answer("yes")
    try scenario.answer("the smell")
    try scenario.apply(.removeElement(Path("places"), ElementID(1)))
    #expect(scenario.question == "Did you like “harbour”?")
    try scenario.apply(.insertElement(Path("places"), at: 0, "Bakery"))
    #expect(scenario.elements("places").first?.id == ElementID(1))
    #expect(scenario.given("missed", ElementID(1)) == .text("the smell"))
  }

  @Test("an answer whose question quoted something since changed is offered for confirmation")
  func staleness() throws {
    var scenario = try Scenario(Self.jobs)
    try scenario.answer("yes")
    try scenario.answer("bakery")
    try scenario.answer("yes")
    try scenario.answer("the smell")
    try scenario.apply(.renameElement(Path("places"), ElementID(1), "brewery"))
    #expect(scenario.interview.nextStep?.form == .confirmation)
    #expect(scenario.question == "Did you like “brewery”?")
    try scenario.apply(.confirm(Path("liked", elements: [ElementID(1)])))
    try scenario.answer("the hops", to: "What do you miss of “brewery”?")
    #expect(scenario.given("missed", ElementID(1)) == .text("the hops"))
  }

  @Test("a probe is asked once, only where its condition holds, and kept beside the answer")
  func probes() throws {
    var scenario = try Scenario(
      """
      script: probes
      title: Probes
      items:
        - id: day
          ask: Which day?
          answer: long text
          probe:
            - if: words(day) < 3
              ask: Tell me more.
        - id: gifts
          ask: What gives you energy?
          answer: list
          probe:
            - if: vague(element)
              ask: "“{element}” means?"
      """)
    try scenario.answer("Monday", to: "Which day?")
    try scenario.answer("the one in May", to: "Tell me more.")
    try scenario.answer("impact\ndrawing maps", to: "What gives you energy?")
    try scenario.answer("clean water in one village", to: "“impact” means?")
    #expect(scenario.question == nil)
    #expect(
      scenario.interview.review.map(\.probes) == [
        ["the one in May"], ["clean water in one village"],
      ])
  }

  @Test("a check that does not hold rejects the answer with the author's sentence")
  func checks() throws {
    let scenario = try Scenario(
      """
      script: checks
      title: Checks
      items:
        - id: role
          ask: What would you do?
          answer: long text
          check:
            - that: not vague(role)
              say: What exactly?
      """)
    #expect(try scenario.rejection(of: "I am open to anything") == "What exactly?")
    #expect(try scenario.rejection(of: "I would restore old clocks for a museum") == nil)
  }

  private static let roles = """
    script: roles
    title: Roles
    items:
      - id: roles
        ask: Which?
        answer: list
        probe:
          - if: vague(element)
            ask: "“{element}” means?"
    """

  @Test("what was judged of an answer decides whether it is thin, and is saved with it")
  func judged() throws {
    var interview = try Scenario(Self.roles).interview
    let step = try #require(interview.nextStep)
    let event = try interview.event(
      for: "healthcare\ngood people\nopen to anything", at: step, today: Scenario.today)
    #expect(
      interview.textsToJudge(in: event) == ["healthcare", "good people", "open to anything"])
    var phrases = interview
    try phrases.apply(event)
    #expect(phrases.nextStep?.text == "“good people” means?")
    interview.take(judgements: [true, false, false], of: event)
    try interview.apply(event)
    let restored = Interview(interview.saved, over: interview.script)
    for var interview in [interview, restored] {
      let probe = try #require(interview.nextStep)
      #expect(probe.text == "“healthcare” means?")
      try interview.apply(interview.event(for: "a ward", at: probe, today: Scenario.today))
      // Whatever is judged, this stays what it is.
      #expect(interview.nextStep?.text == "“open to anything” means?")
    }
  }

  @Test("where no condition asks for thinness, nothing is to be judged")
  func notJudged() throws {
    let interview = try Scenario(
      "script: s\ntitle: S\nitems:\n  - {id: a, ask: A?, answer: text}\n"
    ).interview
    let step = try #require(interview.nextStep)
    let event = try interview.event(for: "healthcare", at: step, today: Scenario.today)
    #expect(interview.textsToJudge(in: event).isEmpty)
  }

  @Test("replaying the same events gives the same interview")
  func replay() throws {
    var scenario = try Scenario(Self.jobs)
    var events: [Event] = []
    for typed in ["yes", "bakery, harbour", "yes", "the smell", "no", "2 1"] {
      let step = try #require(scenario.interview.nextStep)
      let event = try scenario.interview.event(for: typed, at: step, today: Scenario.today)
      events.append(event)
      try scenario.apply(event)
    }
    var replayed = Interview(script: scenario.interview.script)
    for event in events { try replayed.apply(event) }
    #expect(replayed.nextStep == scenario.interview.nextStep)
    #expect(replayed.review == scenario.interview.review)
  }

  @Test("an event about an item that does not apply is rejected, and changes nothing")
  func inapplicable() throws {
    let scenario = try Scenario(Self.jobs)
    #expect(throws: Rejection.self) {
      try scenario.interview.applying(.answer(Path("places"), .typedList(["x"])))
    }
    #expect(scenario.question == "Have you worked?")
  }
}

extension Path {
  fileprivate init(_ item: String, elements: [ElementID] = []) {
    self.init(ItemID(item), elements: elements)
  }
}
