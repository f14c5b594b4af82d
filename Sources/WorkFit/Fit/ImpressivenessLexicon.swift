/// The signals that make a posting look impressive.
struct ImpressivenessLexicon: Sendable {
  struct Signal: Sendable {
    let id: String
    let name: String
    let weight: Double
    let segments: Set<Segment>
  }

  let signals: [Signal]
  let cues: PatternIndex<Int>
  let exclusions: PatternIndex<Int>
  let ownPullWeight: Double
  let impressiveFrom: Double

  init(_ node: LexiconNode) throws(LexiconFault) {
    var signals: [Signal] = []
    var cues = PatternIndex<Int>()
    var exclusions = PatternIndex<Int>()
    for item in try node["signals"].items() {
      let index = signals.count
      let segments = Set(try item.texts("in").compactMap(Segment.init(rawValue:)))
      signals.append(
        Signal(
          id: try item["id"].text(), name: try item["name"].text(),
          weight: try item["weight"].number(), segments: segments))
      for phrase in try item.texts("any") { cues.insert(phrase, label: index) }
      for phrase in try item.texts("unless") { exclusions.insert(phrase, label: index) }
    }
    self.signals = signals
    self.cues = cues
    self.exclusions = exclusions
    ownPullWeight = try node["own_pull"]["weight"].number()
    impressiveFrom = try node["impressive_from"].number()
  }

  /// The signals in a posting, one quote for each of the strongest mentions, and their sum in 0...1.
  func signals(in posting: Posting, pulls: [Statement], common: CommonWords)
    -> (signals: [PrestigeSignal], impressiveness: Double)
  {
    var found: [PrestigeSignal] = []
    var best: [Int: Double] = [:]
    for clause in posting.clauses {
      let void = exclusions.matches(in: clause.tokens)
      for match in cues.matches(in: clause.tokens) {
        let signal = signals[match.label]
        guard signal.segments.contains(clause.segment),
          !void.contains(where: { $0.label == match.label && $0.range.overlaps(match.range) })
        else { continue }
        // Two signals of one name are one, said in two places.
        guard
          best[match.label] != nil
            || !best.keys.contains(where: { signals[$0].name == signal.name })
        else { continue }
        if best[match.label] == nil {
          let span =
            clause.tokens[match.range.lowerBound].range
            .lowerBound..<clause.tokens[match.range.upperBound - 1].range.upperBound
          found.append(
            PrestigeSignal(
              signal: signal.id, name: signal.name, quote: posting.quote(clause, around: span)))
        }
        best[match.label, default: 0] += 1
      }
    }
    var missing = 1.0
    for (index, _) in best { missing *= 1 - signals[index].weight }
    for pull in ownPulls(in: posting, pulls: pulls, common: common, found: best) {
      missing *= 1 - ownPullWeight
      found.append(pull)
    }
    return (found, 1 - missing)
  }

  private func ownPulls(
    in posting: Posting, pulls: [Statement], common: CommonWords, found: [Int: Double]
  ) -> [PrestigeSignal] {
    pulls.compactMap { pull in
      let source = SourceText(pull.text)
      let tokens = Tokenizer.tokens(of: source, in: 0..<source.bytes.count)
      let wanted = common.rareStems(of: tokens)
      let named = Set(cues.matches(in: tokens).map(\.label))
      for clause in posting.clauses where clause.segment != .boilerplate {
        let label = cues.matches(in: clause.tokens).first {
          named.contains($0.label) && found[$0.label] != nil
        }?.label
        let hasWords = !wanted.isEmpty && wanted.isSubset(of: common.rareStems(of: clause.tokens))
        guard label != nil || hasWords else { continue }
        return PrestigeSignal(
          signal: "own-pull", name: "what pulls you: \(pull.text)",
          quote: posting.quote(clause, around: clause.range))
      }
      return nil
    }
  }
}
