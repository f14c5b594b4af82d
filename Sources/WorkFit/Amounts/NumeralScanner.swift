/// Finds the numbers of a clause or a statement.
struct NumeralScanner {
  let tokens: [Token]
  let source: SourceText
  let lexicon: QuantityLexicon
  /// Whether somebody asks for them.
  var isAsked = false

  /// More are not read of one clause.
  static let most = 40
  /// How many words may stand between a number and its unit: “25 paid days”.
  static let unitGap = 2
  static let perGap = 5

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

  struct Number {
    var value: Double
    let start: Int
    var end: Int
    var currency: String?
    var isDoubtful = false
    var isScaled = false
    var isDigits = false
    var isTimes = false
  }

  func number(at place: Int) -> Number? {
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
      // “Zero business travel” denies.
      if value == 0, self.word(place + 1).map({ !isMeasure($0) }) ?? true { return nil }
      number = Number(value: value, start: place, end: place + 1)
      // “twenty five”
      if value >= 20, value < 100, let unit = self.word(place + 1).flatMap({ lexicon.numbers[$0] }),
        unit < 10
      {
        number.value += unit
        number.end += 1
      }
    } else if word == "a", self.word(place + 2) == "in", isDigitOrNumber(place + 3),
      self.word(place + 1).flatMap({ lexicon.units[$0] }) != nil
    {
      // “A week in five”
      return Number(value: 1, start: place, end: place + 1)
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

  private func isDigitOrNumber(_ place: Int) -> Bool {
    word(place).map { isDigit($0.utf8.first) || lexicon.numbers[$0] != nil } ?? false
  }

  /// “an hour”, “half an hour”; elsewhere “a” is no number.
  func spelledOut(at place: Int) -> Number? {
    let next = word(place + 1)
    if word(place) == "half", next == "an" || next == "a", let unit = word(place + 2),
      let name = lexicon.units[unit], lexicon.halvedUnits.contains(name)
    {
      return Number(value: 0.5, start: place, end: place + 2)
    }
    // “A thousand pounds”
    if word(place) != "half", let next, next.utf8.count > 2, let factor = lexicon.factors[next],
      !lexicon.adjectiveFactors.contains(next) || word(place + 2).map(isCounting) ?? true
    {
      var number = Number(value: factor, start: place, end: place + 2, isScaled: true)
      applyFactors(&number)
      applyCurrency(&number)
      return number
    }
    guard word(place) == "an", next == "hour" || next == "hour's", place == 0 || !isMeasured(place)
    else { return nil }
    return Number(value: 1, start: place, end: place + 1)
  }

  /// Whether a word begins what a number is counted by: “a grand | a month”.
  private func isCounting(_ word: String) -> Bool {
    lexicon.perWords.contains(word) || lexicon.spanAdverbs[word] != nil
  }

  /// Whether what stands before “an hour” is counted by it.
  func isMeasured(_ place: Int) -> Bool {
    let before = tokens[place - 1]
    return before.number != nil || lexicon.currencies[before.word] != nil
      || lexicon.factors[before.word] != nil || lexicon.units[before.word] != nil
      || ["more", "pay", "paid"].contains(before.word) && word(place - 2) != nil
        && word(place + 2) == nil && before.word != "more"
  }

  /// “60 000” and “60'000”
  func joinGroups(_ number: inout Number) {
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

  func applyFactors(_ number: inout Number) {
    while let word = word(number.end), let factor = lexicon.factors[word] {
      // A single letter belongs to the number that it stands with.
      guard
        word.count > 2 || gap(before: number.end).isEmpty || word == "bn" || !number.isDigits
      else { break }
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

  func applyCurrency(_ number: inout Number) {
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

  func number(isAt place: Int) -> Bool {
    word(place).map { isDigit($0.utf8.first) } ?? false
  }

  // MARK: - Ranges

  func ranged(_ first: Number, from place: Int) -> Numeral {
    let start =
      first.currency != nil && place > 0 && lexicon.currencies[tokens[place - 1].word] != nil
      ? place - 1 : place
    var doubts: Set<AmountDoubt> = first.isDoubtful ? [.separators] : []
    if first.value < 0 { doubts.insert(.implausible) }
    guard let second = rangeEnd(first, from: place) else {
      if let slashed = slashed(first, from: place) { return slashed }
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

  func rangeEnd(_ first: Number, from place: Int) -> Number? {
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
      if word == "or", first.value > 60 { return nil }
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

  static func hasDash(_ bytes: [UInt8]) -> Bool {
    bytes.indices.dropLast(2).contains {
      bytes[$0] == 0xE2 && bytes[$0 + 1] == 0x80 && (0x90...0x95).contains(bytes[$0 + 2])
    }
  }

  // MARK: - Words

  func word(_ place: Int) -> String? {
    tokens.indices.contains(place) ? tokens[place].word : nil
  }

  /// The bytes between a token and the one before it.
  func gap(before place: Int) -> [UInt8] {
    guard place > 0, place < tokens.count else { return [0x20] }
    let (from, to) = (tokens[place - 1].range.upperBound, tokens[place].range.lowerBound)
    return from <= to ? Array(source.bytes[from..<to].prefix(8)) : []
  }

  func isDigit(_ byte: UInt8?) -> Bool { byte.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }

  /// “F5”, “3am”, “9:30”, “7th”: no number of anything.
  func isInsideWord(_ place: Int) -> Bool {
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

  func isMeasure(_ word: String) -> Bool {
    lexicon.factors[word] != nil || lexicon.units[word] != nil || lexicon.currencies[word] != nil
      || lexicon.spanAdverbs[word] != nil || lexicon.spans[word] != nil
  }

  /// A minus before the digits or the currency.
  func isNegative(_ place: Int) -> Bool {
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
  func isCalendar(_ number: Number) -> Bool {
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
