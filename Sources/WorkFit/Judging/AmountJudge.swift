/// What amounts make of a statement.
struct AmountVerdict {
  /// Words of the posting that it rests on.
  struct Ground {
    /// The clause's place in the posting.
    let place: Int
    let side: Evidence.Side
    let amount: Amount
    let words: String
    let line: Int
    /// The span of the words, in UTF-8 bytes.
    let range: Range<Int>
  }

  let outcome: Outcome
  let claim: Claim
  let reason: AmountComparison.Reason?
  let grounds: [Ground]
  /// What was converted, as it is counted by the statement.
  var converted: (Interval, unit: String, per: String?)?
  /// In kilometres.
  var distance: Double?
  /// Whether the posting names a number.
  var hasNumber = false
}

/// Decides by amounts what can be decided by them, before anything is read.
struct AmountJudge {
  let lexicon: QuantityLexicon
  let posting: PostingAmounts
  /// Whether a clause is left out, by its place.
  let isMuted: (Int) -> Bool
  /// Whether a clause has one of the stems that a claim is about, by its place.
  var isAbout: (Int, Set<WordKey>) -> Bool = { _, _ in true }

  private static let mostGrounds = 3

  /// What amounts make of claims; `nil` where the posting names nothing that they ask for.
  func verdict(_ all: [Claim], isEither: Bool) -> AmountVerdict? {
    // Remote work can be done in whatever place is wanted beside it.
    let placeless = all.filter { $0.wish == nil }
    let claims =
      posting.isRemote && !placeless.isEmpty
      ? placeless : placeless.count < all.count ? all.filter { $0.kind != .relocate } : all
    let verdicts = claims.map { verdict($0) }
    let told = verdicts.compactMap(\.self)
    guard let first = told.first else { return nil }
    if claims.count == 1 { return first }
    let strongest = isEither ? Outcome.supplied : Outcome.opposed
    if let decided = told.first(where: { $0.outcome == strongest }) { return decided }
    if told.count == claims.count, let outcome = Set(told.map(\.outcome)).first,
      Set(told.map(\.outcome)).count == 1
    {
      return outcome == .unsure ? first : joined(told, outcome)
    }
    let open = told.first { $0.outcome == .unsure } ?? first
    return AmountVerdict(
      outcome: .unsure, claim: open.claim, reason: open.reason ?? .partly, grounds: open.grounds,
      converted: open.converted, distance: open.distance,
      hasNumber: told.contains(where: \.hasNumber))
  }

  private func joined(_ verdicts: [AmountVerdict], _ outcome: Outcome) -> AmountVerdict {
    var verdict = verdicts[0]
    verdict = AmountVerdict(
      outcome: outcome, claim: verdict.claim, reason: nil,
      grounds: Array(verdicts.flatMap(\.grounds).prefix(Self.mostGrounds)),
      converted: verdict.converted, distance: verdict.distance)
    return verdict
  }

  private func verdict(_ claim: Claim) -> AmountVerdict? {
    if let doubt = claim.read.doubts.min(by: { $0.rawValue < $1.rawValue }) {
      return AmountVerdict(outcome: .unsure, claim: claim, reason: doubt.reason, grounds: [])
    }
    if claim.read.isBare {
      guard let paid = paid(claim) else { return nil }
      return verdict(paid)
    }
    if let wish = claim.wish { return place(claim, wish) }
    if claim.kind == .commute { return commute(claim) }
    let named = posting.named(claim.kind).filter {
      !isMuted($0.place) && (claim.topic.isEmpty || isAbout($0.place, claim.topic))
    }
    if named.isEmpty, let nights = claim.ofNights(in: lexicon.nightsInYear) {
      return verdict(nights)
    }
    let comparison = AmountComparison(lexicon: lexicon, posting: posting)
    guard let (result, met) = comparison.compare(claim, with: named) else {
      return beside(claim, comparison)
    }
    let (outcome, reason) = Self.outcome(result)
    var seen: Set<Int> = []
    let grounds = met.filter { seen.insert($0.named.place).inserted }.prefix(Self.mostGrounds).map {
      met in
      ground(met.named, side: side(met.result, outcome))
    }
    var verdict = AmountVerdict(outcome: outcome, claim: claim, reason: reason, grounds: grounds)
    verdict.hasNumber = met.contains { $0.named.read.isNumber }
    if let converted = met.first?.converted {
      verdict.converted = (converted, met.first?.named.read.unit ?? "", claim.read.per)
    }
    return verdict
  }

  /// A bare pay as it is meant of what this posting pays: “not below 40” of a yearly pay by the thousand.
  private func paid(_ claim: Claim) -> Claim? {
    let pays = posting.named(.pay).filter { $0.read.isNumber && $0.read.doubts.isEmpty }
    guard let pay = pays.first?.read, let per = pay.per ?? pays.compactMap(\.read.per).first,
      pay.interval.low > 0, claim.read.interval.low > 0
    else { return nil }
    let asked = claim.read.interval.low
    let middle = (pay.interval.low + min(pay.interval.high, pay.interval.low * 4)) / 2
    let factor = [1.0, 1000].first { (0.25...4).contains(asked * $0 / middle) }
    return factor.map { claim.scaled(by: $0, per: per) }
  }

