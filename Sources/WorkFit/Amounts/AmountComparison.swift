/// Holds what a posting names of one kind against what a statement asks.
struct AmountComparison {
  /// Why it cannot be decided.
  enum Reason: String, Decodable, CodingKeyRepresentable, Hashable {
    case straddles, currency, net, rate, separators, implausible, several, distance, name, partly
  }

  enum Result: Hashable {
    case supplied, opposed
    case question(Reason)
  }

  /// What one amount of a posting comes to, counted as the claim counts.
  struct Met {
    let named: PostingAmounts.Named
    let result: Result
    /// What it was converted to, to be shown; `nil` where it is as it stands.
    let converted: Interval?
  }

  let lexicon: QuantityLexicon
  let posting: PostingAmounts

  /// The result with the amounts that it rests on, the most telling first; `nil` where the posting names none.
  func compare(_ claim: Claim, with named: [PostingAmounts.Named]) -> (result: Result, met: [Met])?
  {
    guard !named.isEmpty else { return nil }
    if let open = named.first(where: { isOpen($0.read) }), isForGood(claim) {
      return (
        .question(.straddles), [Met(named: open, result: .question(.straddles), converted: nil)]
      )
    }
    var known: [(met: Met, reach: Interval)] = []
    var doubtful: [Met] = []
    for one in named {
      if let doubt = one.read.doubts.min(by: { $0.rawValue < $1.rawValue }) {
        doubtful.append(
          Met(
            named: one, result: .question(doubt.reason),
            converted: nil))
        continue
      }
      switch reach(of: one.read, for: claim) {
      case .failure(let reason):
        doubtful.append(Met(named: one, result: .question(reason.reason), converted: nil))
      case .success(let reach):
        known.append(
          (
            Met(
              named: one, result: result(reach.interval, claim, isChoice: one.read.isChoice),
              converted: reach.isConverted ? reach.interval : nil), reach.interval
          ))
      }
    }
    // What names a number tells more than a word.
    known.sort { one, other in
      one.met.named.read.isNumber != other.met.named.read.isNumber
        ? one.met.named.read.isNumber : one.met.named.place < other.met.named.place
    }
    guard let first = known.first else {
      return doubtful.first.map { ($0.result, doubtful) }
    }
    // A number of the kind itself that cannot be read may say anything.
    if let doubt = doubtful.first(where: { $0.named.read.isNumber }),
      known.allSatisfy({ !$0.met.named.read.isNumber })
    {
      return (doubt.result, [doubt])
    }
    return combined(known, first: first.reach, claim)
  }

  /// “With the option of becoming permanent”
  private func isOpen(_ read: ReadAmount) -> Bool {
    read.kind == .contract && !read.isNumber && read.interval.low < ReadAmount.openEnded
      && read.interval.high >= ReadAmount.openEnded
  }

  private func isForGood(_ claim: Claim) -> Bool { claim.outer.low >= ReadAmount.openEnded }

  private func combined(_ known: [(met: Met, reach: Interval)], first: Interval, _ claim: Claim)
    -> (Result, [Met])
  {
    var whole = first
    var isContradicted = false
    for (met, reach) in known.dropFirst() {
      if let both = whole.intersection(reach) {
        whole = both
      } else if met.named.read.isNumber || !known[0].met.named.read.isNumber {
        isContradicted = true
      }
    }
    let results = Set(
      known.filter { $0.met.named.read.isNumber == known[0].met.named.read.isNumber }.map(
        \.met.result))
    if results.count == 1, let only = results.first, case .question = only {
    } else if results.count == 1, let only = results.first {
      // “Remote (five days a week in the office)”
      let others = Set(known.map(\.met.result))
      if claim.kind == .office, others.isSuperset(of: [.supplied, .opposed]) {
        return (.question(.several), known.map(\.met))
      }
      return (only, telling(known, only))
    }
    if isContradicted { return (.question(.several), known.map(\.met)) }
    let isChoice = known.contains { $0.met.named.read.isChoice }
    let result = result(whole, claim, isChoice: isChoice)
    return (result, telling(known, result))
  }

  /// First those that say it by themselves.
  private func telling(_ known: [(met: Met, reach: Interval)], _ result: Result) -> [Met] {
    let saying = known.map(\.met).filter { $0.result == result }
    return saying.isEmpty ? known.map(\.met) : saying
  }

