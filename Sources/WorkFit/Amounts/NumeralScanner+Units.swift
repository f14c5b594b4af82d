/// What a number counts, by what, and how it is bounded.
extension NumeralScanner {
  func readUnit(_ numeral: inout Numeral) {
    guard numeral.unit == nil, numeral.currency == nil else { return }
    let end = numeral.digits.upperBound
    if word(end) == "per", word(end + 1) == "cent" {
      numeral.unit = "share"
      numeral.tokens = numeral.tokens.lowerBound..<end + 2
      return
    }
    if isOfGroup(numeral.digits.lowerBound) || isOfSpeakers(end) {
      numeral.unit = "person"
      return
    }
    if readRatio(&numeral) { return }
    readUnit(&numeral, from: behindBound(end))
    // “0.8 FTE” may stand the other way round.
    if numeral.unit == nil, numeral.digits.lowerBound > 0,
      tokens[numeral.digits.lowerBound - 1].word == "fte"
    {
      numeral.unit = "fte"
    }
  }

  /// Behind “or more” of “five or more nights”.
  private func behindBound(_ end: Int) -> Int {
    lexicon.bounds.after.values.compactMap { $0.beginning(at: end, in: tokens)?.upperBound }
      .filter { behind in
        (behind...behind + 1).contains { word($0).map { lexicon.units[$0] != nil } ?? false }
      }.max() ?? end
  }

  private func readUnit(_ numeral: inout Numeral, from end: Int) {
    // “All 8 bank holidays”
    if let first = word(end), lexicon.publicWords.contains(first), let next = word(end + 1),
      lexicon.holidayWords.contains(next)
    {
      numeral.unit = "public-holiday"
      numeral.tokens = numeral.tokens.lowerBound..<end + 2
      return
    }
    for place in end..<max(end, min(tokens.count, end + Self.unitGap + 1)) {
      let word = tokens[place].word
      if tokens[place].number != nil || place > end && tokens[place].isParted { break }
      // “45/hr” is counted by the hour.
      if place == end, lexicon.spans[word] != nil, gap(before: place).contains(UInt8(ascii: "/")) {
        break
      }
      // “40 grand min” has no minutes.
      if let unit = lexicon.units[word], unit != "minute" || !numeral.isScaled {
        numeral.unit = unit
        numeral.tokens = numeral.tokens.lowerBound..<place + 1
        return
      }
      if word == "+" { continue }
      if lexicon.unitStops.contains(word) { break }
      if lexicon.conjunctions.contains(word) || lexicon.numbers[word] != nil { break }
      if isPerson(place), !numeral.isScaled, numeral.interval.high >= 1 {
        numeral.unit = "person"
        return
      }
    }
    // “A 0.6 post” is a part of a full one.
    if numeral.interval.low > 0, numeral.interval.high < 1, !numeral.isScaled,
      word(end).map(lexicon.postWords.contains) ?? false
    {
      numeral.unit = "fte"
    }
  }

  /// Whether a word names people by what they do: pharmacists, planners.
  private func isPerson(_ place: Int) -> Bool {
    let word = tokens[place].word
    return lexicon.personEndings.contains(where: word.hasSuffix) && word.utf8.count > 5
      && !lexicon.noPersons.contains(word)
  }

  /// How far before a number its group may stand: “a team of at most 8”.
  static let groupReach = 5

  /// Whether a number is of the people of a group.
  func isOfGroup(_ place: Int) -> Bool {
    (max(1, place - Self.groupReach)..<max(1, place)).contains { of in
      guard tokens[of].word == "of",
        lexicon.groups.contains(tokens[of - 1].word)
          || of > 1 && lexicon.groups.contains(tokens[of - 2].word)
      else { return false }
      return !tokens[of..<place].contains { $0.number != nil }
    }
  }

  /// “Fewer than fifty of us”
  func isOfSpeakers(_ end: Int) -> Bool {
    word(end) == "of" && word(end + 1).map { lexicon.speakers.contains($0) } ?? false
  }

  /// How far before a number its unit may stand: “contracted hours are 36.25 a week”.
  static let unitBefore = 6

  func readUnitBefore(_ numeral: inout Numeral) {
    guard numeral.unit == nil || numeral.unit == "times", numeral.currency == nil,
      !numeral.isScaled, let per = numeral.per
    else { return }
    let start = numeral.digits.lowerBound
    for place in (max(0, start - Self.unitBefore)..<start).reversed() {
      guard tokens[place].number == nil, lexicon.numbers[tokens[place].word] == nil else { return }
      if let unit = lexicon.units[tokens[place].word],
        numeral.unit == nil && per == "week" && ["hour", "day"].contains(unit)
          || ["trip", "night", "weekend", "evening"].contains(unit)
      {
        numeral.unit = unit
        return
      }
    }
  }

