/// Reads what a statement asks of amounts.
struct ClaimReader {
  let lexicon: QuantityLexicon
  let common: CommonWords

  /// The claims of a statement; none where it rests on no amount that can be compared. `isEither` says
  /// that one of them suffices.
  func claims(of statement: Statement) -> (claims: [Claim], isEither: Bool) {
    guard statement.role != .prestigePull, !statement.isMisread else {
      return ([], false)
    }
    let said = claims(of: statement.meaning ?? statement.text, role: statement.role)
    guard said.claims.isEmpty, statement.meaning == nil else { return said }
    for added in statement.elaborations.prefix(3) {
      let read = claims(of: added, role: statement.role)
      if !read.claims.isEmpty { return read }
    }
    return said
  }

  private static let fewPeople = 3.0
  /// So many times as much is no other pay, but the same without its thousands.
  private static let digits = 500.0

  /// In bytes. No more is read of a statement.
  private static let longest = 400

  private func claims(of text: String, role: Role) -> (claims: [Claim], isEither: Bool) {
    let source = SourceText(String(text.prefix(Self.longest)))
    let isAverse = role == .dealBreaker || role == .drain
    let tokens = StatementHead(lexicon: lexicon).head(
      of: plain(
        PlainWords.tokens(Tokenizer.tokens(of: source, in: 0..<source.bytes.count)),
        isAverse: isAverse),
      source: source, isAverse: isAverse)
    // “One weekend a month, more I cannot do” compares nothing with today.
    let relative = lexicon.relative.matches(in: tokens).filter { match in
      !match.range.dropFirst().contains { tokens[$0].isParted }
    }
    guard !tokens.isEmpty, relative.isEmpty else { return ([], false) }
    let reader = AmountReader(lexicon: lexicon, side: .statement)
    var read = reader.amounts(of: AmountReader.Words(tokens: tokens, source: source))
    if role == .strength {
      // Who is good with a team of twelve leads it.
      for place in read.indices where read[place].kind == .team { read[place].kind = .span }
    }
    let wishes =
      role == .strength ? [] : PlaceReader(lexicon: lexicon.places).wishes(in: tokens)
    let isEither = tokens.contains { $0.word == "or" }
    var claims = merged(read.filter { !isOfPlace($0, wishes) }, isEither: isEither).compactMap {
      claim(
        of: limited($0, in: tokens, source, isAverse: isAverse), role: role, source: source)
    }
    // “A pension of at least 8%” asks for no pension besides.
    let besides = Set(claims.compactMap { lexicon.kinds[$0.kind]?.beside })
    claims.removeAll { besides.contains($0.kind) && !$0.read.isNumber }
    if role == .strength {
      // How much somebody can lead is compared; that they can is read.
      claims.removeAll {
        lexicon.kinds[$0.kind]?.isStrength != true || $0.kind == .span && !$0.read.isNumber
      }
      if claims.isEmpty, let years = experience(in: tokens, source: source) {
        return ([experienced(years, tokens, source)].compactMap(\.self), false)
      }
      if claims.isEmpty { return ([], false) }
    }
    let isAbroad = tokens.contains { lexicon.abroad.contains($0.word) }
    for wish in wishes.prefix(1).map({ isAbroad ? $0.abroad : isAverse ? $0.averse : $0 }) {
      claims.append(claim(of: wish, read, source: source))
    }
    if claims.isEmpty, role != .strength,
      let bare = bare(in: tokens, source: source).flatMap({
        claim(of: $0, role: role, source: source)
      })
    {
      return ([bare], false)
    }
    let used = claims.reduce(into: Set<Int>()) { $0.formUnion($1.read.used) }
      .union(wishes.flatMap(\.used))
    let rest = tokens.indices.filter { !used.contains($0) }.map { tokens[$0] }
    let beside = common.rareStems(of: rest.filter { !lexicon.harmless.contains($0.word) }).count
    let isTaste = role == .energizer || role == .drain
    let isNumbered = claims.contains { $0.read.isNumber }
    let limits = lexicon.beside
    let most =
      isTaste && !wishes.isEmpty
      ? limits.tastePlace
      : isTaste || role == .strength
        ? isNumbered ? limits.tasteNumbered : limits.taste
        : isNumbered ? limits.numbered : limits.fact
    guard beside <= most else { return ([], false) }
    let isQualified = beside > limits.plain || !lexicon.qualifiers.matches(in: rest).isEmpty
    let sure = claims.filter { !(isQualified && $0.read.isLoose && $0.wish == nil) }
    let isVague = isVague(tokens, rest: rest, used: used, claims: sure, source: source)
    return (
      sure.map {
        if $0.wish != nil { return $0 }
        if role == .mustHave, beside > 0, isBurden($0) { return $0.vague }
        if isVague || isDenied($0.read, in: tokens, source)
          || isUnclear($0, in: tokens, isAverse: isAverse)
        {
          return $0.vague
        }
        return isQualified && !$0.read.isNumber ? $0.unsure : $0
      }, isEither
    )
  }

