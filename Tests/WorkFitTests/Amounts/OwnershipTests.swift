import Testing
@testable import WorkFit

@Suite("whose amounts a line names")
struct OwnershipTests {
  @Test(
    "amounts of what is dealt with, and of others, are not those of the job",
    arguments: [
      "You negotiate three-year contracts with our suppliers.",
      "Customers may cancel their subscription with three months' notice.",
      "You coordinate 25 volunteers, who each give around four hours a week.",
      "You run payroll for client firms, whose staff have between 20 and 33 days' leave.",
      "A confidential helpline whose counsellors are on call around the clock",
      "Our biggest customers each spend £50,000 a year with us.",
    ])
  func others(line: String) throws { #expect(try AmountCheck.amounts(line).isEmpty) }

  @Test(
    "who does the job, and people like them, have what is said of them",
    arguments: [
      ("You work 30 hours a week.", "hours 30 30 hour week"),
      ("We look for people who work 30 hours a week.", "hours 30 30 hour week"),
    ])
  func own(line: String, amount: String) throws {
    #expect(try AmountCheck.amounts(line).contains(amount))
  }
}
