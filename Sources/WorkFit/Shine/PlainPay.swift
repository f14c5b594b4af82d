import Foundation

/// The pay that is nothing to tell a friend of, against which a posting's pay is held.
struct PlainPay: Decodable, Sendable {
  /// For a year of full-time work, by currency.
  private let year: [String: Double]
  /// How many of each time make a year, the longest time first.
  private let times: InOrder<Double>
  /// What is less or more than these shares of plain pay is taken for no pay: a voucher, a turnover.
  private let least, most: Double

  /// How often plain pay must be doubled to come to a pay, or halved where that is negative; the middle of a range.
  ///
  /// A pay that does not say its time is counted by the longest by which it can be one. `nil` where it is no number,
  /// is in doubt or is in another currency.
  func doublings(of pay: ReadAmount) -> Double? {
    guard pay.isNumber, pay.doubts.isEmpty, let plain = year[pay.unit], plain > 0 else {
      return nil
    }
    let ends = [pay.interval.low, pay.interval.high].filter { $0 > 0 && $0.isFinite }
    guard !ends.isEmpty else { return nil }
    let middle = ends.reduce(0, +) / Double(ends.count)
    let shares = times.pairs.filter { pay.per == nil || $0.0 == pay.per }
      .map { middle * $0.1 / plain }
    return shares.first { $0 >= least && $0 <= most }.map(log2)
  }
}
