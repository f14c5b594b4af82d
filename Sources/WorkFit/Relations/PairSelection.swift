/// Chooses the clauses of a posting that are worth reading against a statement: the nearest in meaning,
/// the title, and those in which the statement's rare words stand, or other names for them.
struct PairSelection {
  private let lexicon: any RelationLexicon
  /// The clauses that can be read, by their place in the posting.
  let readable: [Int]
  /// The title's place, or that of the clause that names the job.
  private let title: Int?
  private let stems: [Set<WordKey>]
  private let things: [Set<Int>]
  /// In how many clauses each word and each thing stands.
  private let stemCounts: [WordKey: Int]
  private let thingCounts: [Int: Int]
  /// What is left unread, and why.
  let unread: [Unread]

  init(_ posting: Posting, lexicon: any RelationLexicon) {
    self.lexicon = lexicon
    let bounds = lexicon.bounds
    var readable: [Int] = []
    var (tooLong, foreign, tooMany) = (0, 0, 0)
    for (place, clause) in posting.clauses.enumerated() {
      guard !clause.isHeading, clause.segment != .boilerplate else { continue }
      if clause.range.count > bounds.mostBytes {
        tooLong += 1
      } else if lexicon.languages.isForeign(clause.tokens, of: posting.source) {
        foreign += 1
      } else if readable.count >= bounds.mostClauses {
        tooMany += 1
      } else {
        readable.append(place)
      }
    }
    self.readable = readable
    title =
      readable.first { posting.clauses[$0].segment == .title }
      ?? readable.first { lexicon.segments.namesJob(posting.clauses[$0].tokens) }
    stems = readable.map { lexicon.common.rareStems(of: posting.clauses[$0].tokens) }
    things = readable.map { lexicon.names.things(in: posting.clauses[$0].tokens) }
    stemCounts = Self.counts(stems)
    thingCounts = Self.counts(things)
    unread = [
      Unread(.clauseTooLong, tooLong), Unread(.clauseInAnotherLanguage, foreign),
      Unread(.tooManyClauses, tooMany),
    ].filter { $0.count > 0 }
  }

  /// The clauses to read, as places in ``readable``, in their order.
  ///
  /// - Parameters:
  ///   - tokens: the words of the statement.
  ///   - likeness: how near each readable clause is.
  func clauses(for tokens: [Token], likeness: [Float]) -> [Int] {
    let ranked = readable.indices.sorted {
      likeness[$0] != likeness[$1] ? likeness[$0] > likeness[$1] : $0 < $1
    }
    var chosen = Set(ranked.prefix(lexicon.nearest))
    let own = lexicon.common.rareStems(of: tokens)
    let named = lexicon.names.things(in: tokens)
    // What stands in the fewest clauses tells most.
    let byWords = ranked.enumerated().compactMap {
      rank, place -> (place: Int, count: Int, rank: Int)? in
      guard !chosen.contains(place) else { return nil }
      let counts =
        own.intersection(stems[place]).compactMap { stemCounts[$0] }
        + named.intersection(things[place]).compactMap { thingCounts[$0] }
      return counts.min().map { (place, $0, rank) }
    }.sorted { ($0.count, $0.rank) < ($1.count, $1.rank) }
    chosen.formUnion(byWords.prefix(lexicon.bounds.byWords).map(\.place))
    if let title, let place = readable.firstIndex(of: title) { chosen.insert(place) }
    return chosen.sorted()
  }

  private static func counts<Element: Hashable>(_ sets: [Set<Element>]) -> [Element: Int] {
    var counts: [Element: Int] = [:]
    for set in sets { for element in set { counts[element, default: 0] += 1 } }
    return counts
  }
}
