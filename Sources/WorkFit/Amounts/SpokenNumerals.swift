extension NumeralScanner {
  /// An amount that is said without a figure: “every other week”, “half my time”, “less than a year”, “a day or two”.
  ///
  /// - Parameter last: the number before it, which may be counted by what follows: “two nights every week”.
  func spoken(at place: Int, after last: Numeral?) -> Numeral? {
    WeekdayReader(scanner: self).list(at: place) ?? recurring(at: place, after: last)
      ?? fraction(at: place) ?? single(at: place) ?? figures(at: place)
  }

  /// Brings together numbers that belong together: “a four-day, 32-hour week”, “between 1 week in 4 and 1 week in 8”.
  func coordinated(_ numerals: [Numeral]) -> [Numeral] {
    var kept: [Numeral] = []
    for numeral in numerals {
      guard var last = kept.last else {
        if !isSetOff(numeral) { kept.append(numeral) }
        continue
      }
      let gap = numeral.tokens.lowerBound - last.tokens.upperBound
      if isAsked, word(numeral.tokens.lowerBound - 1) == "not", last.bound == nil,
        numeral.unit == nil || numeral.unit == last.unit, numeral.currency == nil,
        numeral.interval.low != last.interval.low
      {
        // “Four trips a year, not five”
        last.bound = numeral.interval.low > last.interval.high ? .most : .least
        last.bounds.append(numeral.tokens.lowerBound - 1..<numeral.tokens.upperBound)
        kept[kept.count - 1] = last
        continue
      }
      if last.isRatio, numeral.isRatio, last.unit == numeral.unit, gap == 1,
        word(last.tokens.upperBound).map(lexicon.rangeWords.contains) ?? false
      {
        last.interval = last.interval.hull(numeral.interval)
        last.bound = .range
        last.tokens = last.tokens.lowerBound..<numeral.tokens.upperBound
        kept[kept.count - 1] = last
        continue
      }
      if isSetOff(numeral) { continue }
      if !isAsked, isRising(numeral), last.bound != .range,
        numeral.unit == nil || numeral.unit == last.unit, numeral.interval.high > last.interval.low,
        numeral.currency == last.currency || numeral.currency == nil
      {
        // “25 days, rising to 30”
        last.interval = last.interval.hull(numeral.interval)
        last.bound = .range
        kept[kept.count - 1] = last
        continue
      }
      let units = Set([last.unit, numeral.unit])
      if last.per == nil, numeral.per == "week", units == ["day", "hour"], (0...1).contains(gap) {
        kept[kept.count - 1].per = "week"
      }
      kept.append(numeral)
    }
    return kept
  }

  /// “A team, not a one-man show”
  private func isSetOff(_ numeral: Numeral) -> Bool {
    guard isAsked, numeral.bound == nil, numeral.currency == nil else { return false }
    let before = numeral.tokens.lowerBound - 1
    return word(before) == "not" || word(before) == "a" && word(before - 1) == "not"
  }

  /// “2/3 days” are two or three; what “1/3 days” are cannot be known.
  func slashed(_ first: Number, from place: Int) -> Numeral? {
    guard first.isDigits, !first.isScaled, first.currency == nil,
      gap(before: first.end) == [UInt8(ascii: "/")], gap(before: place) != [UInt8(ascii: "/")],
      let second = number(at: first.end), second.isDigits, !second.isScaled,
      second.currency == nil, word(second.end).map({ lexicon.units[$0] != nil }) ?? false
    else { return nil }
    return Numeral(
      interval: Interval(first.value, second.value), bound: .range,
      doubts: second.value == first.value + 1 ? [] : [.separators],
      digits: place..<second.end, tokens: place..<second.end)
  }

  private func counted(_ place: Int) -> Double? {
    tokens.indices.contains(place) ? tokens[place].number : nil
  }

  /// Whether what stands before a number says that another goes up to it.
  private func isRising(_ numeral: Numeral) -> Bool {
    let to = numeral.tokens.lowerBound - 1
    return word(to) == "to" && word(to - 1).map { lexicon.risingWords.contains($0) } ?? false
  }

  /// How near a number may stand that is counted by “every week”, in words.
  private static let countedReach = 8

  private func recurring(at place: Int, after last: Numeral?) -> Numeral? {
    guard let word = word(place) else { return nil }
    let isEvery = lexicon.everyWords.contains(word)
    let ordinal = isEvery ? place + 1 : place
    if let count = self.word(ordinal).flatMap({ lexicon.ordinals[$0] }), count > 0,
      isEvery || lexicon.alternates.contains(word),
      let unit = self.word(ordinal + 1).flatMap({ lexicon.units[$0] }),
      ["week", "weekend", "month", "night", "day"].contains(unit)
    {
      return Numeral(
        interval: Interval(1 / count, 1 / count), unit: unit, per: "ratio", isRatio: true,
        digits: place..<ordinal + 2, tokens: place..<ordinal + 2)
    }
    // “Every six weeks”
    if isEvery,
      let number = self.word(ordinal).flatMap({ lexicon.numbers[$0] }) ?? counted(ordinal),
      (2...12).contains(number), let unit = self.word(ordinal + 1).flatMap({ lexicon.units[$0] }),
      ["week", "weekend", "month", "night"].contains(unit)
    {
      return Numeral(
        interval: Interval(1 / number, 1 / number), unit: unit, per: "ratio", isRatio: true,
        digits: place..<ordinal + 2, tokens: place..<ordinal + 2)
    }
    // “Every other Wednesday”
    let count = isEvery ? self.word(ordinal).flatMap { lexicon.ordinals[$0] } : nil
    let day = count == nil ? place + 1 : ordinal + 1
    if isEvery, let name = self.word(day), let number = lexicon.weekdays[name],
      lexicon.units[name] == nil, number <= 5
    {
      let share = 1 / (count ?? 1)
      return Numeral(
        interval: Interval(share, share), unit: "each-weekday", per: "week",
        digits: place..<day + 1, tokens: place..<day + 1)
    }
    let span = self.word(place + 1) == "single" ? place + 2 : place + 1
    guard isEvery, let name = self.word(span).flatMap({ lexicon.spans[$0] }),
      lexicon.inAYear[name] != nil,
      last.map({ place - $0.tokens.upperBound > Self.countedReach }) ?? true
    else { return nil }
    return Numeral(
      interval: Interval(1, 1), unit: "times", per: name, digits: place..<span + 1,
      tokens: place..<span + 1)
  }

  /// How many words may stand between a fraction and what it is of: “a third of my working time”.
  private static let fractionGap = 4

  private func fraction(at place: Int) -> Numeral? {
    guard let word = word(place) else { return nil }
    var start = place
    var value: Double
    if let fraction = lexicon.fractions[word] {
      value = fraction
    } else if let fraction = self.word(place + 1).flatMap({ lexicon.fractions[$0] }),
      let count = lexicon.numbers[word] ?? (word == "a" || word == "an" ? 1 : nil)
    {
      value = fraction * count
      start += 1
    } else {
      return nil
    }
    for next in (start + 1)..<(start + 2 + Self.fractionGap) {
      guard let word = self.word(next) else { return nil }
      if let unit = lexicon.fractionWholes[word] {
        value = min(value, 1) * 100
        return Numeral(
          interval: Interval(value, value), unit: unit, digits: place..<next + 1,
          tokens: place..<next + 1)
      }
      guard lexicon.fractionWords.contains(word) else { return nil }
    }
    return nil
  }

  /// “Less than a year”, “a day or two”: elsewhere “a” is no number.
  private func single(at place: Int) -> Numeral? {
    guard word(place) == "a" || word(place) == "an" || word(place) == "one",
      let unit = word(place + 1).flatMap({ lexicon.units[$0] }),
      ["minute", "day", "week", "month", "year", "night", "weekend", "trip"].contains(unit)
    else { return nil }
    if word(place + 2) == "or", word(place + 3) == "two" {
      return Numeral(
        interval: Interval(1, 2), unit: unit, bound: .range, digits: place..<place + 4,
        tokens: place..<place + 4)
    }
    let isBounded = lexicon.bounds.before.contains { bound, phrases in
      phrases.ending(before: place, in: tokens).map {
        $0.count > 1 || bound == .above || bound == .below || bound == .most
      } ?? false
    }
    // “A week in five” is a ratio.
    guard word(place) != "one", word(place + 2) != "in" || number(at: place + 3) == nil,
      isBounded || isCounted(place + 2)
        || word(place + 2).map(lexicon.singleNouns.contains) ?? false
        || word(place + 2) == "of" && word(place + 3).map(lexicon.singleNouns.contains) ?? false
        // “A contract of a year at least”
        || word(place - 1) == "of" && word(place - 2).map(lexicon.singleNouns.contains) ?? false
    else { return nil }
    if word(place + 2) == "and", word(place + 3) == "a", word(place + 4) == "half" {
      return Numeral(
        interval: Interval(1.5, 1.5), unit: unit, digits: place..<place + 5,
        tokens: place..<place + 5)
    }
    return Numeral(
      interval: Interval(1, 1), unit: unit, digits: place..<place + 2, tokens: place..<place + 2)
  }

  /// Whether a time begins that something is counted by: “a trip | a month”.
  private func isCounted(_ place: Int) -> Bool {
    guard let word = word(place) else { return false }
    if lexicon.spanAdverbs[word] != nil && word != "pm" { return true }
    return lexicon.perWords.contains(word) && word != "the"
      && self.word(place + 1).map { lexicon.spans[$0] != nil } ?? false
      || word == "and" && self.word(place + 1) == "a" && self.word(place + 2) == "half"
  }

  /// “Six figures” is a hundred thousand or more.
  private func figures(at place: Int) -> Numeral? {
    guard let word = word(place), let count = lexicon.numbers[word] ?? tokens[place].number,
      (4...7).contains(count), let next = self.word(place + 1), lexicon.figureWords.contains(next)
    else { return nil }
    let value = (1..<Int(count)).reduce(1.0) { value, _ in value * 10 }
    return Numeral(
      interval: Interval(value, value), bound: .least, isScaled: true, digits: place..<place + 2,
      tokens: place..<place + 2)
  }
}
