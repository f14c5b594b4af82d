/// Whose amounts a clause of a posting names.
struct Ownership {
  /// Where the words begin that speak of others than who does the job; behind the last where none do.
  let othersFrom: Int
  /// Whether the clause begins with them: “Our boots go to shops in Leeds”.
  let isOfOthers: Bool

  init(_ words: AmountReader.Words, lexicon: QuantityLexicon) {
    let starts = Set([0, words.label?.tokens.upperBound ?? 0])
    isOfOthers = starts.contains { Self.subject(words, $0, lexicon) != nil }
    let from =
      starts.flatMap {
        [Self.subject(words, $0, lexicon), Self.handled(words, $0, lexicon)]
      } + [Self.relative(words, lexicon)]
    othersFrom = from.compactMap(\.self).min() ?? words.tokens.count
  }

  /// “Our customers may cancel …”
  private static func subject(
    _ words: AmountReader.Words, _ start: Int, _ lexicon: QuantityLexicon
  ) -> Int? {
    var place = start
    while let token = words.tokens.dropFirst(place).first,
      lexicon.ownership.determiners.contains(token.word)
    {
      place += 1
    }
    let subjects = lexicon.ownership.subjects.matches(in: words.tokens)
    if subjects.contains(where: { $0.range.lowerBound == place }) { return start }
    // “Our café serves breakfast 45 hours a week”: what is ours, and is neither people nor a place to work in.
    guard
      words.tokens[start..<place].contains(where: {
        lexicon.ownership.possessives.contains($0.word)
      }),
      !words.tokens.dropFirst(place).prefix(ownReach).contains(where: {
        lexicon.ownership.own.contains($0.word)
      })
    else { return nil }
    return start
  }

  /// How far behind “our” what is one's own may be named: “our friendly accounts team”.
  private static let ownReach = 4

  /// “You negotiate three-year contracts”: what somebody deals with is not theirs.
  private static func handled(
    _ words: AmountReader.Words, _ start: Int, _ lexicon: QuantityLexicon
  ) -> Int? {
    var place = start
    while let token = words.tokens.dropFirst(place).first,
      lexicon.ownership.openers.contains(token.word)
    {
      place += 1
    }
    guard place > start || words.segment == .responsibilities || start > 0 else { return nil }
    return lexicon.ownership.handling.matches(in: words.tokens).first {
      $0.range.lowerBound == place
    }?.range.upperBound
  }

  /// “25 volunteers, who each give four hours”
  private static func relative(_ words: AmountReader.Words, _ lexicon: QuantityLexicon) -> Int? {
    words.tokens.indices.dropFirst().first {
      lexicon.ownership.pronouns.contains(words.tokens[$0].word)
        && !lexicon.ownership.antecedents.contains(words.tokens[$0 - 1].word)
    }
  }
}

/// How a posting speaks of others, as `Lexicon/quantities.yaml` has it.
struct OwnershipLexicon: LexiconPart {
  let openers, determiners, possessives, own, pronouns, antecedents, theirs: Set<String>
  let handling, subjects: PatternIndex<Bool>
}
