/// Which kind of amount a number is, by the words near it.
extension AmountReader {
  /// The rule whose cue stands nearest to a number, with the words of the cue.
  func rule(for numeral: Numeral, words: Words, cues: CueTable) -> (
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

  func marks(near tokens: Range<Int>, _ words: Words, _ cues: CueTable) -> Set<AmountMark> {
    let near = lexicon.marks.phrases.matches(in: words.tokens).filter {
      $0.range.lowerBound - tokens.upperBound < Int(lexicon.reach)
        && tokens.lowerBound - $0.range.upperBound < Int(lexicon.reach) / 2
        && !($0.label == .extensible && isDenied($0.range, words))
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

  /// “No extension is possible”
  private func isDenied(_ range: Range<Int>, _ words: Words) -> Bool {
    Denials(words.tokens).before.contains {
      $0.overlaps(max(0, range.lowerBound - 1)..<range.upperBound)
    }
  }
}
