/// Numbers that a statement denies: “not in the office five days a week”.
extension ClaimReader {
  /// How far before a number it may be denied, in words.
  private static let denialReach = 6

  func isDenied(_ read: ReadAmount, in tokens: [Token], _ source: SourceText) -> Bool {
    guard read.isNumber, read.bound == nil else { return false }
    for place in (max(0, read.tokens.lowerBound - Self.denialReach)..<read.tokens.lowerBound)
      .reversed()
    {
      if ends(tokens[place], before: tokens[place + 1], source) { return false }
      if NegationWords.shipped.denies(tokens[place].word) { return true }
      if tokens[place].isParted || tokens[place].number != nil
        || lexicon.boundStops.contains(tokens[place].word)
      {
        return false
      }
    }
    return false
  }

  /// Whether a sentence ends between two tokens.
  private func ends(_ token: Token, before next: Token, _ source: SourceText) -> Bool {
    let (from, to) = (token.range.upperBound, next.range.lowerBound)
    return from <= to && source.bytes[from..<to].contains { ".!?".utf8.contains($0) }
  }

  /// Whether somebody who names what breaks or drains says that there is to be none: “no weekend work” may be the rule
  /// that they hold to, or what they mind.
  func isUnclear(_ claim: Claim, in tokens: [Token], isAverse: Bool) -> Bool {
    guard isAverse, !claim.read.isNumber, claim.wish == nil, let spec = lexicon.kinds[claim.kind],
      let first = tokens.first, NegationWords.shipped.lists.contains(first.word)
    else { return false }
    return spec.isBurden ? claim.outer.high <= 0 : spec.isBoon && claim.outer.low > 0
  }

  /// With what is denied as the limit that it is, where less of it is wanted.
  func limited(_ read: ReadAmount, in tokens: [Token], _ source: SourceText, isAverse: Bool)
    -> ReadAmount
  {
    guard !isAverse, isDenied(read, in: tokens, source), lexicon.kinds[read.kind]?.wanted == .less
    else {
      return read
    }
    var read = read
    read.bound = .below
    return read
  }
}
