/// Finds the phrases of the lexicon.
struct PhraseCues: CueSource {
  let lexicon: Lexicon

  func cues(in clause: Clause, at index: Int, scopes: Scopes) -> [Cue] {
    let tokens = clause.tokens
    let matches = lexicon.cues.matches(in: tokens)
    guard !matches.isEmpty else { return [] }
    let excluded = lexicon.exclusions.matches(in: tokens)
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
      var effect = scopes.effect(on: match.range)
      // “sell no products”: the negation stands inside the phrase, which does not ask for it.
      if !match.label.hasNegator, scopes.hasNegator(inside: match.range) {
        effect.isNegated.toggle()
      }
      let range =
        tokens[match.range.lowerBound].range
        .lowerBound..<tokens[match.range.upperBound - 1].range.upperBound
      // In a posting a word that stands alone is often only its subject, save where it is denied.
      let isBare = match.range.count == 1 && scopes.voice == .posting && !effect.isNegated
      let strength =
        match.label.strength * effect.factor * (effect.isNegated ? lexicon.weights.negated : 1)
        * (isBare ? lexicon.weights.bare : 1)
      kept.append(
        (
          match,
          Cue(
            origin: .phrase, facet: lexicon.facets[match.label.facet].id, written: match.label.side,
            isNegated: effect.isNegated, strength: strength, factor: effect.factor, range: range,
            clause: index)
        ))
    }
    return kept.map(\.cue)
  }
}
