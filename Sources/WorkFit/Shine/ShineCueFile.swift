/// The shape of `Lexicon/shine.yaml`: what makes a job look impressive, or ordinary.
struct ShineCueFile: LexiconPart {
  struct Signal: Decodable, Sendable {
    let name: Sentence
    let pulls: [String]?
  }

  struct Cue: Decodable, Sendable {
    let id: String
    let any: [String]?
    let unless: [String]?
    let signal: String?
    let `in`: [Segment]?
    let amount: AmountCue?
  }

  /// What amounts a cue speaks by, where it is not by words.
  struct AmountCue: Decodable, Sendable {
    enum Side: String, Decodable, Sendable { case above, below }

    let kind: AmountKind
    /// On which side of plain pay, for pay.
    let beyond: Side?
    /// Of its doublings no more count.
    let most: Double?
  }

  struct OwnPull: Decodable, Sendable {
    let name: Sentence
    let weight: Double
  }

  struct Named: Decodable, Sendable {
    let most: Int
    let share: Double
  }

  let signals: InOrder<Signal>
  let cues: [Cue]
  let named: Named
  let plainPay: PlainPay
  let ownPull: OwnPull
  let shinesFrom: Double
  let namesJob: PatternIndex<Bool>

  private enum CodingKeys: String, CodingKey {
    case signals, cues, named
    case plainPay = "plain_pay"
    case ownPull = "own_pull"
    case shinesFrom = "shines_from"
    case namesJob = "names_job"
  }
}