  /// Whether what else is said may change what is asked: “in a row”, “unless”, or a number that belongs to no claim.
  private func isVague(
    _ tokens: [Token], rest: [Token], used: Set<Int>, claims: [Claim], source: SourceText
  ) -> Bool {
    if !lexicon.statementDoubts.matches(in: tokens).isEmpty { return true }
    guard !claims.contains(where: { $0.read.isNumber }) else { return false }
    return NumeralScanner(tokens: tokens, source: source, lexicon: lexicon, isAsked: true)
      .numerals().contains { numeral in
        (numeral.unit != nil || numeral.bound != nil || numeral.per != nil)
          && used.isDisjoint(with: numeral.digits)
      }
  }

  /// Whether a statement that requires it would ask for what nobody likes: “weekends are holy” means that they are free.
  private func isBurden(_ claim: Claim) -> Bool {
    guard let spec = lexicon.kinds[claim.kind] else { return false }
    return spec.isBurden && !claim.read.isNumber && claim.outer.low > 0
  }

  /// What such a pay lies between: by the hour at least, and in thousands at most.
  private static let barePay = Interval(9, 999)

  /// “Not below 40”, where nothing else is said; `nil` where it may be of something else.
  private func bare(in tokens: [Token], source: SourceText) -> ReadAmount? {
    let numerals = NumeralScanner(
      tokens: tokens, source: source, lexicon: lexicon, isAsked: true
    ).numerals()
    guard numerals.count == 1, let numeral = numerals.first, numeral.unit == nil,
      numeral.currency == nil, numeral.per == nil, !numeral.isScaled, numeral.doubts.isEmpty,
      numeral.interval.isWithin(Self.barePay)
    else { return nil }
    let used = Set(numeral.tokens).union(numeral.bounds.flatMap(Array.init))
    let rest = tokens.indices.filter { !used.contains($0) }.map { tokens[$0] }
    guard
      common.rareStems(of: rest.filter { !lexicon.harmless.contains($0.word) }).isEmpty,
      numeral.bound != nil || rest.contains(where: { lexicon.barePayWords.contains($0.word) })
    else { return nil }
    var read = ReadAmount(
      kind: .pay, interval: numeral.interval, unit: AmountReader.anyCurrency, per: nil,
      bound: numeral.bound, isNumber: true, tokens: numeral.tokens, used: used,
      range: tokens[numeral.tokens.lowerBound].range
        .lowerBound..<tokens[
          numeral.tokens.upperBound - 1
        ].range.upperBound)
    read.isBare = true
    return read
  }

  /// Without the words by which somebody says that they do not want what breaks or drains anyway: “no thanks” denies
  /// nothing there.
  private func plain(_ tokens: [Token], isAverse: Bool) -> [Token] {
    guard isAverse else { return tokens }
    var kept: [Token] = []
    var place = 0
    while place < tokens.count {
      if let aversion = lexicon.aversions.beginning(at: place, in: tokens) {
        place = aversion.upperBound
      } else {
        kept.append(tokens[place])
        place += 1
      }
    }
    return kept.isEmpty ? tokens : kept
  }

  /// A distance from a town is part of the wish for the town.
  private func isOfPlace(_ read: ReadAmount, _ wishes: [PlaceReader.Wish]) -> Bool {
    !wishes.isEmpty && (read.kind == .commute)
  }

  /// One amount of each kind: of several that belong together the whole, of several that contradict none.
  private func merged(_ read: [ReadAmount], isEither: Bool) -> [ReadAmount] {
    var kept: [ReadAmount] = []
    var dropped: Set<AmountKind> = []
    for amount in read {
      guard let place = kept.firstIndex(where: { $0.kind == amount.kind }) else {
        if !dropped.contains(amount.kind) { kept.append(amount) }
        continue
      }
      let known = kept[place]
      // “A salary with an 8 in front, 80.000 € or more”, “45, £45k a year”
      if amount.kind == .pay, known.interval.low > 0, amount.interval.low > 0,
        max(known.interval.low, amount.interval.low)
          >= Self.digits * min(known.interval.low, amount.interval.low)
      {
        if amount.interval.low > known.interval.low { kept[place] = amount }
        continue
      }
      guard isEither, known.unit == amount.unit, known.per == amount.per,
        known.bound == nil || amount.bound == nil
          || known.bound == amount.bound
      else {
        if known.interval != amount.interval { kept.remove(at: place); dropped.insert(amount.kind) }
        continue
      }
      kept[place].interval = known.interval.hull(amount.interval)
      kept[place].bound = .range
      kept[place].used.formUnion(amount.used)
    }
    return kept
  }

