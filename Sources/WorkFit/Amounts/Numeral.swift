/// A number or a range with what is counted, and how it is bounded.
struct Numeral {
  var interval: Interval
  var currency: String?
  var unit: String?
  var per: String?
  var bound: AmountBound?
  var doubts: Set<AmountDoubt> = []
  /// “One week in four”.
  var isRatio = false
  /// Whether a factor such as “k” stood with it.
  var isScaled = false
  /// The number alone, as places among the tokens.
  let digits: Range<Int>
  /// With currency, unit and what it is counted by.
  var tokens: Range<Int>
  /// The words that bound it.
  var bounds: [Range<Int>] = []
}

/// Finds the numbers of a clause or a statement.
struct NumeralScanner {
  let tokens: [Token]
  let source: SourceText
  let lexicon: QuantityLexicon

  /// More are not read of one clause.
  private static let most = 40
  /// How many words may stand between a number and its unit: “25 paid days”.
  private static let unitGap = 2
  private static let perGap = 5

  func numerals() -> [Numeral] {
    var numerals: [Numeral] = []
    var place = 0
    while place < tokens.count, numerals.count < Self.most {
      if var spoken = spoken(at: place, after: numerals.last) {
        readPer(&spoken)
        readBounds(&spoken)
        place = max(spoken.digits.upperBound, place + 1)
        numerals.append(spoken)
        continue
      }
      guard let first = number(at: place) else {
        place += 1
        continue
      }
      if isCalendar(first) {
        place = first.end
        continue
      }
      var numeral = ranged(first, from: place)
      readUnit(&numeral)
      readPer(&numeral)
      readUnitBefore(&numeral)
      readBounds(&numeral)
      let end = numeral.isRatio ? numeral.tokens.upperBound : numeral.digits.upperBound
      place = max(end, place + 1)
      numerals.append(numeral)
    }
    return coordinated(numerals)
  }

  // MARK: - Numbers

  private struct Number {
    var value: Double
    let start: Int
    var end: Int
    var currency: String?
    var isDoubtful = false
    var isScaled = false
    var isDigits = false
    var isTimes = false
  }

  private func number(at place: Int) -> Number? {
    guard tokens.indices.contains(place) else { return nil }
    let word = tokens[place].word
    var number: Number
    if isDigit(word.utf8.first) {
      guard !isInsideWord(place), !lexicon.noNumbers.contains(word),
        let reading = NumberReading(word)
      else { return nil }
      number = Number(
        value: reading.value, start: place, end: place + 1, isDoubtful: reading.isDoubtful,
        isDigits: true)
      joinGroups(&number)
      if isNegative(place) { number.value = -number.value }
    } else if let times = lexicon.times[word] {
      return Number(value: times, start: place, end: place + 1, isTimes: true)
    } else if let value = lexicon.numbers[word] {
      number = Number(value: value, start: place, end: place + 1)
      // “twenty five”
      if value >= 20, value < 100, let unit = self.word(place + 1).flatMap({ lexicon.numbers[$0] }),
        unit < 10
      {
        number.value += unit
        number.end += 1
      }
    } else if word == "an" || word == "a" || word == "half", self.word(place + 1) != nil {
      return spelledOut(at: place)
    } else {
      return nil
    }
    if self.word(number.end) == "and", self.word(number.end + 1) == "a",
      self.word(number.end + 2) == "half"
    {
      number.value += 0.5
      number.end += 3
    }
    applyFactors(&number)
    applyCurrency(&number)
    return number
  }

  /// “an hour”, “half an hour”; elsewhere “a” is no number.
  private func spelledOut(at place: Int) -> Number? {
    let next = word(place + 1)
    if word(place) == "half", next == "an" || next == "a", let unit = word(place + 2),
      lexicon.units[unit] == "hour"
    {
      return Number(value: 0.5, start: place, end: place + 2)
    }
    guard word(place) == "an", next == "hour" || next == "hour's", place == 0 || !isMeasured(place)
    else { return nil }
    return Number(value: 1, start: place, end: place + 1)
  }

