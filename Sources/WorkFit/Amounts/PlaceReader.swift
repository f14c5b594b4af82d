/// Where places are looked for, as `Lexicon/quantities.yaml` has it.
struct PlaceLexicon: LexiconPart {
  let before, within, words: Set<String>
  /// What makes a sentence of words, and what may stand behind a town in a line that names a post.
  let sentenceWords, premises: Set<String>
  /// Countries and regions by what their people are called.
  let demonyms: [String: String]
  let headings: PatternIndex<Bool>
  /// Who or what is in a place without the work being there.
  let others: PatternIndex<Bool>
  /// What names the employer's seat, with one of the next what names where the work is, and what says that it is in
  /// several places.
  let seats, scattered: PatternIndex<Bool>
  let here: Set<String>
  /// `homes` stand before the place where somebody lives, `elsewhere` before one that the work is not to be in.
  let elsewhere, homes: PhraseList
  /// What turns round where the work is to be, and what only looks as if it did.
  let conjunctions: Set<String>
  let noDenials: PhraseList
  /// `enclosing` stand around the name of a place: “the Leeds office”.
  let cues, enclosing: PatternIndex<Bool>
  let outOfReach, dominance, likely, quarterReach: Double
  let cueReach, plainFrom: Int

  private enum CodingKeys: String, CodingKey {
    case premises, homes, conjunctions, seats, scattered, here
    case noDenials = "no_denials"
    case sentenceWords = "sentence_words"
    case likely, demonyms
    case before, within, words, headings, others, elsewhere, cues, enclosing, dominance
    case outOfReach = "out_of_reach"
    case quarterReach = "quarter_reach"
    case cueReach = "cue_reach"
    case plainFrom = "plain_from"
  }
}

/// A place that is named, whichever of its name it is.
struct NamedPlace: Sendable {
  /// All that bear the name, the largest first; narrowed by what else is named beside it. None where a line leaves
  /// open where the work is.
  let places: [Place]
  let tokens: Range<Int>
  let range: Range<Int>
  /// Whether it is where the employer has its head office.
  var isSeat = false

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
  private let gazetteer = Gazetteer()

  /// In words.
  private static let longestName = 4
  private static let most = 12

  /// The places named among words, the longest names first.
  ///
  /// - Parameter isWanted: whether a name may begin at a token.
  /// - Parameter isSurely: whether even a name that is a word is one.
  func places(
    in tokens: [Token], plain: Bool, isSurely: Bool = false, where isWanted: (Int) -> Bool
  ) -> [NamedPlace] {
    var found: [NamedPlace] = []
    var place = 0
    while place < tokens.count, found.count < Self.most {
      guard isWanted(place),
        let named = name(at: place, in: tokens, plain: plain, isSurely: isSurely)
      else {
        place += 1
        continue
      }
      found.append(named)
      place = named.tokens.upperBound
    }
    return narrowed(found, in: tokens)
  }

  private func name(at start: Int, in tokens: [Token], plain: Bool, isSurely: Bool) -> NamedPlace? {
    for count in (1...Self.longestName).reversed() where start + count <= tokens.count {
      let words = tokens[start..<start + count]
      guard words.dropFirst().allSatisfy({ !$0.isParted }), words.allSatisfy({ $0.number == nil })
      else { continue }
      let isCapitalized = words.first?.isCapitalized == true && words.last?.isCapitalized == true
      guard isCapitalized || plain && count <= 2 else { continue }
      let name = words.map(\.word).joined(separator: " ")
      guard name.utf8.count >= 3 || ["uk", "us"].contains(name) else { continue }
      if count == 1, !isSurely, lexicon.words.contains(name), !isFollowedByCountry(start, tokens),
        !(plain && isCapitalized && isLedTo(start, tokens))
      {
        continue
      }
      var places = gazetteer.places(named: name)
      if !isCapitalized {
        places = places.filter { $0.population >= lexicon.plainFrom || $0.sort != .city }
      }
      guard !places.isEmpty else { continue }
      return NamedPlace(
        places: places, tokens: start..<start + count,
        range: (words.first?.range.lowerBound ?? 0)..<(words.last?.range.upperBound ?? 0))
    }
    return nil
  }

  /// “From Reading”: who asks writes no word with a capital letter there.
  private func isLedTo(_ start: Int, _ tokens: [Token]) -> Bool {
    start > 0 && lexicon.within.contains(tokens[start - 1].word)
  }

