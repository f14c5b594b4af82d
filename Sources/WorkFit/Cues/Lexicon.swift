internal import EmbeddedFiles

/// All that the reader knows: facets, scope words, headings, signals of impressiveness, and weights.
public struct Lexicon: Sendable {
  struct CueLabel: Sendable {
    let facet: Int
    let side: Side
    let strength: Double
    /// Whether the phrase has a negating word of its own, as “no two days alike” has.
    let hasNegator: Bool
  }

  enum ScopeLabel: Sendable, Equatable {
    case negator
    case notNegator
    case negatorAfter
    case aversion
    /// What a form says to its own label: “Travel: none”.
    case answer
    case diminisher
    case diminisherAfter
    case amplifier
    /// Says that somebody else does it.
    case delegated
    /// Says so where nobody is spoken to.
    case taken
  }

  /// The facets, in the order of the file.
  public let facets: [Facet]
  let facetIndex: [FacetID: Int]
  let cues: PatternIndex<CueLabel>
  let exclusions: PatternIndex<Int>
  let scope: PatternIndex<ScopeLabel>
  let scopeReach: Int
  let diminished: Double
  let amplified: Double
  let segments: SegmentLexicon
  let impressiveness: ImpressivenessLexicon
  let subjects: SubjectLexicon
  let weights: Weights

  /// The facet of that name.
  public func facet(_ id: FacetID) -> Facet? { facetIndex[id].map { facets[$0] } }

  /// The pole with that short name, or that name in plain words.
  public func pole(named name: String) -> (facet: FacetID, side: Side)? {
    let wanted = Tokenizer.folded(name).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for facet in facets {
      for side in [Side.a, .b] where [facet.pole(side).id, facet.pole(side).name].contains(wanted) {
        return (facet.id, side)
      }
    }
    return nil
  }

  /// Reads the lexicon that ships with the module.
  ///
  /// - Throws: ``LexiconFault`` where a data file is not as it should be; a test reads them all.
  public init() throws(LexiconFault) {
    func file(_ name: String) throws(LexiconFault) -> LexiconNode {
      guard let file = EmbeddedFile.data(named: name) else {
        throw LexiconFault(file: name, message: "it is not compiled in")
      }
      return try LexiconNode(yaml: file.text, file: name)
    }
    try self.init(
      facets: try file("facets.yaml"), scope: try file("scope.yaml"),
      segments: try file("segments.yaml"), impressiveness: try file("impressiveness.yaml"),
      subjects: try file("subjects.yaml"), weights: try file("weights.yaml"))
  }

  private init(
    facets: LexiconNode, scope: LexiconNode, segments: LexiconNode,
    impressiveness: LexiconNode, subjects: LexiconNode, weights: LexiconNode
  ) throws(LexiconFault) {
    self.weights = try Weights(weights)
    let negating = Set(try scope.texts("negating_words"))
    var read: [Facet] = []
    var cues = PatternIndex<CueLabel>()
    var exclusions = PatternIndex<Int>()
    let strengths = [
      ("strong", self.weights.strong), ("plain", self.weights.plain), ("weak", self.weights.weak),
    ]
    for node in try facets["facets"].items() {
      let index = read.count
      let poles = try ["a", "b"].map { key throws(LexiconFault) in
        let pole = try node[key]
        var patterns: [String] = []
        for (list, _) in strengths { patterns += try pole.texts(list) }
        return Facet.Pole(
          id: try pole["id"].text(), name: try pole["name"].text(), ask: try pole["ask"].text(),
          cues: patterns)
      }
      read.append(
        Facet(
          id: FacetID(try node["id"].text()), source: try node["source"].text(), a: poles[0],
          b: poles[1]))
      for (key, side) in [("a", Side.a), ("b", Side.b)] {
        for (list, strength) in strengths {
          for phrase in try node[key].texts(list) {
            let hasNegator = phrase.split { " |".contains($0) }.contains {
              negating.contains(String($0))
            }
            cues.insert(
              phrase,
              label: CueLabel(
                facet: index, side: side, strength: strength, hasNegator: hasNegator))
          }
        }
      }
      for phrase in try node.texts("unless") { exclusions.insert(phrase, label: index) }
    }
    self.facets = read
    facetIndex = Dictionary(
      read.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    self.cues = cues
    self.exclusions = exclusions

    var scopes = PatternIndex<ScopeLabel>()
    let lists: [(String, ScopeLabel)] = [
      ("negators", .negator), ("not_negators", .notNegator), ("negators_after", .negatorAfter),
      ("aversions", .aversion), ("delegated", .delegated), ("taken", .taken), ("answers", .answer),
    ]
    for (key, label) in lists {
      for phrase in try scope.texts(key) { scopes.insert(phrase, label: label) }
    }
    for phrase in try scope["diminishers"].texts("words") {
      scopes.insert(phrase, label: .diminisher)
    }
    for phrase in try scope["diminishers"].texts("after") {
      scopes.insert(phrase, label: .diminisherAfter)
    }
    for phrase in try scope["amplifiers"].texts("words") {
      scopes.insert(phrase, label: .amplifier)
    }
    self.scope = scopes
    scopeReach = Int(try scope["reach"].number())
    diminished = try scope["diminishers"]["weight"].number()
    amplified = try scope["amplifiers"]["weight"].number()
    self.segments = try SegmentLexicon(segments)
    self.subjects = try SubjectLexicon(subjects)
    self.impressiveness = try ImpressivenessLexicon(impressiveness)
  }
}
