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
    let surroundings = Surroundings(words, lexicon: lexicon)
    if side == .posting {
      matches.removeAll { isZero($0.label) && surroundings.denials.isSeeming($0.range) }
    }
    // The longest first, and of two as long the one that denies.
    matches.sort { one, other in
      let (denies, otherDenies) = (isZero(one.label), isZero(other.label))
      if one.range.count != other.range.count { return one.range.count > other.range.count }
      if denies != otherDenies { return denies }
      return (one.range.lowerBound, one.label) < (other.range.lowerBound, other.label)
    }
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
    var facts = facts
    var dropped: Set<Int> = []
    for (number, fact) in facts.enumerated() {
      let start = max(0, fact.tokens.lowerBound - Self.contrastReach)
      if let denial = (start..<fact.tokens.lowerBound).last(where: {
        NegationWords.shipped.lists.contains(tokens[$0].word)
      }), tokens[denial].isParted,
        let place = facts.firstIndex(where: {
          $0.kind == fact.kind && $0.tokens.upperBound <= denial
        })
      {
        facts[place].used.formUnion(denial..<fact.tokens.upperBound)
        dropped.insert(number)
      }
    }
    return facts.indices.filter { !dropped.contains($0) }.map { facts[$0] }
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
      if token.isParted || NegationWords.shipped.alternatives.contains(token.word) {
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
    // A statement is taken to deny what it may deny.
    let isDenied = denial.map { $0.isSure || side == .statement } ?? false
    if let denial, isDenied {
      interval = fact.denied ?? Interval(0, 0)
      outer = nil
      used.formUnion(denial.range)
    } else if side == .statement, fact.isLight, let most = surroundings.bound(.most, range) {
      interval = Interval(0, interval.high)
      used.formUnion(most)
    } else if side == .statement, fact.isLight, let above = surroundings.bound(.above, range) {
      interval = Interval(interval.high + 0.001, spec.possible.high)
      outer = interval
      used.formUnion(above)
    }
    if side == .posting, let denial, !isDenied {
      (interval, outer) = (spec.possible, nil)
      used.formUnion(denial.range)
    } else if side == .posting, denial == nil,
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
      outer: outer, isChoice: fact.isChoice && side == .posting,
      // “Not hybrid” is one or the other.
      isLoose: fact.isLoose || side == .statement && isDenied && interval == spec.possible,
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