  private func claim(of read: ReadAmount, role: Role, source: SourceText) -> Claim? {
    guard let spec = lexicon.kinds[read.kind] else { return nil }
    let isAverse = role == .dealBreaker || role == .drain
    let value = read.interval
    let words = source.text(in: read.range)
    func claim(_ inner: Interval?, _ outer: Interval) -> Claim {
      Claim(read: read, inner: read.isLoose ? nil : inner, outer: outer, words: words)
    }
    guard read.isNumber else {
      // “A little travel” is wanted as the most.
      let isCeiling =
        spec.wanted == .less && !isAverse && value.low > 0 && value.high < spec.possible.high
        && read.kind == .travel
      let inner = isCeiling && role == .mustHave ? Interval(0, value.high) : value
      return claim(inner, read.outer ?? inner)
    }
    let near = spec.near ?? lexicon.near
    if role == .strength {
      // What is less than somebody can do is still of use to them.
      let least = read.bound == .most || read.bound == .below ? 0.001 : value.low / 2
      return claim(Interval(least, .infinity), Interval(0.001, .infinity))
    }
    let direction =
      isAverse ? spec.averse : role == .energizer && spec.wanted == .less ? .near : spec.wanted
    let (least, above) = (read.isInverted ? -1.0 : 1.0, 1e-6)
    func upwards(_ from: Double) -> Interval {
      least > 0 ? Interval(from, .infinity) : Interval(-.infinity, from)
    }
    func downwards(_ to: Double) -> Interval {
      least > 0 ? Interval(-.infinity, to) : Interval(to, .infinity)
    }
    // Counted from the other end, the lower number is the higher bound.
    let (low, high) = read.isInverted ? (value.high, value.low) : (value.low, value.high)
    func nudged(_ number: Double, _ sign: Double) -> Double {
      number + sign * least * max(above, abs(number) * above)
    }
    switch read.bound {
    case .least?: return claim(upwards(low), upwards(low))
    case .above?: return claim(upwards(nudged(low, 1)), upwards(nudged(low, isAverse ? 1 : 0)))
    case .most?: return claim(downwards(high), downwards(high))
    case .below?:
      return claim(downwards(nudged(high, -1)), downwards(nudged(high, isAverse ? -1 : 0)))
    case .exactly?: return claim(value, value)
    case .about?:
      return claim(
        around(value, lexicon.about, direction),
        around(value, [lexicon.about[1], lexicon.about[1]], direction))
    case .range?:
      if direction == .more, spec.unit != "there", !(isAverse && spec.unit == "person"),
        read.kind != .contract || role != .energizer
      {
        return claim(Interval(value.low, .infinity), Interval(value.low, .infinity))
      }
      if direction == .less, !isAverse {
        return claim(Interval(-.infinity, value.high), Interval(-.infinity, value.high))
      }
      return claim(value, value)
    case nil
    where isAverse
      && (read.kind == .team && value.high <= Self.fewPeople
        || read.kind == .days && value.high < lexicon.workingWeek):
      // Who does not want a department of one, or a four-day week, does not want just that.
      return claim(value, value)
    case nil:
      // What is counted from the other end already points the right way.
      switch direction {
      case .more: return claim(Interval(value.low, .infinity), Interval(value.low, .infinity))
      case .less: return claim(Interval(-.infinity, value.high), Interval(-.infinity, value.high))
      case .near:
        return claim(
          around(value, [near[0], near[0]], direction),
          around(value, [near[1], near[1]], direction))
      }
    }
  }

  private func around(_ value: Interval, _ share: [Double], _ direction: QuantityLexicon.Direction)
    -> Interval
  {
    let (low, high) = (value.low * (1 - share[0]), value.high * (1 + share[0]))
    switch direction {
    case .more: return Interval(low, .infinity)
    case .less: return Interval(-.infinity, high)
    case .near: return Interval(low, high)
    }
  }

  private func claim(of wish: PlaceReader.Wish, _ read: [ReadAmount], source: SourceText) -> Claim {
    // “More than 90 miles from Tulsa” says how far; “an hour from Leeds” cannot be known in kilometres.
    let reach = read.first { $0.kind == .commute && $0.isNumber }
    let isFar = reach?.unit == "km"
    let here =
      reach.map {
        min(
          $0.range.lowerBound, wish.named.range.lowerBound)..<max(
            $0.range.upperBound, wish.named.range.upperBound)
      } ?? wish.named.range
    var limits = Interval(0, 0)
    if let reach, isFar {
      limits =
        switch reach.bound {
        case .above?, .least?: Interval(reach.interval.low, .infinity)
        default: Interval(0, reach.interval.high)
        }
    }
    var wish = wish
    if let reach, !isFar, reach.bound == .above || reach.bound == .least { wish = wish.beyond }
    let isTight = reach.map { $0.interval.high < lexicon.acrossTown } ?? false
    let amount = ReadAmount(
      kind: isFar ? .distance : .place, interval: limits, unit: isFar ? "km" : "place",
      isNumber: isFar,
      isLoose: isTight && !isFar, tokens: wish.named.tokens,
      used: wish.used.union(reach?.used ?? []), range: here)
    return Claim(
      read: amount, inner: isFar ? limits : nil, outer: limits, wish: wish,
      words: source.text(in: here))
  }
}
