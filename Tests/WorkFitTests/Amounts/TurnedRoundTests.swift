import Testing
@testable import WorkFit

@Suite("what is not said the wrong way round")
struct TurnedRoundTests {
  typealias Wording = OtherWordingsTests.Wording

  private let amounts: AmountCheck

  init() throws { amounts = try AmountCheck() }

  @Test(
    "a place that breaks is there where the posting has it, and a home where it does not",
    arguments: [
      Wording(.dealBreaker, "being based in London", "Location: London", .supplied),
      Wording(.dealBreaker, "being based in London", "Location: Inverness", .opposed),
      Wording(.dealBreaker, "jobs that are in London", "Location: Inverness", .opposed),
      Wording(.dealBreaker, "not being in London", "Location: London", .opposed),
      Wording(.dealBreaker, "having to move, I'm based in London", "Location: London", .opposed),
      Wording(.dealBreaker, "moving away from London", "Location: Inverness", .supplied),
      Wording(.mustHave, "not having to go to London", "Location: London", .opposed),
      Wording(.mustHave, "I can't leave London", "Location: London", .supplied),
      Wording(.mustHave, "no further than London", "Location: Inverness", .opposed),
    ])
  func places(_ wording: Wording) throws { try expect(wording) }

  @Test(
    "another day that is free frees no weekend",
    arguments: [
      Wording(
        .mustHave, "at most one Saturday a month",
        "You work every Saturday, with Mondays off in lieu.", .opposed),
      Wording(
        .dealBreaker, "more than one weekend in four",
        "You work every Saturday, with Mondays off in lieu.", .supplied),
      Wording(.mustHave, "weekends off", "Every Saturday off", .supplied),
      Wording(.dealBreaker, "no free weekends", "You work every weekend.", .supplied),
      Wording(.dealBreaker, "not having weekends off", "No weekend work", .opposed),
    ])
  func weekends(_ wording: Wording) throws { try expect(wording) }

  @Test(
    "what is unpaid is not paid, however it is put",
    arguments: [
      Wording(
        .mustHave, "paid overtime",
        "Additional hours are unpaid and compensated by the basic salary.", .opposed),
      Wording(.mustHave, "no unpaid overtime", "All overtime is paid.", .supplied),
      Wording(.mustHave, "never again unpaid overtime", "Overtime is unpaid.", .opposed),
      Wording(.mustHave, "paid overtime", "Overtime without pay is expected.", .opposed),
      Wording(.dealBreaker, "overtime that isn't paid", "We do not pay overtime.", .supplied),
      Wording(.dealBreaker, "overtime for nothing", "Extra hours are paid.", .opposed),
      Wording(.mustHave, "paid on-call", "Standby is not remunerated.", .opposed),
      Wording(.mustHave, "full sick pay", "Sick leave is unpaid.", .opposed),
    ])
  func pay(_ wording: Wording) throws { try expect(wording) }

  @Test(
    "a number that is denied, or stands beside a denial, is not the one that is asked for",
    arguments: [
      Wording(
        .dealBreaker, "five days in the office",
        "No remote work: on-site presence is required five days a week.", .supplied),
      Wording(.dealBreaker, "a four-day week", "Five days a week, Monday to Friday", .opposed),
      Wording(
        .dealBreaker, "fixed-term contracts",
        "The position is limited to 24 months and cannot be made permanent.", .supplied),
      Wording(.dealBreaker, "no hybrid option", "Four days a week from home", .opposed),
    ])
  func denied(_ wording: Wording) throws { try expect(wording) }

  @Test("whether “no” is the rule or what breaks it cannot be known")
  func unclear() throws {
    #expect(
      try amounts.outcome(.dealBreaker, "no weekend work", "You work every weekend.") == .unsure)
    #expect(
      try amounts.outcome(.mustHave, "no weekend work", "You work every weekend.") == .opposed)
  }

  private func expect(_ wording: Wording) throws {
    #expect(
      try amounts.outcome(wording.role, wording.statement, wording.line) == wording.outcome)
  }
}
