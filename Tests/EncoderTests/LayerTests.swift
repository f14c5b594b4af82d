import Testing

@testable import CEncoder
@testable import Encoder

@Suite("Layers")
struct LayerTests {
  static let levels: [nextmove_instructions] =
    [nextmove_portable, nextmove_avx2, nextmove_avx512]
    .filter { $0.rawValue <= nextmove_best_instructions().rawValue }

  @Test("pieces and each layer are PyTorch's within 1e-4, on every set of instructions")
  func everyLayer() throws {
    let model = try Fixture.tiny()
    let cases = try Fixture.decoded([TinyCase].self, from: "tiny.json")
    for level in Self.levels {
      let reader = try PairReader(model: model, threads: 1, instructions: level)
      for row in cases {
        let pair = TextPair(row.first, row.second)
        #expect(reader.pieces(of: pair) == row.pieces)
        let states = try reader.hiddenStates(of: pair)
        try #require(states.count == row.hidden.count)
        for (layer, (state, expected)) in zip(states, row.hidden).enumerated() {
          let places = [0, row.pieces.count / 2, row.pieces.count - 1]
          for (place, numbers) in zip(places, expected) {
            let ours = state[(place * 64)..<(place * 64 + 64)]
            let largest = zip(ours, numbers).map { abs($0 - $1) }.max() ?? 1
            #expect(largest < 1e-4, "level \(level.rawValue), layer \(layer), row \(place)")
          }
        }
      }
    }
  }

  @Test("32-bit weights give PyTorch's probabilities within 1e-4")
  func probabilities() throws {
    let reader = try PairReader(model: Fixture.tiny())
    let cases = try Fixture.decoded([TinyCase].self, from: "tiny.json")
    let rows = try reader.probabilities(of: cases.map { TextPair($0.first, $0.second) })
    for (row, expected) in zip(rows, cases) {
      let largest = zip(row, expected.probabilities).map { abs($0 - $1) }.max() ?? 1
      #expect(row.count == 3 && largest < 1e-4)
    }
  }

  @Test(
    "8-bit weights stay close to 32-bit ones, and decide alike",
    arguments: [("tiny-8bit.model", 0.05), ("tiny-14bit.model", 0.03)] as [(String, Float)])
  func eightBits(name: String, most: Float) throws {
    let cases = try Fixture.decoded([TinyCase].self, from: "tiny.json")
    let reader = try PairReader(model: Fixture.tiny(name))
    let agreement = try reader.agreement(
      with: ReferencePairs(
        model: "",
        pairs: cases.map {
          ReferencePairs.Pair(
            first: $0.first, second: $0.second, probabilities: $0.probabilities)
        }))
    #expect(agreement.pairs == cases.count)
    #expect(agreement.alike == cases.count)
    #expect(agreement.largest < most, "\(agreement)")
  }

  @Test(
    "products are right where every number is the largest that there is", arguments: [8, 14])
  func largestProducts(bits: Int32) throws {
    try #require(nextmove_load_products() == nil)
    // Inputs all alike become 127 at the largest; one sign after the other, so that nothing cancels.
    let (inputs, outputs, rows) = (128, 48, 5)
    let weights = (0..<(inputs * outputs)).map { Int8($0 / outputs % 2 == 0 ? 127 : -127) }
    let input = (0..<(rows * inputs)).map { Float($0 % inputs % 2 == 0 ? 127 : -127) }
    let scales = [Float](repeating: 1, count: inputs / 64 * outputs)
    let bias = [Float](repeating: 0, count: outputs)
    var output = [Float](repeating: .nan, count: rows * outputs)
    let scratch = UnsafeMutableRawBufferPointer.allocate(
      byteCount: nextmove_scratch_size(Int32(inputs)), alignment: 64)
    defer { scratch.deallocate() }
    let status = weights.withUnsafeBytes { weights in
      scales.withUnsafeBufferPointer { scales in
        bias.withUnsafeBufferPointer { bias in
          var linear = nextmove_linear(
            inputs: Int32(inputs), outputs: Int32(outputs), group: 64, bits: bits,
            weights: weights.baseAddress, scales: scales.baseAddress, bias: bias.baseAddress)
          return nextmove_apply(
            nextmove_best_instructions(), &linear, input, Int32(rows), scratch.baseAddress,
            &output)
        }
      }
    }
    #expect(status == 0)
    let exact = Float(127 * 127 * inputs)
    #expect(output.allSatisfy { abs($0 / exact - 1) < 1e-6 })
  }

  @Test("the step between layers is x · Φ(x), from far below zero to far above")
  func gelu() {
    for level in Self.levels {
      for (x, expected) in [
        (-40.0, 0.0), (-3.0, -0.00404969), (-1.0, -0.15865525), (0.0, 0.0), (0.5, 0.34573123),
        (2.0, 1.9544997), (40.0, 40.0),
      ] as [(Float, Float)] {
        // Seventeen numbers, so that one stands behind the last full step of sixteen.
        var numbers = [Float](repeating: x, count: 17)
        nextmove_gelu(level, &numbers, numbers.count)
        #expect(numbers.allSatisfy { abs($0 - expected) < 1e-6 }, "\(x): \(numbers[16])")
      }
    }
  }
}
