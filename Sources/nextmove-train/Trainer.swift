internal import Foundation
internal import WorkFit

/// Trains one linear support vector machine for each activity, by dual coordinate descent with
/// squared hinge loss (Hsieh et al., A Dual Coordinate Descent Method for Large-scale Linear SVM,
/// ICML 2008), and keeps the features that weigh most.
struct Trainer {
  /// How many features are kept.
  let featureLimit: Int
  /// The cost of a margin violation.
  let cost: Double
  /// Passes over the examples; the figures no longer change after about this many.
  private let passes = 12
  /// Weights of fewer steps of the 8 bits than this are left out.
  private let leastLevel = 2

  private typealias Features = [(hash: UInt32, value: Float)]

  private struct Example {
    let features: [(index: Int, value: Float)]
    let activities: Set<Int>
  }

  /// Trains on all tasks and returns the compact model.
  func train(on tasks: [OccupationTask]) -> [UInt8] {
    let names = Array(Set(tasks.flatMap(\.activities))).sorted()
    let place = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
    let texts = tasks.map { ActivityFeatures(of: $0.text).values }
    let labels = tasks.map { Set($0.activities.compactMap { place[$0] }) }
    var vocabulary = Self.vocabulary(of: texts, atLeast: 2)
    var machines = fit(texts, labels, vocabulary, classes: names.count)
    if vocabulary.features.count > featureLimit {
      // Trained again on what was kept, so that the rest takes over what the pruned carried.
      vocabulary = vocabulary.keeping(featureLimit, by: machines)
      machines = fit(texts, labels, vocabulary, classes: names.count)
    }
    let rows = vocabulary.features.enumerated().map { index, feature in
      LinearModel.Row(
        feature: feature, idf: vocabulary.idfs[index], weights: machines.map { $0[index] })
    }
    let bias = vocabulary.features.count
    return LinearModel.encoded(
      classes: names, biases: machines.map { $0[bias] }, rows: rows, leastLevel: leastLevel)
  }

  private struct Vocabulary {
    let features: [UInt32]
    let idfs: [Float]

    func keeping(_ limit: Int, by machines: [[Float]]) -> Vocabulary {
      let weight = features.indices.map { index in
        machines.reduce(Float(0)) { max($0, abs($1[index])) } * idfs[index]
      }
      let kept = features.indices.sorted { (weight[$0], $1) > (weight[$1], $0) }.prefix(limit)
        .sorted()
      return Vocabulary(features: kept.map { features[$0] }, idfs: kept.map { idfs[$0] })
    }
  }

  private static func vocabulary(of texts: [Features], atLeast least: Int) -> Vocabulary {
    var counts: [UInt32: Int] = [:]
    for text in texts { for (feature, _) in text { counts[feature, default: 0] += 1 } }
    let features = counts.filter { $0.value >= least }.keys.sorted()
    let idfs = features.map { feature in
      Float(log(Double(1 + texts.count) / Double(1 + (counts[feature] ?? 0))) + 1)
    }
    return Vocabulary(features: features, idfs: idfs)
  }

  private func fit(
    _ texts: [Features], _ labels: [Set<Int>], _ vocabulary: Vocabulary, classes: Int
  ) -> [[Float]] {
    let place = Dictionary(
      uniqueKeysWithValues: vocabulary.features.enumerated().map { ($0.element, $0.offset) })
    let examples = zip(texts, labels).map { text, labels in
      let known = text.compactMap { feature in
        place[feature.hash].map { (index: $0, value: feature.value * vocabulary.idfs[$0]) }
      }
      let norm = known.reduce(Float(0)) { $0 + $1.value * $1.value }.squareRoot()
      return Example(
        features: known.map { ($0.index, $0.value / max(norm, 1e-9)) }, activities: labels)
    }
    return (0..<classes).map { fit(examples, for: $0, width: vocabulary.features.count + 1) }
  }

  /// The weights of one machine; the last is the bias.
  private func fit(_ examples: [Example], for activity: Int, width: Int) -> [Float] {
    var weights = [Double](repeating: 0, count: width)
    var alphas = [Double](repeating: 0, count: examples.count)
    let diagonal = 1 / (2 * cost)
    var order = Array(examples.indices)
    var random = SplitMix(state: UInt64(activity) &+ 1)
    for _ in 0..<passes {
      order.shuffle(using: &random)
      for index in order {
        let example = examples[index]
        let label = example.activities.contains(activity) ? 1.0 : -1.0
        var margin = weights[width - 1]
        for (feature, value) in example.features { margin += weights[feature] * Double(value) }
        let gradient = label * margin - 1 + diagonal * alphas[index]
        // A normalized text has length 1, and the bias adds 1.
        let curvature = (example.features.isEmpty ? 1 : 2) + diagonal
        let before = alphas[index]
        let after = max(0, before - gradient / curvature)
        guard after != before else { continue }
        alphas[index] = after
        let step = (after - before) * label
        for (feature, value) in example.features { weights[feature] += step * Double(value) }
        weights[width - 1] += step
      }
    }
    return weights.map(Float.init)
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014): small, and the same on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
