/// A text about work, read: its clauses, and the cues in them.
public struct Reading: Sendable {
  /// The text as given.
  public let source: SourceText
  /// Its clauses in order.
  public let clauses: [Clause]
  /// The cues in order.
  public let cues: [Cue]
  /// What each clause is about: the stems of its words of content.
  let stems: [Set<WordKey>]

  /// The clause's words, verbatim, with their place.
  public func quote(_ clause: Int) -> Quote {
    let clause = clauses[clause]
    return quote(clause.range, on: clause.line)
  }

  private func quote(_ range: Range<Int>, on line: Int) -> Quote {
    Quote(line: line, range: range, text: source.text(in: range))
  }

  /// A clause's words around a span; long clauses are cut at words, still verbatim.
  func quote(_ index: Int, around span: Range<Int>) -> Quote {
    let clause = clauses[index]
    let limit = 240
    // A quote stands on one line, though its clause may go on over several.
    let line = source.line(at: span.lowerBound)
    let here = source.lines[line - 1]
    let first = max(clause.range.lowerBound, here.lowerBound)
    let last = min(clause.range.upperBound, here.upperBound)
    guard last - first > limit || first..<last != clause.range else { return quote(index) }
    let tokens = clause.tokens.filter {
      $0.range.lowerBound >= first && $0.range.upperBound <= last
    }
    let start = max(first, span.lowerBound - limit / 2)
    let end = min(last, max(span.upperBound, start + limit))
    let lower = tokens.first { $0.range.lowerBound >= start }?.range.lowerBound ?? span.lowerBound
    // At the end of the line what follows the last word, such as a full stop, belongs to it.
    let upper =
      end == last
      ? last : tokens.last { $0.range.upperBound <= end }?.range.upperBound ?? span.upperBound
    return quote(min(lower, span.lowerBound)..<max(upper, min(span.upperBound, last)), on: line)
  }
}

/// Reads texts about work, postings and people's answers alike, into cues.
public struct Reader: Sendable {
  /// Who is speaking; it changes what a word such as “tired of” does.
  public enum Voice: Sendable {
    case posting
    /// Somebody saying what energizes them, what they are good at, or what they must have.
    case wish
    /// Somebody saying what drains them or what they would refuse.
    case aversion
  }

  let lexicon: Lexicon

  /// A reader with a lexicon.
  public init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// Reads a posting: clauses, their segments, and cues.
  public func read(posting text: String) -> Reading {
    let source = SourceText(text)
    var clauses = ClauseSplitter.clauses(of: source)
    lexicon.segments.place(&clauses, of: source)
    return Reading(
      source: source, clauses: clauses, cues: cues(in: clauses, voice: .posting),
      stems: clauses.map { Set($0.tokens.compactMap(lexicon.subjects.stem)) })
  }

  /// The activities that a clause speaks of, the likeliest first; none where nothing is known of it.
  public func activities(in reading: Reading, clause index: Int) -> [ActivityModel.Score] {
    guard let model = ActivityModel.shipped else { return [] }
    return model.scores(of: ActivityFeatures(reading.clauses[index].tokens))
  }

  /// The short name of the pole that a cue's words name.
  public func poleName(of cue: Cue) -> String {
    lexicon.facet(cue.facet)?.pole(cue.written).id ?? ""
  }

  /// Reads what a person said of themselves.
  public func read(answer text: String, voice: Voice) -> Reading {
    let source = SourceText(text)
    let clauses = ClauseSplitter.clauses(of: source)
    return Reading(
      source: source, clauses: clauses, cues: cues(in: clauses, voice: voice), stems: [])
  }

  private func cues(in clauses: [Clause], voice: Voice) -> [Cue] {
    clauses.enumerated().flatMap { index, clause in
      cues(in: clause, at: index, voice: voice)
    }
  }

  private func cues(in clause: Clause, at index: Int, voice: Voice) -> [Cue] {
    let tokens = clause.tokens
    let matches = lexicon.cues.matches(in: tokens)
    guard !matches.isEmpty else { return [] }
    let excluded = lexicon.exclusions.matches(in: tokens)
    let scopes = Scopes(
      lexicon.scope.matches(in: tokens), tokens: tokens, lexicon: lexicon, voice: voice)
    var kept: [(match: PatternIndex<Lexicon.CueLabel>.Match, cue: Cue)] = []
    // Longer phrases first: they say more exactly what is meant than the words inside them.
    for match in matches.sorted(by: {
      ($0.range.count, $0.label.strength) > ($1.range.count, $1.label.strength)
    }) {
      if excluded.contains(where: {
        $0.label == match.label.facet && $0.range.overlaps(match.range)
      }) {
        continue
      }
      if kept.contains(where: {
        $0.match.label.facet == match.label.facet && $0.match.range.overlaps(match.range)
      }) {
        continue
      }
      let effect = scopes.effect(on: match.range)
      let range =
        tokens[match.range.lowerBound].range
        .lowerBound..<tokens[match.range.upperBound - 1].range.upperBound
      let strength =
        match.label.strength * effect.factor * (effect.isNegated ? lexicon.weights.negated : 1)
      kept.append(
        (
          match,
          Cue(
            facet: lexicon.facets[match.label.facet].id, written: match.label.side,
            isNegated: effect.isNegated, strength: strength, range: range, clause: index)
        ))
    }
    return kept.map(\.cue).sorted {
      ($0.range.lowerBound, $0.facet) < ($1.range.lowerBound, $1.facet)
    }
  }
}

/// The words of one clause that turn, weaken or strengthen what stands beside them.
private struct Scopes {
  let words: [PatternIndex<Lexicon.ScopeLabel>.Match]
  let tokens: [Token]
  let lexicon: Lexicon

  init(
    _ matches: [PatternIndex<Lexicon.ScopeLabel>.Match], tokens: [Token], lexicon: Lexicon,
    voice: Reader.Voice
  ) {
    let seeming = matches.filter { $0.label == .notNegator }.map(\.range)
    words = matches.filter { match in
      if match.label == .aversion { return voice != .aversion }
      guard match.label == .negator else { return match.label != .notNegator }
      return !seeming.contains { $0.overlaps(match.range) }
    }
    self.tokens = tokens
    self.lexicon = lexicon
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
      case .diminisher:
        if reaches(from: word.range, to: span) { factor = min(factor, lexicon.diminished) }
      case .amplifier:
        if reaches(from: word.range, to: span), factor >= 1 { factor = lexicon.amplified }
      case .notNegator: break
      }
    }
    // “not … without …” is two turns; overlapping spellings of one negator are one.
    let separate = negators.indices.filter { index in
      !negators[..<index].contains { $0.overlaps(negators[index]) }
    }
    return (separate.count % 2 == 1, factor)
  }

  /// Whether the first span ends before the second starts, near enough and with no comma between.
  private func reaches(from first: Range<Int>, to second: Range<Int>) -> Bool {
    guard first.upperBound <= second.lowerBound,
      second.lowerBound - first.upperBound <= lexicon.scopeReach
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
