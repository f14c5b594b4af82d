/// The clauses that a reader would point at, for each signal.
struct ShineLines {
  private struct Line {
    let probability: Double
    let place: Int
    let span: Range<Int>
  }

  private let posting: Posting
  private let lexicon: ShineLexicon
  /// By signal, the most probable first; only signals whose first line is probable enough.
  private let bySignal: [Int: [Line]]

  /// Of each signal so many lines are shown at most.
  private static let most = 3

  init(_ cues: ShineCues, posting: Posting, lexicon: ShineLexicon) {
    var bySignal: [Int: [Line]] = [:]
    for (place, found) in cues.byClause {
      let probability = lexicon.weights.pointedAt(
        found.map { (lexicon.cues[$0.cue].weights, $0.share) })
      var seen: Set<Int> = []
      for found in found {
        guard let signal = lexicon.cues[found.cue].signal, seen.insert(signal).inserted
        else { continue }
        bySignal[signal, default: []].append(
          Line(probability: probability, place: place, span: found.span))
      }
    }
    self.posting = posting
    self.lexicon = lexicon
    self.bySignal = bySignal.compactMapValues { lines in
      let sorted = lines.sorted {
        $0.probability != $1.probability
          ? $0.probability > $1.probability : $0.place < $1.place
      }
      guard let first = sorted.first, first.probability >= lexicon.weights.assertedFrom
      else { return nil }
      return Array(sorted.prefix(Self.most))
    }
  }

  /// The lines of all signals, those of the signal that adds most first.
  ///
  /// - Parameter contributions: what each cue adds.
  func signals(by contributions: [Double]) -> [PrestigeSignal] {
    var sums = [Double](repeating: 0, count: lexicon.signals.count)
    for (cue, added) in zip(lexicon.cues, contributions) {
      if let signal = cue.signal { sums[signal] += added }
    }
    return bySignal.keys.sorted { sums[$0] != sums[$1] ? sums[$0] > sums[$1] : $0 < $1 }
      .flatMap { signal in
        (bySignal[signal] ?? []).map { line in
          PrestigeSignal(
            signal: lexicon.signals[signal].id, name: lexicon.signals[signal].name,
            quote: quote(line))
        }
      }
  }

  /// The first line of the first of these signals that has one.
  func quote(ofAny signals: Set<Int>) -> Quote? {
    let first = signals.compactMap { bySignal[$0]?.first }
      .min { ($1.probability, $0.place) < ($0.probability, $1.place) }
    return first.map(quote)
  }

  private func quote(_ line: Line) -> Quote {
    posting.quote(posting.clauses[line.place], around: line.span)
  }
}
