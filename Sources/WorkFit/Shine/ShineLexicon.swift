/// The cues of shine with what they weigh, as `Lexicon/shine.yaml` and `shine.json` have them.
struct ShineLexicon: Sendable {
  /// Words, or an amount, that make a job look impressive, or ordinary.
  struct Cue: Sendable {
    let id: String
    /// The place of its signal; `nil` where it marks what is ordinary.
    let signal: Int?
    /// Where it may speak; everywhere where empty.
    let segments: Set<Segment>
    /// What amounts it speaks by, where it is not by words.
    let amount: ShineCueFile.AmountCue?
    let weights: ShineWeights.Cue

    /// Whether it speaks only where the job is named.
    var isOfName: Bool { segments == [.title] }
  }

  /// A kind of thing that makes a job look impressive.
  struct Signal: Sendable {
    let id: String
    let name: String
  }

  /// What somebody's own pull is called, and what it adds.
  struct OwnPull: Sendable {
    let name: String
    let weight: Double
  }

  let signals: [Signal]
  let cues: [Cue]
  let weights: ShineWeights
  let ownPull: OwnPull
  let plainPay: PlainPay
  /// From this shine on a job shines.
  let shinesFrom: Double
  /// How many sentences that name the job are looked at.
  let mostNamed: Int
  /// What such a sentence counts beside a title.
  let namedShare: Double
  private let any: PatternIndex<Int>
  private let unless: PatternIndex<Int>
  private let pulls: PatternIndex<Int>
  private let names: PatternIndex<Bool>

  init(_ file: ShineCueFile, weights: ShineWeights) throws(LexiconFault) {
    var signals: [Signal] = []
    var pulls = PatternIndex<Int>()
    for (id, signal) in file.signals.pairs {
      for phrase in signal.pulls ?? [] { pulls.insert(phrase, label: signals.count) }
      signals.append(Signal(id: id, name: signal.name.text))
    }
    let learned = try weights.cues(named: file.cues.map(\.id))
    var cues: [Cue] = []
    var (any, unless) = (PatternIndex<Int>(), PatternIndex<Int>())
    for (item, weights) in zip(file.cues, learned) {
      for phrase in item.any ?? [] { any.insert(phrase, label: cues.count) }
      for phrase in item.unless ?? [] { unless.insert(phrase, label: cues.count) }
      cues.append(
        Cue(
          id: item.id, signal: try Self.signal(of: item, among: signals),
          segments: Set(item.in ?? []), amount: item.amount, weights: weights))
    }
    self.signals = signals
    self.cues = cues
    self.weights = weights
    ownPull = OwnPull(name: file.ownPull.name.text, weight: file.ownPull.weight)
    plainPay = file.plainPay
    shinesFrom = file.shinesFrom
    mostNamed = file.named.most
    namedShare = file.named.share
    names = file.namesJob
    (self.any, self.unless, self.pulls) = (any, unless, pulls)
  }

  private static func signal(of item: ShineCueFile.Cue, among signals: [Signal])
    throws(LexiconFault) -> Int?
  {
    guard let id = item.signal else { return nil }
    guard let place = signals.firstIndex(where: { $0.id == id }) else {
      throw LexiconFault(file: "shine.yaml", message: "there is no signal “\(id)”")
    }
    return place
  }

  /// The cues in a clause with the words that they stand in; those that an exclusion overlaps are left out.
  func matches(in tokens: [Token]) -> [(cue: Int, range: Range<Int>)] {
    let found = any.matches(in: tokens)
    guard !found.isEmpty else { return [] }
    let void = unless.matches(in: tokens)
    return found.compactMap { match in
      void.contains { $0.label == match.label && $0.range.overlaps(match.range) }
        ? nil : (match.label, match.range)
    }
  }

  /// The signals that somebody's words for a pull name.
  func signals(ofPull tokens: [Token]) -> Set<Int> {
    Set(pulls.matches(in: tokens).map(\.label))
  }

  /// Whether a sentence says which job it is, beside what segments tell.
  func namesJob(_ tokens: [Token]) -> Bool { !names.matches(in: tokens).isEmpty }
}
