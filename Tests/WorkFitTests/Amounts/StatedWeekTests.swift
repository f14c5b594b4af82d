import Testing
@testable import WorkFit

@Suite("the full week that a posting states")
struct StatedWeekTests {
  private let amounts: AmountCheck

  init() throws { amounts = try AmountCheck() }

  @Test("part of it is counted in its hours")
  func hours() throws {
    let lines = ["0.8 FTE", "Full time is 35 hours a week here."]
    #expect(try amounts.finding(.mustHave, "28 hours a week at most", lines)?.outcome == .supplied)
    #expect(try amounts.finding(.mustHave, "27 hours a week at most", lines)?.outcome == .opposed)
  }

  @Test("a pay for all of it is no answer to somebody who asks what arrives")
  func proRata() throws {
    let lines = ["Salary £34,000 FTE, pro rata for part-time", "This post is 0.6 FTE."]
    #expect(
      try amounts.finding(.mustHave, "30k actually landing in my contract", lines)?.outcome
        == .opposed)
    #expect(try amounts.finding(.mustHave, "at least £30,000", lines)?.outcome == .unsure)
  }

  @Test("a number that the posting does not name is asked for, and no line near it is quoted")
  func lacking() throws {
    let finding = try #require(
      try amounts.finding(
        .mustHave, "employer pension of at least 8%", ["You keep the books of a pension fund."]))
    #expect(finding.evidence.isEmpty)
    #expect(finding.kind == .missing)
  }
}
