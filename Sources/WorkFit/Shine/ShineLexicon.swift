/// The cues of shine with what they weigh, as `Lexicon/shine.yaml` and `shine.json` have them.
struct ShineLexicon: Sendable {
  /// Words that make a job look impressive, or ordinary.
  struct Cue: Sendable {
    let id: String
    /// The place of its signal; `nil` where it marks what is ordinary.
    let signal: Int?
    /// Where it may speak; everywhere where empty.
    let segments: Set<Segment>
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

  init(_ node: LexiconNode, weights learned: LexiconNode) throws(LexiconFault) {
    let listed = try node["signals"]
    var signals: [Signal] = []
    var pulls = PatternIndex<Int>()
    for id in listed.keys() {
      let signal = try listed[id]
      for phrase in try signal.texts("pulls") { pulls.insert(phrase, label: signals.count) }
      signals.append(Signal(id: id, name: try signal["name"].sentence()))
    }
    let items = try node["cues"].items()
    var ids: [String] = []
    for item in items { ids.append(try item["id"].text()) }
    let read = try ShineWeights.read(learned, cues: ids)
    var cues: [Cue] = []
    var (any, unless) = (PatternIndex<Int>(), PatternIndex<Int>())
    for (item, id) in zip(items, ids) {
      for phrase in try item.texts("any") { any.insert(phrase, label: cues.count) }
      for phrase in try item.texts("unless") { unless.insert(phrase, label: cues.count) }
      cues.append(
        Cue(
          id: id, signal: try Self.signal(of: item, among: signals),
          segments: try Self.segments(of: item), weights: read.cues[cues.count]))
    }
    var names = PatternIndex<Bool>()
    for phrase in try node.texts("names_job") { names.insert(phrase, label: true) }
    self.signals = signals
    self.cues = cues
    weights = read.weights
    ownPull = OwnPull(
      name: try node["own_pull"]["name"].sentence(), weight: try node["own_pull"]["weight"].number())
    shinesFrom = try node["shines_from"].number()
    mostNamed = Int(try node["named"]["most"].number())
    namedShare = try node["named"]["share"].number()
    (self.any, self.unless, self.pulls, self.names) = (any, unless, pulls, names)
  }

  private static func signal(of item: LexiconNode, among signals: [Signal]) throws(LexiconFault)
    -> Int?
  {
    guard item.keys().contains("signal") else { return nil }
    let id = try item["signal"].text()
    guard let place = signals.firstIndex(where: { $0.id == id }) else {
      throw LexiconFault(file: "shine.yaml", message: "there is no signal “\(id)”")
    }
    return place
  }

  private static func segments(of item: LexiconNode) throws(LexiconFault) -> Set<Segment> {
    var segments: Set<Segment> = []
    for name in try item.texts("in") {
      guard let segment = Segment(rawValue: name) else {
        throw LexiconFault(
          file: "shine.yaml", message: "“\(name)” is no part of a posting that segments.yaml knows")
      }
      segments.insert(segment)
    }
    return segments
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