  /// “one week in four”, “1 in 6 weekends”, “two out of three weekends”
  func readRatio(_ numeral: inout Numeral) -> Bool {
    var place = numeral.digits.upperBound
    // “One working day in ten”
    if let between = word(place), lexicon.fractionWords.contains(between), between != "of" {
      place += 1
    }
    var unit = word(place).flatMap { lexicon.units[$0] }
    if unit != nil { place += 1 }
    guard word(place) == "in" || word(place) == "of" || word(place) == "out" else { return false }
    place += 1
    if word(place) == "of" { place += 1 }
    if word(place) == "every" || word(place) == "the" { place += 1 }
    guard let whole = number(at: place), whole.currency == nil,
      whole.value >= numeral.interval.high,
      whole.value <= 52, whole.value > 0
    else { return false }
    var end = whole.end
    if unit == nil, let found = word(end).flatMap({ lexicon.units[$0] }) {
      unit = found
      end += 1
    } else if unit != nil, word(end).flatMap({ lexicon.units[$0] }) == unit {
      end += 1
    }
    // “Weekends off, at least three out of four”, “on call, 1 in 6” name before what it counts.
    if unit == nil {
      unit =
        tokens.prefix(numeral.digits.lowerBound).reversed().lazy
        .compactMap { lexicon.ratioWords[$0.word] }.first
    }
    guard let unit, unit != "person", unit != "share" else { return false }
    numeral.interval = numeral.interval.scaled(by: 1 / whole.value)
    numeral.unit = unit
    numeral.per = "ratio"
    numeral.isRatio = true
    numeral.tokens = numeral.tokens.lowerBound..<end
    return true
  }

  /// How far before a pay it may be said how it is counted: “Hourly rate: $18.75”.
  static let perBefore = 6

  func readPer(_ numeral: inout Numeral) {
    readPerBehind(&numeral)
    guard numeral.per == nil,
      numeral.currency != nil || numeral.unit == "hour" || isAsked && numeral.unit == nil
    else { return }
    let start = numeral.tokens.lowerBound
    for place in (max(0, start - Self.perBefore)..<start).reversed() {
      guard tokens[place].number == nil else { return }
      if let span = lexicon.spanAdverbs[tokens[place].word], tokens[place].word.utf8.count > 3 {
        numeral.per = span
        return
      }
      // “Day rate of £450”, “annual gross salary”
      if numeral.currency != nil, let span = lexicon.spans[tokens[place].word],
        tokens[place + 1..<min(tokens.count, place + 3)].contains(where: {
          lexicon.payNouns.contains($0.word)
        })
      {
        numeral.per = span
        return
      }
    }
  }

  func readPerBehind(_ numeral: inout Numeral) {
    guard !numeral.isRatio, numeral.unit != "person", numeral.unit != "report" else { return }
    let end = numeral.tokens.upperBound
    for place in end..<max(end, min(tokens.count, end + Self.perGap)) {
      if tokens[place].number != nil || lexicon.numbers[tokens[place].word] != nil { return }
      // “Daily rate: £420, invoiced monthly” is no pay by the month.
      if place > end + 1, numeral.currency != nil, tokens[place - 1].isParted { return }
      guard let (span, last) = span(at: place, isFirst: place == end, of: numeral) else { continue }
      numeral.per = span
      numeral.isOfWeek =
        place == end && ["hour", "day"].contains(numeral.unit)
        && ["week", "weeks"].contains(tokens[place].word)
        && !gap(before: place).contains(UInt8(ascii: "/"))
      if place - end <= 2 { numeral.tokens = numeral.tokens.lowerBound..<last }
      return
    }
  }

  func span(at place: Int, isFirst: Bool, of numeral: Numeral) -> (String, Int)? {
    guard let word = word(place) else { return nil }
    if let span = lexicon.spanAdverbs[word], word != "pm" || numeral.currency != nil {
      return (span, place + 1)
    }
    if word == "p", let next = self.word(place + 1), ["a", "d", "h", "w", "m"].contains(next) {
      return (
        ["a": "year", "d": "day", "h": "hour", "w": "week", "m": "month"][next] ?? "year", place + 2
      )
    }
    let isOf =
      ["of", "in", "during", "out"].contains(word) && self.word(place + 1) == "the"
      && !(self.word(place - 1).map { lexicon.perStops.contains($0) } ?? false)
    if isOf, let next = self.word(place + 2), let span = lexicon.spans[next] {
      return (span, place + 3)
    }
    // “Three nights most weeks”
    if lexicon.mostWords.contains(word), let next = self.word(place + 1),
      let unit = lexicon.units[next], lexicon.inAYear[unit] != nil
    {
      return (unit, place + 2)
    }
    // “Three months to the end of a quarter” is counted by no quarter.
    let isStopped =
      !lexicon.everyWords.contains(word)
      && self.word(place - 1).map { lexicon.perStops.contains($0) } ?? false
    if lexicon.perWords.contains(word), word != "the", !isStopped, let next = self.word(place + 1) {
      let skipped = ["calendar", "working", "single"].contains(next) ? 1 : 0
      if let span = self.word(place + 1 + skipped).flatMap({ lexicon.spans[$0] }) {
        return (span, place + 2 + skipped)
      }
    }
    // “40-hour week”, “£500/day”
    if isFirst, let span = lexicon.spans[word] {
      let isSlashed = gap(before: place).contains(UInt8(ascii: "/"))
      let isCompound = ["hour", "day"].contains(numeral.unit) && ["week", "weeks"].contains(word)
      if isSlashed || isCompound { return (span, place + 1) }
    }
    // “2,850 € gross / month”
    if numeral.currency != nil, let span = lexicon.spans[word],
      gap(before: place).contains(UInt8(ascii: "/"))
    {
      return (span, place + 1)
    }
    if isFirst, numeral.unit == "hour", word == "working", self.word(place + 1) == "week" {
      return ("week", place + 2)
    }
    if isFirst, numeral.unit == "hour", word == "working" || word == "long",
      ["day", "days"].contains(self.word(place + 1))
    {
      return ("day", place + 2)
    }
    if isFirst, numeral.unit == "hour", ["day", "days", "shift", "shifts"].contains(word) {
      return ("day", place + 1)
    }
    if isFirst, ["hour", "day"].contains(numeral.unit), ["week", "weeks"].contains(word) {
      return ("week", place + 1)
    }
    return nil
  }

