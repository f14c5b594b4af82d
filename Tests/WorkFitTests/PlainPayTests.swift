import Testing
@testable import WorkFit

@Suite("plain pay")
struct PlainPayTests {
  private let plain: PlainPay

  init() throws { plain = try WorkFitTests.lexicon.get().shine.plainPay }

  private func pay(
    _ low: Double, _ high: Double, _ unit: String = "GBP", per: String?,
    doubts: Set<AmountDoubt> = []
  ) -> ReadAmount {
    ReadAmount(
      kind: .pay, interval: Interval(low, high), unit: unit, per: per, doubts: doubts,
      isNumber: true, tokens: 0..<1, used: [0], range: 0..<1)
  }

  @Test("twice the pay is one doubling more, and a range counts by its middle")
  func doublings() throws {
    let once = try #require(plain.doublings(of: pay(50_000, 50_000, per: "year")))
    let twice = try #require(plain.doublings(of: pay(80_000, 120_000, per: "year")))
    #expect(abs(twice - once - 1) < 1e-9)
  }

  @Test("a bound without its other end counts as it is")
  func open() {
    #expect(
      plain.doublings(of: pay(60_000, .infinity, per: "year"))
        == plain.doublings(of: pay(60_000, 60_000, per: "year")))
  }

  @Test(
    "a pay that does not say its time is counted by the one that fits",
    arguments: [(48_000.0, "year"), (4_000, "month"), (25, "hour")])
  func untimed(number: Double, time: String) throws {
    let untimed = try #require(plain.doublings(of: pay(number, number, per: nil)))
    #expect(untimed == plain.doublings(of: pay(number, number, per: time)))
  }

  @Test("what no job pays is no pay: a voucher, a turnover, nothing", arguments: [50.0, 5e9, 0])
  func noPay(number: Double) {
    #expect(plain.doublings(of: pay(number, number, per: "year")) == nil)
  }

  @Test("a pay in doubt, or in a currency that is not known, is not compared")
  func unknown() {
    #expect(plain.doublings(of: pay(60, 60_000, per: "year", doubts: [.separators])) == nil)
    #expect(plain.doublings(of: pay(60_000, 60_000, "XTS", per: "year")) == nil)
  }
}
