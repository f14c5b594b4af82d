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

  private func all(of words: Words) -> [ReadAmount] {
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
      if !lexicon.numberDoubts.matches(in: words.tokens).isEmpty {
        for place in amounts.indices where amounts[place].isNumber {
          amounts[place].doubts.insert(.partly)
        }
      }
      amounts += OpenReader(lexicon: lexicon).open(of: words, besides: amounts)
    }
    return amounts
  }

  /// Evenings from seven o'clock on, and nights from eleven to five, in hours from midnight.
  private static let (evening, night, morning) = (19.0, 23.0, 5.0)
  /// Who begins by the first begins early, and from the second on does not.
  private static let (early, late) = (7.0, 8.0)

  /// What the times at which work begins and ends say of evenings and nights.
  private func dayparts(of times: [ReadAmount], _ words: Words, besides kinds: Set<AmountKind>)
    -> [ReadAmount]
  {
    guard side == .posting, let first = times.first, !first.isChoice else { return [] }
    func read(_ kind: AmountKind, _ interval: Interval?) -> ReadAmount? {
      guard !kinds.contains(kind), let interval else { return nil }
      var read = first
      (read.kind, read.unit, read.isNumber) = (kind, kind == .shifts ? "there" : "share", false)
      read.interval = interval
      return read
    }
    let (none, some, open) = (Interval(0, 0), Interval(0.02, 1), Interval(0, 1))
    let start = times.first { $0.kind == .dayStart }?.interval
    let end = times.first { $0.kind == .dayEnd }?.interval
    func earlies(_ start: Interval) -> Interval? {
      if start.low >= Self.late { return none }
      return !start.isPoint ? open : start.low <= Self.early ? some : nil
    }
    guard let start, let end else {
      return [read(.earlies, start.flatMap(earlies))].compactMap(\.self)
    }
    let isLate = end.high > Self.evening
    let isAtNight = end.high > Self.night || start.low < Self.morning
    let isOfDay = !isLate && start.isPoint && start.low >= Self.early
    return [
      read(
        .evenings,
        !isLate ? none : !start.isPoint ? open : end.high > Self.evening + 1 ? some : nil),
      read(.nights, !isAtNight ? none : start.isPoint ? some : open),
      read(.earlies, earlies(start)),
      read(.shifts, isOfDay && !words.tokens.contains(where: isOfShifts) ? none : nil),
    ].compactMap(\.self)
  }

  private func isOfShifts(_ token: Token) -> Bool { lexicon.shiftWords.contains(token.word) }

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

  private func amount(of numeral: Numeral, words: Words, cues: CueTable) -> ReadAmount? {
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
    if isMoney || kind == .holiday { read.marks = marks(near: numeral.tokens, words, cues) }
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
  private static let longestName = 4
  private static let nightsInWeek = 7.0
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

  private func per(_ numeral: Numeral) -> String? {
    if let per = numeral.per { return per }
    if numeral.interval.high >= lexicon.yearlyFrom { return "year" }
    return side == .statement && numeral.interval.high >= lexicon.monthlyFrom ? "month" : nil
  }

  private func unit(of numeral: Numeral, _ rule: AmountRule, _ spec: QuantityLexicon.Kind)
    -> String
  {
    guard rule.kind == .travel else { return spec.unit }
    if rule.scale == .weeksToTrips { return "trip" }
    switch numeral.unit {
    case "trip", "times": return "trip"
    case "night": return "night"
    default: return "share"
    }
  }

  private func travelPer(
    _ numeral: Numeral, _ rule: AmountRule, _ spec: QuantityLexicon.Kind
  ) -> String? {
    rule.kind == .travel
      && (rule.scale == .weeksToTrips || ["trip", "times", "night"].contains(numeral.unit))
      ? "year" : spec.per
  }

  /// The rule whose cue stands nearest to a number, with the words of the cue.
  private func rule(for numeral: Numeral, words: Words, cues: CueTable) -> (
    AmountRule, Range<Int>
  )? {
    var best: (place: Int, distance: Double, cue: Range<Int>)?
    let unit = numeral.currency != nil || isBareMoney(numeral) ? "money" : numeral.unit
    guard let unit else { return nil }
    let per = numeral.per ?? "none"
    for (place, rule) in lexicon.rules.items.enumerated() {
      guard rule.units.contains(unit), rule.side == nil || rule.side == side,
        rule.per.isEmpty || rule.per.contains(per), numeral.interval.high >= rule.least,
        numeral.interval.high <= rule.most
      else { continue }
      var distance = Double.infinity
      var cue = numeral.tokens.lowerBound..<numeral.tokens.lowerBound
      if let near = cues.nearest(place, to: numeral), near.0 < lexicon.reach || rule.nearer == 0 {
        (distance, cue) = (max(0, near.0 - rule.nearer), near.1)
      }
      if let label = words.label, label.meaning(of: rule.kind) != nil, rule.kind != nil,
        numeral.tokens.lowerBound >= label.tokens.upperBound, distance > lexicon.distances.label
      {
        (distance, cue) = (lexicon.distances.label, label.tokens)
      }
      // “Training allowance: £1,500 a year”
      if let label = words.label, !cue.isEmpty, cue.upperBound <= label.tokens.upperBound,
        label.tokens.count <= Self.longestName,
        numeral.tokens.lowerBound >= label.tokens.upperBound
      {
        distance = min(distance, lexicon.distances.label)
      }
      let reach = reach(of: rule, numeral, words)
      if reach < distance { (distance, cue) = (reach, cue.lowerBound..<cue.lowerBound) }
      guard distance < lexicon.reach || distance == reach, distance.isFinite else { continue }
      if distance < best?.distance ?? .infinity { best = (place, distance, cue) }
    }
    return best.map { (lexicon.rules[$0.place], $0.cue) }
  }

  /// How near a rule counts as standing without its cue.
  private func reach(of rule: AmountRule, _ numeral: Numeral, _ words: Words) -> Double {
    if side == .statement {
      // “Three days in”
      let end = numeral.tokens.upperBound
      if rule.kind == .office, !rule.isInverted, numeral.unit == "day",
        words.tokens.dropFirst(end).first?.word == "in",
        end + 1 == words.tokens.count || words.tokens[end + 1].isParted
      {
        return lexicon.distances.ofWeek
      }
      return rule.statementReach ?? rule.reach ?? .infinity
    }
    if numeral.isOfWeek, rule.kind == .hours || rule.kind == .days, rule.reach != nil {
      return lexicon.distances.ofWeek
    }
    let start = numeral.bounds.reduce(numeral.tokens.lowerBound) { min($0, $1.lowerBound) }
    if let reach = rule.startReach, start == 0, !rule.isOfRanges || numeral.bound == .range,
      [.requirements, .conditions, .other].contains(words.segment)
    {
      return reach
    }
    guard rule.kind == .pay else { return rule.reach ?? .infinity }
    guard numeral.currency != nil else {
      // “94796.0000 - 123234.0000” and nothing else.
      let isAlone = numeral.tokens.count * 2 >= words.tokens.count
      return isAlone && numeral.bound == .range && numeral.interval.low >= lexicon.yearlyFrom
        ? rule.reach ?? .infinity : .infinity
    }
    if numeral.per != nil { return 3 }
    // “£31,396 to £35,880” where a line begins, or grade by grade in a line of nothing else.
    return (start <= 1 || isOfFigures(words) || numeral.bound == .range)
      && numeral.interval.low >= lexicon.yearlyFrom
      ? rule.reach ?? .infinity : .infinity
  }

  /// Whether half of the words and more are figures and currencies.
  private func isOfFigures(_ words: Words) -> Bool {
    let figures = words.tokens.count { $0.number != nil || lexicon.currencies[$0.word] != nil }
    return 2 * figures >= words.tokens.count
  }

  /// “60k” is money, in whatever currency.
  private func isBareMoney(_ numeral: Numeral) -> Bool {
    guard
      numeral.unit == nil || ["year", "month", "hour"].contains(numeral.unit) && numeral.isScaled
    else { return false }
    return numeral.isScaled || numeral.interval.high >= lexicon.yearlyFrom
      || side == .statement
        && numeral.per.flatMap { lexicon.barePay[$0] }.map { numeral.interval.low >= $0 } ?? false
  }

  private func scaled(
    _ numeral: Numeral, by rule: AmountRule, kind: AmountKind, words: Words
  ) -> Interval? {
    var interval = numeral.interval
    switch rule.scale {
    case .fullWeek:
      guard interval.high <= 1.2 else { return nil }
      let week = lexicon.fullWeek
      interval = Interval(interval.low * week.low, interval.high * week.high)
    case .fullWeekPercent:
      let week = lexicon.fullWeek
      interval = Interval(interval.low * week.low / 100, interval.high * week.high / 100)
    case .monthToYear: interval = interval.scaled(by: 12)
    case .hoursToDays:
      let day = lexicon.fullWeek.scaled(by: 1 / lexicon.workingWeek)
      interval = Interval(interval.low / day.high, interval.high / day.low)
    case .toWeekly:
      interval = interval.scaled(by: (lexicon.inAYear[numeral.per ?? ""] ?? 52) / 52)
    case .shareOfWeek:
      interval = interval.scaled(by: lexicon.workingWeek / (numeral.isRatio ? 1 : 100))
    case .daysOfWeek: interval = interval.scaled(by: 100 / lexicon.workingWeek)
    case .daysOf:
      let perWeek = (lexicon.inAYear[numeral.per ?? ""] ?? 52) / 52
      interval = interval.scaled(by: 100 * perWeek / lexicon.workingWeek)
    case .weeksToTrips:
      interval = interval.scaled(by: lexicon.inAYear[numeral.unit ?? "week"] ?? 52)
    case .toWeeks:
      interval = lengths(
        interval, numeral.unit, of: ["week": 1, "month": 52.0 / 12, "day": 1.0 / 7])
    case .toMonths:
      interval = lengths(
        interval, numeral.unit, of: ["month": 1, "year": 12, "week": 12.0 / 52, "day": 12.0 / 365])
    case .toYears:
      interval = lengths(
        interval, numeral.unit, of: ["year": 1, "month": 1.0 / 12, "week": 1.0 / 52])
    case .toMinutes: interval = lengths(interval, numeral.unit, of: ["minute": 1, "hour": 60])
    case .distance: interval = lengths(interval, numeral.unit, of: ["km": 1, "mile": 1.609344])
    case .percentOfWeeks:
      interval = interval.scaled(by: (lexicon.inAYear[numeral.per ?? ""] ?? 52) / 52 * 100)
    case .shareOfWeeks:
      if !numeral.isRatio {
        interval = interval.scaled(by: (lexicon.inAYear[numeral.per ?? ""] ?? 52) / 52)
        // Of so many nights a week the share of all nights.
        if numeral.unit == "night" || numeral.unit == "evening" {
          interval = interval.scaled(by: 1 / Self.nightsInWeek)
        }
      }
    case nil:
      if kind == .travel {
        if numeral.isRatio {
          interval = interval.scaled(by: 100)
        } else if let per = numeral.per, numeral.unit != "share" {
          interval = interval.scaled(by: lexicon.inAYear[per] ?? 1)
        }
      }
      if kind == .holiday, numeral.unit == "week" {
        interval = interval.scaled(by: lexicon.leaveWeek)
      }
      if kind == .holiday, numeral.unit == "month" {
        interval = interval.scaled(by: lexicon.leaveWeek * 52 / 12)
      }
    }
    if rule.isInverted {
      interval = interval.taken(from: rule.units.contains("weekend") ? 1 : lexicon.workingWeek)
    }
    return interval
  }

  private func lengths(_ interval: Interval, _ unit: String?, of lengths: [String: Double])
    -> Interval
  {
    interval.scaled(by: lengths[unit ?? ""] ?? 1)
  }

  private func marks(near tokens: Range<Int>, _ words: Words, _ cues: CueTable) -> Set<AmountMark> {
    let near = lexicon.marks.phrases.matches(in: words.tokens).filter {
      $0.range.lowerBound - tokens.upperBound < Int(lexicon.reach)
        && tokens.lowerBound - $0.range.upperBound < Int(lexicon.reach) / 2
    }
    var marks = Set(near.map(\.label))
    // An amount is the base or the whole, by which is said nearer: “OTE £90,000 (base £45,000)”.
    if side == .posting, marks.isSuperset(of: [.base, .total]) {
      func distance(_ mark: AmountMark) -> Double {
        near.filter { $0.label == mark }.map { cues.distance($0.range, tokens) }.min() ?? .infinity
      }
      marks.remove(distance(.base) <= distance(.total) ? .total : .base)
    }
    if marks.contains(.bankHolidaysApart) { marks.remove(.bankHolidays) }
    return marks
  }
}