  // MARK: - Bounds

  /// How far before a bound it may be denied: “not in the office above ten days”, in words.
  private static let denialReach = 6

  /// The word that turns a bound round: “I can't do it for less than 2,800”; `nil` where there is none.
  private func denial(of bound: AmountBound, before start: Int) -> Int? {
    guard bound == .above || bound == .below else { return nil }
    for place in (max(0, start - Self.denialReach)..<start).reversed() {
      let word = tokens[place].word
      if NegationWords.shipped.denies(word) { return place }
      if tokens[place].isParted || tokens[place].number != nil
        || lexicon.boundStops.contains(word)
      {
        return nil
      }
    }
    return nil
  }

  /// “<50 staff”, “≥ 30 days”
  private func sign(before place: Int) -> AmountBound? {
    guard tokens.indices.contains(place) else { return nil }
    var bytes = source.bytes[..<tokens[place].range.lowerBound].suffix(4)
    while bytes.last == 0x20 { bytes = bytes.dropLast() }
    let signs: [(String, AmountBound)] = [
      ("≤", .most), ("≥", .least), ("<=", .most), (">=", .least), ("<", .below), (">", .above),
    ]
    return signs.first { bytes.suffix($0.0.utf8.count).elementsEqual($0.0.utf8) }?.1
  }

  /// How far behind a number it may be bounded: “one day a week of visits is all I'd do”.
  static let boundReach = 6

  func readBounds(_ numeral: inout Numeral) {
    guard numeral.bound != .range else {
      // “between”, “from … to” add nothing to a range.
      return
    }
    var start = numeral.tokens.lowerBound
    var skipped = 0
    var best: (AmountBound, Range<Int>)?
    while skipped <= 2, start >= 0 {
      for (bound, phrases) in lexicon.bounds.before {
        if let range = phrases.ending(before: start, in: tokens), range.count > best?.1.count ?? 0 {
          best = (bound, range)
        }
      }
      guard best == nil, start > 0, lexicon.bounds.fillers.contains(tokens[start - 1].word) else {
        break
      }
      start -= 1
      skipped += 1
    }
    if let best {
      let denial = denial(of: best.0, before: best.1.lowerBound)
      numeral.bound = denial == nil ? best.0 : best.0 == .above ? .most : .least
      numeral.bounds.append(best.1)
      if let denial { numeral.bounds.append(denial..<denial + 1) }
      if best.0 != .about { return }
    } else if let bound = sign(before: numeral.tokens.lowerBound) {
      numeral.bound = bound
      return
    }
    let end = numeral.digits.upperBound
    if word(end) == "+" {
      numeral.bound = .least
      numeral.bounds.append(end..<end + 1)
      return
    }
    // “Ten thousand plus”; elsewhere what comes on top is meant.
    if let last = tokens.indices.last, last <= numeral.tokens.upperBound + 1, last >= end,
      lexicon.leastLast.contains(tokens[last].word)
    {
      numeral.bound = .least
      numeral.bounds.append(last..<last + 1)
      return
    }
    for place in end..<max(end, min(tokens.count, numeral.tokens.upperBound + Self.boundReach)) {
      if place > end, tokens[place].number != nil { break }
      for (bound, phrases) in lexicon.bounds.after {
        guard let range = phrases.beginning(at: place, in: tokens),
          number(at: range.upperBound) == nil, tokens[place].word != "+" || place == end,
          // “45 min from Leeds”
          numeral.unit != "minute" || range.count > 1 || !numeral.tokens.contains(place)
        else { continue }
        numeral.bound = bound
        numeral.bounds.append(range)
        return
      }
    }
  }
}