  func result(_ reach: Interval, _ claim: Claim, isChoice: Bool) -> Result {
    if reach.isDisjoint(from: claim.outer) { return .opposed }
    guard let inner = claim.inner else { return .question(.straddles) }
    if reach.isWithin(inner) || isChoice && !reach.isDisjoint(from: inner) { return .supplied }
    return .question(.straddles)
  }

  // MARK: - What a posting's amount may come to

  private struct Unknown: Error { let reason: Reason }

  private struct Reach {
    let interval: Interval
    var isConverted = false
  }

  private func reach(of read: ReadAmount, for claim: Claim) -> Swift.Result<Reach, Unknown> {
    let interval = bounded(read)
    if lexicon.kinds[read.kind]?.unit == "money" { return pay(read, interval, claim.read) }
    switch read.kind {
    case .travel: return .success(Reach(interval: travel(read, interval, claim.read)))
    case .holiday: return .success(holiday(read, interval, claim.read))
    case .contract: return .success(Reach(interval: contract(read, interval, claim)))
    case .start: return .success(Reach(interval: start(read, interval, claim)))
    default: return .success(Reach(interval: interval))
    }
  }

  /// From where to where an amount reaches, by the words that bound it.
  private func bounded(_ read: ReadAmount) -> Interval {
    guard read.isNumber else { return read.interval }
    let (low, high) = (read.interval.low, read.interval.high)
    let isUp = (read.bound == .least || read.bound == .above) != read.isInverted
    switch read.bound {
    case .least?, .most?, .above?, .below?:
      // Who asks for at least two years asks for two.
      if read.kind == .experience, isUp { return Interval(low, low) }
      if read.bound == .least || read.bound == .above {
        return isUp ? Interval(low, .infinity) : Interval(0, high)
      }
      return isUp ? Interval(low, whole(of: read)) : Interval(min(high, least(of: read)), high)
    case .about?: return Interval(low * (1 - lexicon.about[0]), high * (1 + lexicon.about[0]))
    case .exactly?, .range?, nil: return read.interval
    }
  }

  private func whole(of read: ReadAmount) -> Double {
    lexicon.kinds[read.kind]?.possible.high ?? .infinity
  }

  /// A contract of no more than a year is for some time at least.
  private func least(of read: ReadAmount) -> Double {
    read.kind == .contract ? lexicon.kinds[read.kind]?.possible.low ?? 0 : 0
  }

  private func travel(_ read: ReadAmount, _ interval: Interval, _ claim: ReadAmount) -> Interval {
    if read.unit == claim.unit { return interval }
    if interval.low == 0, interval.high == 0 { return interval }
    if read.unit == "any" { return claim.unit == "share" ? interval : Interval(0, .infinity) }
    if claim.unit == "any" { return read.unit == "share" ? interval : Interval(0.01, 100) }
    return Interval(0, .infinity)
  }

  /// Days of leave as they are asked for: with bank holidays, or without.
  private func holiday(_ read: ReadAmount, _ interval: Interval, _ claim: ReadAmount) -> Reach {
    let isWith = read.marks.contains(.bankHolidays)
    guard isWith != claim.marks.contains(.bankHolidays), read.isNumber else {
      return Reach(interval: interval)
    }
    if let known = posting.named(.publicHolidays).first?.read.interval {
      let days = isWith ? -known.low : known.low
      return Reach(
        interval: Interval(max(0, interval.low + days), interval.high + days), isConverted: true)
    }
    // How many of them are bank holidays differs from place to place.
    let share = lexicon.withoutBankHolidays
    return Reach(
      interval: isWith
        ? Interval(interval.low * share, interval.high)
        : Interval(interval.low, interval.high / share))
  }

  /// What may be extended may last as long as is asked for, though not for good.
  private func contract(_ read: ReadAmount, _ interval: Interval, _ claim: Claim) -> Interval {
    read.marks.contains(.extensible) && !isForGood(claim)
      ? Interval(interval.low, max(interval.high, claim.outer.high)) : interval
  }

