/// What a statement asks of an amount: where it is surely met, and beyond which it surely is not.
struct Claim: Sendable {
  let read: ReadAmount
  /// Within it the posting has what the statement names; `nil` where nothing surely does.
  let inner: Interval?
  /// Outside of it the posting has not.
  let outer: Interval
  /// Where the work has to be, or must not be.
  var wish: PlaceReader.Wish?
  /// The stems of the words that a line has to have one of to speak of it; none where any line may.
  var topic: Set<WordKey> = []
  /// The words, verbatim.
  let words: String

  var kind: AmountKind { read.kind }

  /// The same where nothing surely meets it.
  var unsure: Claim { Claim(read: read, inner: nil, outer: outer, wish: wish, words: words) }

  /// The same where what else is said may change what is asked, so that nothing decides.
  var vague: Claim {
    Claim(read: read, inner: nil, outer: .everything, wish: wish, words: words)
  }

  /// A bare pay with its thousands and the time that it is counted by.
  func scaled(by factor: Double, per: String) -> Claim {
    var read = read
    (read.isBare, read.per) = (false, per)
    read.interval = read.interval.scaled(by: factor)
    return Claim(
      read: read, inner: inner?.scaled(by: factor), outer: outer.scaled(by: factor), wish: wish,
      words: words)
  }

  /// The same of nights at work, where it may be meant of them: “four nights a month”, by the year.
  func ofNights(in year: Double) -> Claim? {
    guard kind == .travel, read.unit == "night", read.isUncued else { return nil }
    var read = read
    (read.kind, read.unit, read.per) = (.nights, "share", nil)
    read.interval = read.interval.scaled(by: 1 / year)
    return Claim(
      read: read, inner: inner?.scaled(by: 1 / year), outer: outer.scaled(by: 1 / year), wish: wish,
      words: words)
  }

  /// As others are told of it.
  var amount: Amount {
    guard let wish else {
      var read = read
      let shown = inner ?? outer
      read.interval = Interval(max(0, shown.low), shown.high)
      let amount = read.amount
      return Amount(
        kind: amount.kind,
        low: shown.low <= 0 && read.isNumber && shown.high > 0 ? nil : amount.low,
        high: amount.high,
        unit: amount.unit, per: amount.per)
    }
    return Amount(
      kind: read.kind, low: wish.isElsewhere ? 0 : 1, high: wish.isElsewhere ? 0 : 1,
      unit: wish.named.places.first?.name ?? "", per: nil)
  }
}
