/// Tells whether a statement rests on an amount: a number with its unit, pay, hours, a distance, a place.
struct AmountLexicon: Sendable {
  private let amounts: PatternIndex<Bool>
  /// Of what somebody must have or would refuse.
  private let ofMusts: PatternIndex<Bool>
  private let places: Set<String>
  private let noPlaces: Set<String>

  init(_ node: LexiconNode) throws(LexiconFault) {
    func index(_ key: String) throws(LexiconFault) -> PatternIndex<Bool> {
      var index = PatternIndex<Bool>()
      for phrase in try node.texts(key) { index.insert(phrase, label: true) }
      return index
    }
    amounts = try index("amounts")
    ofMusts = try index("of_musts")
    places = Set(try node.texts("places"))
    noPlaces = Set(try node.texts("no_places"))
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
