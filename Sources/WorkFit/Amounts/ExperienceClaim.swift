/// What somebody who is good at something says of how long they have done it.
extension ClaimReader {
  /// The years that a strength names, “six years of Python”, where it names them once and nothing else does.
  func experience(in tokens: [Token], source: SourceText) -> ReadAmount? {
    let numerals = NumeralScanner(tokens: tokens, source: source, lexicon: lexicon, isAsked: true)
      .numerals().filter { $0.unit == "year" && $0.per == nil && $0.doubts.isEmpty }
    guard numerals.count == 1, let numeral = numerals.first, let spec = lexicon.kinds[.experience],
      numeral.interval.isWithin(spec.possible), let first = tokens[numeral.tokens].first,
      let last = tokens[numeral.tokens].last
    else { return nil }
    return ReadAmount(
      kind: .experience, interval: numeral.interval, unit: spec.unit, per: spec.per,
      bound: numeral.bound, isNumber: true, tokens: numeral.tokens,
      used: Set(numeral.tokens).union(numeral.bounds.flatMap(Array.init)),
      range: first.range.lowerBound..<last.range.upperBound)
  }

  /// In bytes: a common word that is no shorter may say what somebody has done.
  private static let telling = 5

  /// `nil` where nothing says what of, or too much does.
  func experienced(_ read: ReadAmount, _ tokens: [Token], _ source: SourceText) -> Claim? {
    let rest = tokens.indices.filter { !read.used.contains($0) }.map { tokens[$0] }
    var topic = common.rareStems(
      of: rest.filter {
        !lexicon.harmless.contains($0.word) && !lexicon.experienceWords.contains($0.word)
      })
    if topic.isEmpty {
      topic = Set(
        rest.filter {
          $0.word.utf8.count >= Self.telling && !lexicon.experienceWords.contains($0.word)
        }
        .map(\.key))
    }
    guard !topic.isEmpty, topic.count <= lexicon.beside.tasteNumbered else { return nil }
    return claim(ofExperience: read, about: topic, words: source.text(in: read.range))
  }

  /// Who has done something for six years has what asks for six years of it or fewer.
  private func claim(ofExperience read: ReadAmount, about topic: Set<WordKey>, words: String)
    -> Claim
  {
    let isOpen = read.bound == .least || read.bound == .above
    let met = Interval(-.infinity, read.interval.low)
    return Claim(
      read: read, inner: met,
      outer: Interval(-.infinity, isOpen ? .infinity : read.interval.high), topic: topic,
      words: words)
  }
}
