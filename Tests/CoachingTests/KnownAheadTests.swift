import Coaching
import QuestionFlow
import Testing

@Suite("how many questions are known to come")
struct KnownAheadTests {
  private func ahead(_ answer: String) throws -> KnownAhead {
    KnownAhead(
      Interview(
        script: try Script(
          yaml: """
            script: s
            title: S
            items:
              - id: some
                ask: Which?
            \(answer.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n"))
              - for each: some
                as: one
                items:
                  - id: now
                    ask: How is {one}?
                    answer: scale 1..10
                  - id: later
                    ask: And later?
                    answer: scale 1..10
            """, file: "s.yaml")))
  }

  @Test("what is chosen or ranked counts with as many elements as it surely has")
  func sure() throws {
    let options = "choices: [red, green, blue]"
    for answer in ["answer: rank top 2\n\(options)", "answer: choices\npick: 2\n\(options)"] {
      let ahead = try ahead(answer)
      #expect(ahead.total == 5, "\(answer)")
      #expect(ahead.isFixed, "\(answer)")
    }
  }

  @Test("with the fewest where there may be more, and then it is said to be about so many")
  func unsure() throws {
    let options = "choices: [red, green, blue]"
    for (answer, total) in [
      ("answer: list\nbetween: 2..4", 5), ("answer: list", 3),
      ("answer: choices\nbetween: 1..3\n\(options)", 3),
    ] {
      let ahead = try ahead(answer)
      #expect(ahead.total == total, "\(answer)")
      #expect(!ahead.isFixed, "\(answer)")
    }
  }
}
