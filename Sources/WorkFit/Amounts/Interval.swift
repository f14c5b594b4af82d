/// From a number to a number, both belonging to it; either may be infinite.
struct Interval: Hashable, Sendable {
  let low: Double
  let high: Double

  /// Takes two numbers in either order; what is no number bounds nothing.
  init(_ one: Double, _ other: Double) {
    let (one, other) = (one.isNaN ? -.infinity : one, other.isNaN ? .infinity : other)
    low = min(one, other)
    high = max(one, other)
  }

  static let everything = Interval(-.infinity, .infinity)

  func isWithin(_ other: Interval) -> Bool { low >= other.low && high <= other.high }

  func isDisjoint(from other: Interval) -> Bool { high < other.low || low > other.high }

  func intersection(_ other: Interval) -> Interval? {
    isDisjoint(from: other) ? nil : Interval(max(low, other.low), min(high, other.high))
  }

  func hull(_ other: Interval) -> Interval {
    Interval(min(low, other.low), max(high, other.high))
  }

  func scaled(by factor: Double) -> Interval { Interval(low * factor, high * factor) }

  /// Counted from the other end: three days at home of five are two at the office.
  func taken(from whole: Double) -> Interval { Interval(whole - high, whole - low) }

  var isPoint: Bool { low == high }
}
