import Testing
@testable import WorkFit

@Suite("amounts that are said without a figure")
struct SpokenNumeralsTests {
  private let amounts: AmountCheck

  init() throws { amounts = try AmountCheck() }

  struct Said: CustomTestStringConvertible {
    let role: Role
    let statement, line: String
    let outcome: Outcome

    var testDescription: String { "\(statement) | \(line)" }
  }

  @Test(
    "are compared as those in figures are",
    arguments: [
      Said(
        role: .mustHave, statement: "on call at most one week in six",
        line: "You are on call every other week.", outcome: .opposed),
      Said(
        role: .dealBreaker, statement: "on the road more than half the time",
        line: "Travel: 75%", outcome: .supplied),
      Said(
        role: .mustHave, statement: "notice no longer than a month", line: "Notice: two weeks",
        outcome: .supplied),
      Said(
        role: .mustHave, statement: "a six-figure salary, dollars",
        line: "Salary: $72,000 a year", outcome: .opposed),
      Said(
        role: .mustHave, statement: "not more than half the week", line: "Position: 0.8 FTE",
        outcome: .opposed),
      Said(
        role: .mustHave, statement: "on call no more than one week in six",
        line: "On call between 1 week in 4 and 1 week in 8", outcome: .unsure),
    ])
  func compared(said: Said) throws {
    #expect(try amounts.outcome(said.role, said.statement, said.line) == said.outcome)
  }
}
