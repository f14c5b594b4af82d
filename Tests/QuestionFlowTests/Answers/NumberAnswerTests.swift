import Phrases
@testable import QuestionFlow
import Testing

@Suite("numbers as people write them")
struct NumberAnswerTests {
  private func parse(_ typed: String, _ range: ClosedRange<Double>? = nil) throws -> Double {
    try NumberAnswer.number(typed, within: range)
  }

  @Test(
    "what can be read in one way only is taken",
    arguments: [
      ("1.234,5", 1234.5), ("1,234.5", 1234.5), ("1.000,50", 1000.5), ("12 000", 12000),
      ("2.5", 2.5), ("2,5", 2.5), ("-3", -3), ("−3", -3), ("+3", 3), ("1'000'000", 1_000_000),
      ("1_000", 1000), ("0,750", 0.75), ("0.750", 0.75), (".5", 0.5), ("1,234,567", 1_234_567),
      ("1.234.567", 1_234_567), ("1,00,000", 100_000), ("1 234,567", 1234.567),
      ("1234.567", 1234.567), ("60k", 60_000), ("60 K", 60_000), ("1.5k", 1500),
      ("2 million", 2_000_000), ("1e3", 1000), ("1.234e+20", 1.234e20), ("٣", 3), ("１２", 12),
      ("१२", 12), ("٣٫٥", 3.5), ("½", 0.5), ("2½", 2.5), ("2 ¾", 2.75), ("-0", 0), ("007", 7),
    ] as [(String, Double)])
  func numbers(typed: String, number: Double) throws {
    #expect(try parse(typed) == number)
  }

  @Test(
    "what can be read in two ways is asked back with both",
    arguments: [
      ("1,000", ["1000", "1"]), ("60.000", ["60000", "60"]), ("1,234", ["1234", "1.2340"]),
      ("-2.500", ["-2500", "-2.5"]), ("1,500k", ["1500000", "1500"]),
      ("١٬٠٠٠", []), ("12.345", ["12345", "12.3450"]),
    ])
  func twoReadings(typed: String, expected: [String]) throws {
    #expect(readings { _ = try parse(typed) } == expected)
    for reading in expected { _ = try parse(reading) }
  }

