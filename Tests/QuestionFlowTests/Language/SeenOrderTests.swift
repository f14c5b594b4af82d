import Testing

@testable import QuestionFlow

@Suite("random order")
struct SeenOrderTests {
  @Test("what was chosen is asked about in the order in which it was seen", arguments: 1...8)
  func seen(seed: UInt64) throws {
    let script = try Script(
      yaml: """
        script: s
        title: S
        items:
          - {id: all, ask: Which?, answer: choices, order: random, choices: [a, b, c, d]}
          - for each: all
            as: one
            items: [{id: n, ask: "{one}", answer: text}]
        """, file: "s.yaml")
    var interview = Interview(script: script, seed: seed)
    let shown = interview.offered(at: Path(ItemID("all"))).map { $0.label.text() }
    let step = try #require(interview.nextStep)
    try interview.apply(interview.event(for: "1 2 3 4", at: step, today: .first))
    var asked: [String] = []
    while let step = interview.nextStep {
      asked.append(step.text)
      try interview.apply(.answer(step.path, .text("x")))
    }
    #expect(asked == shown)
  }
}
