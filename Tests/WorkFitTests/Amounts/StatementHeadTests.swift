import Testing
@testable import WorkFit

@Suite("the reason that is given for a statement")
struct StatementHeadTests {
  private let amounts: AmountCheck

  init() throws { amounts = try AmountCheck() }

  @Test(
    "does not change what is asked",
    arguments: [
      "at least forty-five grand, otherwise the mortgage doesn't work",
      "at least £45,000, I have two children at university",
      "at least £45,000 because rent in my town keeps rising",
    ])
  func reasons(statement: String) throws {
    #expect(try amounts.outcome(.mustHave, statement, "Salary: £47,500 a year") == .supplied)
    #expect(try amounts.outcome(.mustHave, statement, "Salary: £31,000 a year") == .opposed)
  }

  @Test("an amount behind a comma still counts")
  func amountBehind() throws {
    #expect(
      try amounts.outcome(.mustHave, "part time, twenty hours or less", "30 hours a week")
        == .opposed)
  }
}
