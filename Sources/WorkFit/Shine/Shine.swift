import Foundation

/// How impressive a job would look to a friend who is told of it, and by which lines.
///
/// Cues in the posting's words and amounts are added up with learned weights; an ordinal regression turns the sum into a shine
/// (P. McCullagh, 1980). What pulls this person adds to it. What the relation reader makes of the whole counts beside it.
public struct Shine: Sendable {
  /// In 0...4, to a tenth: 0 an ordinary job, 1 decent, 2 respectable, 3 impressive to most, 4 striking.
  public let value: Double
  /// Whether it would impress most people, or this person.
  public let isShining: Bool
  /// The lines that make it so, the strongest signal first, of each at most three; then the person's own pulls.
  public let signals: [PrestigeSignal]

  /// Of a text that is not judged.
  static let none = Shine(value: 0, isShining: false, signals: [])

  private init(value: Double, isShining: Bool, signals: [PrestigeSignal]) {
    self.value = value
    self.isShining = isShining
    self.signals = signals
  }

  /// The shine of a posting.
  ///
  /// - Parameters:
  ///   - pulls: what pulls this person, in their words.
  ///   - read: what the relation reader makes of it; cues alone tell without.
  init(
    of posting: Posting, pulls: [Statement], read: ShineReading.Read? = nil,
    by lexicon: some ShineSources
  ) {
    let cues = ShineCues(posting, lexicon: lexicon)
    let contributions = Self.contributions(cues, lexicon.shine)
    let lines = ShineLines(cues, posting: posting, lexicon: lexicon.shine)
    let own = OwnPulls(posting, lines: lines, lexicon: lexicon).signals(for: pulls)
    let sum =
      contributions.reduce(0, +) + Double(own.count) * lexicon.shine.ownPull.weight
    let told = lexicon.shine.weights.shine(sum)
    value = ((read?.beside(told) ?? told) * 10).rounded() / 10
    isShining = value >= lexicon.shine.shinesFrom
    signals = lines.signals(by: contributions) + own
  }

  /// What each cue adds.
  private static func contributions(_ cues: ShineCues, _ lexicon: ShineLexicon) -> [Double] {
    var highest = [Double](repeating: 0, count: lexicon.cues.count)
    var sums = highest
    for found in cues.byClause.flatMap(\.found) {
      highest[found.cue] = max(highest[found.cue], found.share)
      sums[found.cue] += found.share
    }
    return lexicon.cues.indices.map { cue in
      let weights = lexicon.cues[cue].weights
      return weights.first * highest[cue] + weights.more * log1p(max(0, sums[cue] - 1))
    }
  }
}
