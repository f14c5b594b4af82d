import Testing
@testable import WorkFit

@Suite("amounts, in other people's wording")
struct OtherWordingsTests {
  private let amounts: AmountCheck

  init() throws { amounts = try AmountCheck() }

  struct Wording: CustomTestStringConvertible {
    let role: Role
    let statement, line: String
    let outcome: Outcome

    init(_ role: Role, _ statement: String, _ line: String, _ outcome: Outcome) {
      self.role = role
      self.statement = statement
      self.line = line
      self.outcome = outcome
    }

    var testDescription: String { "\(statement) | \(line)" }
  }

  @Test(
    "a pay is money by what it is counted by",
    arguments: [
      Wording(.mustHave, "19/hr or more", "Pay: £21.40 per hour", .supplied),
      Wording(.mustHave, "a thousand pounds a week", "Salary: £40,000 per annum", .opposed),
      Wording(.mustHave, "36 grand min", "We pay a competitive salary.", .unsure),
      Wording(.dealBreaker, "under 14 an hour", "£12.80 per hour", .supplied),
    ])
  func pay(_ wording: Wording) throws { try expect(wording) }

  @Test(
    "a bound may stand behind what is counted, or before it",
    arguments: [
      Wording(
        .mustHave, "three or fewer office days a week", "Two days a week in the office", .supplied),
      Wording(.mustHave, "22 hours weekly and not one more", "39 hours a week", .opposed),
      Wording(.mustHave, "0.7 WTE as a ceiling", "0.5 WTE, permanent", .supplied),
      Wording(.mustHave, "a month's notice at most", "Notice period: three months", .opposed),
    ])
  func bounds(_ wording: Wording) throws { try expect(wording) }

  @Test(
    "days that are listed are counted",
    arguments: [
      Wording(
        .mustHave, "no more than two office days a week", "Office days: Mon, Tue and Thu",
        .opposed),
      Wording(
        .mustHave, "at least two days a week from home",
        "From home: Wednesday, Thursday and Friday",
        .supplied),
      Wording(.mustHave, "remote", "There is no office any more.", .supplied),
    ])
  func presence(_ wording: Wording) throws { try expect(wording) }

  @Test(
    "bank holidays are counted in or left out on both sides",
    arguments: [
      Wording(
        .mustHave, "32 days including bank holidays", "24 days' annual leave + 8 bank holidays",
        .supplied),
      Wording(
        .mustHave, "25 days not counting bank holidays", "28 days' holiday including bank holidays",
        .unsure),
      Wording(.mustHave, "26 or more, bank holidays on top", "Leave: 29 days", .supplied),
    ])
  func holiday(_ wording: Wording) throws { try expect(wording) }

  @Test(
    "a cell of a table says what the one behind it is",
    arguments: [
      Wording(.mustHave, "an employer with at least 300 staff", "Employees | 820", .supplied),
      Wording(.mustHave, "a team of five at most", "Team size | 14", .opposed),
    ])
  func cells(_ wording: Wording) throws { try expect(wording) }

  @Test(
    "people are counted by what they do",
    arguments: [
      Wording(.mustHave, "at most four people to lead", "You lead nine planners.", .opposed),
      Wording(
        .dealBreaker, "a one-person department", "You join seven fellow librarians.", .opposed),
      Wording(.mustHave, "no more than three direct reports", "Span of control: 12 FTE", .opposed),
    ])
  func people(_ wording: Wording) throws { try expect(wording) }

  @Test(
    "a month without its year is compared with another",
    arguments: [
      Wording(.mustHave, "not starting before 1 September", "Start date: 20 October", .supplied),
      Wording(.mustHave, "not starting before 1 September", "Start date: 1 June", .unsure),
    ])
  func start(_ wording: Wording) throws { try expect(wording) }

  @Test(
    "nights away and trips are counted by any time",
    arguments: [
      Wording(
        .drain, "four or more nights away a month", "At most one overnight stay a month", .opposed),
      Wording(
        .mustHave, "a trip per quarter at most", "You travel to Graz once a month.", .opposed),
      Wording(.mustHave, "zero travel", "There is no travel in this post.", .supplied),
    ])
  func travel(_ wording: Wording) throws { try expect(wording) }

  @Test(
    "what a line gives, denies or leaves open is told apart",
    arguments: [
      Wording(.mustHave, "a staff canteen", "There is no canteen.", .opposed),
      Wording(.mustHave, "free parking", "Parking is provided for all staff.", .supplied),
      Wording(.mustHave, "dental cover", "A range of benefits and perks", .unsure),
      Wording(.dealBreaker, "needing a clearance", "Security clearance may be required.", .unsure),
      Wording(
        .dealBreaker, "a criminal record check", "An enhanced DBS check is required.", .supplied),
      Wording(.mustHave, "no drug test", "Drug test: No", .supplied),
      Wording(.dealBreaker, "split shifts", "No split shifts.", .opposed),
      Wording(
        .mustHave, "overtime has to be paid", "The salary covers all additional hours.", .opposed),
    ])
  func facts(_ wording: Wording) throws { try expect(wording) }

  @Test(
    "a place is the same under the name that is used there",
    arguments: [
      Wording(.mustHave, "Munich", "Arbeitsort: München", .supplied),
      Wording(.dealBreaker, "more than an hour from Vienna", "Location: Wien", .opposed),
      Wording(.mustHave, "Vienna", "You join us in the Prague office.", .opposed),
    ])
  func places(_ wording: Wording) throws { try expect(wording) }

  private func expect(_ wording: Wording) throws {
    #expect(
      try amounts.outcome(wording.role, wording.statement, wording.line) == wording.outcome)
  }
}