  /// “Reading, UK”
  private func isFollowedByCountry(_ start: Int, _ tokens: [Token]) -> Bool {
    guard tokens.indices.contains(start + 1), tokens[start + 1].isParted else { return false }
    if Self.isCode(tokens[start + 1]) { return true }
    return gazetteer.places(named: tokens[start + 1].word).contains { $0.sort != .city }
  }

  /// “MA” of “Boston, MA”
  private static func isCode(_ token: Token) -> Bool {
    token.isParted && token.isCapitalized && token.word.utf8.count == 2
  }

  /// How far behind a town its country or region may be named, in words.
  private static let wholeReach = 3

  /// The countries and regions that are named behind towns, or of whose people somebody speaks: “Perth, Western
  /// Australia”, “Perth, the Scottish one”.
  private func around(_ found: [NamedPlace], in tokens: [Token]) -> [Place] {
    guard !found.isEmpty else { return [] }
    let behind = found.flatMap { named in
      tokens.dropFirst(named.tokens.upperBound).prefix(Self.wholeReach).filter(\.isCapitalized)
        .map(\.word)
    }
    return (behind + tokens.compactMap { lexicon.demonyms[$0.word] })
      .flatMap { gazetteer.places(named: $0) }
  }

  /// Without the countries that only say which town is meant.
  private func narrowed(_ found: [NamedPlace], in tokens: [Token]) -> [NamedPlace] {
    let wholes = (found.flatMap(\.places) + around(found, in: tokens)).filter { $0.sort != .city }
    var kept: [NamedPlace] = []
    for named in found {
      let cities = named.places.filter { $0.sort == .city }
      guard !cities.isEmpty else {
        kept.append(named)
        continue
      }
      let code = tokens.dropFirst(named.tokens.upperBound).first.flatMap {
        Self.isCode($0) ? $0.word.uppercased() : nil
      }
      let coded = cities.filter { $0.region == code || $0.country == code }
      let fitting =
        coded.isEmpty
        ? cities.filter { city in wholes.contains { $0 != city && city.isIn($0) } } : coded
      kept.append(
        NamedPlace(
          places: fitting.isEmpty ? cities : fitting, tokens: named.tokens, range: named.range))
    }
    let cities = kept.filter { $0.places.contains { $0.sort == .city } }
    return cities.isEmpty ? kept : cities
  }

  // MARK: - In a posting

  /// The places where a clause says that the work is.
  func workplaces(in words: AmountReader.Words) -> [NamedPlace] {
    guard words.segment != .about else { return [] }
    let label = label(of: words)
    let named = named(in: words, label)
    if named.isEmpty, let label { return scattered(words.tokens, from: label) }
    guard isOfSeat(words) else { return named }
    return named.map {
      NamedPlace(places: $0.places, tokens: $0.tokens, range: $0.range, isSeat: true)
    }
  }

  private func isOfSeat(_ words: AmountReader.Words) -> Bool {
    !words.tokens.contains { lexicon.here.contains($0.word) }
      && !(lexicon.seats.matches(in: words.tokens) + lexicon.seats.matches(in: words.heading))
        .isEmpty
  }

  /// “Location: various sites across the South East”
  private func scattered(_ tokens: [Token], from label: Int) -> [NamedPlace] {
    guard !lexicon.scattered.matches(in: tokens).isEmpty, let first = tokens.dropFirst(label).first,
      let last = tokens.last
    else { return [] }
    return [
      NamedPlace(
        places: [], tokens: label..<tokens.count,
        range: first.range.lowerBound..<last.range.upperBound)
    ]
  }

  private func named(in words: AmountReader.Words, _ label: Int?) -> [NamedPlace] {
    let tokens = words.tokens
    let cues = lexicon.cues.matches(in: tokens).map(\.range)
    let others = lexicon.others.matches(in: tokens).map(\.range)
    let enclosing = lexicon.enclosing.matches(in: tokens).map(\.range)
    guard label != nil || words.segment == .title || !cues.isEmpty || !enclosing.isEmpty else {
      return alone(in: tokens)
    }
    return places(in: tokens, plain: false, isSurely: label != nil) { place in
      if let label {
        return place == label
          || place > label && (tokens[place].isParted || tokens[place].isCapitalized)
      }
      if words.segment == .title {
        return tokens[place].isParted || place > 0 && tokens[place - 1].word == "in"
      }
      return enclosing.contains { $0.contains(place) }
        || cues.contains { isCued(place, by: $0, tokens, others) }
    }
  }

