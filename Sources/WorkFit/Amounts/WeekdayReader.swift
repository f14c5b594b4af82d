/// Counts the days of a week that words list: “Tue, Wed and Thu”, “Monday to Friday”.
struct WeekdayReader {
  let scanner: NumeralScanner

  /// In data a weekday has its place in the week, from 1.
  private static let daysInWeek = 7

  /// The days listed from a token on, as a number of days a week; `nil` where there are fewer than two.
  func list(at place: Int) -> Numeral? {
    guard let first = day(place) else { return nil }
    if let last = rangeEnd(behind: place), let to = day(last) {
      let count = (to - first + Self.daysInWeek) % Self.daysInWeek + 1
      return count > 1 ? numeral(count, place..<last + 1) : nil
    }
    var days: Set = [first]
    var end = place + 1
    while let next = nextInList(behind: end), let day = day(next) {
      days.insert(day)
      end = next + 1
    }
    return days.count > 1 ? numeral(days.count, place..<end) : nil
  }

  private func numeral(_ count: Int, _ tokens: Range<Int>) -> Numeral {
    Numeral(
      interval: Interval(Double(count), Double(count)), unit: "weekday", per: "week",
      digits: tokens,
      tokens: tokens)
  }

  private func day(_ place: Int) -> Int? {
    scanner.word(place).flatMap { scanner.lexicon.weekdays[$0] }
  }

  private func rangeEnd(behind place: Int) -> Int? {
    if let word = scanner.word(place + 1), scanner.lexicon.weekdayRanges.contains(word) {
      return place + 2
    }
    // “Between Monday and Friday”
    if scanner.word(place + 1) == "and", scanner.word(place - 1) == "between" { return place + 2 }
    let gap = scanner.gap(before: place + 1)
    return gap.contains(UInt8(ascii: "-")) || NumeralScanner.hasDash(gap) ? place + 1 : nil
  }

  private func nextInList(behind end: Int) -> Int? {
    if let word = scanner.word(end), word == "and" || word == "&" { return end + 1 }
    let gap = scanner.gap(before: end)
    return gap.contains { ",/".utf8.contains($0) } ? end : nil
  }
}
