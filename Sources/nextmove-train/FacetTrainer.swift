internal import ArgumentParser
internal import Foundation
internal import WorkFit

/// Trains one signed ridge regression for each facet: +1 for its first pole, −1 for its second, 0 for
/// what speaks of neither, solved by conjugate gradients.
struct FacetTrainer {
  /// How strongly weights are held small.
  let ridge: Double
  /// How much a sentence that speaks for a pole counts against one that does not.
  let poleWeight: Double
  /// Features that weigh less than this share of the heaviest are left out.
  private let least: Float = 0.004
  private let rounds = 120

  struct Example {
    let features: [HeadFeatures]
    /// For each facet +1, −1 or 0.
    let targets: [Double]
    /// For each facet how much a target of 0 counts.
    let silence: [Double]
  }

  private struct Row {
    let entries: [(index: Int, value: Double)]
    let targets: [Double]
    let silence: [Double]
  }

  /// - Parameter facets: the names of the facets, in the order of the examples' targets.
  func train(on examples: [Example], facets: [String]) -> [UInt8] {
    let texts = examples.flatMap { example in
      example.features.map { features in
        (features: features.values, targets: example.targets, silence: example.silence)
      }
    }.filter { !$0.features.isEmpty }
    var counts: [UInt32: Int] = [:]
    for text in texts { for (hash, _) in text.features { counts[hash, default: 0] += 1 } }
    let vocabulary = counts.keys.sorted()
    let place = Dictionary(
      uniqueKeysWithValues: vocabulary.enumerated().map { ($0.element, $0.offset) })
    let idfs = vocabulary.map { hash in
      log(Double(1 + texts.count) / Double(1 + (counts[hash] ?? 0))) + 1
    }
    let rows = texts.map { text in
      let raw = text.features.compactMap { feature in
        place[feature.hash].map { (index: $0, value: Double(feature.value) * idfs[$0]) }
      }
      let norm = raw.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
      return Row(
        entries: raw.map { ($0.index, $0.value / norm) }, targets: text.targets,
        silence: text.silence)
    }
    let heads = facets.indices.map { solve(rows, facet: $0, width: vocabulary.count + 1) }
    let bias = vocabulary.count
    let heaviest = heads.map { head in head.dropLast().reduce(0) { max($0, abs($1)) } }
    let compact = vocabulary.enumerated().map { index, hash in
      LinearModel.Row(
        feature: hash, idf: Float(idfs[index]),
        weights: heads.indices.map { facet in
          let weight = Float(heads[facet][index])
          return abs(weight) < least * Float(heaviest[facet]) ? 0 : weight
        })
    }
    return LinearModel.encoded(
      classes: facets, biases: heads.map { Float($0[bias]) }, rows: compact)
  }

  /// Minimizes Σ weight · (w·x + b − y)² + ridge · (|w|² + b²).
  private func solve(_ rows: [Row], facet: Int, width: Int) -> [Double] {
    let bias = width - 1
    let weights = rows.map { $0.targets[facet] == 0 ? $0.silence[facet] : poleWeight }
    func product(_ vector: [Double]) -> [Double] {
      var result = vector.map { $0 * ridge }
      for (row, weight) in zip(rows, weights) {
        var sum = vector[bias]
        for (index, value) in row.entries { sum += vector[index] * value }
        sum *= weight
        for (index, value) in row.entries { result[index] += sum * value }
        result[bias] += sum
      }
      return result
    }
    var residual = [Double](repeating: 0, count: width)
    for (row, weight) in zip(rows, weights) where row.targets[facet] != 0 {
      let target = row.targets[facet] * weight
      for (index, value) in row.entries { residual[index] += target * value }
      residual[bias] += target
    }
    var solution = [Double](repeating: 0, count: width)
    var direction = residual
    var error = residual.reduce(0) { $0 + $1 * $1 }
    for _ in 0..<rounds where error > 1e-9 {
      let moved = product(direction)
      let step = error / zip(direction, moved).reduce(0) { $0 + $1.0 * $1.1 }
      for index in solution.indices {
        solution[index] += step * direction[index]
        residual[index] -= step * moved[index]
      }
      let next = residual.reduce(0) { $0 + $1 * $1 }
      let ratio = next / error
      for index in direction.indices {
        direction[index] = residual[index] + ratio * direction[index]
      }
      error = next
    }
    return solution
  }
}
