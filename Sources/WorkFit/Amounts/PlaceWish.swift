extension PlaceReader {
  /// A place that somebody wants to work in, near, or anywhere but in.
  struct Wish {
    let named: NamedPlace
    let isElsewhere: Bool
    let used: Set<Int>
    /// Whether somebody lives there.
    var isHome = false

    /// “More than an hour from Leeds”: anywhere but in it.
    var beyond: Wish { Wish(named: named, isElsewhere: true, used: used) }

    /// What breaks or drains is not the home that is named with it, but to leave it.
    var averse: Wish {
      isHome ? Wish(named: named, isElsewhere: true, used: used, isHome: true) : self
    }

    /// “Having to move abroad, I live in Lyon”: out of the country of the place.
    var abroad: Wish {
      let countries = Set(named.places.map(\.country)).sorted().map {
        Place(
          sort: .country, name: $0, country: $0, region: "", latitude: nil, longitude: nil,
          population: 0)
      }
      return Wish(
        named: NamedPlace(
          places: countries.count == 1 ? countries : named.places, tokens: named.tokens,
          range: named.range), isElsewhere: countries.count == 1 || isElsewhere, used: used)
    }
  }

  /// The places that a statement wants, or does not.
  func wishes(in tokens: [Token]) -> [Wish] {
    let named = places(in: tokens, plain: true) { place in
      place == 0 || lexicon.before.contains(tokens[place - 1].word)
        || tokens[place - 1].word == "or"
        || place > 1 && tokens[place - 1].word == "the"
          && lexicon.before.contains(tokens[place - 2].word)
        || tokens[place].isCapitalized && tokens[place].isParted
    }
    return named.map { named in
      let start = named.tokens.lowerBound
      let away = lexicon.elsewhere.ending(before: start, in: tokens)
      // “I can't leave Leeds” is not anywhere but in it.
      let isDenied = isDenied(before: away?.lowerBound ?? start, in: tokens)
      return Wish(
        named: named, isElsewhere: (away != nil) != isDenied,
        used: Set(max(0, start - 2)..<named.tokens.upperBound),
        isHome: !isDenied && lexicon.homes.ending(before: start, in: tokens) != nil)
    }
  }

  /// How far before a place it may be denied, in words: “not having to go to Leeds”.
  private static let denialReach = 5

  private func isDenied(before start: Int, in tokens: [Token]) -> Bool {
    for place in (max(0, start - Self.denialReach)..<start).reversed() {
      if NegationWords.shipped.denies(tokens[place].word) {
        return lexicon.noDenials.beginning(at: place, in: tokens) == nil
      }
      if tokens[place].isParted || tokens[place].number != nil
        || lexicon.conjunctions.contains(tokens[place].word)
      {
        return false
      }
    }
    return false
  }
}
