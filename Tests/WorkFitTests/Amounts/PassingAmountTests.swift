import Testing
@testable import WorkFit

@Suite("amounts that lines put in passing")
struct PassingAmountTests {
  typealias Wording = OtherWordingsTests.Wording

  private let amounts: AmountCheck

  init() throws { amounts = try AmountCheck() }

  @Test(
    "years that somebody has are held against the years that are asked for of the same",
    arguments: [
      Wording(
        .strength, "six years of Python", "At least 5 years' experience with Python", .supplied),
      Wording(
        .strength, "3 yrs in accounting", "Minimum 10 years' experience in accounting", .opposed),
      Wording(
        .strength, "five years of project management", "4–7 years in project management", .unsure),
      Wording(
        .strength, "six years of Python", "Minimum 3 years of experience in welding", .silent),
      Wording(.strength, "ten or more years of SQL", "15 years of SQL", .unsure),
    ])
  func experience(_ wording: Wording) throws { try expect(wording) }

  @Test(
    "what others do, study or have won is nobody's who asks",
    arguments: [
      Wording(
        .dealBreaker, "more than a trip a month abroad",
        "The Minister makes two trips abroad a month.", .silent),
      Wording(
        .mustHave, "a 4-day week", "You'll lead our research into the four-day week.", .silent),
      Wording(
        .mustHave, "a permanent job",
        "We've just won a five-year contract with the Scottish Government.", .silent),
    ])
  func others(_ wording: Wording) throws { try expect(wording) }

  @Test(
    "a contract that may be extended may be long enough, though not for good",
    arguments: [
      Wording(
        .mustHave, "twelve months at the least", "Initial 6 month contract, extension possible",
        .unsure),
      Wording(
        .mustHave, "contract of a year at least", "Duration: 3 months (no extension)", .opposed),
      Wording(.mustHave, "permanent", "Initial 6 month contract, extension possible", .opposed),
    ])
  func extended(_ wording: Wording) throws { try expect(wording) }

  @Test(
    "parts of a week and of a day are read with what explains them",
    arguments: [
      Wording(
        .mustHave, "30 hours or fewer", "0.8 FTE (1.0 FTE = 37.5 hours per week)", .supplied),
      Wording(.mustHave, "two days at home", "Home working: 1/3 days", .unsure),
      Wording(.energizer, "a four day week", "Everybody works four days (32 h).", .supplied),
      Wording(
        .dealBreaker, "having to be in more than 3 days a week",
        "Minimum attendance: 2 days per week; more is up to you", .opposed),
      Wording(.drain, "less than 40k euros a year", "2 850 € gross / month", .supplied),
    ])
  func parts(_ wording: Wording) throws { try expect(wording) }

  @Test("the head office is where the work is only where no other place is named")
  func seat() throws {
    #expect(
      try amounts.outcome(
        .mustHave, "working in Glasgow", "This post is based at our Glasgow studio.",
        "Head office: Reading") == .supplied)
    #expect(
      try amounts.outcome(
        .mustHave, "within 20 miles of Cardiff", "Location: various sites across the South East")
        == .unsure)
  }

  private func expect(_ wording: Wording) throws {
    #expect(
      try amounts.outcome(wording.role, wording.statement, wording.line) == wording.outcome)
  }
}
