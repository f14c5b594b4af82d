import Testing
@testable import WorkFit

@Suite("amounts, compared")
struct AmountComparisonTests {
  private let amounts: AmountCheck

  init() throws { amounts = try AmountCheck() }

  /// A statement with a line that supplies it and one that opposes it.
  struct Opposites: CustomTestStringConvertible {
    let role: Role
    let statement, supplies, opposes: String

    init(_ role: Role, _ statement: String, _ supplies: String, _ opposes: String) {
      self.role = role
      self.statement = statement
      self.supplies = supplies
      self.opposes = opposes
    }

    var testDescription: String { statement }
  }

  @Test(
    "of each kind a line that has it supplies, and one that has the opposite opposes",
    arguments: [
      Opposites(.mustHave, "at least £45,000", "Salary: £47,000 to £52,000", "Salary: £28,400"),
      Opposites(.dealBreaker, "less than 50k", "Salary: £41,000 a year", "Salary: £52,000 a year"),
      Opposites(.mustHave, "20 hours a week, no more", "16 hours a week", "37.5 hours a week"),
      Opposites(.mustHave, "part-time", "Part-time", "Full-time"),
      Opposites(.mustHave, "four day week", "A four-day week", "Monday to Friday"),
      Opposites(
        .mustHave, "three days at home", "Three days a week from home",
        "Four days a week in the office"),
      Opposites(.mustHave, "remote", "Fully remote", "Five days a week in the office"),
      Opposites(
        .mustHave, "no more than two trips a quarter", "You travel to Lisbon twice a year.",
        "Three business trips a month"),
      Opposites(.mustHave, "no more than 25% travel", "10% travel", "Travel: 60%"),
      Opposites(
        .dealBreaker, "more than three nights a month away from home",
        "Nine nights a month in hotels", "One night a month in a hotel"),
      Opposites(
        .mustHave, "a team of five or fewer", "You join a team of four.",
        "You join a team of 22 developers."),
      Opposites(
        .mustHave, "fewer than 300 people in the whole place", "We are 88 people.",
        "Our company has 1,500 employees."),
      Opposites(
        .mustHave, "no more than 5 direct reports", "Two direct reports", "Nine direct reports"),
      Opposites(
        .mustHave, "a permanent contract", "Permanent contract", "12-month fixed-term contract"),
      Opposites(
        .dealBreaker, "contracts under six months", "3-month contract", "Permanent position"),
      Opposites(
        .mustHave, "at most one month's notice", "Notice period: two weeks",
        "Notice period: three months"),
      Opposites(
        .mustHave, "can't start before September 2027", "Start date: 1 October 2027",
        "Starting in March 2027"),
      Opposites(.mustHave, "no weekends", "No weekend work", "You work every weekend."),
      Opposites(
        .dealBreaker, "more than one weekend a month", "Every other weekend", "1 weekend in 6"),
      Opposites(.dealBreaker, "night shift", "This is a permanent night shift.", "No night shifts"),
      Opposites(.dealBreaker, "rotating shifts", "Rotating shifts", "Nine to five, every day"),
      Opposites(.mustHave, "no on-call", "There is no on-call.", "On-call rota, one week in six"),
      Opposites(
        .mustHave, "no overtime", "We do not work overtime.", "Overtime is expected at month end."),
      Opposites(.mustHave, "paid overtime", "Paid overtime", "Overtime is not paid."),
      Opposites(
        .mustHave, "6 weeks of holiday", "30 days of annual leave", "21 days of annual leave"),
      Opposites(.mustHave, "a job in Leeds", "Location: Leeds", "Location: Berlin, Germany"),
      Opposites(
        .dealBreaker, "anything more than 90 miles from Tulsa", "Location: Dallas, Texas",
        "Location: Tulsa, Oklahoma"),
      Opposites(
        .mustHave, "visa sponsorship", "Visa sponsorship available",
        "We are unable to offer visa sponsorship."),
      Opposites(
        .mustHave, "no security clearance", "No security clearance is needed.",
        "Security clearance required"),
      Opposites(
        .dealBreaker, "needing a driving licence", "A full driving licence is required.",
        "A driving licence is not required."),
      Opposites(.mustHave, "without a degree", "No degree required", "Bachelor's degree required"),
      Opposites(
        .mustHave, "at most 3 years of experience", "2 years of experience",
        "5+ years of experience"),
      Opposites(.mustHave, "a pension", "Benefits: a pension", "We do not offer a pension."),
      Opposites(.drain, "being on call", "You are on call one week in five.", "No on-call duties"),
      Opposites(
        .energizer, "traveling for work", "Frequent work trips to Poland", "No travel required"),
    ])
  func opposites(pair: Opposites) throws {
    #expect(try amounts.outcome(pair.role, pair.statement, pair.supplies) == .supplied)
    #expect(try amounts.outcome(pair.role, pair.statement, pair.opposes) == .opposed)
  }

