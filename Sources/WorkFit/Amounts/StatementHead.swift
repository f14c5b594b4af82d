/// Finds in a statement what is asked, without the reason that is given for it.
struct StatementHead {
  let lexicon: QuantityLexicon

  /// The tokens up to where a reason begins: “at least forty-five grand, | otherwise the mortgage doesn't work”.
  ///
  /// A reason begins behind a comma, a dash or a full stop, with one of the words that begin reasons, and it
  /// names no amount.
  func head(of tokens: [Token], source: SourceText) -> [Token] {
    let starts = Set(lexicon.reasons.matches(in: tokens).map(\.range.lowerBound))
    guard !starts.isEmpty else { return tokens }
    let reader = AmountReader(lexicon: lexicon, side: .statement)
    func names(_ part: ArraySlice<Token>) -> Bool {
      let words = AmountReader.Words(tokens: Array(part), source: source)
      return !reader.amounts(of: words).isEmpty
        || !PlaceReader(lexicon: lexicon.places).wishes(in: words.tokens).isEmpty
    }
    for place in starts.sorted() where place > 0 && begins(place, tokens, source) {
      // A home that is named may be what the distance is counted from.
      guard names(tokens[..<place]), !names(tokens[place...]) || isContrast(place, tokens) else {
        continue
      }
      return Array(tokens[..<place])
    }
    return tokens
  }

  private func begins(_ place: Int, _ tokens: [Token], _ source: SourceText) -> Bool {
    if tokens[place].isParted { return true }
    let (from, to) = (tokens[place - 1].range.upperBound, tokens[place].range.lowerBound)
    let marks = ".!?".utf8
    return from <= to && source.bytes[from..<to].contains(where: marks.contains)
      || lexicon.reasonWords.contains(tokens[place].word)
  }

  /// “…, not some full-time equivalent figure”
  private func isContrast(_ place: Int, _ tokens: [Token]) -> Bool {
    lexicon.contrasts.beginning(at: place, in: tokens) != nil
  }
}
