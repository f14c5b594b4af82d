/// The words of one clause that turn, weaken or strengthen what stands beside them.
struct Scopes {
  let words: [PatternIndex<Lexicon.ScopeLabel>.Match]
  let tokens: [Token]
  /// How many words may stand between; and by how much words weaken and strengthen. The lexicon
  /// itself is not kept, since it is dear to copy.
  private let reach: Int
  private let diminished, amplified: Double
  let voice: Reader.Voice
  /// Whether the clause says that somebody else does it.
  let isDelegated: Bool
  /// For each word, whether negation reaches it.
  private(set) var isNegated: [Bool] = []

  init(in clause: Clause, lexicon: Lexicon, voice: Reader.Voice) {
    let matches = lexicon.scope.matches(in: clause.tokens)
    let seeming = matches.filter { $0.label == .notNegator }.map(\.range)
    words = matches.filter { match in
      if match.label == .aversion { return voice != .aversion }
      guard match.label == .negator else { return match.label != .notNegator }
      return !seeming.contains { $0.overlaps(match.range) }
    }
    tokens = clause.tokens
    isDelegated = Self.isDelegated(matches, tokens: clause.tokens)
    reach = lexicon.scopeReach
    diminished = lexicon.diminished
    amplified = lexicon.amplified
    self.voice = voice
    isNegated = Self.negated(self)
  }

  func effect(on span: Range<Int>) -> (isNegated: Bool, factor: Double) {
    var negators: [Range<Int>] = []
    var factor = 1.0
    for word in words {
      switch word.label {
      case .negator, .aversion:
        if reaches(from: word.range, to: span) { negators.append(word.range) }
      case .negatorAfter:
        if reaches(from: span, to: word.range) { negators.append(word.range) }
      case .answer:
        if isAnswer(word.range), span.upperBound <= word.range.lowerBound {
          negators.append(word.range)
        }
      case .diminisher:
        if reaches(from: word.range, to: span) { factor = min(factor, diminished) }
      case .diminisherAfter:
        if reaches(from: span, to: word.range) { factor = min(factor, diminished) }
      case .amplifier:
        if reaches(from: word.range, to: span), factor >= 1 { factor = amplified }
      case .notNegator, .delegated, .taken: break
      }
    }
    // “not … without …” is two turns; overlapping spellings of one negator are one.
    let own = words.filter { $0.label == .negator && $0.range.lowerBound == span.lowerBound }
    let closer = negators + own.map(\.range)
    let separate = negators.indices.filter { index in
      !negators[..<index].contains { $0.overlaps(negators[index]) }
        && !closer.contains { isJoined(negators[index], to: $0) }
    }
    return ((separate.count + (isDelegated ? 1 : 0)) % 2 == 1, factor)
  }

  /// “no shop and nothing to sell”: of two that are joined, what stands behind the second is its own.
  private func isJoined(_ first: Range<Int>, to second: Range<Int>) -> Bool {
    guard first.upperBound < second.lowerBound else { return false }
    return tokens[first.upperBound..<second.lowerBound].contains {
      ["and", "or", "nor", "but"].contains($0.word)
    }
  }

  /// Whether a negator stands between the first word of a span and its last.
  func hasNegator(inside span: Range<Int>) -> Bool {
    words.contains {
      $0.label == .negator && $0.range.lowerBound > span.lowerBound
        && $0.range.upperBound < span.upperBound
    }
  }

  /// “Paperwork is done by an assistant” says that it is not yours to do.
  private static func isDelegated(
    _ matches: [PatternIndex<Lexicon.ScopeLabel>.Match], tokens: [Token]
  ) -> Bool {
    var isTaken = false
    for match in matches {
      switch match.label {
      case .delegated: return true
      // Said of somebody, and that is not who is spoken to.
      case .taken
      where !tokens.contains { $0.word == "you" || $0.word == "we" || $0.word == "your" }:
        isTaken = true
      default: continue
      }
    }
    return isTaken
  }

  /// For each word, whether negation reaches it.
  private static func negated(_ scopes: Scopes) -> [Bool] {
    let turns = scopes.words.contains {
      switch $0.label {
      case .negator, .negatorAfter, .aversion, .answer: true
      default: false
      }
    }
    return scopes.tokens.indices.map {
      turns ? scopes.effect(on: $0..<($0 + 1)).isNegated : scopes.isDelegated
    }
  }

  /// The clause's words for the facets' heads.
  var headFeatures: HeadFeatures {
    var isNegated: [Bool?] = isNegated
    for word in words {
      switch word.label {
      case .negator, .negatorAfter, .aversion: break
      case .answer where isAnswer(word.range): break
      default: continue
      }
      for index in word.range { isNegated[index] = nil }
    }
    return HeadFeatures(tokens, isNegated: isNegated)
  }

  /// Whether words stand alone behind a colon or a dash, at the end of their clause.
  private func isAnswer(_ range: Range<Int>) -> Bool {
    range.upperBound == tokens.count && range.lowerBound > 0 && tokens[range.lowerBound].isParted
  }

  /// Whether the first span ends before the second starts, near enough and with no comma between.
  private func reaches(from first: Range<Int>, to second: Range<Int>) -> Bool {
    guard first.upperBound <= second.lowerBound,
      second.lowerBound - first.upperBound <= reach
    else { return false }
    let between = first.upperBound...second.lowerBound
    let isParted = between.contains { $0 < tokens.count && tokens[$0].isParted }
    // “no meetings, travel or paperwork”: a list that ends in “or” is negated as a whole.
    return !isParted || isList(from: first.upperBound, through: second)
  }

  private func isList(from start: Int, through span: Range<Int>) -> Bool {
    let opener = tokens[max(0, start - 1)].word
    guard ["no", "without", "not", "neither", "never"].contains(opener) else { return false }
    return tokens[start..<min(tokens.count, span.upperBound + 3)].contains {
      $0.word == "or" || $0.word == "nor"
    }
  }
}
