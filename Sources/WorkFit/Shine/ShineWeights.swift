import Foundation

/// What cues weigh, as `Lexicon/shine.json` has it: an ordinal regression on postings whose shine people have judged,
/// and a logistic one on the lines that they pointed at.
struct ShineWeights: Sendable {
  /// What one cue weighs.
  struct Cue: Sendable {
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

  /// Reads the weights.
  ///
  /// - Returns: the weights, and those of each cue in the order of the names.
  static func read(_ node: LexiconNode, cues names: [String]) throws(LexiconFault) -> (
    weights: ShineWeights, cues: [Cue]
  ) {
    let steps = try node["steps"].numbers()
    guard steps.count == ShineScale.most, zip(steps, steps.dropFirst()).allSatisfy({ $0 < $1 })
    else {
      throw LexiconFault(
        file: "shine.json", message: "“steps” are not \(ShineScale.most) numbers that rise")
    }
    let given = try node["cues"]
    if let unknown = given.keys().first(where: { !names.contains($0) }) {
      throw LexiconFault(file: "shine.json", message: "there is no cue “\(unknown)” in shine.yaml")
    }
    var cues: [Cue] = []
    for name in names {
      let cue = try given[name]
      cues.append(
        Cue(
          first: try cue["first"].number(), more: try cue["more"].number(),
          line: try cue["line"].number()))
    }
    let weights = ShineWeights(
      steps: steps, lineBias: try node["line_bias"].number(),
      assertedFrom: try node["asserted_from"].number())
    return (weights, cues)
  }

  /// The shine that a sum of weights stands for, in 0...4: how many steps are expected to be reached.
  func shine(_ sum: Double) -> Double { steps.reduce(0) { $0 + Self.logistic(sum - $1) } }

  /// That a reader would point at a clause with these cues.
  func pointedAt(_ cues: [Cue]) -> Double {
    Self.logistic(cues.reduce(lineBias) { $0 + $1.line })
  }

  private static func logistic(_ number: Double) -> Double { 1 / (1 + exp(-number)) }
}

/// The scale of shine: 0 an ordinary job, 1 decent, 2 respectable, 3 impressive to most, 4 striking.
enum ShineScale {
  static let most = 4
}
