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
    #expect(refusal { _ = try parse("60.000", 1...5) } == "It takes a number from 1 to 5.")
  }

  @Test(
    "a number with something beside it is asked back, and nothing of it dropped",
    arguments: [
      ("12 weeks", ["12"]), ("about 4", ["4"]), ("$60,000", ["60000", "60"]), ("4+", ["4"]),
      ("3rd", ["3"]), ("4?", ["4"]), ("50%", ["50"]), ("not 4", ["4"]),
    ])
  func moreThanANumber(typed: String, expected: [String]) {
    #expect(readings { _ = try parse(typed) } == expected)
    #expect(
      refusal { _ = try parse(typed) }?.hasPrefix("“\(typed)” says more than a number") == true)
  }

  @Test(
    "what is no number, or more than one, is refused",
    arguments: [
      "1,2,3", "1.2.3", "1,00.5", "12 00", "1_0", "0x10", "1/2", "3-4", "3–4", "4 or 5", "--3",
      "5²",
      "Ⅷ", "三", "nan", "inf", "infinity", "e3", "12:30", "one or two", "", "-", ".", ",",
    ])
  func refused(typed: String) {
    #expect(refusal { _ = try parse(typed) }?.contains("is not a number") == true)
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
