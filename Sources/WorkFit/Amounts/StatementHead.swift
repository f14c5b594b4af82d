/// Finds in a statement what is asked, without the reason that is given for it.
struct StatementHead {
  let lexicon: QuantityLexicon

  /// The tokens of the sentence that asks, up to where a reason begins: “at least forty-five grand, | otherwise the
  /// mortgage doesn't work”.
  ///
  /// A reason begins behind a comma, a dash or a full stop, with one of the words that begin reasons, and it
  /// names nothing else than what is asked.
  func head(of tokens: [Token], source: SourceText, isAverse: Bool) -> [Token] {
    let sentence = sentence(of: tokens, source)
    let starts = Set(lexicon.reasons.matches(in: sentence).map(\.range.lowerBound))
    for place in starts.sorted() where place > 0 && begins(place, sentence, source) {
      let (head, rest) = (Array(sentence[..<place]), Array(sentence[place...]))
      var asked = Named(head, source, lexicon)
      asked.isAverse = isAverse
      guard !asked.isEmpty,
        asked.covers(Named(rest, source, lexicon)) || isContrast(place, sentence)
      else { continue }
      return head
    }
    return sentence
  }

  /// What words name: kinds, and whether by a number or a place.
  private struct Named {
    var kinds, numbered: Set<AmountKind>

    init(_ tokens: [Token], _ source: SourceText, _ lexicon: QuantityLexicon) {
      let reader = AmountReader(lexicon: lexicon, side: .statement)
      let read = reader.amounts(of: AmountReader.Words(tokens: tokens, source: source))
      let isPlaced = !PlaceReader(lexicon: lexicon.places).wishes(in: tokens).isEmpty
      kinds = Set(read.map(\.kind)).union(isPlaced ? [.place] : [])
      numbered = Set(read.filter(\.isNumber).map(\.kind)).union(isPlaced ? [.place] : [])
    }

    var isEmpty: Bool { kinds.isEmpty }

    /// Whether nothing else is named by the other: a home may be what a distance is counted from.
    func covers(_ other: Named) -> Bool {
      other.kinds.isSubset(of: kinds)
        || other.numbered.isEmpty && (!numbered.isEmpty || isAverse)
    }

    /// Whether what is named drains or breaks: what somebody says behind it is no further wish.
    var isAverse = false
  }

  /// The one sentence that asks: the first that names a number or a place, else the first that names a fact; all
  /// of them where more than one names something of its own, or where one says what another means.
  private func sentence(of tokens: [Token], _ source: SourceText) -> [Token] {
    let starts = [0] + tokens.indices.dropFirst().filter { isSentence($0, tokens, source) }
    guard starts.count > 1, !tokens.contains(where: { lexicon.abroad.contains($0.word) }) else {
      return tokens
    }
    let sentences = starts.indices.map { place in
      Array(tokens[starts[place]..<(place + 1 < starts.count ? starts[place + 1] : tokens.count)])
    }
    let named = sentences.map { Named($0, source, lexicon) }
    guard let first = named.firstIndex(where: { !$0.isEmpty }) else { return tokens }
    let numbered = named.reduce(into: Set<AmountKind>()) { $0.formUnion($1.numbered) }
    // “Small firms. Ten thousand people and I vanish.”: with the others a number may be of something else.
    let whole = Named(tokens, source, lexicon)
    guard numbered.isSubset(of: whole.numbered) else { return tokens }
    if numbered.isEmpty || named[first].numbered == numbered { return sentences[first] }
    guard named[first].numbered.isEmpty,
      let place = named.firstIndex(where: { $0.numbered == numbered }),
      !named[place].kinds.isDisjoint(with: named[first].kinds)
    else { return tokens }
    return sentences[place]
  }

  /// Whether a sentence begins; behind three dots it goes on.
  private func isSentence(_ place: Int, _ tokens: [Token], _ source: SourceText) -> Bool {
    let (from, to) = (tokens[place - 1].range.upperBound, tokens[place].range.lowerBound)
    guard from <= to else { return false }
    let between = source.bytes[from..<to]
    return between.contains { ".!?;".utf8.contains($0) } && between.contains(0x20)
      && between.count { $0 == UInt8(ascii: ".") } < 2
  }

  private func begins(_ place: Int, _ tokens: [Token], _ source: SourceText) -> Bool {
    if tokens[place].isParted || lexicon.reasonPhrases.beginning(at: place, in: tokens) != nil {
      return true
    }
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
