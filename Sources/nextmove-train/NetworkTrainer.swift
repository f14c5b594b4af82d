internal import Foundation
internal import WorkFit

/// Trains the facets' network by AdamW (Loshchilov & Hutter 2019) on squared error, with dropout of its
/// hidden units (Srivastava et al. 2014). Its random numbers come from a fixed seed.
struct NetworkTrainer {
  /// How much a sentence that speaks for a pole counts against one that does not.
  let poleWeight: Double

  private let vectors: WordVectors
  private let units = 128
  private let rounds = 40
  private let batch = 128
  private let rate: Float = 0.002
  private let decay: Float = 0.001
  private let dropout: Float = 0.3

  private struct Row {
    let direction: [Float]
    let targets: [Float]
    let weights: [Float]
  }

  /// `nil` where the word vectors that are compiled in cannot be read.
  init?(poleWeight: Double) {
    guard let vectors = WordVectors.shipped else { return nil }
    self.poleWeight = poleWeight
    self.vectors = vectors
  }

  /// - Parameter facets: the names of the facets, in the order of the examples' targets.
  /// - Returns: the network in its compact form.
  func train(on examples: [FacetTrainer.Example], facets: [String]) -> [UInt8] {
    let rows = examples.flatMap { example in
      example.features.compactMap { features in
        vectors.direction(of: features.words).map { direction in
          Row(
            direction: withUnsafeBytes(of: direction) { Array($0.bindMemory(to: Float.self)) },
            targets: example.targets.map(Float.init),
            weights: zip(example.targets, example.silence).map {
              Float($0 == 0 ? $1 : poleWeight)
            })
        }
      }
    }
    var random = SplitMix(state: 1)
    let inputs = WordVectors.dimensions
    var hidden = Parameters(
      uniform: inputs * units, within: 1 / Float(inputs).squareRoot(), &random)
    var hiddenBias = Parameters(uniform: units, within: 1 / Float(inputs).squareRoot(), &random)
    let reach = 1 / Float(units).squareRoot()
    var output = Parameters(uniform: units * facets.count, within: reach, &random)
    var outputBias = Parameters(uniform: facets.count, within: reach, &random)
    var order = Array(rows.indices)
    for round in 0..<rounds {
      order.shuffle(using: &random)
      let share = 0.5 * (1 + Foundation.cos(Double.pi * Double(round) / Double(rounds)))
      let rate = rate * Float(share)
      for start in stride(from: 0, to: order.count, by: batch) {
        let chosen = order[start..<min(order.count, start + batch)]
        for index in chosen {
          learn(
            rows[index], count: chosen.count, hidden: &hidden, hiddenBias: &hiddenBias,
            output: &output, outputBias: &outputBias, &random)
        }
        hidden.step(rate: rate, decay: decay)
        hiddenBias.step(rate: rate, decay: decay)
        output.step(rate: rate, decay: decay)
        outputBias.step(rate: rate, decay: decay)
      }
    }
    return FacetNetwork.encoded(
      classes: facets,
      weights: FacetNetwork.Weights(
        hidden: hidden.values, hiddenBias: hiddenBias.values, output: output.values,
        outputBias: outputBias.values))
  }

  /// Adds one row's gradient.
  private func learn(
    _ row: Row, count: Int, hidden: inout Parameters, hiddenBias: inout Parameters,
    output: inout Parameters, outputBias: inout Parameters, _ random: inout SplitMix
  ) {
    var active = hiddenBias.values
    for (index, value) in row.direction.enumerated() {
      add(hidden.values, row: index, times: value, to: &active)
    }
    for unit in active.indices {
      let isKept = active[unit] > 0 && Float.random(in: 0..<1, using: &random) >= dropout
      active[unit] = isKept ? active[unit] / (1 - dropout) : 0
    }
    var margins = outputBias.values
    for (unit, value) in active.enumerated() where value > 0 {
      add(output.values, row: unit, times: value, to: &margins)
    }
    let errors = margins.indices.map {
      2 * row.weights[$0] * (margins[$0] - row.targets[$0]) / Float(count)
    }
    var back = [Float](repeating: 0, count: units)
    let width = errors.count
    for (unit, value) in active.enumerated() where value > 0 {
      var sum: Float = 0
      for index in errors.indices {
        sum += output.values[unit * width + index] * errors[index]
        output.gradient[unit * width + index] += value * errors[index]
      }
      back[unit] = sum / (1 - dropout)
    }
    for index in errors.indices { outputBias.gradient[index] += errors[index] }
    for (index, value) in row.direction.enumerated() {
      let start = index * units
      for unit in back.indices { hidden.gradient[start + unit] += value * back[unit] }
    }
    for unit in back.indices { hiddenBias.gradient[unit] += back[unit] }
  }

  private func add(_ matrix: [Float], row: Int, times value: Float, to sum: inout [Float]) {
    let start = row * sum.count
    for index in sum.indices { sum[index] += matrix[start + index] * value }
  }
}

/// Numbers that are learnt, and what AdamW keeps beside them.
private struct Parameters {
  var values: [Float]
  var gradient: [Float]
  private var mean: [Float]
  private var square: [Float]
  private var steps = 0

  init(uniform count: Int, within reach: Float, _ random: inout SplitMix) {
    values = (0..<count).map { _ in Float.random(in: -reach...reach, using: &random) }
    gradient = [Float](repeating: 0, count: count)
    mean = gradient
    square = gradient
  }

  mutating func step(rate: Float, decay: Float) {
    steps += 1
    let (keepMean, keepSquare): (Float, Float) = (0.9, 0.999)
    let first = 1 - Foundation.pow(keepMean, Float(steps))
    let second = 1 - Foundation.pow(keepSquare, Float(steps))
    for index in values.indices {
      let slope = gradient[index]
      mean[index] = keepMean * mean[index] + (1 - keepMean) * slope
      square[index] = keepSquare * square[index] + (1 - keepSquare) * slope * slope
      values[index] -=
        rate
        * (mean[index] / first / ((square[index] / second).squareRoot() + 1e-8) + decay
          * values[index])
      gradient[index] = 0
    }
  }
}
