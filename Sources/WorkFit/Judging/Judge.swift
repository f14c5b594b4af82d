import Foundation

/// Turns the judgements of clauses into what became of a statement: two logistic regressions, learned on
/// people who had not seen the posting, and the probabilities from which on something is said.
struct Judge: LexiconPart {
  /// One regression, its weights in the order of ``JudgeFeatures/names``.
  private struct Regression: Sendable {
    let bias: Double
    let weights: [Double]

    func probability(_ features: JudgeFeatures) -> Double {
      let sum = zip(weights, features.values).reduce(bias) { $0 + $1.0 * $1.1 }
      return 1 / (1 + exp(-sum))
    }
  }

  private let supplied: Regression
  private let opposed: Regression
  private let assert: Double
  private let assertMust: Double
  /// From here on something is a question.
  let question: Double
  /// So many of the nearest clauses are read for each statement.
  let nearest: Int
  /// The relation reader that it was learned with.
  let model: String

  private enum CodingKeys: CodingKey {
    case features, supplied, opposed, assert, assertMust, question, nearest, model
  }

  /// A regression as it was learned, its weights in the order of the file's features.
  private struct Learned: Decodable {
    let bias: Double
    let weights: [Double]
  }

  init(from decoder: any Decoder) throws {
    let file = try decoder.container(keyedBy: CodingKeys.self)
    func fault(_ key: CodingKeys, _ message: String) -> DecodingError {
      .dataCorruptedError(forKey: key, in: file, debugDescription: message)
    }
    let places = try file.decode([String].self, forKey: .features).map { name in
      guard let place = JudgeFeatures.names.firstIndex(of: name) else {
        throw fault(.features, "there is no feature “\(name)”")
      }
      return place
    }
    func regression(_ key: CodingKeys) throws -> Regression {
      let learned = try file.decode(Learned.self, forKey: key)
      guard learned.weights.count == places.count else {
        throw fault(
          key,
          "“\(key.stringValue)” has \(learned.weights.count) weights for \(places.count) features")
      }
      var weights = [Double](repeating: 0, count: JudgeFeatures.names.count)
      for (place, weight) in zip(places, learned.weights) { weights[place] = weight }
      return Regression(bias: learned.bias, weights: weights)
    }
    func share(_ key: CodingKeys) throws -> Double {
      let number = try file.decode(Double.self, forKey: key)
      guard number > 0, number < 1 else {
        throw fault(key, "“\(key.stringValue)” is no number between 0 and 1")
      }
      return number
    }
    supplied = try regression(.supplied)
    opposed = try regression(.opposed)
    assert = try share(.assert)
    assertMust = try share(.assertMust)
    question = try share(.question)
    nearest = try file.decode(Int.self, forKey: .nearest)
    guard (1...1_000).contains(nearest) else {
      throw fault(.nearest, "“nearest” is no number from 1 to 1000")
    }
    model = try file.decode(String.self, forKey: .model)
  }

  /// What became of a statement.
  ///
  /// - Parameter isAmount: whether it rests on an amount, which the reader alone does not assert.
  func judgement(
    _ clauses: [JudgedClause], role: Role, words: Int, isAmount: Bool
  ) -> Judgement {
    let features = JudgeFeatures(clauses, role: role, words: words)
    // Where nothing was read nothing is found.
    let yes = clauses.isEmpty ? 0 : supplied.probability(features)
    let no = clauses.isEmpty ? 0 : opposed.probability(features)
    let threshold = role == .mustHave || role == .dealBreaker ? assertMust : assert
    var outcome = outcome(yes, no, threshold: threshold)
    if isAmount, outcome != .silent { outcome = .unsure }
    return Judgement(supplied: yes, opposed: no, outcome: outcome, threshold: threshold)
  }

  private func outcome(_ yes: Double, _ no: Double, threshold: Double) -> Outcome {
    if yes >= threshold, no >= threshold { return .both }
    if yes >= threshold, no < question { return .supplied }
    if no >= threshold, yes < question { return .opposed }
    return max(yes, no) >= question ? .unsure : .silent
  }
}