/// Where the cues of rules stand in a clause, and how far they are from a number.
struct CueTable {
  private let tokens: [Token]
  private let lexicon: QuantityLexicon
  private let cues: [Int: [Range<Int>]]
  private let fromHeading: Set<Int>
  private let numerals: [Range<Int>]
  private let denials: [Range<Int>]

  init(_ words: AmountReader.Words, numerals: [Numeral], lexicon: QuantityLexicon) {
    tokens = words.tokens
    self.lexicon = lexicon
    self.numerals = numerals.map(\.tokens)
    denials = numerals.isEmpty ? [] : lexicon.denialsBefore.matches(in: words.tokens).map(\.range)
    cues = numerals.isEmpty ? [:] : Self.cues(in: words.tokens, lexicon)
    fromHeading =
      numerals.isEmpty ? [] : Set(lexicon.rules.phrases.matches(in: words.heading).map(\.label))
  }

  /// The cues by their rules; one that is part of a longer cue of another rule is none: “home office”.
  private static func cues(in tokens: [Token], _ lexicon: QuantityLexicon) -> [Int: [Range<Int>]] {
    let matches = lexicon.rules.phrases.matches(in: tokens)
    let long = matches.filter { $0.range.count > 1 }
    let whole = matches.filter { match in
      !isDenied(match.range, lexicon.rules[match.label], tokens, lexicon)
        && !long.contains {
          $0.range.count > match.range.count && $0.range.lowerBound <= match.range.lowerBound
            && $0.range.upperBound >= match.range.upperBound
            && lexicon.rules[$0.label].isOtherThan(lexicon.rules[match.label])
            && !lexicon.rules[$0.label].units.isDisjoint(with: lexicon.rules[match.label].units)
        }
    }
    return Dictionary(grouping: whole, by: \.label).mapValues { $0.map(\.range) }
  }

