/// What words say until when work is secured, as `Lexicon/quantities.yaml` has it.
struct EndLexicon: LexiconPart {
  /// What stands before the last day; and what a line of a posting has to speak of.
  let before, of: Set<String>
}

/// Reads until when work is secured, in months from the year 0: “funded until 31 March 2029”.
struct EndReader {
  let lexicon: QuantityLexicon
  let side: QuantityLexicon.Side

  private static let reach = 5

  func ends(of words: AmountReader.Words) -> [ReadAmount] {
    let tokens = words.tokens
    guard
      side == .statement
        || (tokens + words.heading).contains(where: { lexicon.ends.of.contains($0.word) }),
      let year = tokens.indices.first(where: { isYear(tokens[$0]) }),
      let cue = tokens[max(0, year - Self.reach)..<year].lastIndex(where: {
        lexicon.ends.before.contains($0.word)
      })
    else { return [] }
    let first = (tokens[year].number ?? 0) * 12
    let named = tokens[cue..<year].compactMap { lexicon.months[$0.word] }.last
    let isEnd = tokens[cue..<year].contains { $0.word == "end" }
    let interval =
      named.map { Interval(first + $0 - 1, first + $0 - 1) }
      ?? (isEnd ? Interval(first + 11, first + 11) : Interval(first, first + 11))
    let range = cue..<year + 1
    return [
      ReadAmount(
        kind: .contractEnd, interval: interval, unit: "month", per: nil,
        bound: side == .statement ? .least : nil, isNumber: true, tokens: range, used: Set(range),
        range: tokens[cue].range.lowerBound..<tokens[year].range.upperBound)
    ]
  }

  private func isYear(_ token: Token) -> Bool {
    token.number.map { (2000...2099).contains($0) } ?? false && token.word.utf8.count == 4
  }
}
