/// Finds what no phrase of the lexicon names, by the heads trained on example sentences: one signed
/// ridge regression for each facet, above 0 for its first pole and below for its second.
struct HeadCues: CueSource {
  private static let shipped = LinearModel(embedded: "facets.model")

  let lexicon: Lexicon
  /// For each class of the model, the facet's place in the lexicon.
  private let places: [Int?]

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    places = Self.shipped?.classes.map { lexicon.facetIndex[FacetID($0)] } ?? []
  }

  func cues(in clause: Clause, at index: Int, scopes: Scopes) -> [Cue] {
    // A heading or a title is too short to be heard rightly; a person's own words may be short.
    guard scopes.voice != .posting || clause.tokens.count >= lexicon.weights.headWords else {
      return []
    }
    guard
      let margins = Self.shipped?.margins(
        of: scopes.headFeatures.values, unknown: Float(lexicon.weights.headUnknown))
    else { return [] }
    let weights = lexicon.weights
    let least = scopes.voice == .posting ? weights.headLeastPosting : weights.headLeast
    // What voids a facet's phrases, such as “travel insurance”, voids what its head hears as well.
    let excluded = Set(lexicon.exclusions.matches(in: clause.tokens).map(\.label))
    return zip(places, margins).compactMap { place, margin in
      guard let place, !excluded.contains(place), Double(abs(margin)) >= least else { return nil }
      return Cue(
        origin: .head, facet: lexicon.facets[place].id, written: margin > 0 ? .a : .b,
        isNegated: false,
        strength: Double(abs(margin)) * weights.headGain, range: clause.range, clause: index)
    }
  }
}
