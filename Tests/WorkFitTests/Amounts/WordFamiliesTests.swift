import Testing
@testable import WorkFit

@Suite("amounts, by families of words")
struct WordFamiliesTests {
  typealias Wording = OtherWordingsTests.Wording

  private let amounts: AmountCheck

  init() throws { amounts = try AmountCheck() }

  @Test(
    "a pay is read in whatever words",
    arguments: [
      Wording(
        .mustHave, "400 a day or I stay where I am", "Day rate: £450 outside IR35", .supplied),
      Wording(
        .mustHave, "nothing south of 55k, we have just bought a house",
        "Salary band £58,500 to £64,000", .supplied),
      Wording(
        .dealBreaker, "commission only, been there", "100% commission, uncapped earnings", .supplied
      ),
      Wording(
        .mustHave, "I will not get out of bed for less than 70k", "Salary: $62,000 to $68,000",
        .opposed),
      Wording(.mustHave, "£15 an hour minimum", "£14.20 per hour rising to £15.10", .unsure),
    ])
  func pay(_ wording: Wording) throws { try expect(wording) }

  @Test(
    "what a number stands before is not counted where it is denied, with or without an apostrophe",
    arguments: [
      Wording(
        .dealBreaker, "managing people", "The post is one without managing people.", .opposed),
      Wording(.dealBreaker, "managing people", "You wont manage people here.", .opposed),
      Wording(.dealBreaker, "managing people", "You would manage people here.", .supplied),
    ])
  func denied(_ wording: Wording) throws { try expect(wording) }

  @Test(
    "hours, days and parts of a full week are read in whatever words",
    arguments: [
      Wording(
        .dealBreaker, "50-hour weeks. My doctor laughed",
        "A 38-hour week, overtime recorded and given back", .opposed),
      Wording(
        .mustHave, "about 25 hours, school hours really",
        "Part-time, 24 hours a week over five mornings", .supplied),
      Wording(.drain, "ten hour shifts", "Shifts of 12 hours, four on, four off", .supplied),
      Wording(.dealBreaker, "anything under full time", "Part-time, 25 hours", .supplied),
      Wording(.mustHave, "a job of 20 hours, give or take", "Hours: 21 per week", .supplied),
      Wording(.mustHave, "no longer than an eight hour day", "You work ten-hour shifts", .opposed),
    ])
  func hours(_ wording: Wording) throws { try expect(wording) }

  @Test(
    "where the work is done is read in whatever words",
    arguments: [
      Wording(.mustHave, "from home, always", "The role is fully remote within Ireland", .supplied),
      Wording(
        .mustHave, "an office I can walk into every day, I go mad at home",
        "We have no office; the whole company is remote", .opposed),
      Wording(
        .mustHave, "Wednesdays at home for the physio",
        "Wednesdays and Fridays are home office days", .supplied),
      Wording(
        .dealBreaker, "less than three days remote", "Hybrid: one day a week from home", .supplied),
      Wording(.mustHave, "hybrid at least", "This position is on site only", .opposed),
      Wording(.dealBreaker, "no home office at all", "Remote working is not possible", .supplied),
    ])
  func presence(_ wording: Wording) throws { try expect(wording) }

  @Test(
    "travel is read in whatever words",
    arguments: [
      Wording(
        .dealBreaker, "weeks away from home", "You will be away from home Monday to Thursday",
        .supplied),
      Wording(
        .mustHave, "home every night, newborn", "Role involves occasional overnight stays", .opposed
      ),
      Wording(
        .mustHave, "day trips only, home for bedtime", "Overnight stays about once a month",
        .opposed),
      Wording(
        .energizer, "seeing other countries for work at least twice a year",
        "You visit our plants in Poland and Mexico four times a year", .supplied),
      Wording(
        .energizer, "being out with clients half the week",
        "Half of your week is spent with clients", .supplied),
    ])
  func travel(_ wording: Wording) throws { try expect(wording) }

  @Test(
    "how many people there are is read in whatever words",
    arguments: [
      Wording(.mustHave, "a small company, under 50", "We are 23 people in an old mill", .supplied),
      Wording(.drain, "being the only designer", "You will be our sole designer", .supplied),
      Wording(
        .mustHave, "a team, not a one-man show", "You join five colleagues in the policy team",
        .supplied),
      Wording(.dealBreaker, "having anyone report to me", "Two direct reports", .supplied),
      Wording(.drain, "huge corporations", "We employ 85,000 people worldwide", .supplied),
    ])
  func size(_ wording: Wording) throws { try expect(wording) }

  @Test(
    "how and until when somebody is employed is read in whatever words",
    arguments: [
      Wording(.mustHave, "employed, not freelance", "You invoice us as a freelancer", .opposed),
      Wording(
        .dealBreaker, "a probation longer than three months", "Six months probation", .supplied),
      Wording(
        .mustHave, "a permanent job, no more fixed-term",
        "Fixed-term contract until 31 December 2027", .opposed),
      Wording(
        .mustHave, "can begin in September at the earliest", "Start date: 1 October", .supplied),
      Wording(
        .mustHave, "notice of no more than four weeks",
        "Notice period: 3 months to the end of the quarter", .opposed),
    ])
  func contract(_ wording: Wording) throws { try expect(wording) }

  @Test(
    "shifts are read in whatever words",
    arguments: [
      Wording(.drain, "early starts", "Shift starts at 5.30", .supplied),
      Wording(
        .mustHave, "Christmas with my family", "Closed between Christmas and New Year", .supplied),
      Wording(.energizer, "four on four off", "Four days on, four days off", .supplied),
      Wording(.mustHave, "same days every week", "The rota changes weekly", .opposed),
      Wording(.mustHave, "Saturdays off", "Rota includes one Saturday in three", .opposed),
      Wording(.mustHave, "evenings at home", "Evening shifts twice a week", .opposed),
      Wording(.dealBreaker, "starting before seven", "Start at 6.45", .supplied),
    ])
  func shifts(_ wording: Wording) throws { try expect(wording) }

  @Test(
    "places, requirements and benefits are read in whatever words",
    arguments: [
      Wording(.mustHave, "not London", "Location: London", .opposed),
      Wording(.mustHave, "the Cardiff area", "Location: Cardiff", .supplied),
      Wording(.mustHave, "no DBS", "Enhanced DBS check", .opposed),
      Wording(.mustHave, "a nursery on site", "There is an on-site creche", .supplied),
      Wording(.mustHave, "shares", "Stock options", .supplied),
      Wording(.dealBreaker, "a PhD asked for", "PhD in chemistry required", .supplied),
    ])
  func others(_ wording: Wording) throws { try expect(wording) }

  private func expect(_ wording: OtherWordingsTests.Wording) throws {
    #expect(
      try amounts.outcome(wording.role, wording.statement, wording.line) == wording.outcome)
  }
}
