/// Reads when work begins: a month of a year, counted in months from the year 0.
struct StartReader {
  let lexicon: QuantityLexicon
  let side: QuantityLexicon.Side

  private static let cues: Set<String> = [
    "start", "starting", "starts", "begin", "begins", "beginning", "commencing", "commence",
  ]
  private static let yearReach = 3

  func start(of words: AmountReader.Words) -> ReadAmount? {
    let tokens = words.tokens
    guard
      let cue = tokens.firstIndex(where: { Self.cues.contains($0.word) })
        ?? (words.heading.contains { Self.cues.contains($0.word) } ? 0 : nil)
    else { return nil }
    for place in tokens.indices {
      guard abs(place - cue) <= Int(lexicon.reach), let month = lexicon.months[tokens[place].word],
        let year = tokens[place...].dropFirst().prefix(Self.yearReach).first(where: isYear)?.number
      else { continue }
      let count = year * 12 + month - 1
      let bound: AmountBound? = lexicon.before.filter {
        $0.value.ending(before: place, in: tokens) != nil
      }
      .map(\.key).min { $0.rawValue < $1.rawValue }
      let earliest = ["after", "before", "until", "from"]
      let word = place > 0 ? tokens[place - 1].word : ""
      let isDenied = tokens[..<place].contains {
        ["not", "no", "can't", "cannot", "never"].contains($0.word)
      }
      var interval = Interval(count, count)
      switch (word, isDenied) {
      case (earliest[0], _): interval = Interval(count, .infinity)
      case (earliest[1], true), (earliest[2], true): interval = Interval(count, .infinity)
      case (earliest[1], false): interval = Interval(0, count)
      default: break
      }
      return ReadAmount(
        kind: .start, interval: interval, unit: "month", per: nil,
        bound: interval.isPoint ? bound ?? .exactly : .range, isNumber: true,
        tokens: min(cue, place)..<max(cue, place) + 1,
        used: Set(min(cue, place)..<min(tokens.count, max(cue, place) + 3)),
        range: tokens[place].range
          .lowerBound..<tokens[min(tokens.count - 1, place + 1)].range.upperBound)
    }
    return nil
  }

  private func isYear(_ token: Token) -> Bool {
    token.number.map { (2000...2099).contains($0) } ?? false
  }
}
