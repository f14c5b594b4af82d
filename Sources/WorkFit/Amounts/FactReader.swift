/// Reads what is said without a number: fully remote, no weekends, a pension.
struct FactReader {
  let lexicon: QuantityLexicon
  let side: QuantityLexicon.Side

  func facts(of words: AmountReader.Words, besides numbers: [ReadAmount]) -> [ReadAmount] {
    let tokens = words.tokens
    var matches = lexicon.facts.phrases.matches(in: tokens).filter {
      let fact = lexicon.facts[$0.label]
      return (fact.side == nil || fact.side == side) && isInPlace(fact, at: $0.range, words)
    }
    guard !matches.isEmpty else { return [] }
    // The longest first, and of two as long the one that denies.
    matches.sort { one, other in
      let (denies, otherDenies) = (isZero(one.label), isZero(other.label))
      if one.range.count != other.range.count { return one.range.count > other.range.count }
      if denies != otherDenies { return denies }
      return (one.range.lowerBound, one.label) < (other.range.lowerBound, other.label)
    }
    let surroundings = Surroundings(words, lexicon: lexicon)
    var taken: [(kind: AmountKind, range: Range<Int>)] = []
    var facts: [ReadAmount] = []
    for match in matches {
      let fact = lexicon.facts[match.label]
      // What is part of a longer phrase says nothing of its own: “overtime that's unpaid”.
      let isTaken = taken.contains {
        $0.range.overlaps(match.range)
          && ($0.kind == fact.kind
            || $0.range.count > match.range.count
              && $0.range.clamped(to: match.range) == match.range)
      }
      guard !isTaken else { continue }
      taken.append((fact.kind, match.range))
      // “Three nights a month away” are no night shifts.
      if numbers.contains(where: {
        $0.kind != fact.kind && $0.tokens.overlaps(match.range)
          && !match.range.contains($0.tokens.lowerBound)
      }) {
        continue
      }
      // A number says more of its kind than the words that it stands with.
      if numbers.contains(where: {
        $0.kind == fact.kind && (side == .statement || $0.tokens.overlaps(match.range))
      }) {
        continue
      }
      if let read = read(fact, match.range, words, surroundings) { facts.append(read) }
    }
    return side == .statement ? withoutContrasts(facts, tokens) : facts
  }

