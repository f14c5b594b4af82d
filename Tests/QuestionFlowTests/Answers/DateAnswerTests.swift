@testable import QuestionFlow
import Testing

@Suite("days as people name them")
struct DateAnswerTests {
  private let today = Scenario.today  // a Tuesday

  private func parse(_ typed: String) throws -> String {
    try DateAnswer.day(typed, today: today).description
  }

  @Test(
    "what can be one day only is taken",
    arguments: [
      ("2027-03-01", "2027-03-01"), ("2027/03/01", "2027-03-01"), ("2027-3-1", "2027-03-01"),
      ("1.3.2027", "2027-03-01"), ("22.11.26", "2026-11-22"), ("22. 11. 2026", "2026-11-22"),
      ("11/22/26", "2026-11-22"), ("22/11/2026", "2026-11-22"), ("3/3/27", "2027-03-03"),
      ("1.3.85", "1985-03-01"), ("22.11.", "2026-11-22"), ("٢٢.١١.٢٠٢٦", "2026-11-22"),
      ("tomorrow", "2026-11-25"), ("day after tomorrow", "2026-11-26"),
      ("in 3 weeks", "2026-12-15"), ("in a week", "2026-12-01"), ("2 days ago", "2026-11-22"),
      ("friday", "2026-11-27"), ("next Tuesday", "2026-12-01"), ("next Monday", "2026-11-30"),
      ("3 March", "2027-03-03"), ("March 3rd, 2027", "2027-03-03"), ("22 Nov", "2026-11-22"),
      ("22 Nov 26", "2026-11-22"), ("22 November '26", "2026-11-22"),
      ("22-Nov-2026", "2026-11-22"), ("2026 Nov 22", "2026-11-22"),
      ("the 21st of december", "2026-12-21"), ("Tue, 1 December", "2026-12-01"),
      ("Tuesday 1.12.2026", "2026-12-01"), ("29 February", "2028-02-29"),
    ])
  func dates(typed: String, day: String) throws {
    #expect(try parse(typed) == day)
  }

  @Test(
    "what can be several days is asked back with all of them",
    arguments: [
      ("3/4/26", ["2026-04-03", "2026-03-04"]), ("03/04/2027", ["2027-04-03", "2027-03-04"]),
      ("3-4-26", ["2026-04-03", "2026-03-04"]), ("3/4", ["2027-04-03", "2027-03-04"]),
      ("22-11-26", ["2026-11-22", "2022-11-26"]),
      ("next Friday", ["2026-11-27", "2026-12-04"]), ("last Monday", ["2026-11-23", "2026-11-16"]),
      ("this Monday", ["2026-11-30", "2026-11-23"]), ("Tuesday", ["2026-11-24", "2026-12-01"]),
    ])
  func severalDays(typed: String, expected: [String]) {
    #expect(readings { _ = try parse(typed) } == expected)
  }

  @Test("the sentence names the days, and their days of the week")
  func sentence() {
    #expect(
      refusal { _ = try parse("3/4/26") }
        == "“3/4/26” can be read as 2026-04-03 (Friday, 3 April 2026) or 2026-03-04 (Wednesday, 4 March 2026); which is it?"
    )
  }

  @Test(
    "a day that the calendar does not have is refused as such",
    arguments: [
      "31 February", "2027-13-01", "2027-02-29", "31.4.26", "31/31/26", "32 May", "29 Feb 2027",
      "0.1.2027", "2/30/26", "22.11.0026",
    ])
  func noSuchDay(typed: String) {
    #expect(
      refusal { _ = try parse(typed) }
        == "“\(typed)” is no day of the calendar; check its day, month and year.")
  }

  @Test(
    "what names no day, or more than one, is refused",
    arguments: [
      "soon", "Nov 2026", "11/2026", "22.11.6", "1.2.3", "22.11.926", "1/2-2026", "not 3 March",
      "3 or 4 March", "in many weeks", "the 3rd", "12", "3.4.2026 at 10",
    ])
  func noDay(typed: String) {
    #expect(refusal { _ = try parse(typed) }?.contains("is not a day I know") == true)
  }

  @Test("a day of the week that is not that of the date is refused")
  func weekday() {
    #expect(
      refusal { _ = try parse("Monday, 1 December 2026") }
        == "“Monday, 1 December 2026” does not agree with itself: 2026-12-01 is a Tuesday.")
  }

  @Test("two figures are never the year 26, on whatever day they are typed")
  func twoFigures() throws {
    for year in [1, 1999, 2026, 2090] {
      let today = try #require(CalendarDate(year: year, month: 11, day: 24))
      #expect(try DateAnswer.day("22.11.26", today: today).year >= 1900)
    }
  }
}
