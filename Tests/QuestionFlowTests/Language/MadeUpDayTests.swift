import Testing

@testable import QuestionFlow

@Suite("days that are made up for a transcript")
struct MadeUpDayTests {
  private func made(_ items: String) throws -> String {
    let script = try Script(yaml: "script: s\ntitle: S\nitems:\n\(items)", file: "s.yaml")
    return Transcript.made(for: script).text
  }

  @Test("somebody was born long ago")
  func born() throws {
    #expect(
      try made("  - {id: b, ask: When were you born?, answer: date}\n").contains("> 1990-05-17"))
  }

  @Test("years are counted from a day long ago, whatever the question says")
  func years() throws {
    let text = try made(
      "  - {id: b, ask: Which day?, answer: date}\n  - let: age = years(b, today)\n")
    #expect(text.contains("> 1990-05-17"))
  }

  @Test("what has been was before today, and what is planned comes after it")
  func pastAndToCome() throws {
    let text = try made(
      "  - {id: a, ask: When did you begin?, answer: date}\n  - {id: b, ask: By when?, answer: date}\n"
    )
    #expect(text.contains("> 2026-03-01"))
    #expect(text.contains("> 2027-03-08"))
  }
}
