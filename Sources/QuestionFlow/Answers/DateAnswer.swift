extension CalendarDate {
  /// Reads a day as people name days: 2027-03-01, 22.11.26, tomorrow, Tuesday, 3 March.
  ///
  /// - Throws: ``Rejection`` for what is no day, or could be several.
  public init(spoken text: String, today: CalendarDate) throws(Rejection) {
    self = try DateAnswer.parse(text, today: today)
  }

  /// The day with its names: `Monday, 1 March 2027`.
  public var words: String {
    "\(DayInWords.weekdayName(weekday)), \(day) \(DayInWords.monthName(month)) \(year)"
  }
}

/// A day, as people name days. Stored and spoken as `2027-03-01`.
enum DateAnswer {
  static let form = "a day, such as 2027-03-01, 1 March, tomorrow or Tuesday"
  static let completions = ["today", "tomorrow", "next Monday", "next week"]

  /// Longer texts name more than a day.
  private static let longest = 80

  static func parse(_ typed: String, today: CalendarDate) throws(Rejection) -> CalendarDate {
    let text = Digits.plain(typed.trimmingWhitespace()).lowercased()
    guard !text.isEmpty else { throw Rejection(.empty) }
    guard text.utf8.count <= longest else { throw Rejection(.notADate(typed)) }
    let (weekday, rest) = DayInWords.weekdayInFront(of: text)
    guard let days = DayInFigures(today: today).days(rest) ?? DayInWords(today: today).days(rest)
    else { throw Rejection(.notADate(typed)) }
    guard let day = days.first else { throw Rejection(.noSuchDay(typed)) }
    if days.count > 1 {
      throw Rejection(
        .ambiguous(
          typed,
          days.map { Reading(typed: $0.description, words: "\($0) (\($0.words))") }))
    }
    if let weekday, weekday != day.weekday {
      throw Rejection(
        .otherWeekday(typed, day.description, DayInWords.weekdayName(day.weekday)))
    }
    return day
  }
}
