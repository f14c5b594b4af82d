/// What is said of single weekdays, as `Lexicon/quantities.yaml` has it.
struct WeekdayPlanLexicon: LexiconPart {
  /// By a weekday's place in the week, the kinds of work on it and of an office on it.
  let work, office: [AmountKind]
  /// What says of a weekday near it that it is free, at home, at the workplace, or that it is worked on.
  let free, home, site, worked: Set<String>
  /// Words with which a day is no day of work, or not the person's.
  let others: PatternIndex<Bool>
}

/// Reads which weekdays are worked, and where: “Fridays off”, “Monday to Thursday”, “no Mondays in the office”.
struct WeekdayPlanReader {
  let lexicon: QuantityLexicon
  let side: QuantityLexicon.Side

  private enum Sort { case free, home, site, worked }

  /// How far from a weekday it may be said what it is, in words.
  private static let reach = 5
  private static let weekdays = 5
  /// Who asks for more days than these asks for a number of them.
  private static let mostAsked = 2

  func days(of words: AmountReader.Words) -> [ReadAmount] {
    let tokens = words.tokens
    guard tokens.contains(where: { lexicon.weekdays[$0.word] != nil }),
      side == .statement || words.segment != .about,
      lexicon.weekdayPlans.others.matches(in: tokens).isEmpty
    else { return [] }
    var reads: [ReadAmount] = []
    for (days, range) in groups(words) where side == .posting || days.count <= Self.mostAsked {
      guard let (sort, cue) = sort(of: range, days, words) else { continue }
      let isDenied = isDenied(range, tokens)
      reads += amounts(days, sort, isDenied: isDenied, hull(range, cue), words)
    }
    return reads
  }

  private func hull(_ one: Range<Int>, _ other: Range<Int>?) -> Range<Int> {
    guard let other else { return one }
    return min(one.lowerBound, other.lowerBound)..<max(one.upperBound, other.upperBound)
  }

  /// Days that are named together, by their places in the week.
  private func groups(_ words: AmountReader.Words) -> [(Set<Int>, Range<Int>)] {
    let tokens = words.tokens
    let scanner = NumeralScanner(tokens: tokens, source: words.source, lexicon: lexicon)
    var groups: [(Set<Int>, Range<Int>)] = []
    var place = 0
    while place < tokens.count {
      guard let first = lexicon.weekdays[tokens[place].word] else {
        place += 1
        continue
      }
      guard let list = WeekdayReader(scanner: scanner).list(at: place) else {
        groups.append(([first], place..<place + 1))
        place += 1
        continue
      }
      let named = list.tokens.compactMap { lexicon.weekdays[tokens[$0].word] }
      let isRange = named.count == 2 && Int(list.interval.low) != 2 || isSpan(list.tokens, scanner)
      var days = Set(named)
      if isRange, let from = named.first, let to = named.last {
        days = Set((0..<7).map { (from - 1 + $0) % 7 + 1 }.prefix((to - from + 7) % 7 + 1))
      }
      groups.append((days, list.tokens))
      place = list.tokens.upperBound
    }
    return groups
  }

  private func isSpan(_ range: Range<Int>, _ scanner: NumeralScanner) -> Bool {
    scanner.word(range.lowerBound - 1) == "between"
      || range.contains { scanner.word($0).map { lexicon.weekdayRanges.contains($0) } ?? false }
  }

  /// What is said nearest of days.
  private func sort(of range: Range<Int>, _ days: Set<Int>, _ words: AmountReader.Words) -> (
    Sort, Range<Int>?
  )? {
    let (tokens, plans) = (words.tokens, lexicon.weekdayPlans)
    var best: (sort: Sort, distance: Int, place: Int)?
    for place in tokens.indices where !range.contains(place) {
      let isBehind = place >= range.upperBound
      let between = isBehind ? range.upperBound..<place + 1 : place + 1..<range.lowerBound + 1
      var distance = isBehind ? place - range.upperBound : range.lowerBound - place - 1
      if between.contains(where: { tokens.indices.contains($0) && tokens[$0].isParted }) {
        distance += 2
      }
      if between.contains(where: {
        tokens.indices.contains($0) && lexicon.weekdays[tokens[$0].word] != nil
      }) {
        distance += 3
      }
      guard distance <= Self.reach, distance < best?.distance ?? .max else { continue }
      let word = tokens[place].word
      let isHome = place > 0 && plans.home.contains(tokens[place - 1].word)
      let sort: Sort? =
        plans.site.contains(word) && !isHome
        ? .site
        : plans.home.contains(word)
          ? .home : plans.free.contains(word) ? .free : plans.worked.contains(word) ? .worked : nil
      if let sort { best = (sort, distance, place) }
    }
    if let best { return (best.sort, best.place..<best.place + 1) }
    if words.heading.contains(where: { plans.site.contains($0.word) }) { return (.site, nil) }
    // “Monday to Thursday” and, of one who asks, “no Fridays”
    if side == .posting { return days.count > 2 ? (.worked, nil) : nil }
    if range.lowerBound > 0, tokens[range.lowerBound - 1].word == "my" { return (.free, nil) }
    return isDenied(range, tokens) ? (.worked, nil) : nil
  }

  private func isDenied(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
    for place in (max(0, range.lowerBound - 6)..<range.lowerBound).reversed() {
      if NegationWords.shipped.denies(tokens[place].word) { return true }
      if tokens[place].isParted { return false }
    }
    return false
  }

  private func amounts(
    _ days: Set<Int>, _ sort: Sort, isDenied: Bool, _ range: Range<Int>, _ words: AmountReader.Words
  ) -> [ReadAmount] {
    let plans = lexicon.weekdayPlans
    func kind(_ day: Int) -> AmountKind? {
      let kinds = sort == .free || sort == .worked ? plans.work : plans.office
      return day <= Self.weekdays && day <= kinds.count ? kinds[day - 1] : nil
    }
    let isThere = (sort == .worked || sort == .site) != isDenied
    var found = days.sorted().compactMap { day in
      kind(day).map { read($0, isThere ? 1 : 0, range, words) }
    }
    // Of a list of days at work the others are free; of one of days at the office they are spent elsewhere.
    if side == .posting, days.count > 1, isThere, sort == .worked || sort == .site {
      found += (1...Self.weekdays).filter { !days.contains($0) }.compactMap { day in
        kind(day).map { read($0, 0, range, words) }
      }
    }
    return found
  }

  private func read(
    _ kind: AmountKind, _ there: Double, _ range: Range<Int>, _ words: AmountReader.Words
  ) -> ReadAmount {
    ReadAmount(
      kind: kind, interval: Interval(there, there), unit: "there", per: nil, tokens: range,
      used: Set(range),
      range: words.tokens[range.lowerBound].range
        .lowerBound..<words.tokens[range.upperBound - 1]
        .range.upperBound)
  }
}
