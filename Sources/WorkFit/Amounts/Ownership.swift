/// Whose amounts a clause of a posting names.
struct Ownership {
  /// Where the words begin that speak of others than who does the job; behind the last where none do.
  let othersFrom: Int

  init(_ words: AmountReader.Words, lexicon: QuantityLexicon) {
    let starts = Set([0, words.label?.tokens.upperBound ?? 0])
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
    return lexicon.ownership.subjects.matches(in: words.tokens).contains {
      $0.range.lowerBound == place
    } ? start : nil
  }

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
struct OwnershipLexicon: Sendable {
  let openers, determiners, pronouns, antecedents: Set<String>
  let handling, subjects: PatternIndex<Bool>

  init(_ node: LexiconNode) throws(LexiconFault) {
    openers = Set(try node.texts("openers"))
    determiners = Set(try node.texts("determiners"))
    pronouns = Set(try node.texts("pronouns"))
    antecedents = Set(try node.texts("antecedents"))
    var handling = PatternIndex<Bool>()
    for phrase in try node.texts("handling") { handling.insert(phrase, label: true) }
    self.handling = handling
    var subjects = PatternIndex<Bool>()
    for phrase in try node.texts("subjects") { subjects.insert(phrase, label: true) }
    self.subjects = subjects
  }
}
