/// Where a question wants a number of weeks or the like, and a day is named at which they end: “till the end of the
/// year”.
struct TimeUntilDay {
  /// Roughly how many of the unit it is to that day, at least one; never what is exactly meant.
  let count: Double

  /// `nil` where no day to come is named with a word such as “till” before it.
  init?(_ typed: String, in unit: TimeUnit, today: CalendarDate, _ language: SpokenLanguage) {
    let text = Digits.plain(typed.trimmingWhitespace()).lowercased()
    let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    guard words.count == 2, language.to.whole(SpokenToken.tokens(of: words[0])) != nil,
      let day = SaidDay(today: today, language: language).day(words[1]).meaning?.days.first,
      day > today,
      let counts = TimeUnit.day.converted(Double(day.days(since: today)), to: unit)?.counts,
      let count = counts.first
    else { return nil }
    self.count = max(1, count.rounded())
  }
}
