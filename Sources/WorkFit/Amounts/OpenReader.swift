/// How a posting speaks of something and leaves it open, as `Lexicon/quantities.yaml` has it.
struct OpenLexicon: LexiconPart {
  /// What is spoken of.
  struct Topic: Phrasing {
    private let words: [String]
    let kind: AmountKind

    var phrases: [String] { words }
  }

  let topics: PhraseTable<Topic>
  /// What leaves it open.
  let words: PatternIndex<Bool>
}

/// Reads that a line speaks of something and leaves it open: “On-call: to be discussed”.
struct OpenReader {
  let lexicon: QuantityLexicon

  /// How far from a topic it may be left open, in words.
  private static let reach = 8

  /// What is left open among words, one of a kind that nothing else was read of.
  func open(of words: AmountReader.Words, besides read: [ReadAmount]) -> [ReadAmount] {
    guard words.segment != .about, words.segment != .title else { return [] }
    let tokens = words.tokens
    let topics = lexicon.open.topics.phrases.matches(in: tokens)
    guard !topics.isEmpty else { return [] }
    let openings = lexicon.open.words.matches(in: tokens).map(\.range)
    guard !openings.isEmpty else { return [] }
    let surroundings = Surroundings(words, lexicon: lexicon)
    var kinds = Set(read.map(\.kind))
    var found: [ReadAmount] = []
    for topic in topics.sorted(by: { $0.range.count > $1.range.count }) {
      let kind = lexicon.open.topics[topic.label].kind
      guard !kinds.contains(kind), let spec = lexicon.kinds[kind],
        !surroundings.isOfOthers(near: topic.range, within: lexicon.distances.others),
        let opening = openings.first(where: { isNear($0, topic.range) })
      else { continue }
      kinds.insert(kind)
      let whole =
        min(
          topic.range.lowerBound, opening.lowerBound)..<max(
          topic.range.upperBound, opening.upperBound)
      found.append(
        ReadAmount(
          kind: kind, interval: spec.possible,
          unit: spec.unit == "money"
            ? AmountReader.anyCurrency : kind == .travel ? "any" : spec.unit,
          per: spec.unit == "money" ? nil : spec.per, tokens: topic.range, used: Set(whole),
          range: tokens[whole.lowerBound].range
            .lowerBound..<tokens[whole.upperBound - 1].range
            .upperBound))
    }
    return found
  }

  private func isNear(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    guard !one.overlaps(other) else { return false }
    let gap =
      one.lowerBound >= other.upperBound
      ? one.lowerBound - other.upperBound : other.lowerBound - one.upperBound
    return gap <= Self.reach
  }
}