  /// Where a pension is named, and not what is paid into it, that is a question; where there is none, an answer.
  private func beside(_ claim: Claim, _ comparison: AmountComparison) -> AmountVerdict? {
    guard let kind = lexicon.kinds[claim.kind]?.beside else { return nil }
    let named = posting.named(kind).filter { !isMuted($0.place) }
    guard !named.isEmpty else { return nil }
    let isNone = named.allSatisfy { $0.read.interval == Interval(0, 0) }
    if isNone, kind == .overtime { return nil }
    let told = isNone ? 0 : Self.whole(named)
    // Work that ends on a day is for no longer than that.
    let limited =
      kind == .contractEnd ? comparison.result(Self.limited, claim, isChoice: false) : nil
    let (outcome, reason) = Self.outcome(
      limited ?? told.map { comparison.result(Interval($0, $0), claim, isChoice: false) }
        ?? .question(.partly)
    )
    let grounds = named.prefix(Self.mostGrounds).map {
      ground($0, side: outcome == .opposed ? .against : .for)
    }
    return AmountVerdict(outcome: outcome, claim: claim, reason: reason, grounds: grounds)
  }

  /// In months: from the shortest contract that ends to the longest.
  private static let limited = Interval(0.1, 120)

  /// What the whole of one kind says of another: every day at the office is so on each weekday, and work without an
  /// end ends on no day.
  private static func whole(_ named: [PostingAmounts.Named]) -> Double? {
    if named.allSatisfy({ $0.read.kind == .office && $0.read.interval.low >= 5 }) { return 1 }
    let isForGood = named.allSatisfy {
      $0.read.kind == .contract && $0.read.interval.low >= ReadAmount.openEnded
    }
    return isForGood ? .infinity : nil
  }

  private static func outcome(_ result: AmountComparison.Result) -> (
    Outcome, AmountComparison.Reason?
  ) {
    switch result {
    case .supplied: (.supplied, nil)
    case .opposed: (.opposed, nil)
    case .question(let reason): (.unsure, reason)
    }
  }

  private func side(_ result: AmountComparison.Result, _ outcome: Outcome) -> Evidence.Side {
    switch (result, outcome) {
    case (.opposed, _), (_, .opposed): .against
    default: .for
    }
  }

  private func ground(_ named: PostingAmounts.Named, side: Evidence.Side) -> AmountVerdict.Ground {
    AmountVerdict.Ground(
      place: named.place, side: side, amount: named.read.amount, words: named.words,
      line: named.line, range: named.read.range)
  }

  // MARK: - Places

  private func place(_ claim: Claim, _ wish: PlaceReader.Wish) -> AmountVerdict? {
    guard
      let (result, met, distance) = PlaceComparison(lexicon: lexicon.places, posting: posting)
        .compare(claim, wish, isMuted: isMuted)
    else { return nil }
    let (outcome, reason) = Self.outcome(result)
    return AmountVerdict(
      outcome: outcome, claim: claim, reason: reason,
      grounds: grounds(met, side: outcome == .opposed ? .against : .for, distance),
      distance: distance)
  }

  private func grounds(_ met: [PostingAmounts.Workplace], side: Evidence.Side, _ distance: Double?)
    -> [AmountVerdict.Ground]
  {
    var seen: Set<Int> = []
    return met.filter { seen.insert($0.place).inserted }.prefix(Self.mostGrounds).map { workplace in
      AmountVerdict.Ground(
        place: workplace.place, side: side,
        amount: Amount(
          kind: .place, low: 1, high: 1,
          unit: workplace.named.places.first?.name ?? workplace.words, per: nil),
        words: workplace.words, line: workplace.line, range: workplace.named.range)
    }
  }

  /// Somebody's home is not known, so that only remote work and a stated distance tell.
  private func commute(_ claim: Claim) -> AmountVerdict? {
    let office = posting.named(.office).filter { !isMuted($0.place) }
    if posting.isRemote, let remote = office.first {
      let isMet = claim.inner.map { $0.low <= 0 } ?? false || claim.outer.low <= 0
      return AmountVerdict(
        outcome: isMet ? .supplied : .opposed, claim: claim, reason: nil,
        grounds: [ground(remote, side: isMet ? .for : .against)])
    }
    let workplaces = posting.workplaces.filter { !isMuted($0.place) }
    guard !workplaces.isEmpty else { return nil }
    return AmountVerdict(
      outcome: .unsure, claim: claim, reason: .distance,
      grounds: grounds(workplaces, side: .for, nil))
  }
}
