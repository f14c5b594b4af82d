/// What words say when work begins, as `Lexicon/quantities.yaml` has it.
struct StartLexicon: LexiconPart {
  let cues, beforeMonth: Set<String>
  /// Beside the cues, where somebody asks.
  private let furtherAsked: Set<String>
  /// What stands before the earliest day, before one that somebody asks for, before the last one, and behind a
  /// denial before the earliest.
  let earliest, earliestAsked, latest, notBefore: PhraseList
  /// What stands behind the earliest day, and behind the last one.
  let earliestBehind, latestBehind: PhraseList

  /// Where somebody asks.
  var cuesAsked: Set<String> { cues.union(furtherAsked) }

  private enum CodingKeys: String, CodingKey {
    case cues, earliest, latest
    case furtherAsked = "cues_asked"
    case beforeMonth = "before_month"
    case earliestAsked = "earliest_asked"
    case notBefore = "not_before"
    case earliestBehind = "earliest_behind"
    case latestBehind = "latest_behind"
  }
}

/// Reads when work begins: a day or month of a year, counted in months from the year 0.
struct StartReader {
  let lexicon: QuantityLexicon
  let side: QuantityLexicon.Side

  /// The unit of a month whose year is not named.
  static let ofYear = "month-of-year"

  private static let yearReach = 3
  private static let daysInMonth = 31.0

  func start(of words: AmountReader.Words) -> ReadAmount? {
    let tokens = words.tokens
    let cues = side == .statement ? lexicon.starts.cuesAsked : lexicon.starts.cues
    guard
      let cue = tokens.firstIndex(where: { cues.contains($0.word) })
        ?? (words.heading.contains { cues.contains($0.word) } ? 0 : nil)
    else { return nil }
    if let date = NumericDate.first(
      in: tokens, source: words.source, from: max(0, cue - Self.yearReach))
    {
      return read(words, cue: cue, from: date.tokens, months: date.months)
    }
    for place in tokens.indices where abs(place - cue) <= Int(lexicon.reach) {
      guard let month = lexicon.months[tokens[place].word] else { continue }
      let behind = tokens[place...].dropFirst().prefix(Self.yearReach)
      if let year = behind.first(where: isYear)?.number {
        return read(words, cue: cue, at: place, month: year * 12 + month - 1)
      }
      guard isMonth(place, in: tokens) else { continue }
      // From 12 on, so that nothing bounds it from below but a bound.
      var read = read(words, cue: cue, at: place, month: month + 11)
      read.unit = Self.ofYear
      return read
    }
    return nil
  }

  private func read(_ words: AmountReader.Words, cue: Int, at place: Int, month: Double)
    -> ReadAmount
  {
    let tokens = words.tokens
    let (first, day) = self.day(before: place, in: tokens)
    // A month without a day may begin on any of them.
    let from = month + (day.map { ($0 - 1) / Self.daysInMonth } ?? 0)
    let later = later(behind: place, month: month, in: tokens)
    let to =
      day == nil ? (later ?? month) + (Self.daysInMonth - 1) / Self.daysInMonth : later ?? from
    return read(words, cue: cue, from: first..<place + 1, months: Interval(from, to))
  }

  private func read(
    _ words: AmountReader.Words, cue: Int, from date: Range<Int>, months: Interval
  ) -> ReadAmount {
    let tokens = words.tokens
    let (first, place) = (date.lowerBound, date.upperBound - 1)
    let isYear = tokens.indices.contains(place + 1) && isYear(tokens[place + 1])
    let interval = bounded(
      months, before: first, behind: place + (isYear ? 2 : 1), in: tokens)
    return ReadAmount(
      kind: .start, interval: interval, unit: "month", per: nil,
      bound: interval == months ? .exactly : .range, isNumber: true,
      tokens: min(cue, first)..<max(cue, place) + 1,
      used: Set(min(cue, first)..<min(tokens.count, max(cue, place) + 3)),
      range: tokens[first].range
        .lowerBound..<tokens[min(tokens.count - 1, place + 1)].range.upperBound)
  }

  /// The second month of “August or September”.
  private func later(behind place: Int, month: Double, in tokens: [Token]) -> Double? {
    guard place + 2 < tokens.count, ["or", "and", "to"].contains(tokens[place + 1].word),
      let first = lexicon.months[tokens[place].word],
      let next = lexicon.months[tokens[place + 2].word],
      next > first
    else { return nil }
    return month + next - first
  }

  /// Whether a word that may be more than a month is one: “in May”, “1 March”.
  private func isMonth(_ place: Int, in tokens: [Token]) -> Bool {
    guard tokens[place].isCapitalized else { return false }
    if place == 0 || tokens[place].isParted { return true }
    return tokens[place - 1].number != nil
      || lexicon.starts.beforeMonth.contains(tokens[place - 1].word)
  }

  /// “1 September”, “1st of June”
  private func day(before place: Int, in tokens: [Token]) -> (first: Int, day: Double?) {
    for back in 1...3 where place - back >= 0 {
      if let number = tokens[place - back].number {
        return (1...31).contains(number) ? (place - back, number) : (place, nil)
      }
      guard tokens[place - back].word.utf8.count <= 2 else { break }
    }
    return (place, nil)
  }

  /// - Parameter last: behind the date.
  private func bounded(
    _ interval: Interval, before first: Int, behind last: Int, in tokens: [Token]
  )
    -> Interval
  {
    let starts = lexicon.starts
    if starts.earliestBehind.beginning(at: last, in: tokens) != nil {
      return Interval(interval.low, .infinity)
    }
    if starts.latestBehind.beginning(at: last, in: tokens) != nil {
      return Interval(0, interval.high)
    }
    let isDenied = tokens[..<first].contains { NegationWords.shipped.denies($0.word) }
    if starts.earliest.ending(before: first, in: tokens) != nil
      || side == .statement
        && (starts.earliestAsked.ending(before: first, in: tokens) != nil
          || isDenied && starts.notBefore.ending(before: first, in: tokens) != nil)
    {
      return Interval(interval.low, .infinity)
    }
    if starts.latest.ending(before: first, in: tokens) != nil { return Interval(0, interval.high) }
    return interval
  }

  private func isYear(_ token: Token) -> Bool {
    token.number.map { (2000...2099).contains($0) } ?? false
  }
}
