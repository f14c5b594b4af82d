import Testing

@testable import QuestionFlow

@Suite("values that are worked out")
struct CalculationTests {
  static let house = """
    script: house
    title: House
    items:
      - {id: people, ask: Who?, answer: list, between: 1..5}
      - for each: people
        as: person
        items:
          - {id: hours, ask: "Hours of {person}?", answer: number 0..100}
          - {id: often, ask: How often?, answer: choice, choices: [never, often], scores: {never: 0, often: 3}}
          - let: weight = hours * 2 + score(often)
      - let: total = sum(people, hours)
      - let: average = round(mean(people, hours), 1)
      - let: busy = count(people, hours > 10)
      - let: word = if(total > 20, 'much', 'little')
      - {id: end, ask: "{total} hours, {average} each, {busy} busy, {word}: right?", answer: yes or no}
    """

  @Test("sums, means and counts over a roster stand in a text, and follow every answer")
  func roster() throws {
    var scenario = try Scenario(Self.house)
    try scenario.answer("Rosa\nJan")
    for typed in ["12", "often", "3.5", "never"] { try scenario.answer(typed) }
    #expect(scenario.question == "15.5 hours, 7.8 each, 1 busy, little: right?")
    try scenario.revisit("hours", ElementID(1))
    try scenario.answer("30")
    #expect(scenario.question == "33.5 hours, 16.8 each, 1 busy, much: right?")
    #expect(scenario.interview.value(of: ItemID("weight"), at: [ElementID(1)]) == .number(63))
  }

  private func value(_ expression: String, _ answers: [String] = []) throws -> Value {
    var scenario = try Scenario(
      """
      script: s
      title: S
      items:
        - {id: a, ask: A?, answer: number}
        - {id: b, ask: B?, answer: number}
        - {id: d, ask: D?, answer: date}
        - {id: cs, ask: Cs?, answer: choices, choices: [x, y], scores: {x: 2, y: 5}}
        - let: v = \(expression)
      """)
    for answer in answers {
      if answer.isEmpty { try scenario.skip() } else { try scenario.answer(answer) }
    }
    scenario.setToday()
    return scenario.interview.value(of: ItemID("v"), at: [])
  }

  @Test(
    "arithmetic as it is written",
    arguments: [
      ("1 + 2 * 3", Value.number(7)), ("(1 + 2) * 3", .number(9)), ("7 - 2 - 1", .number(4)),
      ("-a + 1", .number(-3)), ("a / b", .number(2)), ("a / 0", .unknown),
      ("sum(a, b)", .number(6)), ("min(a, b)", .number(2)), ("max(a, b, 9)", .number(9)),
      ("mean(a, b)", .number(3)), ("round(10 / 3, 2)", .number(3.33)), ("a-1", .number(3)),
      ("d + 7", .date(CalendarDate(iso: "2026-12-08") ?? .first)), ("d - today", .number(7)),
      ("if(a > b, 1, 2)", .number(1)), ("score(cs)", .number(7)),
    ])
  func arithmetic(expression: String, expected: Value) throws {
    #expect(try value(expression, ["4", "2", "2026-12-01", "x, y"]) == expected)
  }

  @Test(
    "years are whole, as an age is counted, and right on the day",
    arguments: [
      ("1980-11-25", "2026-11-24", 45), ("1980-11-24", "2026-11-24", 46),
      ("1980-02-29", "2027-02-28", 46), ("1980-02-29", "2027-03-01", 47),
      ("2026-11-24", "1980-11-25", -45), ("2026-11-24", "2026-11-24", 0),
    ])
  func wholeYears(from: String, to: String, count: Int) throws {
    #expect(try value("years(\(from), \(to))") == .number(Double(count)))
  }

  @Test("a sum leaves out what is open; a plain plus is unknown with it")
  func unknowns() throws {
    #expect(try value("sum(a, b)", ["4", ""]) == .number(4))
    #expect(try value("a + b", ["4", ""]) == .unknown)
    #expect(try value("sum(a, b)", ["", ""]) == .number(0))
    #expect(try value("sum(a, b)") == .unknown)
    #expect(try value("mean(a, b)", ["", ""]) == .unknown)
  }

  @Test(
    "what does not fit together is said",
    arguments: [
      (
        "a + cs",
        "“+” takes numbers, or a date and a number of days; this is a number and a set of choices"
      ),
      (
        "score(a)",
        "score() needs a choice whose options have “scores”, such as scores: {never: 0, often: 2}"
      ),
      ("if(a, 1, 2)", "this is a number, where a yes-or-no condition is needed"),
      (
        "if(a > 1, 1, 'x')",
        "both values of if() are of one kind, and these are a number and a text"
      ),
      ("round(a, 7)", "round() takes 0, 1 or 2 places behind the full stop"),
    ])
  func faults(expression: String, message: String) throws {
    do throws(ScriptFaults) {
      _ = try Script(
        yaml: """
          script: s
          title: S
          items:
            - {id: a, ask: A?, answer: number}
            - {id: cs, ask: Cs?, answer: choices, choices: [x, y]}
            - let: v = \(expression)
          """, file: "s.yaml")
      Issue.record("no fault found")
    } catch {
      #expect(error.faults.map(\.message) == [message])
    }
  }

  private func warnings(_ condition: String) -> [String] {
    Script.check(
      yaml: """
        script: s
        title: S
        items:
          - {id: a, ask: A?, answer: scale 0..4}
          - {id: b, ask: B?, answer: scale 0..4}
          - {id: l, ask: L?, answer: list, between: 1..3}
          - for each: l
            as: e
            items: [{id: n, ask: N?, answer: number 0..9}]
          - let: points = a + b
          - let: all = sum(l, n)
          - {id: x, when: "\(condition)", ask: X?, answer: text}
        """, file: "s.yaml"
    ).map { "\($0.severity.rawValue): \($0.message)" }
  }

  @Test("what can never hold is found out through values, and what is not decided is said")
  func decided() {
    #expect(warnings("points > 8") == ["warning: this can never hold, so “x” can never be asked"])
    #expect(warnings("points > 7") == [])
    #expect(warnings("all > 99") == ["note: not decided whether this can hold"])
  }

  @Test("values that rest on each other without end are refused")
  func chains() throws {
    var yaml =
      "script: s\ntitle: S\nitems:\n  - {id: a, ask: A?, answer: number}\n  - let: v0 = a\n"
    for index in 1...60 { yaml += "  - let: v\(index) = v\(index - 1) + v\(index - 1)\n" }
    let faults = Script.check(yaml: yaml, file: "s.yaml")
    #expect(
      faults.first?.message
        == "this rests on too many values one on top of another; put them into one sum()")
  }
}

extension Scenario {
  /// Tells the interview what day it is.
  fileprivate mutating func setToday() { goOn(on: Self.today) }
}