  @Test("both readings are in the sentence, even where only one is in the range")
  func sentence() {
    #expect(
      refusal { _ = try parse("1,000", 1...500) }
        == "“1,000” can be read as 1000 or 1; which is it?")
    #expect(
      refusal { _ = try parse("60.000", 1...5) }
        == "“60.000” is not between 1 and 5; is it 5?")
  }

  @Test(
    "what is out of range is asked back with the end that is nearest",
    arguments: [
      ("20", ["12"]), ("one", ["2"]), ("-3", ["2"]), ("about 40", ["12"]), ("13 or 14", ["12"]),
    ])
  func beyond(typed: String, expected: [String]) {
    #expect(readings { _ = try parse(typed, 2...12) } == expected)
    #expect(refusal { _ = try parse(typed, 2...12) }?.contains("is not between 2 and 12") == true)
  }

  @Test(
    "a proposal names what is counted as the question writes it",
    arguments: [
      ("anderthalb Monate", "In wie vielen Wochen?", ["6 Wochen", "7 Wochen"]),
      ("zwei Monate", "Wie viele Wochen hättest du Zeit?", ["8 Wochen", "9 Wochen"]),
      ("ein paar Wochen", "Wie viele Tage?", ["21 Tage"]),
    ])
  func writtenUnits(typed: String, question: String, offered: [String]) {
    do {
      _ = try NumberAnswer.number(typed, within: nil, asking: question, language: "de")
      Issue.record("It was taken.")
    } catch {
      #expect(error.readings.map(\.words.description) == offered)
    }
  }

  @Test(
    "a number with something beside it is asked back, and nothing of it dropped",
    arguments: [
      ("12 weeks", ["12"]), ("$60,000", ["60000", "60"]), ("4+", ["4"]), ("3rd", ["3"]),
      ("4?", ["4"]), ("50%", ["50"]), ("not 4", ["4"]), ("at least 4", ["4"]), ("--3", ["-3"]),
      ("four horses", ["4"]), ("up to 6", ["6"]), ("a month", ["1"]), ("30 minutes a day", ["30"]),
    ])
  func moreThanANumber(typed: String, expected: [String]) {
    #expect(readings { _ = try parse(typed) } == expected)
    #expect(
      refusal { _ = try parse(typed) }?.hasPrefix("Of “\(typed)” only the number is kept") == true)
  }

  @Test(
    "several numbers are asked back with those that they are",
    arguments: [
      ("2-3", ["2", "3"]), ("3–4", ["3", "4"]), ("4 or 5", ["4", "5"]), ("one or two", ["1", "2"]),
      ("10 to 20", ["10", "15", "20"]), ("between 10 and 12", ["10", "11", "12"]),
      ("2.5 - 3", ["2.5", "2.75", "3"]), ("about 4-6", ["4", "5", "6"]),
      ("1/2", ["1", "2", "0.5"]),
      ("50/50", ["50"]), ("7/10", ["7", "10", "0.7"]), ("1/3", ["1", "3"]),
      ("12 34 567", ["12", "34567"]), ("12 00", ["12", "0"]), ("12:30", ["12", "30"]),
      ("4 to 6 weeks", ["4", "5", "6"]),
    ])
  func several(typed: String, expected: [String]) {
    #expect(readings { _ = try parse(typed) } == expected)
  }

  @Test(
    "a part of a range that is none of its numbers is asked back as what it is there",
    arguments: [("50%", "5"), ("50/50", "5"), ("50 %", "5"), ("80 percent", "8"), ("100%", "10")])
  func shares(typed: String, expected: String) {
    // What is a number of the range stays one.
    #expect(readings { _ = try parse(typed, 0...100) } != [expected])
    #expect(readings { _ = try parse(typed, 0...10) } == [expected])
  }

  @Test(
    "more digits than can be held are refused, though most of them are noughts",
    arguments: [
      "1" + String(repeating: "0", count: 33), "1234567890123456789012345678901234",
      "-1" + String(repeating: "0", count: 15), "9,000,000,000,000,000",
      "12000000000000 million",
    ])
  func tooManyDigits(typed: String) {
    let refusal = refusal { _ = try parse(typed) } ?? ""
    #expect(refusal.contains("larger than any number") || refusal.contains("more digits than"))
  }

  @Test("“may be” hedges as “maybe” does, and is no month, no wish and no yes")
  func mayBe() throws {
    #expect(try parse("may be 12") == 12)
    #expect(readings { _ = try parse("may be") } == [])
    #expect(
      refusal { _ = try DateAnswer.day("may be", today: Scenario.today) }
        == refusal { _ = try DateAnswer.day("maybe", today: Scenario.today) }?
        .replacing("“maybe”", with: "“may be”"))
    #expect(try DateAnswer.day("may be 3 May", today: Scenario.today).month == 5)
    #expect(readings { _ = try YesOrNoAnswer.truth("may be") } == ["yes", "no"])
  }

  @Test(
    "what is no number is refused",
    arguments: [
      "1,2,3", "1.2.3", "1,00.5", "1_0", "0x10", "5²", "Ⅷ", "三", "nan", "inf", "infinity", "e3",
      "-", ".", ",", "many", "blue", "the", "and",
    ])
  func refused(typed: String) {
    #expect(
      refusal { _ = try parse(typed) }
        == "I see no number in “\(typed)”; a rough one will do, such as 12 or 2.5.")
  }

  @Test("an empty line is told so, whatever is asked for", arguments: ["", "  ", "\u{200B}"])
  func empty(typed: String) {
    #expect(refusal { _ = try parse(typed) } == Rejection(.empty).description)
  }

  @Test(
    "numbers in words, and hedged ones, are taken",
    arguments: [
      ("four", 4), ("twenty-five", 25), ("twenty five", 25), ("two hundred and five", 205),
      ("a hundred", 100), ("a thousand", 1000), ("two thousand three hundred", 2300),
      ("three and a half", 3.5), ("half", 0.5), ("3 and a half", 3.5), ("three quarters", 0.75),
      ("about 4", 4), ("~4", 4), ("4ish", 4), ("4-ish", 4), ("maybe 12 or so", 12),
      ("I'd say around fifty", 50), ("roughly 1.5 million", 1_500_000), ("some 40", 40),
      ("50 k", 50_000), ("two grand", 2000), ("4.", 4), ("about -3", -3), ("ca. 20", 20),
    ] as [(String, Double)])
  func inWords(typed: String, number: Double) throws {
    #expect(try parse(typed) == number)
  }

  @Test(
    "what is only roughly a number is asked back with it",
    arguments: [
      ("a dozen", ["12"]), ("a couple", ["2"]), ("a few", ["3"]), ("just a few", ["3"]),
      ("a handful", ["5"]), ("next to nothing", ["0"]), ("none", ["0"]), ("hardly any", ["0"]),
    ])
  func roughly(typed: String, expected: [String]) {
    #expect(readings { _ = try parse(typed) } == expected)
    #expect(
      refusal { _ = try parse(typed) } == "“\(typed)” is roughly \(expected[0]); is it that?")
  }

  @Test("as good as none is the least that is taken")
  func least() {
    #expect(readings { _ = try parse("next to nothing", 2...12) } == ["2"])
  }

  private func ask(_ question: String, _ typed: String, language: String = "en") throws -> Double {
    try NumberAnswer.number(typed, within: nil, asking: question, language: language)
  }

  @Test(
    "what the question says itself may stand beside the number",
    arguments: [
      ("4 people", "How many people are in your team?", 4),
      ("four of them", "How many of them?", 4), ("£50k", "What do you earn?", 50_000),
      ("50k a year", "What do you earn in a year?", 50_000), ("6 wks", "In how many weeks?", 6),
      ("about 12 hours a week", "How many hours a week?", 12), ("80%", "Which share, in %?", 80),
      ("six weeks", "In how many weeks?", 6), ("two weeks", "How many days of notice?", 14),
      ("a year and a half", "How many months?", 18), ("half a year", "How many months?", 6),
    ])
  func besides(typed: String, question: String, number: Double) throws {
    #expect(try ask(question, typed) == number)
  }

  @Test(
    "time in another unit than that of the question is asked back with what it comes to",
    arguments: [
      ("a month", "In how many weeks?", ["4"]), ("two months", "In how many weeks?", ["8", "9"]),
      ("two months, minus Christmas", "In how many weeks?", ["8", "9"]),
      ("half a year", "In how many weeks?", ["26"]), ("a month", "How many days?", ["30"]),
      ("a couple of weeks", "How many days?", ["14"]),
      ("1-2 months", "In how many weeks?", ["4", "6", "8"]),
      ("4 hours", "In how many weeks?", ["4"]),
    ])
  func units(typed: String, question: String, expected: [String]) {
    #expect(readings { _ = try ask(question, typed) } == expected)
  }

  @Test("a proposal names the unit that it is counted in")
  func unitSentence() {
    #expect(
      refusal { _ = try ask("In how many weeks?", "a month") }
        == "“a month” is roughly 4 weeks; is it that?")
  }

  @Test(
    "a day at which it ends is asked back as the time until then",
    arguments: [
      ("till the end of the year", "In how many weeks?", "en", ["4"]),
      ("until the end of January", "How many months?", "en", ["2"]),
      ("until January", "In how many weeks?", "en", ["5"]),
      ("bis Ende des Jahres", "In wie vielen Wochen?", "de", ["4"]),
      ("till the cows come home", "In how many weeks?", "en", []),
      ("till the end of the year", "How many people?", "en", []),
    ])
  func untilADay(typed: String, question: String, language: String, expected: [String]) throws {
    let today = try #require(CalendarDate(year: 2026, month: 11, day: 30))
    #expect(
      readings {
        _ = try NumberAnswer.number(
          typed, within: 1...52, asking: question, language: language, today: today)
      } == expected)
  }

  @Test(
    "in German, numbers are heard as Germans say and write them",
    arguments: [
      ("1.000,5", "", 1000.5), ("1.000", "", 1000), ("60.000", "", 60_000), ("2,5", "", 2.5),
      ("zwölf", "", 12), ("zwoelf", "", 12), ("fünfundzwanzig", "", 25),
      ("zweihundertfünf", "", 205),
      ("tausend", "", 1000), ("zweieinhalb", "", 2.5), ("anderthalb", "", 1.5), ("halb", "", 0.5),
      ("etwa vier", "", 4), ("so um die 20", "", 20), ("2 Mio", "", 2_000_000), ("five", "", 5),
      ("ein Monat", "In wie vielen Monaten?", 1), ("sechs Wochen", "In wie vielen Wochen?", 6),
      ("ein halbes Jahr", "Wie viele Monate?", 6), ("4 Leute", "Wie viele Leute sind das?", 4),
    ] as [(String, String, Double)])
  func german(typed: String, question: String, number: Double) throws {
    #expect(try ask(question, typed, language: "de") == number)
  }

  @Test(
    "in German, what is not one number is asked back",
    arguments: [
      ("zwei bis drei", "", ["2", "3"]), ("2-3", "", ["2", "3"]), ("1,000", "", ["1000", "1"]),
      ("zwischen drei und fünf", "", ["3", "4", "5"]), ("ein paar", "", ["3"]),
      ("ein Monat", "In wie vielen Wochen?", ["4"]), ("so gut wie nichts", "", ["0"]),
    ])
  func germanAskedBack(typed: String, question: String, expected: [String]) {
    #expect(readings { _ = try ask(question, typed, language: "de") } == expected)
  }

  @Test("what cannot be held as it was typed is refused")
  func bounds() {
    #expect(refusal { _ = try parse("1e999") } == "“1e999” is larger than any number kept here.")
    #expect(refusal { _ = try parse("1e-999") }?.contains("more digits than can be kept") == true)
    #expect(
      refusal { _ = try parse("12345678901234567890") }
        == "“12345678901234567890” has more digits than can be kept; give it with at most 15.")
  }

  @Test("a number is spoken in a form that is read in one way only")
  func spoken() {
    #expect(NumberAnswer.spoken(1.234) == "1.2340")
    #expect(NumberAnswer.spoken(0.123) == "0.123")
    #expect(NumberAnswer.spoken(-12) == "-12")
  }
}