  /// “Permanent, not fixed-term”: what is set off with “not” only says once more what stands before it.
  private func withoutContrasts(_ facts: [ReadAmount], _ tokens: [Token]) -> [ReadAmount] {
    var kept: [ReadAmount] = []
    for fact in facts.sorted(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }) {
      let start = max(0, fact.tokens.lowerBound - Self.contrastReach)
      if let denial = (start..<fact.tokens.lowerBound).last(where: {
        lexicon.listDenials.contains(tokens[$0].word)
      }), tokens[denial].isParted,
        let place = kept.firstIndex(where: {
          $0.kind == fact.kind && $0.tokens.upperBound <= denial
        })
      {
        kept[place].used.formUnion(denial..<fact.tokens.upperBound)
      } else {
        kept.append(fact)
      }
    }
    return kept
  }

  /// How far before a fact it may be set off, in words.
  private static let contrastReach = 2

  private func isZero(_ fact: Int) -> Bool { lexicon.facts[fact].interval == Interval(0, 0) }

  /// Whether a line begins with it, as one of what is offered does, or it is plainly denied.
  private func isOffered(_ range: Range<Int>, _ words: AmountReader.Words) -> Bool {
    guard ![.title, .about, .responsibilities].contains(words.segment) else { return false }
    let isFirst = words.tokens[..<range.lowerBound].allSatisfy {
      lexicon.offerAdjectives.contains($0.word)
    }
    return isFirst && range.count > 1
      || Surroundings(words, lexicon: lexicon).denial(of: range, within: true) != nil
  }

  /// In words: a list of what is offered is no longer, and none of its items.
  private static let (longestOffer, longestOffered) = (24, 4)

  /// “Cycle to work, season ticket loan and childcare vouchers”
  private func isListed(_ words: AmountReader.Words) -> Bool {
    guard ![.title, .about, .responsibilities].contains(words.segment),
      words.tokens.count <= Self.longestOffer
    else { return false }
    var (items, length) = (1, 0)
    for token in words.tokens {
      if token.isParted || lexicon.alternatives.contains(token.word) {
        (items, length) = (items + 1, 0)
      }
      length += 1
      if length > Self.longestOffered + 1 { return false }
    }
    return items > 2
  }

  private func isInPlace(
    _ fact: AmountFact, at range: Range<Int>, _ words: AmountReader.Words
  ) -> Bool {
    guard side == .posting else { return true }
    let isShort = words.tokens.count <= lexicon.distances.alone
    if fact.isShort, !isShort, words.label?.meaning(of: fact.kind) == nil { return false }
    guard let place = fact.place else { return true }
    switch place {
    case "offer":
      return isShort || isOffered(range, words) || isListed(words)
        || !words.heading.isEmpty && [.benefits, .conditions].contains(words.segment)
        || !lexicon.offers.matches(in: words.tokens).isEmpty
    case "asked":
      return [.requirements, .conditions, .title, .other, .responsibilities].contains(words.segment)
    default: return words.segment != .about && words.segment != .responsibilities
    }
  }

  private func read(
    _ fact: AmountFact, _ range: Range<Int>, _ words: AmountReader.Words,
    _ surroundings: Surroundings
  ) -> ReadAmount? {
    if side == .posting, !fact.isOwn,
      surroundings.isOfOthers(near: range, within: lexicon.distances.others)
    {
      return nil
    }
    guard let spec = lexicon.kinds[fact.kind] else { return nil }
    var interval = fact.interval
    var outer = fact.outer
    var used = Set(range)
    let isZero = interval.low == 0 && interval.high == 0
    // What leaves it open whether something is so cannot be denied.
    let isOpen = fact.interval.low <= 0 && fact.denied == nil
    let denial =
      isZero && fact.denied == nil || isOpen
      ? nil
      : surroundings.denial(
        of: range, within: fact.interval.low > 0,
        isDenial: isZero && fact.denied?.low ?? 0 > 0)
    if let denial {
      interval = fact.denied ?? Interval(0, 0)
      outer = nil
      used.formUnion(denial)
    } else if side == .statement, fact.isLight, let most = surroundings.bound(.most, range) {
      interval = Interval(0, interval.high)
      used.formUnion(most)
    } else if side == .statement, fact.isLight, let above = surroundings.bound(.above, range) {
      interval = Interval(interval.high + 0.001, spec.possible.high)
      outer = interval
      used.formUnion(above)
    }
    if side == .posting, denial == nil,
      surroundings.isHedged(
        range, within: lexicon.distances.hedge, isInside: fact.interval.low > 0,
        isOffer: fact.place == "offer")
        || surroundings.isDeniedSomewhere(range),
      !fact.isChoice
    {
      interval =
        interval.low > 0 && !isOpenEnded(interval) ? Interval(0, interval.high) : spec.possible
    }
    var read = ReadAmount(
      kind: fact.kind, interval: interval, unit: fact.unit ?? spec.unit, per: spec.per,
      outer: outer, isChoice: fact.isChoice && side == .posting, isLoose: fact.isLoose,
      tokens: range, used: used,
      range: bytes(range, used, words))
    if fact.kind == .pay { (read.unit, read.per) = (AmountReader.anyCurrency, nil) }
    return read
  }

  private func isOpenEnded(_ interval: Interval) -> Bool { interval.low >= ReadAmount.openEnded }

  private func bytes(_ range: Range<Int>, _ used: Set<Int>, _ words: AmountReader.Words) -> Range<
    Int
  > {
    let first = max(0, min(range.lowerBound, used.min() ?? range.lowerBound))
    let last = min(words.tokens.count, max(range.upperBound, (used.max() ?? 0) + 1)) - 1
    guard words.tokens.indices.contains(first), words.tokens.indices.contains(last) else {
      return 0..<0
    }
    return words.tokens[first].range.lowerBound..<words.tokens[last].range.upperBound
  }
}

/// What stands around a fact and turns it round, or makes it less sure.
struct Surroundings {
  private let tokens: [Token]
  private let denialsBefore, denialsAfter, denialsWithin, noDenials, hedges, others: [Range<Int>]
  private let isHeadingDenial, isHeadingHedge: Bool
  private let lexicon: QuantityLexicon
  private let label: Range<Int>?

  init(_ words: AmountReader.Words, lexicon: QuantityLexicon) {
    tokens = words.tokens
    self.lexicon = lexicon
    label = words.label.flatMap { $0.tokens.isEmpty ? nil : $0.tokens }
    denialsBefore = lexicon.denialsBefore.matches(in: tokens).map(\.range)
    denialsAfter = lexicon.denialsAfter.matches(in: tokens).map(\.range)
    denialsWithin = lexicon.denialsWithin.matches(in: tokens).map(\.range)
    noDenials = lexicon.noDenials.matches(in: tokens).map(\.range)
    let noHedges = lexicon.noHedges.matches(in: tokens).map(\.range)
    hedges = lexicon.hedges.matches(in: tokens).map(\.range).filter { hedge in
      !noHedges.contains { $0.overlaps(hedge) }
    }
    others = lexicon.others.matches(in: tokens).map(\.range)
    isHeadingDenial = !lexicon.denialsBefore.matches(in: words.heading).isEmpty
    isHeadingHedge = !lexicon.hedges.matches(in: words.heading).isEmpty
  }

