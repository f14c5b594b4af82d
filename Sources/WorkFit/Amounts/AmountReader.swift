/// Reads the amounts and facts of a clause, or of a statement.
struct AmountReader {
  let lexicon: QuantityLexicon

  let side: QuantityLexicon.Side

  /// What words are read: with the heading above them and the part of the posting that they stand in.
  struct Words {
    let tokens: [Token]
    let source: SourceText
    var heading: [Token] = []
    var segment: Segment = .other
    var label: ClauseLabel?

    /// The same with what is answered behind a mark.
    func followed(by answer: [Token]) -> Words {
      Words(
        tokens: tokens + answer.enumerated().map { $0 == 0 ? $1.parted : $1 }, source: source,
        heading: heading, segment: segment, label: label)
    }
  }

  func amounts(of words: Words) -> [ReadAmount] {
    guard !words.tokens.isEmpty else { return [] }
    var words = words
    if side == .posting { words.label = ClauseLabel(words, lexicon: lexicon) }
    let amounts = all(of: words)
    guard side == .posting else { return amounts }
    let ownership = Ownership(words, lexicon: lexicon)
    return amounts.filter {
      $0.tokens.lowerBound < ownership.othersFrom && !isTheirs($0, words.tokens)
    }
  }

  /// How near before a number it may be said to be somebody else's: “their two months' notice”.
  private static let theirReach = 3

  private func isTheirs(_ read: ReadAmount, _ tokens: [Token]) -> Bool {
    guard read.isNumber, read.kind != .employer else { return false }
    return tokens[max(0, read.tokens.lowerBound - Self.theirReach)..<read.tokens.lowerBound]
      .contains { lexicon.ownership.theirs.contains($0.word) }
  }

  func all(of words: Words) -> [ReadAmount] {
    let numerals = NumeralScanner(
      tokens: words.tokens, source: words.source, lexicon: lexicon, isAsked: side == .statement
    ).numerals().map { completed($0, words) }
    let cues = CueTable(words, numerals: numerals, lexicon: lexicon)
    var amounts = numerals.compactMap { amount(of: $0, words: words, cues: cues) }
    amounts += FactReader(lexicon: lexicon, side: side).facts(of: words, besides: amounts)
    if let start = StartReader(lexicon: lexicon, side: side).start(of: words) {
      amounts.append(start)
    }
    let times = ClockReader(lexicon: lexicon, side: side).times(of: words)
    if let time = times.first {
      if side == .statement {
        amounts.removeAll { !$0.isNumber && $0.tokens.overlaps(time.tokens) }
      }
      amounts += times
      amounts += dayparts(of: times, words, besides: Set(amounts.map(\.kind)))
    }
    let days = WeekdayPlanReader(lexicon: lexicon, side: side).days(of: words)
    if side == .statement, !days.isEmpty {
      // “Fridays from home” asks for no other day at home.
      amounts.removeAll { !$0.isNumber && ($0.kind == .office || $0.kind == .days) }
    }
    amounts += days
    amounts += EndReader(lexicon: lexicon, side: side).ends(of: words)
    if side == .posting {
      doubtDenied(&amounts, words)
      if !lexicon.numberDoubts.matches(in: words.tokens).isEmpty {
        for place in amounts.indices where amounts[place].isNumber {
          amounts[place].doubts.insert(.partly)
        }
      }
      amounts += OpenReader(lexicon: lexicon).open(of: words, besides: amounts)
    }
    return amounts
  }

  /// “You will not manage six people” may say none, or five: what denies a number leaves it open.
  private func doubtDenied(_ amounts: inout [ReadAmount], _ words: Words) {
    guard amounts.contains(where: \.isNumber) else { return }
    let surroundings = Surroundings(words, lexicon: lexicon)
    for place in amounts.indices where amounts[place].isNumber {
      let said = amounts[place].used.union(amounts[place].tokens)
      guard let first = said.min(), let last = said.max() else { continue }
      let whole = (first..<last + 1).clamped(to: words.tokens.indices)
      let isDenied =
        !amounts[place].isBounded
        && (surroundings.denial(of: whole, within: true) != nil
          || surroundings.isDeniedSomewhere(whole))
      if isDenied || surroundings.denials.reaching(into: whole) != nil {
        amounts[place].doubts.insert(.partly)
      }
    }
  }

  /// Evenings from seven o'clock on, and nights from eleven to five, in hours from midnight.
  static let (evening, night, morning) = (19.0, 23.0, 5.0)

  /// Who begins by the first begins early, and from the second on does not.
  static let (early, late) = (7.0, 8.0)

