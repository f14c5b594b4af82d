import Testing
@testable import WorkFit

@Suite("amounts, read")
struct AmountReaderTests {
  @Test(
    "numbers are read in words and digits, with their units",
    arguments: [
      ("Salary: £38,000–£47,000 per annum", ["pay 38000 47000 GBP year"]),
      ("Pay: 60k", ["pay 60000 60000 currency year"]),
      ("Pay: five grand a month", ["pay 5000 5000 currency month"]),
      ("Salary: EUR 4.500,50 a month", ["pay 4500.5 4500.5 EUR month"]),
      ("Salary: £60 000 a year", ["pay 60000 60000 GBP year"]),
      ("Thirty-seven hours a week", ["hours 37 37 hour week"]),
      ("A 40-hour week", ["hours 40 40 hour week"]),
      ("Twenty-five days of holiday", ["holiday 25 25 day year"]),
      ("Two days a week from home", ["office 3 3 day week"]),
      ("One weekend in four", ["weekends 0.25 0.25 share"]),
      ("A commute of 90 mins", ["commute 90 90 minute"]), ("0.5 FTE", ["hours 17.5 21 hour week"]),
      ("Permanent position", ["contract - - open-ended"]),
    ])
  func numbers(line: String, amounts: [String]) throws {
    #expect(try AmountCheck.amounts(line) == amounts)
  }

  @Test(
    "numbers that count nothing of work are none",
    arguments: [
      "Founded in 1998", "Posted on 2027-03-01", "Experience with F5, 3D and 10x engineers",
      "Room 12, at 9:30", "Call 020 7946 0000", "Our 2.5 billion customers",
    ])
  func noNumbers(line: String) throws { #expect(try AmountCheck.amounts(line).isEmpty) }

  @Test(
    "separators that can be read in two ways are doubted",
    arguments: [
      ("60.000", 60_000, true), ("60,000", 60_000, false), ("1,500.00", 1_500, false),
      ("1.500,00", 1_500, false), ("37,5", 37.5, false), ("2.5", 2.5, false),
      ("1.500.000", 1_500_000, false), ("1,2,3", 123, true), ("94796.0000", 94_796, false),
    ])
  func separators(numeral: String, value: Double, isDoubtful: Bool) throws {
    let reading = try #require(NumberReading(numeral))
    #expect(reading.value == value)
    #expect(reading.isDoubtful == isDoubtful)
  }

  @Test(
    "digits beyond counting are no number", arguments: ["12345678901234567890", "", ".", "1,,2"])
  func overflow(numeral: String) {
    #expect(NumberReading(numeral).map { $0.isDoubtful } ?? true)
  }

  @Test("the number of a grade begins no range")
  func grade() throws {
    #expect(
      try AmountCheck.amounts("Base salary GS-14 - $87,263 to $113,444.")
        == ["pay 87263 113444 DOLLAR year"])
  }
}
