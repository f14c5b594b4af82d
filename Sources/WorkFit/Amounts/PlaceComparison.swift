/// Holds the places that a posting names against the one that a person wants, or does not.
struct PlaceComparison {
  let lexicon: PlaceLexicon
  let posting: PostingAmounts

  /// The result with the workplaces that it rests on and the distance in kilometres; `nil` where no place is named.
  func compare(_ claim: Claim, _ wish: PlaceReader.Wish, isMuted: (Int) -> Bool) -> (
    result: AmountComparison.Result, met: [PostingAmounts.Workplace], distance: Double?
  )? {
    let workplaces = withoutQuarters(posting.workplaces.filter { !isMuted($0.place) })
    guard !workplaces.isEmpty, !posting.isRemote else { return nil }
    var distances: [Double] = []
    let results = workplaces.map { workplace in
      let (result, distance) = result(claim, wish, workplace.named)
      if let distance { distances.append(distance) }
      return result
    }
    let kinds = Set(results)
    guard kinds.count == 1, let only = kinds.first else {
      return (.question(.several), workplaces, distances.min())
    }
    return (only, workplaces, distances.min())
  }

  /// Without the parts of a town that is named beside them: “Canary Wharf, London”.
  private func withoutQuarters(_ workplaces: [PostingAmounts.Workplace])
    -> [PostingAmounts.Workplace]
  {
    workplaces.filter { one in
      guard let here = one.named.places.first else { return true }
      return !workplaces.contains { other in
        guard other.place == one.place, let there = other.named.places.first,
          there.population > here.population, let distance = here.distance(to: there)
        else { return false }
        return distance <= lexicon.quarterReach
      }
    }
  }

  private func result(_ claim: Claim, _ wish: PlaceReader.Wish, _ there: NamedPlace) -> (
    AmountComparison.Result, Double?
  ) {
    let wanted = wish.named.places
    if there.places.isEmpty { return (.question(.several), nil) }
    if claim.kind == .distance { return distance(claim, wish, there) }
    let isSame =
      wanted.first.map { first in
        first.sort == .city
          ? isSameTown(wish.named, there)
          : there.places.allSatisfy { $0.isIn(first) && ($0.sort == .city || $0 == first) }
            || there.one(dominance: lexicon.likely)?.isIn(first) ?? false
      } ?? false
    let isApart = wanted.allSatisfy { one in there.places.allSatisfy { isPlainlyApart(one, $0) } }
    let apart = there.one(dominance: lexicon.dominance).flatMap { place in
      wish.named.one(dominance: lexicon.dominance)?.distance(to: place)
    }
    if isSame {
      if claim.read.isLoose { return (.question(.distance), apart) }
      return (wish.isElsewhere ? .opposed : .supplied, apart)
    }
    if isApart { return (wish.isElsewhere ? .supplied : .opposed, apart) }
    let isNameUnclear =
      there.places.count > 1 && there.one(dominance: lexicon.dominance) == nil
      || wanted.count > 1 && wish.named.one(dominance: lexicon.dominance) == nil
    return (.question(isNameUnclear ? .name : .distance), apart)
  }

  /// Where the posting says which town of a name it means, that is it if it is the largest of the name.
  private func isSameTown(_ one: NamedPlace, _ other: NamedPlace) -> Bool {
    guard let there = other.one(dominance: lexicon.dominance) else { return false }
    return one.places.first == there
  }

  private func isPlainlyApart(_ one: Place, _ other: Place) -> Bool {
    if one.sort != .city || other.sort != .city {
      if one.country != other.country { return true }
      return one.sort == .region && other.region != one.region && other.sort != .country
        && other.region != ""
    }
    // Across a border a town may still be near.
    guard let distance = one.distance(to: other) else { return false }
    return distance > lexicon.outOfReach
  }

  private func distance(_ claim: Claim, _ wish: PlaceReader.Wish, _ there: NamedPlace) -> (
    AmountComparison.Result, Double?
  ) {
    // However many towns bear the names, none is near another.
    let distances = wish.named.places.flatMap { one in
      there.places.map { one.distance(to: $0) ?? 0 }
    }
    if let least = distances.min(), least > claim.outer.high { return (.opposed, least) }
    guard let here = wish.named.one(dominance: lexicon.dominance),
      let place = there.one(dominance: lexicon.dominance), let distance = here.distance(to: place)
    else { return (.question(.name), nil) }
    // A road is at least as long as the crow flies, and hardly ever twice as long.
    let reach = Interval(distance, max(distance * 2, distance == 0 ? 0 : distance + 5))
    if reach.isDisjoint(from: claim.outer) { return (.opposed, distance) }
    if reach.isWithin(claim.outer) { return (.supplied, distance) }
    return (.question(.distance), distance)
  }
}
