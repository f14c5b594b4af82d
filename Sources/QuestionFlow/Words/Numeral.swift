import Foundation

/// A number as people write it, which can be two: `1,000` is a thousand to some and one to others.
struct Numeral {
  /// Why there is no number in a text.
  enum Fault: Error {
    /// It is written as no number is.
    case none
    /// It is a number, and cannot be held.
    case tooLarge
    /// It has more digits than could be kept.
    case tooPrecise
  }

  /// Everything that it can be, the larger first; at least one, at most two.
  let readings: [Double]

  private static let longest = 60

  /// Reads `12`, `-2.5`, `1 000 000`, `1.234,5`, `60k`, `1.5 million`, `1e3`, `2½` and the like, in the
  /// digits of any script.
  init(_ typed: String) throws(Fault) {
    guard typed.utf8.count <= 4 * Self.longest else { throw .none }
    var text = Digits.plain(typed.trimmingWhitespace()).lowercased()
    guard !text.isEmpty, text.count <= Self.longest else { throw .none }
    // An en dash is what some keyboards make of a minus sign.
    let isNegative = text.hasPrefix("-") || text.hasPrefix("–")
    if isNegative || text.hasPrefix("+") { text.removeFirst() }
    let power = Self.removeMagnitude(from: &text)
    var readings: [Double] = []
    if power == 0, let mixed = Self.fraction(text) {
      readings = [mixed]
    } else {
      for decimal in Self.decimals(text) {
        readings.append(try Self.value(decimal, power: power))
      }
    }
    guard !readings.isEmpty else { throw .none }
    let signed = Set(readings.map { isNegative && $0 != 0 ? -$0 : $0 })
    self.readings = signed.sorted { abs($0) > abs($1) }
  }

  /// Without a fraction where it is whole, and always in a form that is read in one way only: 1.234
  /// could be a thousand and more, so it has a fourth decimal.
  static func spoken(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
    let text = String(number)
    return ((try? Numeral(text).readings.count) ?? 1) == 1 ? text : text + "0"
  }

  /// Takes “k”, “thousand” or “million” off the end; the power of ten that it stands for.
  private static func removeMagnitude(from text: inout String) -> Int {
    for (word, power) in [("thousand", 3), ("million", 6), ("k", 3)] where text.hasSuffix(word) {
      text = String(text.dropLast(word.count)).trimmingWhitespace()
      return power
    }
    return 0
  }

  /// `½`, `2½` or `2 ½`.
  private static func fraction(_ text: String) -> Double? {
    guard let last = text.unicodeScalars.last, let value = last.properties.numericValue,
      last.properties.name?.hasPrefix("VULGAR FRACTION") == true,
      last.properties.numericType == .numeric, value < 1
    else { return nil }
    let whole = String(text.unicodeScalars.dropLast()).trimmingWhitespace()
    if whole.isEmpty { return value }
    guard Digits.areDigits(whole), whole.count <= 12 else { return nil }
    return Double(whole).map { $0 + value }
  }

  private static let withExponent = WrittenForm(regex: /([0-9]+(?:\.[0-9]+)?)e([+\-]?[0-9]{1,4})/)

  /// The ways to read digits and marks as a decimal, each with nothing but digits, a point and an exponent.
  private static func decimals(_ text: String) -> [String] {
    if let match = text.wholeMatch(of: Self.withExponent) {
      return ["\(match.1)e\(match.2)"]
    }
    var decimals: [String] = []
    for point in [nil, ",", ".", "٫"] as [Character?] {
      let parts =
        point.map { text.split(separator: $0, omittingEmptySubsequences: false) } ?? [text[...]]
      guard parts.count == (point == nil ? 1 : 2) else { continue }
      let fraction = parts.count == 2 ? String(parts[1]) : ""
      guard point == nil || Digits.areDigits(fraction) else { continue }
      for mark in groupMarks where point.map({ !mark.contains($0) }) ?? true {
        guard let whole = ungrouped(parts[0], mark: mark, mayBeEmpty: point != nil) else {
          continue
        }
        decimals.append(fraction.isEmpty ? whole : "\(whole).\(fraction)")
        break
      }
    }
    return decimals
  }

  /// What stands between groups of digits; spaces and apostrophes part groups and nothing else.
  private static let groupMarks = [",", ".", "٬", "'’_", " \u{A0}\u{202F}\u{2009}\t"]

  /// The digits of a whole number whose thousands, or thousands and lakhs, may be parted.
  private static func ungrouped(_ text: Substring, mark: String, mayBeEmpty: Bool) -> String? {
    if text.isEmpty { return mayBeEmpty ? "0" : nil }
    if Digits.areDigits(text) { return String(text) }
    let groups = text.split(omittingEmptySubsequences: false, whereSeparator: mark.contains)
    guard groups.count > 1, groups.allSatisfy(Digits.areDigits), groups[0].first != "0",
      groups[0].count <= 3, groups.last?.count == 3
    else { return nil }
    let middle = groups.dropFirst().dropLast()
    let isWestern = middle.allSatisfy { $0.count == 3 }
    // Lakhs are parted with commas; “12 34 567” is no number that anybody writes.
    let isIndian = mark == "," && groups[0].count <= 2 && middle.allSatisfy { $0.count == 2 }
    return isWestern || isIndian ? groups.joined() : nil
  }

  private static func value(_ decimal: String, power: Int) throws(Fault) -> Double {
    let parts = decimal.split(separator: "e")
    let exponent = (parts.count == 2 ? Int(parts[1]) ?? 0 : 0) + power
    let digits = significant(parts[0])
    guard let value = Double("\(parts[0])e\(exponent)") else { throw .none }
    guard value.isFinite else { throw .tooLarge }
    // Fifteen digits always survive; more only where the number is written just as it is held.
    let isKept = digits.count <= 15 || significant("\(value)".prefix { $0 != "e" }) == digits
    guard isKept, digits.isEmpty || value != 0 else { throw .tooPrecise }
    // Beyond this not every whole number can be held, so that one is only taken where it is written as it is held.
    guard value <= NumberAnswer.largest || parts.count == 2 else { throw .tooLarge }
    return value
  }

  private static func significant(_ decimal: Substring) -> Substring {
    var digits = decimal.filter { $0 != "." }.drop { $0 == "0" }
    while digits.last == "0" { digits.removeLast() }
    return digits
  }
}
