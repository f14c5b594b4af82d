import Testing

@testable import QuestionFlow

/// Complaints about other questionnaires, each shown not to happen here.
@Suite("revision: nothing is lost, nothing hidden counts")
struct RevisionTests {
  @Test(
    "going back to the first question and answering it anew leaves the second answered (docassemble#74)"
  )
  func laterAnswersStay() throws {
    var scenario = try Scenario(
      """
      script: two
      title: Two
      items:
        - {id: first, ask: What do you do?, answer: text}
        - {id: second, ask: Since when?, answer: text}
      """)
    try scenario.answer("baking")
    try scenario.answer("1999")
    try scenario.revisit("second")
    try scenario.revisit("first")
    try scenario.answer("brewing")
    #expect(scenario.given("second") == .text("1999"))
    #expect(scenario.question == nil)
  }

  static let dependent = """
    script: dependent
    title: Dependent
    items:
      - {id: led, ask: Have you led people?, answer: yes or no}
      - {id: count, when: led, ask: How many?, answer: number}
      - {id: story, when: count > 10, ask: What was hard?, answer: text, feeds: drain}
      - {id: end, ask: Anything else?, answer: text}
    """

  private func led() throws -> Scenario {
    var scenario = try Scenario(Self.dependent)
    for typed in ["yes", "40", "the firings", "no"] { try scenario.answer(typed) }
    return scenario
  }

  @Test("an answer to a question that would not have been asked counts nowhere (tool-suite-X#159)")
  func hiddenCountsNowhere() throws {
    var scenario = try led()
    #expect(scenario.interview.fedAnswers.count == 1)
    try scenario.revisit("led")
    try scenario.answer("no")
    #expect(scenario.interview.fedAnswers.isEmpty)
    #expect(scenario.given("count") == nil)
    #expect(scenario.interview.progress == InterviewProgress(done: 2, total: 2))
    #expect(scenario.interview.review.map(\.state).contains(.dormant("the firings")))
  }

  @Test("yes, no and yes again brings the hidden answer back, every time (Survey123Community#597)")
  func comesBack() throws {
    var scenario = try led()
    for _ in 0..<3 {
      try scenario.revisit("led")
      try scenario.answer("no")
      #expect(
        scenario.notes == [
          .becameDormant(Path(ItemID("count"))), .becameDormant(Path(ItemID("story"))),
        ])
      try scenario.revisit("led")
      try scenario.answer("yes")
      #expect(
        scenario.notes == [.returned(Path(ItemID("count"))), .returned(Path(ItemID("story")))])
      #expect(scenario.given("story") == .text("the firings"))
      #expect(scenario.question == nil)
    }
  }

  @Test("a hidden value never decides what else is relevant, along a whole chain (enketo-core#849)")
  func hiddenDecidesNothing() throws {
    var scenario = try led()
    try scenario.revisit("led")
    try scenario.answer("no")
    // “count” still holds 40 underneath, and “story” must not be relevant because of it.
    #expect(scenario.given("story") == nil)
    try scenario.revisit("led")
    try scenario.answer("yes")
    try scenario.revisit("count")
    try scenario.answer("3")
    #expect(scenario.given("story") == nil)
    #expect(scenario.given("end") == .text("no"))
  }

  @Test("relevance of roster items does not depend on the order of visiting (javarosa#634)")
  func orderOfVisiting() throws {
    let yaml = """
      script: order
      title: Order
      items:
        - {id: places, ask: Where?, answer: list, between: 1..5}
        - for each: places
          as: place
          items:
            - {id: liked, ask: "Did you like “{place}”?", answer: yes or no}
            - {id: why, when: liked, ask: "Why “{place}”?", answer: text}
      """
    func reached(_ order: [Int]) throws -> [ReviewLine] {
      var scenario = try Scenario(yaml)
      try scenario.answer("a, b, c")
      for _ in 0..<3 { try scenario.answer("no") }
      for number in order {
        let element = ElementID(number)
        try scenario.apply(.answer(Path(ItemID("liked"), elements: [element]), .yesOrNo(true)))
        try scenario.apply(
          .answer(Path(ItemID("why"), elements: [element]), .text("because \(number)")))
      }
      return scenario.interview.review
    }
    let expected = try reached([1, 2, 3])
    for order in [[3, 2, 1], [2, 3, 1], [3, 1, 2]] { #expect(try reached(order) == expected) }
  }
}
