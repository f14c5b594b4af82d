/// Stretches of time that are named where a day is wanted: `March`, `mid-June`, `end of next month`, `Q1`.
struct DayStretches {
  let today: CalendarDate
  let language: SpokenLanguage

  private typealias Stretch = (first: CalendarDate, last: CalendarDate)

  private var words: DayWords { language.days }

  /// The days of a stretch, or of its edge: its end is a day, and all else is asked back.
  func meaning(_ tokens: [SpokenToken]) -> SaidDay.Meaning? {
    let tokens = tokens.filter { $0 != .sign("-") }
    let edge = words.edge.match(tokens[...])
    var rest = Array(tokens.dropFirst(edge?.count ?? 0))
    rest = words.dropped.taken(from: rest)
    // “the end of the week” is a Friday to some and a Sunday to others.
    if edge?.meaning == .end, let week = week(rest) {
      return .stretch([week.first.adding(days: 4), week.last])
    }
    if let day = dayInFront(of: rest) ?? weekdayOfMonth(words.dropped.taken(from: tokens)) {
      return day
    }
    guard let stretch = stretch(rest) else { return nil }
    switch edge?.meaning {
    case nil:
      let first = stretch.last < today ? stretch.first : max(stretch.first, today)
      return first == stretch.last ? .days([first]) : .stretch([first, stretch.last])
    case .start: return .roughly([stretch.first])
    case .middle:
      return .roughly([stretch.first.adding(days: stretch.last.days(since: stretch.first) / 2)])
    case .late: return .roughly([stretch.last])
    case .end: return .days([stretch.last])
    }
  }

  /// “5th of next month”.
  private func dayInFront(of tokens: [SpokenToken]) -> SaidDay.Meaning? {
    guard case .figures(let figures)? = tokens.first, let day = Digits.wholeNumber(figures) else {
      return nil
    }
    var rest = tokens.dropFirst()
    if language.places.isEnding(rest.first?.word) { rest = rest.dropFirst() }
    guard let month = ofWhich(Array(rest), unit: .month) else { return nil }
    let first = month.first
    return .days([CalendarDate(year: first.year, month: first.month, day: day)].compactMap(\.self))
  }

  /// “The first Monday in March”, “the last Friday of next month”.
  private func weekdayOfMonth(_ tokens: [SpokenToken]) -> SaidDay.Meaning? {
    var rest = tokens[...]
    guard let first = rest.popFirst() else { return nil }
    let place = first.word.flatMap(language.places.ordinal) ?? Digits.wholeNumber(first.text)
    if language.places.isEnding(rest.first?.word) { rest = rest.dropFirst() }
    guard let place, place == -1 || (1...5).contains(place),
      let weekday = rest.popFirst()?.word.flatMap({ words.weekdays[$0] }), !rest.isEmpty,
      let month = ofYear(Array(rest)) ?? month(Array(rest)) ?? ofWhich(Array(rest), unit: .month)
    else { return nil }
    let early = month.first.adding(days: (weekday - month.first.weekday + 7) % 7)
    let days = (0...4).map { early.adding(days: 7 * $0) }.filter { $0 <= month.last }
    let day = place == -1 ? days.last : days.indices.contains(place - 1) ? days[place - 1] : nil
    return .days([day].compactMap(\.self))
  }

  /// “Next year in spring”, “March of next year”.
  private func ofYear(_ tokens: [SpokenToken]) -> Stretch? {
    guard tokens.count > 2 else { return nil }
    for (year, rest) in [
      (tokens.prefix(2), tokens.dropFirst(2)), (tokens.suffix(2), tokens.dropLast(2)),
    ] {
      guard words.which.match(year[...]) != nil,
        let stretch = ofWhich(Array(year), unit: .year)
      else { continue }
      let named = Array(rest) + [.figures(String(stretch.first.year))]
      if let found = month(named) ?? season(named) { return found }
    }
    return nil
  }

  private func stretch(_ tokens: [SpokenToken]) -> Stretch? {
    ofYear(tokens) ?? month(tokens) ?? season(tokens) ?? quarter(tokens) ?? year(tokens) ?? week(
      tokens)
      ?? numberedWeek(tokens) ?? ofWhich(tokens, unit: .month) ?? ofWhich(tokens, unit: .year)
  }

  private func months(from first: CalendarDate, _ count: Int) -> Stretch {
    (first, first.adding(months: count).adding(days: -1))
  }

  /// The coming stretch that begins with a month, or that of a year.
  private func coming(month: Int, count: Int, year: Int?) -> Stretch? {
    guard let first = CalendarDate(year: year ?? today.year, month: month, day: 1) else {
      return nil
    }
    let stretch = months(from: first, count)
    if year == nil, stretch.last < today { return months(from: first.adding(months: 12), count) }
    return stretch
  }