  /// Whether what stands before “an hour” is counted by it.
  private func isMeasured(_ place: Int) -> Bool {
    let before = tokens[place - 1]
    return before.number != nil || lexicon.currencies[before.word] != nil
      || lexicon.factors[before.word] != nil || lexicon.units[before.word] != nil
      || ["more", "pay", "paid"].contains(before.word) && word(place - 2) != nil
        && word(place + 2) == nil && before.word != "more"
  }

  /// “60 000” and “60'000”
  private func joinGroups(_ number: inout Number) {
    guard number.value < 1000, tokens[number.start].word.utf8.count <= 3 else { return }
    while let next = word(number.end), next.utf8.count == 3, next.utf8.allSatisfy({ isDigit($0) }),
      let value = Double(next),
      [[0x20], [0x27], [0xC2, 0xA0], [0xE2, 0x80, 0xAF]].contains(gap(before: number.end)),
      number.value < 1e12
    {
      number.value = number.value * 1000 + value
      number.end += 1
    }
  }

  private func applyFactors(_ number: inout Number) {
    while let word = word(number.end), let factor = lexicon.factors[word] {
      // A single letter belongs to the number that it stands with.
      guard word.count > 2 || gap(before: number.end).isEmpty || word == "bn" else { break }
      number.value *= factor
      number.isScaled = true
      number.end += 1
      if word == "hundred", self.word(number.end) == "and",
        let rest = self.word(number.end + 1).flatMap({ lexicon.numbers[$0] }), rest < 100
      {
        number.value += rest
        number.end += 2
      }
    }
  }

  private func applyCurrency(_ number: inout Number) {
    if number.start > 0, let before = lexicon.currencies[tokens[number.start - 1].word] {
      number.currency = before
      if before == "DOLLAR", number.start > 1,
        let named = lexicon.currencies[tokens[number.start - 2].word]
      {
        number.currency = named
      }
      if before == "DOLLAR", number.start > 1, tokens[number.start - 2].word == "us" {
        number.currency = "USD"
      }
    }
    // Behind “£38,000–” stands the sign of the next number.
    guard number.currency == nil || number.currency == "DOLLAR",
      let after = word(number.end).flatMap({ lexicon.currencies[$0] }),
      self.number(isAt: number.end + 1) == false || number.currency == nil
    else { return }
    if number.currency == nil || after != "DOLLAR" {
      number.currency = after
      number.end += 1
    }
    if number.currency == "DOLLAR",
      let named = word(number.end).flatMap({ lexicon.currencies[$0] }), named != "DOLLAR"
    {
      number.currency = named
      number.end += 1
    }
  }

  private func number(isAt place: Int) -> Bool {
    word(place).map { isDigit($0.utf8.first) } ?? false
  }

  // MARK: - Ranges

  private func ranged(_ first: Number, from place: Int) -> Numeral {
    let start =
      first.currency != nil && place > 0 && lexicon.currencies[tokens[place - 1].word] != nil
      ? place - 1 : place
    var doubts: Set<AmountDoubt> = first.isDoubtful ? [.separators] : []
    if first.value < 0 { doubts.insert(.implausible) }
    guard let second = rangeEnd(first, from: place) else {
      var numeral = Numeral(
        interval: Interval(first.value, first.value), currency: first.currency, doubts: doubts,
        isScaled: first.isScaled, digits: place..<first.end, tokens: start..<first.end)
      if first.isTimes { numeral.unit = "times" }
      return numeral
    }
    var low = first.value
    // “30 to 35k”: the factor belongs to both.
    if second.isScaled, !first.isScaled, low < 1000, second.value >= 1000 {
      let factor = second.value >= 1_000_000 && low < 1000 ? 1_000_000.0 : 1000.0
      low *= factor
    }
    if second.isDoubtful { doubts.insert(.separators) }
    if low > second.value || second.value < 0 { doubts.insert(.implausible) }
    return Numeral(
      interval: Interval(low, second.value), currency: first.currency ?? second.currency,
      bound: .range, doubts: doubts, isScaled: first.isScaled || second.isScaled,
      digits: place..<second.end, tokens: start..<second.end)
  }

