import Foundation

/// What cues weigh, as `Lexicon/shine.json` has it: an ordinal regression on postings whose shine people have judged,
/// and a logistic one on the lines that they pointed at.
struct ShineWeights: LexiconPart {
  /// What one cue weighs.
  struct Cue: Decodable, Sendable {
    /// Where it speaks at all.
    let first: Double
    /// For each further time, by the logarithm.
    let more: Double
    /// Towards its clause being one that a reader would point at.
    let line: Double
  }

  private let steps: [Double]
  private let lineBias: Double
  /// From which probability on a clause is one that a reader would point at.
  let assertedFrom: Double

  private let cues: [String: Cue]

  private enum CodingKeys: String, CodingKey {
    case steps, cues
    case lineBias = "line_bias"
    case assertedFrom = "asserted_from"
  }

  /// Reads the weights of a data file.
  init(from decoder: any Decoder) throws {
    let file = try decoder.container(keyedBy: CodingKeys.self)
    steps = try file.decode([Double].self, forKey: .steps)
    guard steps.count == ShineScale.most, zip(steps, steps.dropFirst()).allSatisfy({ $0 < $1 })
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .steps, in: file,
        debugDescription: "“steps” are not \(ShineScale.most) numbers that rise")
    }
    lineBias = try file.decode(Double.self, forKey: .lineBias)
    assertedFrom = try file.decode(Double.self, forKey: .assertedFrom)
    cues = try file.decode([String: Cue].self, forKey: .cues)
  }

  /// The weights of each cue in the order of the names.
  func cues(named names: [String]) throws(LexiconFault) -> [Cue] {
    if let unknown = cues.keys.sorted().first(where: { !names.contains($0) }) {
      throw LexiconFault(file: "shine.json", message: "there is no cue “\(unknown)” in shine.yaml")
    }
    return try names.map { name throws(LexiconFault) in
      guard let cue = cues[name] else {
        throw LexiconFault(file: "shine.json", message: "“cues” has no “\(name)”")
      }
      return cue
    }
  }

  /// The shine that a sum of weights stands for, in 0...4: how many steps are expected to be reached.
  func shine(_ sum: Double) -> Double { steps.reduce(0) { $0 + Self.logistic(sum - $1) } }

  /// That a reader would point at a clause with these cues, by their shares.
  func pointedAt(_ cues: [(weights: Cue, share: Double)]) -> Double {
    Self.logistic(cues.reduce(lineBias) { $0 + $1.weights.line * $1.share })
  }

  private static func logistic(_ number: Double) -> Double { 1 / (1 + exp(-number)) }
}

/// The scale of shine: 0 an ordinary job, 1 decent, 2 respectable, 3 impressive to most, 4 striking.
package enum ShineScale {
  /// A striking job.
  package static let most = 4
}
