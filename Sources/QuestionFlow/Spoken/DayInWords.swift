/// Days named in words: `tomorrow`, `next Tuesday`, `in three weeks`, `22 Nov`, `end of March`, `Q1`.
struct DayInWords {
  let today: CalendarDate
  let language: SpokenLanguage

  private var words: DayWords { language.days }

  /// The days that tokens can mean; none of them where the calendar has no such day, `nil` where they name none.
  func meaning(_ typed: [SpokenToken]) -> SaidDay.Meaning? {
    let tokens = whichInFront(of: typed)
    let bare = words.dropped.taken(from: tokens)
    for tokens in [tokens, bare] {
      if let days = words.near.whole(tokens) { return .days([today.adding(days: days)]) }
      if let days = words.roughly.whole(tokens) { return .roughly([today.adding(days: days)]) }
      if let (month, day) = words.feastsAround.whole(tokens) {
        return .roughly([today.coming(month: month, day: day)].compactMap(\.self))
      }
    }
    let stretches = DayStretches(today: today, language: language)
    return counted(tokens) ?? away(tokens) ?? weekdays(bare) ?? weekend(bare) ?? named(bare)
      ?? feast(bare)
      ?? stretches.meaning(bare) ?? dayOfMonth(tokens)
  }

  /// “Friday after next” as “after next Friday”.
  private func whichInFront(of tokens: [SpokenToken]) -> [SpokenToken] {
    guard
      let count = [2, 1].first(where: { count in
        count < tokens.count && words.which.whole(Array(tokens.suffix(count))) == .afterNext
      })
    else { return tokens }
    return Array(tokens.suffix(count) + tokens.dropLast(count))
  }

  // MARK: - So far from a day

  /// “a week from Thursday”, “Donnerstag in einer Woche”.
  private func counted(_ tokens: [SpokenToken]) -> SaidDay.Meaning? {
    for place in tokens.indices.dropFirst() {
      let rest = tokens[place...]
      if let match = words.from.match(rest),
        let days = counted(Array(tokens[..<place]), from: Array(rest.dropFirst(match.count)))
      {
        return days
      }
      if let match = words.ahead.before.match(rest),
        let days = counted(Array(rest.dropFirst(match.count)), from: Array(tokens[..<place]))
      {
        return days
      }
    }
    return nil
  }

  private func counted(_ time: [SpokenToken], from start: [SpokenToken]) -> SaidDay.Meaning? {
    let bare = words.dropped.taken(from: start)
    // From today on it is said without the day.
    guard !bare.isEmpty, let span = SpanOfTime(words.dropped.taken(from: time), in: language),
      span.counts.count == 1, !span.isRough, let count = span.counts.first,
      let far = span.unit.span(count), far.days <= 5000, far.months <= 240
    else { return nil }
    let near = words.near.whole(bare).map { [today.adding(days: $0)] }
    guard let days = near ?? dayAlone(bare)?.days else { return nil }
    return .days(days.map { $0.adding(months: far.months).adding(days: far.days) })
  }

  /// A day of the week, or one with its date.
  private func dayAlone(_ tokens: [SpokenToken]) -> SaidDay.Meaning? {
    guard let meaning = weekdays(tokens) ?? named(tokens), case .days = meaning else { return nil }
    return meaning
  }

  // MARK: - So far from today

  /// “in three weeks”, “2 days ago”, “a month from now”.
  private func away(_ tokens: [SpokenToken]) -> SaidDay.Meaning? {
    for (affixes, sign) in [(words.ahead, 1), (words.ago, -1)] {
      var rest = tokens[...]
      var isSaid = false
      if let match = affixes.before.match(rest) {
        rest = rest.dropFirst(match.count)
        isSaid = true
      }
      if let count = behind(affixes.behind, rest) {
        rest = rest.dropLast(count)
        isSaid = true
      }
      guard isSaid, let meaning = span(Array(rest), sign: sign) else { continue }
      return meaning
    }
    return nil
  }

  /// How many tokens at the end are one of some phrases.
  private func behind(_ phrases: Phrases<Void>, _ tokens: ArraySlice<SpokenToken>) -> Int? {
    (1...3).reversed().first { count in
      count < tokens.count && phrases.whole(Array(tokens.suffix(count))) != nil
    }
  }

  private func span(_ tokens: [SpokenToken], sign: Int) -> SaidDay.Meaning? {
    let time = SpanOfTime(tokens, in: language)
    guard let time else { return nil }
    let days = time.counts.compactMap { count -> CalendarDate? in
      guard count >= 0, let span = time.unit.span(count), span.days <= 5000, span.months <= 240
      else { return nil }
      return today.adding(months: sign * span.months).adding(days: sign * span.days)
    }
    guard days.count == time.counts.count else { return nil }
    return time.isRough ? .roughly(days) : .days(days)
  }