  private func rangeEnd(_ first: Number, from place: Int) -> Number? {
    var next = first.end
    // “Between 5% and 12%”
    if word(next).flatMap({ lexicon.units[$0] }) == "share" { next += 1 }
    // A unit or a time may stand between: “£30k a year to £40k a year” stays two amounts.
    let between = gap(before: next)
    if let word = word(next), ["to", "or", "and", "through"].contains(word) {
      guard
        word != "and"
          || (place > 0 && ["between", "from"].contains(tokens[place - 1].word))
          || (place > 1 && tokens[place - 2].word == "between")
      else { return nil }
      next += 1
      if word == "or", first.value > 12 { return nil }
    } else if !between.contains(UInt8(ascii: "-")) && !Self.hasDash(between)
      || between.contains(where: { $0 > 0x20 && $0 < 0x80 && $0 != UInt8(ascii: "-") })
    {
      return nil
    }
    while let sign = word(next), lexicon.currencies[sign] != nil || sign == "us" { next += 1 }
    guard let second = number(at: next), !second.isTimes else { return nil }
    if first.isTimes { return nil }
    return second
  }

  private static func hasDash(_ bytes: [UInt8]) -> Bool {
    bytes.indices.dropLast(2).contains {
      bytes[$0] == 0xE2 && bytes[$0 + 1] == 0x80 && (0x90...0x95).contains(bytes[$0 + 2])
    }
  }

  // MARK: - Units

  private func readUnit(_ numeral: inout Numeral) {
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
    for place in end..<max(end, min(tokens.count, end + Self.unitGap + 1)) {
      let word = tokens[place].word
      if place > end, tokens[place].isParted || tokens[place].number != nil { break }
      if let unit = lexicon.units[word] {
        numeral.unit = unit
        numeral.tokens = numeral.tokens.lowerBound..<place + 1
        return
      }
      if word == "+" { continue }
      if lexicon.unitStops.contains(word) { break }
      if lexicon.conjunctions.contains(word) || lexicon.numbers[word] != nil { break }
    }
    // “0.8 FTE” may stand the other way round.
    if numeral.digits.lowerBound > 0, tokens[numeral.digits.lowerBound - 1].word == "fte" {
      numeral.unit = "fte"
    }
  }

  /// How far before a number its group may stand: “a team of at most 8”.
  private static let groupReach = 5

  /// Whether a number is of the people of a group.
  private func isOfGroup(_ place: Int) -> Bool {
    (max(1, place - Self.groupReach)..<max(1, place)).contains { of in
      guard tokens[of].word == "of",
        lexicon.groups.contains(tokens[of - 1].word)
          || of > 1 && lexicon.groups.contains(tokens[of - 2].word)
      else { return false }
      return !tokens[of..<place].contains { $0.number != nil }
    }
  }

  /// “Fewer than fifty of us”
  private func isOfSpeakers(_ end: Int) -> Bool {
    word(end) == "of" && word(end + 1).map { lexicon.speakers.contains($0) } ?? false
  }

  /// How far before a number its unit may stand: “contracted hours are 36.25 a week”.
  private static let unitBefore = 6

  private func readUnitBefore(_ numeral: inout Numeral) {
    guard numeral.unit == nil, numeral.currency == nil, !numeral.isScaled, numeral.per == "week"
    else { return }
    let start = numeral.digits.lowerBound
    for place in (max(0, start - Self.unitBefore)..<start).reversed() {
      guard tokens[place].number == nil, lexicon.numbers[tokens[place].word] == nil else { return }
      if let unit = lexicon.units[tokens[place].word], unit == "hour" || unit == "day" {
        numeral.unit = unit
        return
      }
    }
  }

