import Foundation

/// Turns the judgements of clauses into what became of a statement: two logistic regressions, learned on
/// people who had not seen the posting, and the probabilities from which on something is said.
struct Judge: Sendable {
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

  init(_ node: LexiconNode) throws(LexiconFault) {
    let names = try node.texts("features")
    var places: [Int] = []
    for name in names {
      guard let place = JudgeFeatures.names.firstIndex(of: name) else {
        throw LexiconFault(file: "judge.json", message: "there is no feature “\(name)”")
      }
      places.append(place)
    }
    func regression(_ key: String) throws(LexiconFault) -> Regression {
      let given = try node[key]["weights"].numbers()
      guard given.count == names.count else {
        throw LexiconFault(
          file: "judge.json",
          message: "“\(key)” has \(given.count) weights for \(names.count) features")
      }
      var weights = [Double](repeating: 0, count: JudgeFeatures.names.count)
      for (place, weight) in zip(places, given) { weights[place] = weight }
      return Regression(bias: try node[key]["bias"].number(), weights: weights)
    }
    supplied = try regression("supplied")
    opposed = try regression("opposed")
    func share(_ key: String) throws(LexiconFault) -> Double {
      let number = try node[key].number()
      guard number > 0, number < 1 else {
        throw LexiconFault(file: "judge.json", message: "“\(key)” is no number between 0 and 1")
      }
      return number
    }
    assert = try share("assert")
    assertMust = try share("assertMust")
    question = try share("question")
    let nearest = try node["nearest"].number()
    guard (1...1_000).contains(nearest) else {
      throw LexiconFault(file: "judge.json", message: "“nearest” is no number from 1 to 1000")
    }
    self.nearest = Int(nearest)
    model = try node["model"].text()
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