  // MARK: - Days of the week

  /// “Tuesday”, “next Tuesday”, “last Tuesday”.
  ///
  /// Said on a Monday, “next Tuesday” is tomorrow to some and a week from tomorrow to others.
  private func weekdays(_ tokens: [SpokenToken]) -> SaidDay.Meaning? {
    if let day = weekdayOfWeek(tokens) { return .days([day]) }
    let which = words.which.match(tokens[...])
    let rest = tokens.dropFirst(which?.count ?? 0)
    guard rest.count == 1, let word = rest.first?.word, let weekday = words.weekdays[word] else {
      return nil
    }
    let ahead = (weekday - today.weekday + 7) % 7
    let isLaterThisWeek = weekday > today.weekday
    let isEarlierThisWeek = weekday < today.weekday
    let days: [Int]
    switch which?.meaning {
    case nil: days = ahead == 0 ? [0, 7] : [ahead]
    case .this: days = isEarlierThisWeek ? [ahead, ahead - 7] : [ahead]
    case .coming: days = [ahead == 0 ? 7 : ahead]
    case .next: days = isLaterThisWeek ? [ahead, ahead + 7] : [ahead == 0 ? 7 : ahead]
    case .afterNext:
      days = isLaterThisWeek ? [ahead + 7, ahead + 14] : [ahead == 0 ? 14 : ahead + 7]
    case .last: days = isEarlierThisWeek ? [ahead - 7, ahead - 14] : [ahead - 7]
    }
    return .days(days.map(today.adding(days:)))
  }

  /// “Friday next week”.
  private func weekdayOfWeek(_ tokens: [SpokenToken]) -> CalendarDate? {
    guard tokens.count > 2, let word = tokens.first?.word, let weekday = words.weekdays[word],
      let which = words.which.match(tokens.dropFirst()),
      language.units.whole(Array(tokens.dropFirst(1 + which.count))) == .week
    else { return nil }
    let weeks =
      switch which.meaning {
      case .this: 0
      case .coming, .next: 1
      case .afterNext: 2
      case .last: -1
      }
    return today.adding(days: weekday - today.weekday + 7 * weeks)
  }

  private func weekend(_ tokens: [SpokenToken]) -> SaidDay.Meaning? {
    let which = words.which.match(tokens[...])
    guard words.weekend.whole(Array(tokens.dropFirst(which?.count ?? 0))) != nil else { return nil }
    let weeks =
      switch which?.meaning {
      case .next: 1
      case .afterNext: 2
      case .last: -1
      default: 0
      }
    let saturday = today.adding(days: 6 - today.weekday + 7 * weeks)
    return .stretch([saturday, saturday.adding(days: 1)])
  }

  // MARK: - Days by their names

  /// “22 Nov”, “March 3rd, 2027”, “22 November '26”, “3 or 4 March”, “the first of March”.
  private func named(_ tokens: [SpokenToken]) -> SaidDay.Meaning? {
    let months = tokens.compactMap { $0.word.flatMap { words.months[$0] } }
    guard months.count == 1, let month = months.first else { return nil }
    let others = tokens.filter { token in token.word.flatMap { words.months[$0] } == nil }
    if let pair = pair(others, month: month) { return pair }
    let rest = others.filter { $0 != .sign("-") && $0 != .sign("/") }
    guard let figures = figures(rest), (1...2).contains(figures.count) else { return nil }
    guard figures.count == 2 else {
      // “Nov 2026” is a month and no day.
      guard figures[0].count <= 2, let day = Int(figures[0]) else { return nil }
      return .days([today.coming(month: month, day: day)].compactMap(\.self))
    }
    let (first, second) = (figures[0], figures[1])
    let (day, year) = first.count > 2 ? (second, first) : (first, second)
    guard day.count <= 2, year.count == 2 || year.count == 4, let day = Int(day) else { return nil }
    return .days(
      [today.year(written: year).flatMap { CalendarDate(year: $0, month: month, day: day) }]
        .compactMap(\.self))
  }