  /// - Parameter within: whether a denial among the words of the fact counts too: “travel is not required”.
  /// - Parameter isDenial: whether the fact denies by itself: “overtime that is not unpaid”.
  func denial(of range: Range<Int>, within: Bool, isDenial: Bool = false) -> Range<Int>? {
    // “Security clearance: Not Required”
    if let label, label.contains(range.lowerBound), label.contains(range.upperBound - 1),
      let denied = lexicon.labelDenials.beginning(at: label.upperBound, in: tokens),
      denied.upperBound == tokens.count || tokens[denied.upperBound].isParted
        || denied.count > 1
    {
      return denied
    }
    if within,
      let inside = (denialsBefore + denialsWithin).first(where: {
        $0.clamped(to: range) == $0 && $0.lowerBound > range.lowerBound && !$0.isEmpty
      })
    {
      return inside
    }
    if isDenial,
      let inside = range.dropFirst().first(where: {
        lexicon.denialsOfDenials.contains(tokens[$0].word)
      })
    {
      return inside..<inside + 1
    }
    let before = denialsBefore.last { denial in
      denial.upperBound <= range.lowerBound && range.lowerBound - denial.upperBound <= 3
        && !noDenials.contains { $0.overlaps(denial) }
        && !(denial.upperBound...range.lowerBound).contains {
          tokens.indices.contains($0) && tokens[$0].isParted
        }
    }
    if let before = before ?? listed(range) { return before }
    return denialsAfter.first { denial in
      denial.lowerBound >= range.upperBound && denial.lowerBound - range.upperBound <= 1
        && !isParted(range.upperBound..<denial.lowerBound + 1)
    }
  }

  /// In words: no list under one “no” is longer, and nothing in it.
  private static let (longestList, longestListed) = (9, 3)

  /// “No evenings, nights or weekends”
  private func listed(_ range: Range<Int>) -> Range<Int>? {
    denialsBefore.last { denial in
      let between = denial.upperBound..<max(denial.upperBound, range.lowerBound)
      guard denial.upperBound <= range.lowerBound, between.count <= Self.longestList,
        denial.count == 1, lexicon.listDenials.contains(tokens[denial.lowerBound].word),
        (between.lowerBound..<range.upperBound).contains(where: {
          lexicon.alternatives.contains(tokens[$0].word)
        })
      else { return false }
      var length = 0
      for place in between {
        let isNext = tokens[place].isParted || lexicon.alternatives.contains(tokens[place].word)
        length = isNext ? 1 : length + 1
        if length > Self.longestListed { return false }
      }
      return true
    }
  }

  private func isParted(_ range: Range<Int>) -> Bool {
    range.contains { tokens.indices.contains($0) && tokens[$0].isParted }
  }

  /// Whether there is a denial that may or may not be of the fact.
  func isDeniedSomewhere(_ range: Range<Int>) -> Bool {
    denialsBefore.contains { denial in
      guard !denial.overlaps(range), !noDenials.contains(where: { $0.overlaps(denial) }) else {
        return false
      }
      if denial.upperBound <= range.lowerBound {
        return !isParted(denial.upperBound..<range.lowerBound + 1)
      }
      // “Fully remote, and you need not move”
      let between = tokens[range.upperBound..<denial.lowerBound]
      return tokens[denial.lowerBound].word != "no"
        && !isParted(range.upperBound..<denial.lowerBound + 1)
        && !between.contains { lexicon.conjunctions.contains($0.word) }
    }
  }

  /// - Parameter isInside: whether a hedge between the words of the fact counts too: “clearance may be required”.
  /// “A relocation package of up to £8,000” is one.
  func isHedged(_ range: Range<Int>, within near: Int, isInside: Bool, isOffer: Bool) -> Bool {
    isHeadingHedge || isHeadingDenial
      || hedges.contains {
        if isOffer, lexicon.bounds.before[.most]?.ending(before: $0.upperBound, in: tokens) == $0 {
          return false
        }
        let isBetween = $0.lowerBound > range.lowerBound && $0.upperBound < range.upperBound
        return isInside && isBetween || !$0.overlaps(range) && distance($0, range) <= near
      }
  }

  func isOfOthers(near range: Range<Int>, within near: Int) -> Bool {
    others.contains { distance($0, range) <= near }
  }

  func bound(_ bound: AmountBound, _ range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    for _ in 0..<3 {
      if let found = lexicon.bounds.before[bound]?.ending(before: start, in: tokens) {
        return found
      }
      start -= 1
      guard start > 0 else { return nil }
    }
    return nil
  }

  private func distance(_ one: Range<Int>, _ other: Range<Int>) -> Int {
    if one.overlaps(other) { return 0 }
    return one.lowerBound >= other.upperBound
      ? one.lowerBound - other.upperBound : other.lowerBound - one.upperBound
  }
}