  private func isCued(
    _ place: Int, by cue: Range<Int>, _ tokens: [Token], _ others: [Range<Int>]
  ) -> Bool {
    if abs(cue.upperBound - place) <= 3 || abs(cue.lowerBound - place) <= 2 || cue.contains(place) {
      return true
    }
    guard place > cue.upperBound, place - cue.upperBound <= lexicon.cueReach,
      lexicon.within.contains(tokens[place - 1].word) || tokens[place].isParted
    else { return false }
    return !others.contains { $0.lowerBound >= cue.upperBound && $0.upperBound <= place }
  }

  /// Where the words behind a label for places begin; `nil` where there is none.
  private func label(of words: AmountReader.Words) -> Int? {
    let label = words.tokens.indices.dropFirst().first { words.tokens[$0].isParted }.flatMap {
      ClauseLabel.hasColon(before: $0, words) ? $0 : nil
    }
    let first = words.tokens[..<(label ?? min(1, words.tokens.count))]
    if first.count <= Self.longestName, !lexicon.headings.matches(in: Array(first)).isEmpty {
      return label ?? 0
    }
    let isHeaded =
      words.heading.count <= Self.longestName
      && !lexicon.headings.matches(in: words.heading).isEmpty
    return isHeaded ? 0 : nil
  }

  /// “Boston, Massachusetts” at the beginning of a line, before nothing or what is parted from it, or “Leeds or York”.
  private func alone(in tokens: [Token]) -> [NamedPlace] {
    let either = eitherOf(tokens)
    guard either.isEmpty else { return either }
    let listed = inTitle(tokens)
    guard listed.isEmpty else { return listed }
    // A town and nothing else.
    let towns = tokens.count <= Self.longestName ? places(in: tokens, plain: false) { $0 == 0 } : []
    if let town = towns.first, town.tokens == tokens.indices { return [town] }
    guard tokens.count > 1,
      let parted = tokens.indices.dropFirst().first(where: { tokens[$0].isParted })
    else { return [] }
    let next = tokens.indices.dropFirst(parted + 1).first { tokens[$0].isParted } ?? tokens.count
    let tokens = Array(tokens[..<next])
    guard tokens.count <= 2 * Self.longestName,
      tokens.allSatisfy({ $0.isCapitalized && $0.number == nil })
    else { return [] }
    let found = places(in: tokens, plain: false) { $0 == 0 || tokens[$0].isParted }
    guard let city = found.first, found.count == 1, city.tokens == 0..<parted else { return [] }
    let rest = Array(tokens[parted...])
    let isRegion =
      Self.isCode(rest[0]) && rest.count <= 3
      || places(in: rest, plain: false) { $0 == 0 || rest[$0].isParted }.first?.tokens.lowerBound
        == 0
    return isRegion ? [city] : []
  }

  /// In words: a line that names a post and its place is no longer.
  private static let longestTitle = 10

  /// “Store manager – Opera Lane, Cork”, “Technician, Inverness depot”.
  private func inTitle(_ tokens: [Token]) -> [NamedPlace] {
    guard tokens.count <= Self.longestTitle, tokens.first?.isCapitalized == true,
      !tokens.contains(where: { lexicon.sentenceWords.contains($0.word) })
    else { return [] }
    return places(in: tokens, plain: false, isSurely: true) { $0 == 0 || tokens[$0].isParted }
      .filter { named in
        let next =
          tokens.indices.dropFirst(named.tokens.upperBound).first { tokens[$0].isParted }
          ?? tokens.count
        let behind = tokens[named.tokens.upperBound..<next]
        if named.tokens.lowerBound == 0, behind.isEmpty, next < tokens.count,
          !tokens[next...].contains(where: \.isCapitalized)
        {
          return true
        }
        if isPostcode(behind + tokens[next...]) { return true }
        return behind.isEmpty && named.tokens.lowerBound > 0
          || !behind.isEmpty && behind.count <= 2
            && behind.last.map { lexicon.premises.contains($0.word) } ?? false
      }
  }

  /// “Dublin 2”, “Birmingham, B1”
  private func isPostcode(_ tokens: ArraySlice<Token>) -> Bool {
    !tokens.isEmpty && tokens.count <= Self.longestName && tokens.contains { $0.number != nil }
      && tokens.allSatisfy { $0.number != nil || $0.word.utf8.count <= 2 }
  }

  private func eitherOf(_ tokens: [Token]) -> [NamedPlace] {
    let found = places(in: tokens, plain: false) { $0 == 0 || tokens[$0 - 1].word == "or" }
    guard found.count > 1, found[0].tokens.lowerBound == 0,
      found[1].tokens.lowerBound == found[0].tokens.upperBound + 1
    else { return [] }
    return Array(found.prefix(2))
  }
}
