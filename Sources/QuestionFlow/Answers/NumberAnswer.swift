import Foundation

/// A number, written with or without separators of thousands. Stored as it is, spoken without a
/// fraction where it is whole.
enum NumberAnswer {
  static func form(within range: ClosedRange<Double>?) -> String {
    range.map { "a number from \(spoken($0.lowerBound)) to \(spoken($0.upperBound))" } ?? "a number"
  }

  static func parse(_ typed: String, within range: ClosedRange<Double>?) throws(Rejection) -> Double
  {
    guard let number = number(typed) else { throw Rejection(.notANumber(typed)) }
    if let range, !range.contains(number) {
      throw Rejection(.outOfRange(spoken(range.lowerBound), spoken(range.upperBound)))
    }
    return number
  }

  private static func number(_ typed: String) -> Double? {
    var text = typed.filter { !$0.isWhitespace && $0 != "_" && $0 != "'" && $0 != "’" }
    if text.hasPrefix("+") { text.removeFirst() }
    guard !text.isEmpty, text.count <= 40,
      text.allSatisfy({ $0.isASCII && ($0.isNumber || ".,-".contains($0)) })
    else { return nil }
    let number = Double(normalizingSeparators(text))
    return number.flatMap { $0.isFinite ? $0 : nil }
  }

  /// Of `.` and `,` the last is the decimal sign, unless it parts groups of exactly three.
  private static func normalizingSeparators(_ text: String) -> String {
    let marks = text.filter { $0 == "." || $0 == "," }
    guard let last = marks.last, let place = text.lastIndex(of: last) else { return text }
    let fraction = text[text.index(after: place)...]
    let mixed = Set(marks).count == 2
    let groups = !mixed && fraction.count == 3 && (last == "," || marks.count > 1)
    let isDecimal = mixed || (!groups && marks.count == 1)
    let digits = text[..<place].filter { $0 != "." && $0 != "," }
    return isDecimal ? "\(digits).\(fraction)" : "\(digits)\(fraction)"
  }

  /// Without a fraction where it is whole.
  static func spoken(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15
      ? String(Int64(number)) : String(number)
  }
}
