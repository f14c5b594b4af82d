/// Finds what no phrase of the lexicon names, by the heads trained on example sentences: for each facet a
/// signed margin, above 0 for its first pole and below for its second.
///
/// Two machines are averaged, since they err differently: a ridge regression over the very words, and a
/// small network over word vectors.
struct HeadCues: CueSource {
  private static let shipped = LinearModel(embedded: "facets.model")

  let lexicon: Lexicon
  /// For each class of the model, the facet's place in the lexicon.
  private let places: [Int?]
  /// The same for the network.
  private let networkPlaces: [Int?]

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    places = Self.shipped?.classes.map { lexicon.facetIndex[FacetID($0)] } ?? []
    networkPlaces = FacetNetwork.shipped?.classes.map { lexicon.facetIndex[FacetID($0)] } ?? []
  }

  /// What each facet's head makes of a clause, above 0 for the facet's first pole; 0 where nothing is
  /// known of the words.
  func margins(of clause: Clause, scopes: Scopes) -> [Double] {
    var margins = [Double](repeating: 0, count: lexicon.facets.count)
    let features = scopes.headFeatures
    let unknown = Float(lexicon.weights.headUnknown)
    let weights = lexicon.weights
    let share = scopes.voice == .posting ? weights.networkSharePosting : weights.networkShare
    if let heard = Self.shipped?.margins(of: features.values, unknown: unknown) {
      for (place, margin) in zip(places, heard) {
        if let place { margins[place] += (1 - share) * Double(margin) }
      }
    }
    if share > 0, let direction = WordVectors.shipped?.direction(of: features.words),
      let heard = FacetNetwork.shipped?.margins(of: direction)
    {
      for (place, margin) in zip(networkPlaces, heard) {
        if let place { margins[place] += share * Double(margin) }
      }
    }
    return margins
  }

  /// The cues that margins come to.
  func cues(in clause: Clause, at index: Int, scopes: Scopes, margins: [Double]) -> [Cue] {
    let weights = lexicon.weights
    // A heading or a title is too short to be heard rightly; a person's own words may be short.
    guard scopes.voice != .posting || clause.tokens.count >= weights.headWords else { return [] }
    let isPosting = scopes.voice == .posting
    let least = isPosting ? weights.headLeastPosting : weights.headLeast
    let gain = isPosting ? weights.headGainPosting : weights.headGain
    let heard = margins.indices.filter { abs(margins[$0]) >= least }
    guard !heard.isEmpty else { return [] }
    // What voids a facet's phrases, such as “travel insurance”, voids what its head hears as well.
    let excluded = Set(lexicon.exclusions.matches(in: clause.tokens).map(\.label))
    return heard.filter { !excluded.contains($0) }.map { place in
      let margin = margins[place]
      return Cue(
        origin: .head, facet: lexicon.facets[place].id, written: margin > 0 ? .a : .b,
        isNegated: false, strength: abs(margin) * gain, factor: 1,
        range: clause.range, clause: index)
    }
  }

  func cues(in clause: Clause, at index: Int, scopes: Scopes) -> [Cue] {
    cues(in: clause, at: index, scopes: scopes, margins: margins(of: clause, scopes: scopes))
  }

  /// A phrase in a posting, weighed by whether the head hears the same: the words may stand there
  /// without being what one does.
  func weighed(_ cue: Cue, margins: [Double]) -> Cue {
    guard let place = lexicon.facetIndex[cue.facet] else { return cue }
    let margin = cue.side == .a ? margins[place] : -margins[place]
    let weights = lexicon.weights
    let share = max(0, min(1, margin / weights.heardFully))
    return cue.weighed(by: weights.unheard + (1 - weights.unheard) * share)
  }
}
