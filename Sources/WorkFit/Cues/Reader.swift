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
  /// What each clause says is not so, or not yours.
  let denied: [Set<WordKey>]

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
  private let sources: [any CueSource]
  /// Heard beside the sources, and asked about what they find in postings.
  private let heads: HeadCues?

  /// A reader with a lexicon, and with the heads that ship.
  public init(lexicon: Lexicon) {
    self.lexicon = lexicon
    sources = [PhraseCues(lexicon: lexicon)]
    heads = HeadCues(lexicon: lexicon)
  }

  /// A reader that hears with the lexicon's phrases alone.
  init(phrasesOf lexicon: Lexicon) {
    self.lexicon = lexicon
    sources = [PhraseCues(lexicon: lexicon)]
    heads = nil
  }

  /// The features of a text for the facets' heads; training and reading share this.
  public func headFeatures(of text: String) -> [HeadFeatures] {
    ClauseSplitter.clauses(of: SourceText(text)).map { clause in
      Scopes(in: clause, lexicon: lexicon, voice: .posting).headFeatures
    }
  }

  /// The clauses of a posting as background for training the heads: their places, features, and the
  /// facets that the lexicon's phrases hear in them.
  public func headBackground(of posting: String) -> [(
    range: Range<Int>, features: HeadFeatures, heard: Set<FacetID>
  )] {
    let phrases = PhraseCues(lexicon: lexicon)
    return read(posting: posting).clauses.enumerated().map { index, clause in
      let scopes = Scopes(in: clause, lexicon: lexicon, voice: .posting)
      return (
        clause.range, scopes.headFeatures,
        Set(phrases.cues(in: clause, at: index, scopes: scopes).map(\.facet))
      )
    }
  }

  /// Reads a posting: clauses, their segments, and cues.
  public func read(posting text: String) -> Reading {
    let source = SourceText(text)
    var clauses = ClauseSplitter.clauses(of: source)
    lexicon.segments.place(&clauses, of: source)
    let scopes = clauses.map { Scopes(in: $0, lexicon: lexicon, voice: .posting) }
    let subjects = zip(clauses, scopes).map { clause, scopes in
      zip(clause.tokens, scopes.isNegated).compactMap { token, isNegated in
        lexicon.subjects.stem(token).map { (stem: $0, isDenied: isNegated) }
      }
    }
    return Reading(
      source: source, clauses: clauses, cues: cues(in: clauses, scopes: scopes),
      stems: subjects.map { Set($0.filter { !$0.isDenied }.map(\.stem)) },
      denied: subjects.map { Set($0.filter(\.isDenied).map(\.stem)) })
  }

  /// What a posting calls itself: its first words that belong to it, without marks of headings; `nil` where
  /// it has none.
  ///
  /// - Parameter most: how many characters there are at most.
  func title(of posting: String, most: Int) -> String? {
    let source = SourceText(posting)
    var clauses = ClauseSplitter.clauses(of: source)
    lexicon.segments.place(&clauses, of: source)
    guard let clause = clauses.first(where: { $0.segment != .boilerplate }) ?? clauses.first
    else { return nil }
    let text = source.text(in: clause.range).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    return text.count <= most ? text : text.prefix(most - 1) + "…"
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
    let scopes = clauses.map { Scopes(in: $0, lexicon: lexicon, voice: voice) }
    return Reading(
      source: source, clauses: clauses, cues: cues(in: clauses, scopes: scopes), stems: [],
      denied: [])
  }

  private func cues(in clauses: [Clause], scopes: [Scopes]) -> [Cue] {
    zip(clauses, scopes).enumerated().flatMap { index, pair in
      let (clause, scopes) = pair
      var found = sources.flatMap { $0.cues(in: clause, at: index, scopes: scopes) }
      // Boilerplate says nothing of the job.
      if let heads, clause.segment != .boilerplate {
        let margins = heads.margins(of: clause, scopes: scopes)
        let phrases = found
        if scopes.voice == .posting { found = found.map { heads.weighed($0, margins: margins) } }
        // A head hears the whole clause: no “occasionally” in it, and no “no” that a phrase has found.
        found += heads.cues(in: clause, at: index, scopes: scopes, margins: margins).map { cue in
          let same = phrases.filter { $0.facet == cue.facet }
          let isDenied = same.contains { $0.isNegated && $0.side != cue.side }
          return cue.weighed(
            by: (same.map(\.factor).min() ?? 1) * (isDenied ? lexicon.weights.unheard : 1))
        }
      }
      return found.sorted {
        ($0.range.lowerBound, $0.facet) < ($1.range.lowerBound, $1.facet)
      }
    }
  }
}
