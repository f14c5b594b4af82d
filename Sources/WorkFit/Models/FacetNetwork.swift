internal import EmbeddedFiles

/// A small network over the direction of a clause's words: one layer of rectified units, and from these
/// one margin for each facet.
///
/// It hears what is like its examples in other words, where the linear heads know the very words.
public struct FacetNetwork: Sendable {
  private static let magic: UInt32 = 0x314E_4D4E  // "NMN1"
  private static let width = 16

  /// The weights as they are trained, row by row.
  public struct Weights: Sendable {
    /// `WordVectors.dimensions` rows of one weight for each hidden unit.
    public var hidden: [Float]
    /// One for each hidden unit.
    public var hiddenBias: [Float]
    /// For each hidden unit a row of one weight for each class.
    public var output: [Float]
    /// One for each class.
    public var outputBias: [Float]

    /// Takes weights.
    public init(hidden: [Float], hiddenBias: [Float], output: [Float], outputBias: [Float]) {
      self.hidden = hidden
      self.hiddenBias = hiddenBias
      self.output = output
      self.outputBias = outputBias
    }
  }

  static let shipped = FacetNetwork(embedded: "network.model")

  /// The names of the classes.
  let classes: [String]
  /// Rows of 16 numbers at a time, the last filled up with zeros.
  private let hidden, hiddenBias, output, outputBias: [SIMD16<Float>]

  init?(embedded name: String) {
    guard let file = EmbeddedFile.data(named: name) else { return nil }
    self.init(bytes: Array(file.bytes))
  }

  /// Reads a network; `nil` where the bytes are none.
  init?(bytes: [UInt8]) {
    var reader = ByteReader(bytes: bytes)
    guard reader.word() == Self.magic, let count = reader.word().map(Int.init), count <= 255,
      let units = reader.word().map(Int.init), units > 0, units <= 4096
    else { return nil }
    var names: [String] = []
    for _ in 0..<count {
      guard let name = reader.text() else { return nil }
      names.append(name)
    }
    guard let hidden = reader.floats(WordVectors.dimensions * units),
      let hiddenBias = reader.floats(units), let output = reader.floats(units * count),
      let outputBias = reader.floats(count), reader.rest.isEmpty
    else { return nil }
    classes = names
    self.hidden = Self.rows(hidden, of: units)
    self.hiddenBias = Self.rows(hiddenBias, of: units)
    // Units that only fill up the last part have rows of zeros.
    let filled = (units + Self.width - 1) / Self.width * Self.width
    self.output = Self.rows(
      output + [Float](repeating: 0, count: (filled - units) * count), of: count)
    self.outputBias = Self.rows(outputBias, of: count)
  }

  /// One margin for each class.
  func margins(of direction: WordVectors.Vector) -> [Float] {
    var units = hiddenBias
    withUnsafeBytes(of: direction) { bytes in
      Self.add(hidden, times: bytes.bindMemory(to: Float.self), to: &units)
    }
    for index in units.indices { units[index].replace(with: 0, where: units[index] .< 0) }
    var margins = outputBias
    units.withUnsafeBytes { bytes in
      Self.add(output, times: bytes.bindMemory(to: Float.self), to: &margins)
    }
    return classes.indices.map { margins[$0 / Self.width][$0 % Self.width] }
  }

  /// Adds the rows of a matrix, each as often as its value says.
  private static func add(
    _ matrix: [SIMD16<Float>], times values: UnsafeBufferPointer<Float>,
    to sum: inout [SIMD16<Float>]
  ) {
    let width = sum.count
    guard matrix.count >= values.count * width else { return }
    matrix.withUnsafeBufferPointer { matrix in
      sum.withUnsafeMutableBufferPointer { sum in
        for (row, value) in values.enumerated() where value != 0 {
          for index in 0..<width { sum[index] += matrix[row * width + index] * value }
        }
      }
    }
  }

  /// Cuts rows of numbers into parts of 16.
  private static func rows(_ values: [Float], of length: Int) -> [SIMD16<Float>] {
    guard length > 0 else { return [] }
    return stride(from: 0, to: values.count, by: length).flatMap { start in
      stride(from: 0, to: length, by: width).map { part in
        SIMD16<Float>(
          (0..<width).map { part + $0 < length ? values[start + part + $0] : 0 })
      }
    }
  }

  /// The compact form; the same weights always give the same bytes.
  public static func encoded(classes: [String], weights: Weights) -> [UInt8] {
    var writer = ByteWriter()
    writer.append([magic, UInt32(classes.count), UInt32(weights.hiddenBias.count)])
    for name in classes { writer.append(name) }
    for part in [weights.hidden, weights.hiddenBias, weights.output, weights.outputBias] {
      writer.append(part.map(\.bitPattern))
    }
    return writer.bytes
  }
}
