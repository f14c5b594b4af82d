import Testing

@testable import QuestionFlow

@Suite("a check that cannot be decided")
struct UndecidedCheckTests {
  private static func trap(_ check: String, start: String = "") -> String {
    """
    script: trap
    title: Trap
    items:
      - {id: start, ask: "From when?", answer: date\(start)}
      - id: until
        ask: Until when?
        answer: date
        check: [{that: "\(check)", say: It ends after it begins.}]
    """
  }

  private static func messages(_ yaml: String) -> [String] {
    Script.check(yaml: yaml, file: "t.yaml").filter { $0.severity == .warning }
      .map(\.message.description)
  }

  @Test("refuses nothing where what it rests on was passed over, and refuses where it was answered")
  func unknown() throws {
    var scenario = try Scenario(Self.trap("until > start"))
    try scenario.skip()
    try scenario.answer("2027-01-01", to: "Until when?")
    #expect(scenario.question == nil)

    scenario = try Scenario(Self.trap("until > start"))
    try scenario.answer("2027-02-01")
    #expect(try scenario.rejection(of: "2027-01-01") == "It ends after it begins.")
  }

  @Test("is warned of, unless the script says what holds then")
  func warned() {
    #expect(
      Self.messages(Self.trap("until > start")) == [
        "where “start” has no answer, this refuses nothing; say what holds then, such as “not answered(start) or …”, or make that one “required: yes”"
      ])
    #expect(Self.messages(Self.trap("not answered(start) or until > start")) == [])
    #expect(Self.messages(Self.trap("until > start", start: ", required: yes")) == [])
    #expect(Self.messages(Self.trap("until > 2027-01-01")) == [])
  }

  @Test("the first time has no last one, which is warned of and refuses nothing")
  func last() throws {
    let yaml = """
      script: weekly
      title: Weekly
      repeats: weekly
      items:
        - id: sent
          ask: Sent?
          answer: number 0..50
          check: [{that: sent <= last.sent + 10, say: That cannot be.}]
      """
    #expect(Self.messages(yaml).first?.hasPrefix("where “last.sent” has no answer") == true)
    var scenario = try Scenario(yaml)
    try scenario.answer("40")
    #expect(scenario.question == nil)
  }

  @Test("is counted by a simulation")
  func simulated() throws {
    let script = try Script(yaml: Self.trap("until > start"), file: "t.yaml")
    let simulation = Simulation(script, seed: 1, runs: 200)
    #expect(simulation.undecidedChecks[ItemID("until"), default: 0] > 0)
    let decided = try Script(
      yaml: Self.trap("not answered(start) or until > start"), file: "t.yaml")
    #expect(Simulation(decided, seed: 1, runs: 200).undecidedChecks == [:])
  }

  @Test("a transcript that is begun says where nothing made up was taken")
  func passedOver() throws {
    let script = try Script(
      yaml: """
        script: s
        title: S
        items:
          - {id: a, ask: A?, answer: text, check: [{that: words(a) > 90, say: More.}]}
          - {id: b, ask: B?, answer: text}
        """, file: "s.yaml")
    let begun = Transcript.made(for: script)
    #expect(begun.passedOver == 1)
    #expect(begun.text.contains("? A?\n# Nothing made up was taken here"))
  }
}
