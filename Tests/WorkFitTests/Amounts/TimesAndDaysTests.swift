import Testing
@testable import WorkFit

@Suite("times of day, single weekdays, and the end of a contract")
struct TimesAndDaysTests {
  private let amounts: AmountCheck

  init() throws { amounts = try AmountCheck() }

  @Test("when work ends is held against when somebody has to be home")
  func ends() throws {
    #expect(
      try amounts.outcome(.mustHave, "home by six", "Hours: 8.30 to 16.45") == .supplied)
    #expect(
      try amounts.outcome(.mustHave, "done by 5pm", "You work from 10:00 to 18:30.") == .opposed)
    #expect(
      try amounts.outcome(
        .drain, "working past eight in the evening", "Your shift is 9 am to 5 pm.")
        == .opposed)
    #expect(
      try amounts.outcome(.mustHave, "home by six", "Shifts fall anywhere between 06:00 and 22:00.")
        == .unsure)
  }

  @Test("when work begins is held against when somebody can begin")
  func starts() throws {
    #expect(
      try amounts.outcome(.mustHave, "not before 9", "Working hours are 07:00 to 15:00.")
        == .opposed)
    #expect(
      try amounts.outcome(.drain, "getting up at five", "You start at 9.30 and finish at 17.30.")
        == .opposed)
  }

  @Test("opening hours, deadlines and days of a month are no times of work")
  func others() throws {
    #expect(
      try amounts.outcome(.mustHave, "home by six", "The museum is open from 10:00 to 20:00.")
        == .silent)
    #expect(
      try amounts.outcome(.mustHave, "home by six", "Apply by 23:59 on Sunday.") == .silent)
  }

  @Test("a single weekday is free, at home or at the office as the posting lists its days")
  func weekdays() throws {
    #expect(
      try amounts.outcome(.mustHave, "Fridays off", "We work Monday to Thursday.") == .supplied)
    #expect(
      try amounts.outcome(.mustHave, "Fridays off", "The working week is Monday to Friday.")
        == .opposed)
    #expect(
      try amounts.outcome(
        .mustHave, "no Mondays in the office", "Office days: Tuesday and Wednesday") == .supplied)
    #expect(
      try amounts.outcome(
        .mustHave, "Mondays at home", "Everybody is in the office on Mondays and Thursdays.")
        == .opposed)
    #expect(
      try amounts.outcome(.mustHave, "Fridays off", "On Fridays there is cake with the guests.")
        == .silent)
  }

  @Test("until when work is secured is compared by its date")
  func contractEnd() throws {
    #expect(
      try amounts.outcome(
        .mustHave, "a contract until the end of 2028 at least",
        "The contract is limited until 31 March 2030.") == .supplied)
    #expect(
      try amounts.outcome(
        .mustHave, "funded until 2029 at least", "The post is funded until June 2027.")
        == .opposed)
    #expect(
      try amounts.outcome(
        .mustHave, "a contract until the end of 2028 at least", "This is a permanent position.")
        == .supplied)
  }
}
