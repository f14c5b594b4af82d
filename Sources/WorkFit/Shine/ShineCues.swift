/// The cues of shine that speak in a posting, clause by clause.
struct ShineCues {
  /// A cue in a clause.
  struct Found {
    let cue: Int
    /// 1, less in a sentence that names the job under no title; of pay, how often plain pay is doubled or halved.
    let share: Double
    /// UTF-8 byte offsets of its words.
    let span: Range<Int>
  }

  /// By the clauses' places; clauses without cues are left out.
  let byClause: [(place: Int, found: [Found])]

  init(_ posting: Posting, lexicon: some ShineSources) {
    var byClause: [(place: Int, found: [Found])] = []
    let amounts = ShineAmounts(posting, lexicon: lexicon).byPlace
    var named = 0
    for (place, clause) in posting.clauses.enumerated() {
      var found: [Found] = []
      if clause.segment != .boilerplate, !clause.isHeading {
        var isNaming = false
        if clause.segment != .title, named < lexicon.shine.mostNamed {
          isNaming =
            lexicon.segments.namesJob(clause.tokens) || lexicon.shine.namesJob(clause.tokens)
          if isNaming { named += 1 }
        }
        found = Self.found(in: clause, isNaming: isNaming, lexicon: lexicon.shine)
      }
      found += amounts[place] ?? []
      if !found.isEmpty { byClause.append((place, found)) }
    }
    self.byClause = byClause
  }

  /// Each cue of a clause once, where it stands first.
  private static func found(in clause: Clause, isNaming: Bool, lexicon: ShineLexicon) -> [Found] {
    var found: [Found] = []
    for match in lexicon.matches(in: clause.tokens) {
      let cue = lexicon.cues[match.cue]
      guard
        cue.segments.isEmpty || cue.segments.contains(clause.segment) || cue.isOfName && isNaming,
        !found.contains(where: { $0.cue == match.cue })
      else { continue }
      let first = clause.tokens[match.range.lowerBound].range.lowerBound
      let last = clause.tokens[match.range.upperBound - 1].range.upperBound
      let share = cue.isOfName && clause.segment != .title ? lexicon.namedShare : 1
      found.append(Found(cue: match.cue, share: share, span: first..<last))
    }
    return found
  }
}
