import Testing

@testable import QuestionFlow

@Suite("figures over nobody")
struct NobodyTests {
  private static func scenario(_ things: String) throws -> Scenario {
    try Scenario(
      """
      script: nobody
      title: Nobody
      items:
        - {id: things, ask: What?, \(things)}
        - for each: things
          as: thing
          items: [{id: n, ask: "How much {thing}?", answer: number 0..9}]
        - let: total = sum(things, n)
        - let: many = count(things, n > 3)
        - let: middle = mean(things, n)
        - {id: low, when: total <= 4, ask: "Low: {total}, {many}, {middle}", answer: text}
        - {id: high, when: total > 4, ask: High, answer: text}
        - {id: some, when: count(things) >= 1, ask: Why those?, answer: text}
        - {id: none, when: count(things) = 0, ask: Why none?, answer: text}
      """)
  }

  private static let choices =
    "answer: choices, choices: {a: A, b: B}, none: None of these"

  @Test("the sum over none of the options is 0, and so is their number; their mean is unknown")
  func noneChosen() throws {
    var scenario = try Self.scenario(Self.choices)
    try scenario.answer("None of these")
    try scenario.answer("x", to: "Low: 0, 0, …")
    try scenario.answer("x", to: "Why none?")
    #expect(scenario.question == nil)
  }

  @Test("a list that was passed over adds up to 0")
  func passedOver() throws {
    var scenario = try Self.scenario("answer: list")
    try scenario.skip()
    #expect(scenario.question == "Low: 0, 0, …")
  }

  @Test(
    "numbers that were all passed over add up to 0, as a list does; what was never asked is unknown"
  )
  func numbersPassedOver() throws {
    var scenario = try Scenario(
      """
      script: numbers
      title: Numbers
      items:
        - {id: works, ask: Work?, answer: yes or no}
        - {id: a, when: works, ask: A, answer: number 1..9}
        - {id: b, when: works, ask: B, answer: number 1..9}
        - let: total = sum(a, 2 * b)
        - let: middle = mean(a, b)
        - {id: none, when: total = 0, ask: "None: {total}, {middle}", answer: text}
        - {id: end, ask: "End: {total}", answer: text}
      """)
    try scenario.answer("yes")
    try scenario.skip()
    try scenario.skip()
    try scenario.answer("x", to: "None: 0, …")
    #expect(scenario.question == "End: 0")
    try scenario.revisit("works")
    try scenario.answer("no")
    #expect(scenario.question == "End: …")
  }

  @Test("what was listed and not scored adds up to 0")
  func unscored() throws {
    var scenario = try Self.scenario("answer: list")
    try scenario.answer("- one\n- two")
    try scenario.skip()
    try scenario.skip()
    try scenario.answer("x", to: "Low: 0, 0, …")
    #expect(scenario.question == "Why those?")
  }

  @Test("numbers that are worked out are read with two decimals, as the language writes them")
  func rounded() throws {
    #expect(Value.number(11.0 / 3).spoken(in: "en") == "3.67")
    #expect(Value.number(4.5).spoken(in: "de") == "4,5")
    #expect(Value.number(0.0004).spoken(in: "en") == "0.0004")
    #expect(Value.number(12).spoken(in: "de") == "12")
  }
}
