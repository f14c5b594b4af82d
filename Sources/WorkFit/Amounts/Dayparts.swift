/// Times of day as parts of it: “from 6 am”, “until 10 pm”.
extension AmountReader {
  /// What the times at which work begins and ends say of evenings and nights.
  func dayparts(of times: [ReadAmount], _ words: Words, besides kinds: Set<AmountKind>)
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
}
