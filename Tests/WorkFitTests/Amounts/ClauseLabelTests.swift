import Testing
@testable import WorkFit

@Suite("labels before a colon")
struct ClauseLabelTests {
  @Test(
    "a label says what the numbers behind it count",
    arguments: [
      ("Hours: 37", "hours 37 37 hour week"), ("Annual leave: 27", "holiday 27 27 day year"),
      ("Direct reports: 4", "span 4 4 person"), ("Company size: 80", "employer 80 80 person"),
      ("Notice: two weeks on either side", "notice 2 2 week"),
    ])
  func units(line: String, amount: String) throws {
    #expect(try AmountCheck.amounts(line).contains(amount))
  }

  @Test("the hours of the clock are no hours a week")
  func clock() throws {
    #expect(!(try AmountCheck.amounts("Hours: 8.30 to 16.30").contains { $0.hasPrefix("hours") }))
  }

  @Test(
    "what a label denies is not there",
    arguments: [
      ("Security clearance: Not Required", "clearance 0 0 there"),
      ("Travel Required: None", "travel 0 0 any"),
    ])
  func denials(line: String, amount: String) throws {
    #expect(try AmountCheck.amounts(line).contains(amount))
  }
}
