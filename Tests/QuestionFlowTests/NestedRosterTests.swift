import Testing

@testable import QuestionFlow

@Suite("rosters inside rosters")
struct NestedRosterTests {
  static let yaml = """
    script: nested
    title: Nested
    items:
      - {id: jobs, ask: Which jobs?, answer: list, between: 1..5}
      - for each: jobs
        as: job
        items:
          - {id: tasks, ask: "Which tasks at “{job}”?", answer: list, between: 1..5}
          - for each: tasks
            as: task
            items:
              - {id: glad, ask: "Were you glad of “{task}” at “{job}”?", answer: yes or no}
      - {id: praise, when: "any(jobs, all(tasks, glad))", ask: Which of them again?, answer: text}
    """

  @Test("each item has a path through both elements, and conditions reach down through both")
  func nested() throws {
    var scenario = try Scenario(Self.yaml)
    try scenario.answer("bakery, ward")
    try scenario.answer("ovens, bread", to: "Which tasks at “bakery”?")
    try scenario.answer("no", to: "Were you glad of “ovens” at “bakery”?")
    try scenario.answer("yes", to: "Were you glad of “bread” at “bakery”?")
    try scenario.answer("nights", to: "Which tasks at “ward”?")
    try scenario.answer("yes", to: "Were you glad of “nights” at “ward”?")
    try scenario.answer("the ward", to: "Which of them again?")
    try scenario.apply(.removeElement(Path(ItemID("jobs")), ElementID(2)))
    #expect(scenario.given("praise") == nil)
    #expect(scenario.notes.contains(.becameDormant(Path(ItemID("praise")))))
    try scenario.apply(.insertElement(Path(ItemID("jobs")), at: 1, "ward"))
    #expect(scenario.given("praise") == .text("the ward"))
    #expect(scenario.question == nil)
  }

  @Test("the checker has nothing against it")
  func checked() {
    #expect(Script.check(yaml: Self.yaml, file: "n.yaml").map(\.headline) == [])
  }
}
