/// A day that is written in figures: “03/04/2026”, “1.9.2026”, “2026-04-03”.
struct NumericDate {
  /// In months from the year 0; from the one to the other where the day and the month cannot be told apart.
  let months: Interval
  let tokens: Range<Int>

  private static let daysInMonth = 31.0
  private static let monthsInYear = 12.0

  /// The first from a token on; `nil` where there is none.
  static func first(in tokens: [Token], source: SourceText, from start: Int) -> NumericDate? {
    for place in tokens.indices.dropFirst(start) {
      // “1.9.2026” is one token.
      let parts = tokens[place].word.split(separator: ".").compactMap { Double($0) }
      if parts.count == 3, let months = months(day: parts[0], month: parts[1], year: parts[2]) {
        return NumericDate(months: Interval(months, months), tokens: place..<place + 1)
      }
      guard place + 2 < tokens.count, let first = tokens[place].number,
        let second = tokens[place + 1].number, let third = tokens[place + 2].number,
        let mark = mark(before: place + 1, tokens, source),
        mark == Self.mark(before: place + 2, tokens, source)
      else { continue }
      let range = place..<place + 3
      if let months = months(day: third, month: second, year: first) {
        return NumericDate(months: Interval(months, months), tokens: range)
      }
      let readings = [
        months(day: first, month: second, year: third),
        months(day: second, month: first, year: third),
      ].compactMap(\.self)
      guard let one = readings.first, let other = readings.last else { continue }
      return NumericDate(months: Interval(one, other), tokens: range)
    }
    return nil
  }

  private static func mark(before place: Int, _ tokens: [Token], _ source: SourceText) -> UInt8? {
    let (from, to) = (tokens[place - 1].range.upperBound, tokens[place].range.lowerBound)
    guard to - from == 1, "/-.".utf8.contains(source.bytes[from]) else { return nil }
    return source.bytes[from]
  }

  private static func months(day: Double, month: Double, year: Double) -> Double? {
    guard (1...daysInMonth).contains(day), (1...monthsInYear).contains(month),
      (2000...2099).contains(year)
    else { return nil }
    return year * monthsInYear + month - 1 + (day - 1) / daysInMonth
  }
}
