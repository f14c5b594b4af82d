/// Tells whether a statement rests on an amount: a number with its unit, pay, hours, a distance, a place.
struct AmountLexicon: LexiconPart {
  private let amounts: PatternIndex<Bool>
  /// Of what somebody must have or would refuse.
  private let ofMusts: PatternIndex<Bool>
  private let places: Set<String>
  private let noPlaces: Set<String>

  private enum CodingKeys: String, CodingKey {
    case amounts, places
    case ofMusts = "of_musts"
    case noPlaces = "no_places"
  }

  /// Whether the words name an amount, or a place.
  func restsOnAmount(_ tokens: [Token], role: Role) -> Bool {
    !amounts.matches(in: tokens).isEmpty
      || [.mustHave, .dealBreaker].contains(role) && !ofMusts.matches(in: tokens).isEmpty
      || tokens.indices.dropFirst().contains { place in
        tokens[place].isCapitalized && places.contains(tokens[place - 1].word)
          && !noPlaces.contains(tokens[place].word)
      }
  }
}
