/// The shape of `Lexicon/shine.yaml`: what makes a job look impressive, or ordinary.
struct ShineCueFile: LexiconPart {
  struct Signal: Decodable, Sendable {
    let name: Sentence
    let pulls: [String]?
  }

  struct Cue: Decodable, Sendable {
    let id: String
    let any: [String]
    let unless: [String]?
    let signal: String?
    let `in`: [Segment]?
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
  let ownPull: OwnPull
  let shinesFrom: Double
  let namesJob: PatternIndex<Bool>

  private enum CodingKeys: String, CodingKey {
    case signals, cues, named
    case ownPull = "own_pull"
    case shinesFrom = "shines_from"
    case namesJob = "names_job"
  }
}
