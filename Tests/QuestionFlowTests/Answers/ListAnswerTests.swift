@testable import QuestionFlow
import Testing

@Suite("lists as people type them")
struct ListAnswerTests {
  private func parse(_ typed: String, _ bounds: ClosedRange<Int>? = nil) throws -> [String] {
    try ListAnswer(bounds: bounds).entries(typed)
  }

  @Test(
    "lists with and without bullets",
    arguments: [
      "one\ntwo\nthree", "- one\n- two\n• three", "1. one\n2) two\n3. three", "one, two, three",
      "one; two; three", "  one  \r\n\r\n two \n three",
    ])
  func lists(typed: String) throws {
    #expect(try parse(typed) == ["one", "two", "three"])
  }

  @Test("entries are the same only where they are the same text")
  func sameText() throws {
    let entries = ["C", "C++", "C#", ".NET", "net", "c", "résumé", "resume", "50", "50%", "🙂", "🎉"]
    #expect(try parse(entries.joined(separator: "\n")) == entries)
    #expect(try parse("C\n  C  \nC++") == ["C", "C++"])
  }

  @Test("a line repeats an entry where it is the same text, bullet or not")
  func repeated() {
    let earlier = ["C", "- quiet work", "two\nlines"]
    #expect(ListAnswer.repeated(" C ", among: earlier) == "C")
    #expect(ListAnswer.repeated("quiet work", among: earlier) == "quiet work")
    #expect(ListAnswer.repeated("* quiet work", among: earlier) == "quiet work")
    for line in ["c", "C++", "Quiet work", "two\nlines"] {
      #expect(ListAnswer.repeated(line, among: earlier) == nil)
    }
  }

  @Test(
    "a line that is one thing stays one",
    arguments: [
      "a team of 1,000 people", "0,5 days a week", "Paris,Texas", "3.5 days a week",
      "from 1.1.2027 on", "2027-03-01", "work (quiet, alone)", "“quiet, alone”", "- Paris, Texas",
      "+1 for honesty", "Paris, Texas", "honest, direct feedback", "Monday, 3 March",
      "Rosa Beispiel, keeper of clocks", "3. Liga", "C", "1,000",
    ])
  func oneThing(typed: String) throws {
    let text = typed.hasPrefix("- ") ? String(typed.dropFirst(2)) : typed
    #expect(try parse(typed) == [text])
  }

  @Test("on several lines, nothing is split and numbers stay that do not count the lines")
  func severalLines() throws {
    #expect(try parse("Paris, Texas\nquiet; alone") == ["Paris, Texas", "quiet; alone"])
    #expect(try parse("3. Liga\n1. FC Beispiel") == ["3. Liga", "1. FC Beispiel"])
  }

  @Test(
    "a line that can be one entry or several is asked back with both",
    arguments: [
      "Berlin, Hamburg, London", "Portland, Oregon, USA",
      "clear, honest, and kind feedback", "Wednesday, March 3, 2027",
    ])
  func oneOrSeveral(typed: String) throws {
    let readings = readings { _ = try parse(typed) }
    #expect(readings.first == "- \(typed)")
    #expect(try parse(readings[0]) == [typed])
    #expect(try parse(readings[1]).count > 1)
  }

  @Test("the sentence names both readings")
  func sentence() {
    #expect(
      refusal { _ = try parse("Ulm, Bern, Graz", 1...6) }
        == "“Ulm, Bern, Graz” can be read as one entry or 3 entries, “Ulm”, “Bern”, “Graz”; which is it?"
    )
  }

  @Test("a line that would be too few or too many as several entries is one")
  func bounds() throws {
    #expect(try parse("quiet, loud, fast", 1...2) == ["quiet, loud, fast"])
    #expect(
      refusal { _ = try parse("quiet, loud", 3...7) }
        == "That is 1; at least 3 are needed to compare. One a line.")
  }

  @Test("elements that differ by a sign keep their own roster when they change places")
  func identities() throws {
    var scenario = try Scenario(
      """
      script: s
      title: S
      items:
        - id: tools
          ask: Tools?
          answer: list
        - for each: tools
          as: tool
          items:
            - id: years
              ask: "{tool}?"
              answer: number
      """)
    try scenario.answer("C\nC++\nC#", to: "Tools?")
    try scenario.answer("1", to: "C?")
    try scenario.answer("2", to: "C++?")
    try scenario.answer("3", to: "C#?")
    try scenario.revisit("tools")
    try scenario.answer("C#\nc\nC++")
    #expect(scenario.elements("tools").map(\.id) == [3, 1, 2].map { ElementID($0) })
  }
}