  /// Two days of a month: “3 or 4”, “3-5”, “between 3 and 5”.
  private func pair(_ tokens: [SpokenToken], month: Int) -> SaidDay.Meaning? {
    guard let between = tokens.firstIndex(where: { isBetween($0) }), between > 0 else { return nil }
    let opening = language.between.match(tokens[...])?.count ?? 0
    guard opening <= between,
      let first = figures(Array(tokens[opening..<between])),
      let second = figures(Array(tokens[(between + 1)...])),
      let low = first.first, let high = second.first, first.count == 1, second.count == 1,
      let low = Int(low), let high = Int(high), low < high
    else { return nil }
    let days = [low, high].compactMap { today.coming(month: month, day: $0) }
    return days.count == 2 ? .stretch(days) : .days([])
  }

  private func isBetween(_ token: SpokenToken) -> Bool {
    language.to.whole([token]) != nil || language.places.and.whole([token]) != nil
  }

  /// The figures in “3”, “3rd”, “third” or “2026”; `nil` where anything else stands among them.
  private func figures(_ tokens: [SpokenToken]) -> [String]? {
    var figures: [String] = []
    for token in tokens {
      switch token {
      case .figures(let text):
        let bare = text.hasPrefix("'") ? String(text.dropFirst()) : text
        guard Digits.areDigits(bare), bare.count <= 4 else { return nil }
        figures.append(bare)
      case .word(let word):
        if language.places.isEnding(word), !figures.isEmpty { continue }
        let bare = word.hasPrefix("'") ? String(word.dropFirst()) : word
        if Digits.areDigits(bare), bare.count <= 4 {
          figures.append(bare)
        } else if let ordinal = language.places.ordinal(word), ordinal > 0 {
          figures.append(String(ordinal))
        } else {
          return nil
        }
      case .sign: return nil
      }
    }
    return figures
  }

  /// “the 3rd”, of this month or the next, which is asked back.
  private func dayOfMonth(_ tokens: [SpokenToken]) -> SaidDay.Meaning? {
    let bare = words.dropped.taken(from: tokens)
    guard bare.count == 2, language.places.isEnding(bare.last?.word) || bare.count < tokens.count,
      let figures = figures(bare), figures.count == 1, let day = Int(figures[0]),
      (1...31).contains(day)
    else {
      guard bare.count == 1, bare.count < tokens.count, case .figures(let text)? = bare.first,
        let day = Int(text), (1...31).contains(day)
      else { return nil }
      return coming(day: day)
    }
    return coming(day: day)
  }

  private func coming(day: Int) -> SaidDay.Meaning? {
    let first = CalendarDate(year: today.year, month: today.month, day: 1) ?? today
    let next = (0...2).lazy.map { first.adding(months: $0) }.compactMap {
      CalendarDate(year: $0.year, month: $0.month, day: day)
    }.first { $0 >= today }
    return next.map { .roughly([$0]) }
  }

  private func feast(_ tokens: [SpokenToken]) -> SaidDay.Meaning? {
    guard let match = words.feasts.match(tokens[...]) else { return nil }
    let (month, day) = match.meaning
    guard let figures = figures(Array(tokens.dropFirst(match.count))), figures.count <= 1 else {
      return nil
    }
    let year = figures.first.flatMap { today.year(written: $0) }
    if figures.count == 1, year == nil { return nil }
    let first = CalendarDate(year: year ?? today.year, month: month, day: day)
    guard let first else { return .days([]) }
    return .days([year == nil && first < today ? first.adding(months: 12) : first])
  }
}

/// So many of a unit of time: `three weeks`, `a month`, `half a year`, `2-3 weeks`, `a couple of days`.
struct SpanOfTime {
  let counts: [Double]
  let unit: TimeUnit
  let isRough: Bool

  init?(_ tokens: [SpokenToken], in language: SpokenLanguage) {
    guard let last = tokens.indices.last(where: { language.units.match(tokens[$0...]) != nil }),
      let unit = language.units.match(tokens[last...]), last + unit.count == tokens.count
    else { return nil }
    // Read as a number of just that unit.
    let loose = LooseNumber(
      tokens.map(\.text).joined(separator: " "), question: tokens[last].text, in: language)
    self.unit = unit.meaning
    switch loose.meaning {
    case .number(let numbers) where numbers.count == 1: (counts, isRough) = (numbers, false)
    case .roughly(let numbers): (counts, isRough) = (numbers, true)
    case .range(let low, let high): (counts, isRough) = ([low, high], false)
    default: return nil
    }
  }
}

extension CalendarDate {
  /// The same day so many months later, or earlier where negative; the last of the month where it is shorter.
  func adding(months: Int) -> CalendarDate {
    let count = year * 12 + month - 1 + months
    let (year, month) = (count / 12, count % 12 + 1)
    return (0...3).lazy.compactMap { CalendarDate(year: year, month: month, day: day - $0) }.first
      ?? self
  }
}