  /// The year behind a name, and whether nothing else is; a name alone has none.
  private func yearBehind(_ tokens: ArraySlice<SpokenToken>) -> (year: Int?, isWhole: Bool) {
    guard let token = tokens.first else { return (nil, true) }
    let text = token.text.filter { $0 != "'" }
    guard tokens.count == 1, let year = today.year(written: text) else { return (nil, false) }
    return (year, true)
  }

  private func month(_ tokens: [SpokenToken]) -> Stretch? {
    let which = words.which.match(tokens[...])
    let rest = tokens.dropFirst(which?.count ?? 0)
    guard let word = rest.first?.word, let month = words.months[word] else { return nil }
    let (year, isWhole) = yearBehind(rest.dropFirst())
    guard isWhole, let stretch = coming(month: month, count: 1, year: year) else { return nil }
    if which?.meaning == .last {
      let before = stretch.first > today ? stretch.first.adding(months: -12) : stretch.first
      return months(from: before, 1)
    }
    return stretch
  }

  private func season(_ tokens: [SpokenToken]) -> Stretch? {
    let which = words.which.match(tokens[...])
    let rest = tokens.dropFirst(which?.count ?? 0)
    guard which?.meaning != .last, let match = words.seasons.match(rest) else { return nil }
    let (year, isWhole) = yearBehind(rest.dropFirst(match.count))
    return isWhole ? coming(month: match.meaning, count: 3, year: year) : nil
  }

  /// “Q1”, “Q1 2027”, “quarter 2”.
  private func quarter(_ tokens: [SpokenToken]) -> Stretch? {
    var rest = tokens[...]
    var number: Int?
    if let word = rest.first?.word, word.count == 2, let digit = word.last?.wholeNumberValue,
      words.quarter.whole([.word(String(word.prefix(1)))]) != nil
    {
      number = digit
      rest = rest.dropFirst()
    } else if let match = words.quarter.match(rest),
      case .figures(let figures)? = rest.dropFirst(match.count).first
    {
      number = Int(figures)
      rest = rest.dropFirst(match.count + 1)
    }
    guard let number, (1...4).contains(number) else { return nil }
    let (year, isWhole) = yearBehind(rest)
    return isWhole ? coming(month: 3 * number - 2, count: 3, year: year) : nil
  }

  /// “2027”.
  private func year(_ tokens: [SpokenToken]) -> Stretch? {
    guard tokens.count == 1, case .figures(let figures)? = tokens.first, figures.count == 4,
      let year = Int(figures), (1900...2999).contains(year),
      let first = CalendarDate(year: year, month: 1, day: 1)
    else { return nil }
    return months(from: first, 12)
  }

  /// “the week”, “next week”.
  private func week(_ tokens: [SpokenToken]) -> Stretch? {
    guard let (which, rest) = which(tokens), language.units.whole(rest) == .week else { return nil }
    let monday = today.adding(days: 1 - today.weekday + 7 * which)
    return (monday, monday.adding(days: 6))
  }

  /// “KW 50”, “week 3”: its working days.
  private func numberedWeek(_ tokens: [SpokenToken]) -> Stretch? {
    var figures: String?
    if tokens.count == 1, let word = tokens[0].word {
      // “KW50”
      let name = word.prefix { !$0.isNumber }
      if words.weekNumber.whole([.word(String(name))]) != nil {
        figures = String(word.dropFirst(name.count))
      }
    } else if let match = words.weekNumber.match(tokens[...]), tokens.count == match.count + 1,
      case .figures(let text)? = tokens.last
    {
      figures = text
    }
    guard let number = figures.flatMap({ Int($0) }), (1...53).contains(number) else { return nil }
    let weeks = [today.year, today.year + 1].compactMap { monday(ofWeek: number, in: $0) }
    guard let monday = weeks.first(where: { $0.adding(days: 6) >= today }) else { return nil }
    return (monday, monday.adding(days: 4))
  }

  /// The first week of a year is that of 4 January (ISO 8601).
  private func monday(ofWeek number: Int, in year: Int) -> CalendarDate? {
    CalendarDate(year: year, month: 1, day: 4).map {
      $0.adding(days: 1 - $0.weekday + 7 * (number - 1))
    }
  }

  /// “this month”, “next year”.
  private func ofWhich(_ tokens: [SpokenToken], unit: TimeUnit) -> Stretch? {
    guard let (which, rest) = which(tokens), language.units.whole(rest) == unit else { return nil }
    let month = unit == .month ? today.month : 1
    guard let first = CalendarDate(year: today.year, month: month, day: 1) else { return nil }
    let count = unit == .month ? 1 : 12
    return months(from: first.adding(months: which * count), count)
  }

  /// Which one from the present one on, and the rest.
  private func which(_ tokens: [SpokenToken]) -> (Int, [SpokenToken])? {
    guard let match = words.which.match(tokens[...]) else { return (0, tokens) }
    let rest = Array(tokens.dropFirst(match.count))
    switch match.meaning {
    case .this: return (0, rest)
    case .coming, .next: return (1, rest)
    case .afterNext: return (2, rest)
    case .last: return (-1, rest)
    }
  }
}
