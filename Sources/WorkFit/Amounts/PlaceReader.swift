/// Where places are looked for, as `Lexicon/quantities.yaml` has it.
struct PlaceLexicon: Sendable {
  let before, headings, words: Set<String>
  let elsewhere: PhraseList
  let cues: PatternIndex<Bool>
  let outOfReach, dominance: Double
  let gazetteer = Gazetteer()

  init(_ node: LexiconNode) throws(LexiconFault) {
    before = Set(try node.texts("before"))
    headings = Set(try node.texts("headings"))
    words = Set(try node.texts("words"))
    elsewhere = PhraseList(try node.texts("elsewhere"))
    var cues = PatternIndex<Bool>()
    for cue in try node.texts("cues") { cues.insert(cue, label: true) }
    self.cues = cues
    outOfReach = try node["out_of_reach"].number()
    dominance = try node["dominance"].number()
  }
}

/// A place that is named, whichever of its name it is.
struct NamedPlace: Sendable {
  /// All that bear the name, the largest first; narrowed by what else is named beside it.
  let places: [Place]
  let tokens: Range<Int>
  let range: Range<Int>

  /// The one place that is meant, where that is clear.
  func one(dominance: Double) -> Place? {
    guard let first = places.first else { return nil }
    guard places.count > 1 else { return first }
    return Double(first.population) >= dominance * Double(max(1, places[1].population))
      ? first : nil
  }
}

/// Finds the names of places.
struct PlaceReader {
  let lexicon: PlaceLexicon

  /// In words.
  private static let longestName = 4
  /// A name without a capital letter is taken for a place only from so many people on.
  private static let plainFrom = 400_000
  private static let most = 12

  /// The places named among words, the longest names first.
  ///
  /// - Parameter isWanted: whether a name may begin at a token.
  func places(in tokens: [Token], plain: Bool, where isWanted: (Int) -> Bool) -> [NamedPlace] {
    var found: [NamedPlace] = []
    var place = 0
    while place < tokens.count, found.count < Self.most {
      guard isWanted(place), let named = name(at: place, in: tokens, plain: plain) else {
        place += 1
        continue
      }
      found.append(named)
      place = named.tokens.upperBound
    }
    return narrowed(found)
  }

  private func name(at start: Int, in tokens: [Token], plain: Bool) -> NamedPlace? {
    for count in (1...Self.longestName).reversed() where start + count <= tokens.count {
      let words = tokens[start..<start + count]
      guard words.dropFirst().allSatisfy({ !$0.isParted }), words.allSatisfy({ $0.number == nil })
      else { continue }
      let isCapitalized = words.first?.isCapitalized == true && words.last?.isCapitalized == true
      guard isCapitalized || plain && count <= 2 else { continue }
      let name = words.map(\.word).joined(separator: " ")
      guard name.utf8.count >= 3 || ["uk", "us"].contains(name) else { continue }
      if count == 1, lexicon.words.contains(name), !isFollowedByCountry(start, tokens) { continue }
      var places = lexicon.gazetteer.places(named: name)
      if !isCapitalized {
        places = places.filter { $0.population >= Self.plainFrom || $0.sort != .city }
      }
      guard !places.isEmpty else { continue }
      return NamedPlace(
        places: places, tokens: start..<start + count,
        range: (words.first?.range.lowerBound ?? 0)..<(words.last?.range.upperBound ?? 0))
    }
    return nil
  }

  /// “Reading, UK”
  private func isFollowedByCountry(_ start: Int, _ tokens: [Token]) -> Bool {
    guard tokens.indices.contains(start + 1), tokens[start + 1].isParted else { return false }
    return lexicon.gazetteer.places(named: tokens[start + 1].word).contains { $0.sort != .city }
  }

  /// Without the countries that only say which town is meant.
  private func narrowed(_ found: [NamedPlace]) -> [NamedPlace] {
    let wholes = found.flatMap(\.places).filter { $0.sort != .city }
    var kept: [NamedPlace] = []
    for named in found {
      let cities = named.places.filter { $0.sort == .city }
      guard !cities.isEmpty else {
        kept.append(named)
        continue
      }
      let fitting = cities.filter { city in wholes.contains { $0 != city && city.isIn($0) } }
      kept.append(
        NamedPlace(
          places: fitting.isEmpty ? cities : fitting, tokens: named.tokens, range: named.range))
    }
    let cities = kept.filter { $0.places.contains { $0.sort == .city } }
    return cities.isEmpty ? kept : cities
  }

  // MARK: - In a statement

  /// A place that somebody wants to work in, near, or anywhere but in.
  struct Wish {
    let named: NamedPlace
    let isElsewhere: Bool
    let used: Set<Int>
  }

  func wishes(in tokens: [Token]) -> [Wish] {
    let named = places(in: tokens, plain: true) { place in
      place == 0 || lexicon.before.contains(tokens[place - 1].word)
        || tokens[place - 1].word == "or" || tokens[place].isCapitalized && tokens[place].isParted
    }
    return named.map { named in
      let start = named.tokens.lowerBound
      let isDenied = lexicon.elsewhere.ending(before: start, in: tokens) != nil
      return Wish(
        named: named, isElsewhere: isDenied,
        used: Set(max(0, start - 2)..<named.tokens.upperBound))
    }
  }

  // MARK: - In a posting

  /// The places where a clause says that the work is.
  func workplaces(in words: AmountReader.Words) -> [NamedPlace] {
    let heading = words.heading.map(\.word).joined(separator: " ")
    let isLabelled =
      lexicon.headings.contains(heading)
      || words.tokens.first.map { lexicon.headings.contains($0.word) } ?? false
    let cues = lexicon.cues.matches(in: words.tokens).map(\.range)
    guard isLabelled || words.segment == .title || !cues.isEmpty, words.segment != .about else {
      return []
    }
    return places(in: words.tokens, plain: false) { place in
      if isLabelled { return true }
      if words.segment == .title {
        return words.tokens[place].isParted || place > 0 && words.tokens[place - 1].word == "in"
      }
      return cues.contains {
        abs($0.upperBound - place) <= 3 || abs($0.lowerBound - place) <= 2 || $0.contains(place)
      }
    }
  }
}
