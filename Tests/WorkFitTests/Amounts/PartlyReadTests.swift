import Testing
@testable import WorkFit

@Suite("amounts that are read in part")
struct PartlyReadTests {
  private let amounts: AmountCheck

  init() throws { amounts = try AmountCheck() }

  @Test("a bound that is denied is the other one")
  func deniedBound() throws {
    #expect(
      try amounts.outcome(.mustHave, "I won't do it for less than 2,500 a month", "€2,900 a month")
        == .supplied)
    #expect(
      try amounts.outcome(
        .mustHave, "not at the office above two days a week", "Four days a week in the office")
        == .opposed)
    #expect(
      try amounts.outcome(
        .dealBreaker, "more than 45 hours a week", "Nobody works more than 40 hours a week here.")
        == .opposed)
  }

  @Test("signs bound, too")
  func signs() throws {
    #expect(
      try amounts.outcome(.mustHave, "a team <8 people", "You join a team of 14.") == .opposed)
    #expect(
      try amounts.outcome(.mustHave, "≥ 28 days of holiday", "30 days of annual leave")
        == .supplied)
  }

  @Test("what is set off with “not” bounds what stands before it")
  func contrast() throws {
    #expect(
      try amounts.outcome(
        .mustHave, "two days a week in the office, not three", "One day a week in the office")
        == .supplied)
  }

  @Test("what a statement says besides may change what it asks, and then nothing decides")
  func doubts() throws {
    #expect(
      try amounts.outcome(
        .mustHave, "no business trips longer than a week", "Business trips abroad")
        == .unsure)
    #expect(
      try amounts.outcome(
        .mustHave, "at most three nights in a row", "Two nights a week are worked.") == .unsure)
    #expect(
      try amounts.outcome(
        .mustHave, "no weekend work unless it is paid double", "Weekend work is required.")
        == .unsure)
  }

  @Test("what a posting says beside a number may change it")
  func numberDoubts() throws {
    #expect(
      try amounts.outcome(
        .mustHave, "at least 30 days of holiday", "32 days of holiday, part of them unpaid")
        == .unsure)
  }

  @Test("what a posting speaks of and leaves open is a question")
  func open() throws {
    #expect(
      try amounts.outcome(
        .mustHave, "no on-call duty", "On-call duty: to be discussed at interview")
        == .unsure)
    #expect(
      try amounts.outcome(
        .mustHave, "at least 28 days of holiday", "Holidays as laid down in the local agreement")
        == .unsure)
    #expect(
      try amounts.outcome(
        .mustHave, "at least 28 days of holiday",
        "You book holidays for guests, as agreed with them.")
        == .silent)
  }

  @Test("a bare number is a pay where one is named, by the thousand or by what it is paid by")
  func barePay() throws {
    #expect(try amounts.outcome(.mustHave, "not below 40", "Salary: £34,000") == .opposed)
    #expect(try amounts.outcome(.mustHave, "18 or more", "£19.20 an hour") == .supplied)
    #expect(try amounts.outcome(.mustHave, "not below 40", "37 hours a week") == .silent)
  }
}