  @Test(
    "what cannot be decided is a question",
    arguments: [
      ("at least £45,000", "Salary: £38,000 to £47,000"),
      ("at least £45,000", "Competitive salary"),
      ("at least £45,000", "Up to £60,000 a year"), ("at least £45,000", "Salary: €60,000"),
      ("at least £45,000 after tax", "Salary: £500 a day"),
      ("at least £45,000", "OTE £90,000"), ("at least £45,000", "Salary: £50,000 pro rata"),
      ("no weekends", "Weekend work may be required."), ("a short commute", "Location: Madrid"),
      ("a job in Birmingham", "Location: Birmingham"), ("a job in Leeds", "Location: York"),
      ("no travel", "Travel may be needed."), ("a pension", "A pension may be offered."),
    ])
  func questions(statement: String, line: String) throws {
    #expect(try amounts.outcome(.mustHave, statement, line) == .unsure)
  }

  @Test(
    "amounts of others are nobody's who asks",
    arguments: [
      ("at least 45k", "You manage a training budget of £45k."),
      ("at least 45k", "Our annual turnover is £45m."),
      ("at least 45k", "The programme has raised £45,000 for charity."),
      ("a team of no more than 8", "Our sister team of 12 sits next door."),
      ("fewer than 300 people in the company", "We serve 2,000 people a day."),
      ("at least 30 days' holiday", "Two days of sick leave"),
      ("at least 30 days' holiday", "Response within 30 days"),
      ("a four day week", "Two days of training are included."),
      ("can't start before September 2027", "Founded in March 2017"),
      ("no travel", "You arrange travel for senior officers."),
      ("a permanent contract", "You negotiate permanent contracts with suppliers."),
      ("remote", "Supervise the remote sensing laboratory"),
      ("no weekends", "Our weekend supplement is read by many."),
    ])
  func others(statement: String, line: String) throws {
    #expect(try amounts.outcome(.mustHave, statement, line) == .silent)
  }

  @Test("two amounts in a line go to their own questions")
  func twoInALine() throws {
    let line = "25 days' holiday and 3 days in the office"
    #expect(try amounts.outcome(.mustHave, "at least 30 days' holiday", line) == .opposed)
    #expect(try amounts.outcome(.mustHave, "at most 3 days in the office", line) == .supplied)
  }

  @Test("pay by the hour is counted by the year where the posting states the week")
  func converted() throws {
    let finding = try amounts.finding(.mustHave, "at least 30k", ["£16 an hour, 40 hours a week"])
    #expect(finding?.kind == .mustHaveMet)
    #expect(
      finding?.why
        == "The posting grants it. You: at least 30k. Here: £16 an hour, line 3. Counted as you do, that is £ 33,280 a year."
    )
    #expect(try amounts.outcome(.mustHave, "at least 30k", "£16 an hour") == .unsure)
  }

  @Test("a statement with two conditions is met where both are, and broken where one is")
  func both() throws {
    let statement = "at least 45k and no weekends"
    #expect(
      try amounts.outcome(.mustHave, statement, "Salary £50,000", "Monday to Friday") == .supplied)
    #expect(
      try amounts.outcome(.mustHave, statement, "Salary £50,000", "Every weekend") == .opposed)
    #expect(try amounts.outcome(.mustHave, statement, "Salary £50,000") == .unsure)
  }

  @Test("remote work makes places moot")
  func remote() throws {
    #expect(try amounts.outcome(.mustHave, "a short commute", "Fully remote") == .supplied)
    #expect(
      try amounts.outcome(.mustHave, "a job in Leeds", "Fully remote", "Location: Berlin")
        == .silent)
  }

  @Test(
    "what cannot be so, or can be read in two ways, is asked about and never taken",
    arguments: [
      ("at least 40k", "Salary: £0"), ("at least 40k", "Salary: -£45,000"),
      ("at least 40k", "Salary: £60,000 to £30,000"), ("at least 40k", "Salary: £60.000"),
      ("at most 40 hours a week", "999 hours a week"),
      ("at most 40 hours a week", "0 hours a week"),
    ])
  func impossible(statement: String, line: String) throws {
    #expect(try amounts.outcome(.mustHave, statement, line) == .unsure)
  }
}