  /// With the unit or the currency that is said elsewhere among the words.
  private func completed(_ numeral: Numeral, _ words: Words) -> Numeral {
    if let label = words.label { return label.completed(numeral, among: words.tokens) }
    guard side == .statement, numeral.unit == nil, numeral.currency == nil else { return numeral }
    var numeral = numeral
    let currencies = Set(words.tokens.compactMap { lexicon.currencies[$0.word] })
    if currencies.count == 1 {
      numeral.currency = currencies.first
    } else if numeral.interval.low >= lexicon.leastBudget,
      words.tokens.contains(where: { lexicon.budgetWords.contains($0.word) })
    {
      numeral.currency = Self.anyCurrency
    } else if !numeral.isScaled,
      words.tokens.contains(where: { lexicon.leaveWords.contains($0.word) }),
      numeral.interval.isWithin(lexicon.leaveDays)
    {
      numeral.unit = "day"
    } else if !numeral.isScaled, numeral.per == "week", numeral.interval.isWithin(lexicon.weekHours)
    {
      numeral.unit = "hour"
    } else if words.tokens.contains(where: { lexicon.groupWords.contains($0.word) }),
      !numeral.isScaled
        || words.tokens[numeral.digits].contains(where: { lexicon.plainFactors.contains($0.word) })
    {
      numeral.unit = "person"
    }
    return numeral
  }

  // MARK: - Numbers

  func amount(of numeral: Numeral, words: Words, cues: CueTable) -> ReadAmount? {
    guard let (rule, cue) = rule(for: numeral, words: words, cues: cues), let kind = rule.kind,
      let spec = lexicon.kinds[kind]
    else { return nil }
    let isMoney = spec.unit == "money"
    guard let interval = scaled(numeral, by: rule, kind: kind, words: words) else { return nil }
    var doubts = numeral.doubts
    if !interval.isWithin(spec.possible) || isMoney && interval.high <= 0
      || kind == .travel && numeral.unit == "share" && interval.high > 100
    {
      doubts.insert(.implausible)
    }
    var read = ReadAmount(
      kind: kind, interval: interval,
      unit: isMoney ? numeral.currency ?? Self.anyCurrency : unit(of: numeral, rule, spec),
      per: kind == .pay ? per(numeral) : isMoney ? numeral.per : travelPer(numeral, rule, spec),
      bound: numeral.bound,
      doubts: doubts, isNumber: true, isInverted: rule.isInverted,
      tokens: numeral.tokens,
      used: Set(numeral.tokens).union(numeral.bounds.flatMap(Array.init)).union(cue),
      range: bytes(span(of: numeral, cue: isMoney ? nil : cue), words))
    if isMoney || kind == .holiday || kind == .contract {
      read.marks = marks(near: numeral.tokens, words, cues)
    }
    if isMoney, let per = numeral.per, let least = lexicon.leastPay[per],
      interval.high / 1000 < least
    {
      // Nobody is paid 60 a year: the point parts thousands.
      read.doubts.remove(.separators)
    }
    if kind == .span,
      words.tokens.dropFirst(numeral.tokens.upperBound).prefix(2).contains(
        where: { lexicon.eachWords.contains($0.word) })
    {
      read.interval = Interval(interval.low, .infinity)
    }
    // “At least two days in the office; more is up to you”
    if side == .posting, read.bound == .least,
      !lexicon.moreIsOptional.matches(in: words.tokens).isEmpty
    {
      read.bound = nil
    }
    if rule.scale == .fullWeek || rule.scale == .fullWeekPercent {
      read.part = numeral.interval.scaled(by: rule.scale == .fullWeek ? 1 : 0.01)
    }
    if rule.scale == .distance { read.unit = "km" }
    read.isUncued = cue.isEmpty
    return read
  }

  /// The words that are shown of a number: with what bounds it, and with its cue where that is near.
  private func span(of numeral: Numeral, cue: Range<Int>?) -> Range<Int> {
    let own = numeral.bounds.reduce(numeral.tokens) { hull($0, $1) }
    guard let cue, !cue.isEmpty,
      hull(own, cue).count - own.count - cue.count <= lexicon.distances.quoted
    else { return own }
    return hull(own, cue)
  }

  /// In words: a longer label is a sentence, and names nothing.
  static let longestName = 4

  static let anyCurrency = "currency"

  private func hull(_ one: Range<Int>, _ other: Range<Int>) -> Range<Int> {
    min(one.lowerBound, other.lowerBound)..<max(one.upperBound, other.upperBound)
  }

  private func bytes(_ range: Range<Int>, _ words: Words) -> Range<Int> {
    let range = range.clamped(to: words.tokens.indices)
    guard let first = words.tokens[range].first, let last = words.tokens[range].last else {
      return 0..<0
    }
    return first.range.lowerBound..<last.range.upperBound
  }
}
