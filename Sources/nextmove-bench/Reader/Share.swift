import Foundation

/// So many of so many, with what that tells of all that were not counted.
struct Share: CustomStringConvertible, Equatable {
  private(set) var part = 0
  private(set) var whole = 0

  init(_ part: Int = 0, of whole: Int = 0) {
    self.part = part
    self.whole = whole
  }

  /// How many of the values have it.
  init<Value>(of values: [Value], _ has: (Value) -> Bool) {
    self.init(values.count(where: has), of: values.count)
  }

  mutating func count(_ has: Bool) {
    whole += 1
    if has { part += 1 }
  }

  /// In 0...1; 0 of nothing.
  var value: Double { whole == 0 ? 0 : Double(part) / Double(whole) }

  /// Wilson's interval at 95% (E. B. Wilson, 1927); of nothing anything may be true.
  var interval: ClosedRange<Double> {
    guard whole > 0 else { return 0...1 }
    let z = 1.96
    let n = Double(whole)
    let middle = (value + z * z / (2 * n)) / (1 + z * z / n)
    let half = z * (value * (1 - value) / n + z * z / (4 * n * n)).squareRoot() / (1 + z * z / n)
    return max(0, middle - half)...min(1, middle + half)
  }

  /// “12 of 16, 0.75 (0.51 to 0.90)”
  var description: String {
    guard whole > 0 else { return "none" }
    return "\(part) of \(whole), "
      + String(format: "%.2f (%.2f to %.2f)", value, interval.lowerBound, interval.upperBound)
  }
}