  /// Whether a cue from which is counted backwards is denied: “five days a week; remote work is not possible”.
  private static func isDenied(
    _ cue: Range<Int>, _ rule: AmountRule, _ tokens: [Token], _ lexicon: QuantityLexicon
  ) -> Bool {
    guard rule.isInverted else { return false }
    let behind = Array(tokens.dropFirst(cue.upperBound).prefix(deniedReach))
    return lexicon.denialsAfter.matches(in: behind).contains { $0.range.lowerBound <= 1 }
  }

  /// In words.
  private static let deniedReach = 5

  /// The distance in words of a rule's nearest cue, with the cue.
  func nearest(_ rule: Int, to numeral: Numeral) -> (Double, Range<Int>)? {
    let here = numeral.tokens
    // “One without managing people” is not one who is managed.
    let ours = (cues[rule] ?? []).filter { cue in
      !denials.contains {
        $0.lowerBound > here.lowerBound && $0.upperBound <= cue.lowerBound
      }
    }
    var best = ours.map { (distance($0, here), $0) }.min { $0.0 < $1.0 }
    if fromHeading.contains(rule), best?.0 ?? .infinity > lexicon.distances.heading {
      best = (lexicon.distances.heading, here.lowerBound..<here.lowerBound)
    }
    return best
  }

  func distance(_ cue: Range<Int>, _ here: Range<Int>) -> Double {
    if cue.overlaps(here) { return 0 }
    let isBehind = cue.lowerBound >= here.upperBound
    let between = isBehind ? here.upperBound..<cue.lowerBound : cue.upperBound..<here.lowerBound
    var distance = Double(between.count) + (isBehind ? 0 : lexicon.distances.before)
    for place in between.lowerBound...between.upperBound where place < tokens.count {
      if place > 0, tokens[place].isParted, place > (isBehind ? here.lowerBound : cue.lowerBound) {
        distance += lexicon.parted
      }
      if place < between.upperBound, lexicon.conjunctions.contains(tokens[place].word) {
        distance += lexicon.parted
      }
    }
    distance +=
      lexicon.distances.beyond
      * Double(
        numerals.count {
          $0.lowerBound >= between.lowerBound && $0.upperBound <= between.upperBound && !$0.isEmpty
            && $0 != here
        })
    return distance
  }
}