  /// “one week in four”, “1 in 6 weekends”, “two out of three weekends”
  private func readRatio(_ numeral: inout Numeral) -> Bool {
    var place = numeral.digits.upperBound
    var unit = word(place).flatMap { lexicon.units[$0] }
    if unit != nil { place += 1 }
    guard word(place) == "in" || word(place) == "of" || word(place) == "out" else { return false }
    place += 1
    if word(place) == "of" { place += 1 }
    if word(place) == "every" { place += 1 }
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
    // “Weekends off, at least three out of four” names before what it counts.
    if unit == nil,
      tokens.prefix(numeral.digits.lowerBound).contains(where: {
        lexicon.units[$0.word] == "weekend"
      })
    {
      unit = "weekend"
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
  private static let perBefore = 4

  private func readPer(_ numeral: inout Numeral) {
    readPerBehind(&numeral)
    guard numeral.per == nil, numeral.currency != nil || numeral.unit == "hour" else { return }
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

  private func readPerBehind(_ numeral: inout Numeral) {
    guard !numeral.isRatio, numeral.unit != "person", numeral.unit != "report" else { return }
    let end = numeral.tokens.upperBound
    for place in end..<max(end, min(tokens.count, end + Self.perGap)) {
      if tokens[place].number != nil || lexicon.numbers[tokens[place].word] != nil { return }
      // “Daily rate: £420, invoiced monthly” is no pay by the month.
      if place > end + 1, numeral.currency != nil, tokens[place - 1].isParted { return }
      guard let (span, last) = span(at: place, isFirst: place == end, of: numeral) else { continue }
      numeral.per = span
      if place - end <= 2 { numeral.tokens = numeral.tokens.lowerBound..<last }
      return
    }
  }

  private func span(at place: Int, isFirst: Bool, of numeral: Numeral) -> (String, Int)? {
    guard let word = word(place) else { return nil }
    if let span = lexicon.spanAdverbs[word], word != "pm" || numeral.currency != nil {
      return (span, place + 1)
    }
    if word == "p", let next = self.word(place + 1), ["a", "h", "w", "m"].contains(next) {
      return (["a": "year", "h": "hour", "w": "week", "m": "month"][next] ?? "year", place + 2)
    }
    let isOf = ["of", "in", "during", "out"].contains(word) && self.word(place + 1) == "the"
    if isOf, let next = self.word(place + 2), let span = lexicon.spans[next] {
      return (span, place + 3)
    }
    // “Three months to the end of a quarter” is counted by no quarter.
    let isStopped = self.word(place - 1).map { lexicon.perStops.contains($0) } ?? false
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
    if isFirst, numeral.unit == "hour", word == "working", self.word(place + 1) == "week" {
      return ("week", place + 2)
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

  private func readBounds(_ numeral: inout Numeral) {
    guard numeral.bound != .range else {
      // “between”, “from … to” add nothing to a range.
      return
    }
    var start = numeral.tokens.lowerBound
    var skipped = 0
    var best: (AmountBound, Range<Int>)?
    while skipped <= 2, start >= 0 {
      for (bound, phrases) in lexicon.before {
        if let range = phrases.ending(before: start, in: tokens), range.count > best?.1.count ?? 0 {
          best = (bound, range)
        }
      }
      guard best == nil, start > 0, lexicon.fillers.contains(tokens[start - 1].word) else { break }
      start -= 1
      skipped += 1
    }
    if let best {
      numeral.bound = best.0
      numeral.bounds.append(best.1)
      if best.0 != .about { return }
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
    for place in end..<max(end, min(tokens.count, numeral.tokens.upperBound + 4)) {
      if place > end, tokens[place].number != nil { break }
      for (bound, phrases) in lexicon.after {
        guard let range = phrases.beginning(at: place, in: tokens),
          number(at: range.upperBound) == nil, tokens[place].word != "+" || place == end
        else { continue }
        numeral.bound = bound
        numeral.bounds.append(range)
        return
      }
    }
  }

  // MARK: - Words

  func word(_ place: Int) -> String? {
    tokens.indices.contains(place) ? tokens[place].word : nil
  }

  /// The bytes between a token and the one before it.
  private func gap(before place: Int) -> [UInt8] {
    guard place > 0, place < tokens.count else { return [0x20] }
    let (from, to) = (tokens[place - 1].range.upperBound, tokens[place].range.lowerBound)
    return from <= to ? Array(source.bytes[from..<to].prefix(8)) : []
  }

  private func isDigit(_ byte: UInt8?) -> Bool { byte.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }

  /// “F5”, “3am”, “9:30”, “7th”: no number of anything.
  private func isInsideWord(_ place: Int) -> Bool {
    let range = tokens[place].range
    if range.lowerBound > 0 {
      let before = source.bytes[range.lowerBound - 1]
      let isLetter = (before | 0x20) >= 0x61 && (before | 0x20) <= 0x7A
      if isLetter, place == 0 || lexicon.currencies[tokens[place - 1].word] == nil { return true }
      if before == UInt8(ascii: ":"), range.lowerBound > 1,
        isDigit(source.bytes[range.lowerBound - 2])
      {
        return true
      }
      // “GS-14”, “B-52”: the number of a grade or a model counts nothing.
      if before == UInt8(ascii: "-"), range.lowerBound > 1,
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(source.bytes[range.lowerBound - 2])
      {
        return true
      }
    }
    if range.upperBound + 1 < source.bytes.count,
      source.bytes[range.upperBound] == UInt8(ascii: ":"),
      isDigit(source.bytes[range.upperBound + 1])
    {
      return true
    }
    guard let next = word(place + 1) else { return false }
    if ["am", "th", "st", "nd", "rd"].contains(next) { return gap(before: place + 1).count <= 1 }
    // “10x”, “3D”: letters right behind belong to the number where they are no unit.
    if gap(before: place + 1).isEmpty, next != "+", !isMeasure(next) { return true }
    return next == "pm" && gap(before: place + 1).count <= 1
      && (place == 0 || lexicon.currencies[tokens[place - 1].word] == nil)
  }

  private func isMeasure(_ word: String) -> Bool {
    lexicon.factors[word] != nil || lexicon.units[word] != nil || lexicon.currencies[word] != nil
      || lexicon.spanAdverbs[word] != nil || lexicon.spans[word] != nil
  }

  /// A minus before the digits or the currency.
  private func isNegative(_ place: Int) -> Bool {
    func hasMinus(_ offset: Int) -> Bool {
      guard offset > 0, source.bytes[offset - 1] == UInt8(ascii: "-") else { return false }
      return offset < 2 || source.bytes[offset - 2] <= 0x20
        || source.bytes[offset - 2] == UInt8(ascii: ":")
    }
    let own = tokens[place].range.lowerBound
    if place > 0, lexicon.currencies[tokens[place - 1].word] != nil {
      let sign = tokens[place - 1].range
      return hasMinus(sign.lowerBound)
        || source.bytes[sign.upperBound..<own].elementsEqual([UInt8(ascii: "-")])
    }
    // “salary - 40000” has a dash, “-40000” and “reports: -3” a minus.
    guard hasMinus(own) else { return false }
    var before = own - 2
    while before >= 0, source.bytes[before] == 0x20 { before -= 1 }
    return place == 0 || before >= 0 && source.bytes[before] == UInt8(ascii: ":")
  }

  /// A year, or a day of a month.
  private func isCalendar(_ number: Number) -> Bool {
    guard number.isDigits, number.currency == nil, !number.isScaled else { return false }
    let isYear =
      (1900...2100).contains(number.value) && number.value == number.value.rounded()
      && tokens[number.start].word.utf8.count == 4
    if isYear, word(number.end).flatMap({ lexicon.units[$0] }) == nil { return true }
    return [number.start - 1, number.end].contains {
      word($0).map { lexicon.months[$0] != nil && $0 != "may" } ?? false
    }
  }
}
