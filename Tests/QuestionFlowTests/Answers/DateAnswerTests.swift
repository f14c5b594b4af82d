@testable import QuestionFlow
import Testing

@Suite("days as people name them")
struct DateAnswerTests {
  private let today = Scenario.today  // a Tuesday

  private func parse(_ typed: String, _ language: String = "en") throws -> String {
    try DateAnswer.day(typed, today: today, language: language).description
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
      ("fri", "2026-11-27"), ("thurs", "2026-11-26"), ("end of march", "2027-03-31"),
      ("in two weeks", "2026-12-08"), ("in a month", "2026-12-24"),
      ("in half a year", "2027-05-24"), ("a fortnight from now", "2026-12-08"),
      ("tmrw", "2026-11-25"), ("maybe friday", "2026-11-27"), ("around march 3", "2027-03-03"),
      ("the first of march", "2027-03-01"), ("end of next month", "2026-12-31"),
      ("end of the year", "2026-12-31"), ("on 22.11.26", "2026-11-22"),
      ("friday next week", "2026-12-04"), ("christmas", "2026-12-25"),
      ("5th of next month", "2026-12-05"), ("end of Feb 2028", "2028-02-29"),
      ("a week from thursday", "2026-12-03"), ("two weeks from tomorrow", "2026-12-09"),
      ("a week after monday", "2026-12-07"), ("monday after next", "2026-12-07"),
      ("the first Monday in March", "2027-03-01"), ("the last friday of next month", "2026-12-25"),
      ("2nd tuesday in january 2027", "2027-01-12"),
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
      ("next fri", ["2026-11-27", "2026-12-04"]), ("in 2-3 weeks", ["2026-12-08", "2026-12-15"]),
    ])
  func severalDays(typed: String, expected: [String]) {
    #expect(readings { _ = try parse(typed) } == expected)
  }

  @Test("the sentence names the days, and their days of the week")
  func sentence() {
    #expect(
      refusal { _ = try parse("3/4/26") }
        == "“3/4/26” can be read as Friday, 3 April 2026 or Wednesday, 4 March 2026; which is it?"
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
      "11/2026", "22.11.6", "1.2.3", "22.11.926", "1/2-2026", "in many weeks", "12",
      "March or so that",
      "second", "never", "3", "Tom",
    ])
  func noDay(typed: String) {
    #expect(refusal { _ = try parse(typed) }?.contains("is not a day I know") == true)
  }

  @Test("words that name no day are met with a day that could be taken, and figures are not")
  func proposal() {
    #expect(readings { _ = try parse("payday") } == ["2026-12-01"])
    #expect(readings { _ = try parse("11/2026") } == [])
  }

  @Test("two days with a comma between are asked back")
  func twoDays() {
    #expect(
      readings { _ = try parse("übermorgen, spätestens Freitag", "de") }
        == ["2026-11-26", "2026-11-27"])
  }

  @Test(
    "a stretch of time, and what is only roughly a day, is asked back with days of it",
    arguments: [
      ("March", ["2027-03-01", "2027-03-31"]), ("Nov 2026", ["2026-11-24", "2026-11-30"]),
      ("mid-June", ["2027-06-15"]), ("early june", ["2027-06-01"]), ("late March", ["2027-03-31"]),
      ("Q1", ["2027-01-01", "2027-03-31"]), ("next month", ["2026-12-01", "2026-12-31"]),
      ("2027", ["2027-01-01", "2027-12-31"]), ("in the spring", ["2027-03-01", "2027-05-31"]),
      ("this weekend", ["2026-11-28", "2026-11-29"]),
      ("3 or 4 March", ["2027-03-03", "2027-03-04"]),
      ("3-5 March", ["2027-03-03", "2027-03-05"]),
      ("end of the week", ["2026-11-27", "2026-11-29"]),
      ("the 3rd", ["2026-12-03"]), ("asap", ["2026-11-24"]),
      ("in a couple of weeks", ["2026-12-08"]), ("soon", ["2026-12-01"]),
      ("whenever", ["2026-12-01"]), ("after the holidays", ["2027-01-04"]),
      ("after work", ["2026-11-24"]), ("some day", ["2026-12-08"]),
      ("week 50", ["2026-12-07", "2026-12-11"]), ("wk 2", ["2027-01-11", "2027-01-15"]),
      ("the week after next", ["2026-12-07", "2026-12-13"]),
      ("next year in spring", ["2027-03-01", "2027-05-31"]),
      ("in March of next year", ["2027-03-01", "2027-03-31"]),
      ("before the year is out", ["2026-12-31"]), ("when I get round to it", ["2026-12-01"]),
    ])
  func stretches(typed: String, expected: [String]) {
    #expect(readings { _ = try parse(typed) } == expected)
  }

  @Test(
    "a day with something beside it is asked back, and nothing of it dropped",
    arguments: [
      ("not 3 March", "2027-03-03"), ("by friday", "2026-11-27"), ("3.4.2026 at 10", "2026-04-03"),
      ("tomorrow morning", "2026-11-25"), ("after christmas", "2026-12-25"),
      ("eod friday", "2026-11-27"), ("tomorrow after work", "2026-11-25"),
    ])
  func besides(typed: String, day: String) {
    #expect(readings { _ = try parse(typed) } == [day])
    let said = refusal { _ = try parse(typed) }
    #expect(said?.hasPrefix("Of “\(typed)” only the day is kept") == true)
  }

  @Test(
    "in German, days are heard as Germans name them",
    arguments: [
      ("22.11.2026", "2026-11-22"), ("Ende März", "2027-03-31"), ("übermorgen", "2026-11-26"),
      ("uebermorgen", "2026-11-26"), ("morgen", "2026-11-25"), ("am 3. März", "2027-03-03"),
      ("3. Mär 2027", "2027-03-03"), ("in drei Wochen", "2026-12-15"),
      ("vor 2 Tagen", "2026-11-22"),
      ("Fr", "2026-11-27"), ("in einem halben Jahr", "2027-05-24"), ("Di, 1.12.2026", "2026-12-01"),
      ("Weihnachten", "2026-12-25"), ("Freitag nächste Woche", "2026-12-04"),
      ("am 22.11.26", "2026-11-22"), ("tomorrow", "2026-11-25"),
      ("heute in einer Woche", "2026-12-01"), ("Donnerstag in einer Woche", "2026-12-03"),
      ("übernächsten Montag", "2026-12-07"),
    ])
  func german(typed: String, day: String) throws {
    #expect(try parse(typed, "de") == day)
  }

  @Test(
    "in German, what could be several days is asked back",
    arguments: [
      ("nächsten Freitag", ["2026-11-27", "2026-12-04"]), ("Mitte Juni", ["2027-06-15"]),
      ("Anfang Juni", ["2027-06-01"]), ("März", ["2027-03-01", "2027-03-31"]),
      ("am Wochenende", ["2026-11-28", "2026-11-29"]),
      ("nächsten Monat", ["2026-12-01", "2026-12-31"]),
      ("übernächsten Freitag", ["2026-12-04", "2026-12-11"]),
      ("zwischen den Jahren", ["2026-12-28"]), ("nach den Feiertagen", ["2027-01-04"]),
      ("KW 50", ["2026-12-07", "2026-12-11"]), ("in der KW50", ["2026-12-07", "2026-12-11"]),
      ("übernächste Woche", ["2026-12-07", "2026-12-13"]), ("nach Feierabend", ["2026-11-24"]),
      ("morgen nach Feierabend", ["2026-11-25"]), ("demnächst", ["2026-12-01"]),
      ("bis Freitag", ["2026-11-27"]), ("in 2 bis 3 Wochen", ["2026-12-08", "2026-12-15"]),
    ])
  func germanAskedBack(typed: String, expected: [String]) {
    #expect(readings { _ = try parse(typed, "de") } == expected)
  }

  @Test("a day of the week that is not that of the date is refused")
  func weekday() {
    #expect(
      refusal { _ = try parse("Monday, 1 December 2026") }
        == "“Monday, 1 December 2026” does not agree with itself: 1 December 2026 is a Tuesday.")
  }

  @Test("two figures are never the year 26, on whatever day they are typed")
  func twoFigures() throws {
    for year in [1, 1999, 2026, 2090] {
      let today = try #require(CalendarDate(year: year, month: 11, day: 24))
      #expect(try DateAnswer.day("22.11.26", today: today).year >= 1900)
    }
  }
}
