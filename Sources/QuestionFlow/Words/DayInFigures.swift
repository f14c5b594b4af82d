/// Days written in figures: `2027-03-01`, `1.3.2027`, `22.11.26`, `11/22/2026`, `22.11.`
struct DayInFigures {
  let today: CalendarDate

  private static let wholeDay = WrittenForm(
    regex: /([0-9]{1,4})\s?([.\/\-])\s?([0-9]{1,2})\s?([.\/\-])\s?([0-9]{1,4})/)
  private static let dayAndMonth = WrittenForm(
    regex: /([0-9]{1,2})\s?([.\/\-])\s?([0-9]{1,2})(\.?)/)

  /// The days that a text can mean, in small letters and plain digits; none where the calendar has no
  /// such day, `nil` where it is not written in figures.
  ///
  /// With full stops the day comes first. With strokes it comes first in one country and second in
  /// another, so that 3/4/2026 is two days; with hyphens, 26-11-22 may begin with the year besides.
  func days(_ text: String) -> [CalendarDate]? {
    if let match = text.wholeMatch(
      of: Self.wholeDay),
      match.2 == match.4
    {
      return days(match.1, match.3, match.5, mark: match.2)
    }
    if let match = text.wholeMatch(of: Self.dayAndMonth) {
      guard match.4.isEmpty || match.2 == "." else { return nil }
      return distinct([
        coming(day: match.1, month: match.3),
        match.2 == "." ? nil : coming(day: match.3, month: match.1),
      ])
    }
    return nil
  }

  private func days(_ first: Substring, _ second: Substring, _ third: Substring, mark: Substring)
    -> [CalendarDate]?
  {
    if first.count == 4, third.count <= 2 {
      return distinct([day(first, second, third)])
    }
    guard first.count <= 2, third.count == 2 || third.count == 4 else { return nil }
    var days = [day(third, second, first)]
    if mark != "." { days.append(day(third, first, second)) }
    if mark == "-", first.count == 2, third.count == 2 { days.append(day(first, second, third)) }
    return distinct(days)
  }

  private func distinct(_ days: [CalendarDate?]) -> [CalendarDate] {
    days.compactMap(\.self).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func coming(day: Substring, month: Substring) -> CalendarDate? {
    guard let day = Int(day), let month = Int(month) else { return nil }
    return today.coming(month: month, day: day)
  }

  private func day(_ year: Substring, _ month: Substring, _ day: Substring) -> CalendarDate? {
    guard let year = today.year(written: year), let month = Int(month), let day = Int(day) else {
      return nil
    }
    return CalendarDate(year: year, month: month, day: day)
  }
}

extension CalendarDate {
  /// The year that two or four figures stand for, seen from this day; `nil` for any other number of them.
  ///
  /// Two figures mean the year within the past eighty or the coming twenty that ends so: never year 26.
  func year(written figures: some StringProtocol) -> Int? {
    guard let number = Int(figures) else { return nil }
    switch figures.count {
    case 2:
      // A dialogue that is played without a day begins in the year 1.
      let present = max(year, 2000)
      let near = present - present % 100 + number
      return near > present + 20 ? near - 100 : near <= present - 80 ? near + 100 : near
    case 4: return number >= 1000 ? number : nil
    default: return nil
    }
  }

  /// The day that a month and day without a year mean: the next one, or one of the past half year.
  func coming(month: Int, day: Int) -> CalendarDate? {
    let earliest = adding(days: -180)
    // Nine years, because 29 February may be eight years away.
    return (0...9).lazy.compactMap { CalendarDate(year: year - 1 + $0, month: month, day: day) }
      .first { $0 >= earliest }
  }
}
