import Foundation

/// Days named in words: `tomorrow`, `next Tuesday`, `in three weeks`, `22 Nov`, `March 3rd, 2027`.
struct DayInWords {
  let today: CalendarDate

  private static var weekdays: [String] { AnswerLexicon.shipped.weekdays }
  private static var months: [String] { AnswerLexicon.shipped.months }

  /// The name of a day of the week, Monday being 1.
  static func weekdayName(_ number: Int) -> String {
    weekdays.indices.contains(number - 1) ? weekdays[number - 1].capitalized : ""
  }

  /// The number of a day of the week by its whole name, Monday being 1; `nil` for what is none.
  static func weekday(named name: String) -> Int? { weekdays.firstIndex(of: name).map { $0 + 1 } }

  /// The name of a month, January being 1.
  static func monthName(_ number: Int) -> String {
    months.indices.contains(number - 1) ? months[number - 1].capitalized : ""
  }

  /// The day of the week before a date, as in “Tue, 1 December”, and the date; without one, the text.
  static func weekdayInFront(of text: String) -> (weekday: Int?, rest: String) {
    guard let match = text.wholeMatch(of: /([a-z]+)\.?,?\s+(.*[0-9].*)/),
      let weekday = index(of: String(match.1), in: weekdays)
    else { return (nil, text) }
    return (weekday + 1, String(match.2))
  }

  /// The days that a text can mean, in small letters and plain digits; none where the calendar has no
  /// such day, `nil` where it names none in words.
  func days(_ text: String) -> [CalendarDate]? {
    let words = Words.tokens(of: text).map { $0.filter { $0 != "'" } }
      .filter { !["on", "the", "of", ""].contains($0) }
    if let day = near(words.joined(separator: " ")) ?? away(words) { return [day] }
    return weekdays(words) ?? named(words)
  }

  private func near(_ words: String) -> CalendarDate? {
    switch words {
    case "today", "now": today
    case "tomorrow": today.adding(days: 1)
    case "yesterday": today.adding(days: -1)
    case "day after tomorrow": today.adding(days: 2)
    case "day before yesterday": today.adding(days: -2)
    case "next week": today.adding(days: 7)
    default: nil
    }
  }

  /// “in three weeks”, “2 days ago”.
  private func away(_ words: [String]) -> CalendarDate? {
    guard words.count == 3 else { return nil }
    let isAhead = words[0] == "in"
    guard isAhead != (words[2] == "ago") else { return nil }
    let (number, unit) = isAhead ? (words[1], words[2]) : (words[0], words[1])
    guard let count = AnswerLexicon.shipped.counts[number] ?? Int(number),
      (0...5000).contains(count)
    else {
      return nil
    }
    let days: Int
    switch unit {
    case "day", "days": days = count
    case "week", "weeks": days = 7 * count
    default: return nil
    }
    return today.adding(days: isAhead ? days : -days)
  }

  /// “Tuesday”, “next Tuesday”, “last Tuesday”.
  ///
  /// Said on a Monday, “next Tuesday” is tomorrow to some and a week from tomorrow to others.
  private func weekdays(_ words: [String]) -> [CalendarDate]? {
    guard (1...2).contains(words.count),
      let index = Self.index(of: words[words.count - 1], in: Self.weekdays)
    else { return nil }
    let ahead = (index + 1 - today.weekday + 7) % 7
    let isLaterThisWeek = index + 1 > today.weekday
    let isEarlierThisWeek = index + 1 < today.weekday
    let days: [Int]
    switch words.count == 1 ? "" : words[0] {
    case "": days = ahead == 0 ? [0, 7] : [ahead]
    case "this": days = isEarlierThisWeek ? [ahead, ahead - 7] : [ahead]
    case "coming": days = [ahead == 0 ? 7 : ahead]
    case "next": days = isLaterThisWeek ? [ahead, ahead + 7] : [ahead == 0 ? 7 : ahead]
    case "last": days = isEarlierThisWeek ? [ahead - 7, ahead - 14] : [ahead - 7]
    default: return nil
    }
    return days.map(today.adding(days:))
  }

  /// “22 Nov”, “March 3rd, 2027”, “22 November '26”.
  private func named(_ words: [String]) -> [CalendarDate]? {
    guard (2...3).contains(words.count) else { return nil }
    let months = words.compactMap { Self.index(of: $0, in: Self.months) }
    let figures = words.compactMap(Self.figures)
    guard let month = months.first.map({ $0 + 1 }), months.count == 1,
      figures.count == words.count - 1
    else { return nil }
    guard figures.count == 2 else {
      // “Nov 2026” is a month and no day.
      guard figures[0].count <= 2, let day = Int(figures[0]) else { return nil }
      return [today.coming(month: month, day: day)].compactMap(\.self)
    }
    let (first, second) = (figures[0], figures[1])
    let (day, year) = first.count > 2 ? (second, first) : (first, second)
    guard day.count <= 2, year.count == 2 || year.count == 4, let day = Int(day) else { return nil }
    return [
      today.year(written: year).flatMap { CalendarDate(year: $0, month: month, day: day) }
    ].compactMap(\.self)
  }

  /// The figures in “3”, “3rd” or “2026”.
  private static func figures(_ word: String) -> String? {
    let isOrdinal = ["st", "nd", "rd", "th"].contains { word.hasSuffix($0) }
    let figures = isOrdinal ? String(word.dropLast(2)) : word
    return Digits.areDigits(figures) && figures.count <= 4 ? figures : nil
  }

  /// The place of a name, or of its first three letters or more.
  private static func index(of word: String, in names: [String]) -> Int? {
    word.count < 3 ? nil : names.firstIndex { $0.hasPrefix(word) }
  }
}