  /// A month without its year may be of any year: what is not as it is asked for may be so a year later.
  private func start(_ read: ReadAmount, _ interval: Interval, _ claim: Claim) -> Interval {
    guard read.isNumber else { return .everything }
    let (isOfYear, isAskedOfYear) = (
      read.unit == StartReader.ofYear, claim.read.unit == StartReader.ofYear
    )
    guard isOfYear || isAskedOfYear else { return interval }
    guard isOfYear, isAskedOfYear else { return .everything }
    let isOpen = claim.outer.low.isInfinite || claim.outer.high.isInfinite || claim.outer.low <= 0
    return isOpen && claim.inner.map({ !interval.isWithin($0) }) ?? true ? .everything : interval
  }

  // MARK: - Pay

  private func pay(_ read: ReadAmount, _ stated: Interval, _ claim: ReadAmount)
    -> Swift.Result<Reach, Unknown>
  {
    var interval = stated
    if !read.isNumber { return .success(Reach(interval: interval)) }
    if claim.marks.contains(.base), read.marks.contains(.total), !read.marks.contains(.base) {
      interval = Interval(0, interval.high)
    }
    guard isSameCurrency(read.unit, claim.unit) else { return .failure(Unknown(reason: .currency)) }
    if read.marks.contains(.total) && !claim.marks.contains(.total) {
      interval = Interval(0, interval.high)
    }
    if read.marks.contains(.more), !claim.marks.contains(.base), !read.marks.contains(.total) {
      interval = Interval(interval.low, .infinity)
    }
    // Beside a whole that is named, the base is not all.
    let hasTotal = posting.named(.pay).contains { $0.read.marks.contains(.total) }
    if hasTotal, !read.marks.contains(.total), !claim.marks.contains(.base) {
      interval = Interval(interval.low, .infinity)
    }
    if read.marks.contains(.proRata) {
      interval = proRata(interval, isActual: claim.marks.contains(.actual))
    }
    let isNet = claim.marks.contains(.net)
    if read.marks.contains(.net) != isNet {
      interval = isNet ? Interval(0, interval.high) : Interval(interval.low, .infinity)
    }
    // Money for training that is not said to be by the year is by the year, too.
    if read.kind != .pay, read.per == claim.per || claim.per == nil || read.per == nil {
      return .success(Reach(interval: interval))
    }
    guard let per = read.per, let wanted = claim.per else {
      return .failure(Unknown(reason: .rate))
    }
    if per == wanted { return .success(Reach(interval: interval)) }
    guard let converted = converted(interval, from: per, to: wanted) else {
      return .failure(Unknown(reason: .rate))
    }
    return .success(converted)
  }

  /// What a pay for a full week comes to: the part of it that the posting states.
  private func proRata(_ interval: Interval, isActual: Bool) -> Interval {
    guard let part = posting.part else { return Interval(0, interval.high) }
    let actual = Interval(interval.low * part.low, interval.high * part.high)
    return isActual ? actual : actual.hull(interval)
  }

  private func isSameCurrency(_ one: String, _ other: String) -> Bool {
    one == other || one == AmountReader.anyCurrency || other == AmountReader.anyCurrency
  }

  /// By what a year has of them; from hours only with the week that the posting states, or to what nobody exceeds.
  private func converted(_ interval: Interval, from per: String, to wanted: String) -> Reach? {
    let (count, wantedCount) = (lexicon.inAYear[per], lexicon.inAYear[wanted])
    if let count, let wantedCount {
      return Reach(interval: interval.scaled(by: count / wantedCount), isConverted: true)
    }
    if let wantedCount, let most = lexicon.mostInAYear[per] {
      if per == "hour", let week = posting.week, week.isPoint {
        return Reach(interval: interval.scaled(by: week.low * 52 / wantedCount), isConverted: true)
      }
      return Reach(interval: Interval(0, interval.high * most / wantedCount))
    }
    if let count, let most = lexicon.mostInAYear[wanted] {
      if wanted == "hour", let week = posting.week, week.isPoint, week.low > 0 {
        return Reach(interval: interval.scaled(by: count / (week.low * 52)), isConverted: true)
      }
      return Reach(interval: Interval(interval.low * count / most, .infinity))
    }
    return nil
  }
}

extension AmountDoubt {
  /// Why what is doubtful does not decide.
  var reason: AmountComparison.Reason {
    switch self {
    case .separators: .separators
    case .implausible: .implausible
    case .partly: .partly
    }
  }
}
