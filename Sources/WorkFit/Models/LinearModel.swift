internal import EmbeddedFiles

/// A linear model over hashed features with 8-bit weights: one margin for each of its classes.
///
/// Features are weighted by inverse document frequency and scaled to length 1, so that long and short
/// texts compare. The compact form lists, feature by feature, the classes that it weighs for.
public struct LinearModel: Sendable {
  /// One row of the model before it is made compact.
  public struct Row: Sendable {
    /// The feature's hash.
    public let feature: UInt32
    /// Its inverse document frequency, above 0.
    public let idf: Float
    /// A weight for each class; 0 where the feature was pruned.
    public let weights: [Float]

    /// Makes a row.
    public init(feature: UInt32, idf: Float, weights: [Float]) {
      self.feature = feature
      self.idf = idf
      self.weights = weights
    }
  }

  private static let magic: UInt32 = 0x3141_4D4E  // "NMA1"

  /// The names of the classes.
  public let classes: [String]
  private let biases: [Float]
  private let scales: [Float]
  private let features: [UInt32]
  private let idfs: [Float]
  /// Where the features with each leading twelve bits begin; one more than there are such bits.
  private let starts: [UInt32]
  /// Where a feature's weights begin; one more than there are features.
  private let offsets: [UInt32]
  /// Pairs of a class's index and its weight.
  private let entries: [UInt8]

  /// Reads a model that is compiled in; `nil` where there is none or it is damaged, which a test rules
  /// out.
  init?(embedded name: String) {
    guard let file = EmbeddedFile.data(named: name) else { return nil }
    self.init(bytes: Array(file.bytes))
  }

  /// Reads a model; `nil` where the bytes are none.
  public init?(bytes: [UInt8]) {
    var reader = ByteReader(bytes: bytes)
    guard reader.word() == Self.magic, let classes = reader.word(), let count = reader.word(),
      classes > 0, classes <= 255, count <= 1_000_000
    else { return nil }
    var names: [String] = []
    for _ in 0..<classes {
      guard let name = reader.text() else { return nil }
      names.append(name)
    }
    guard let biases = reader.floats(Int(classes)), let scales = reader.floats(Int(classes)),
      let features = reader.words(Int(count)), let idfs = reader.floats(Int(count)),
      let offsets = reader.words(Int(count) + 1)
    else { return nil }
    let entries = reader.rest
    guard offsets.last.map(Int.init) == entries.count / 2, entries.count.isMultiple(of: 2),
      zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 }),
      zip(features, features.dropFirst()).allSatisfy({ $0 < $1 }),
      stride(from: 0, to: entries.count, by: 2).allSatisfy({ entries[$0] < UInt8(classes) })
    else { return nil }
    self.classes = names
    self.biases = biases
    self.scales = scales
    self.features = features
    starts = SortedHashes.starts(of: features)
    self.idfs = idfs
    self.offsets = offsets
    self.entries = entries
  }

  /// One margin for each class; `nil` where the model knows none of the features.
  ///
  /// - Parameter unknown: the weight of a feature that the model does not know. Above 0 a text of mostly
  ///   unknown words is heard less clearly.
  func margins(of text: some Sequence<(hash: UInt32, value: Float)>, unknown: Float = 0) -> [Float]?
  {
    var margins = [Float](repeating: 0, count: classes.count)
    var square: Float = 0
    var missed: Float = 0
    for (hash, value) in text {
      guard let feature = SortedHashes.place(of: hash, in: features, starts: starts) else {
        missed += unknown * unknown * value * value
        continue
      }
      let weight = idfs[feature] * value
      square += weight * weight
      let range = Int(offsets[feature])..<Int(offsets[feature + 1])
      // That every entry names a class was made sure of when the model was read.
      entries.withUnsafeBufferPointer { entries in
        margins.withUnsafeMutableBufferPointer { margins in
          for entry in range {
            margins[Int(entries[2 * entry])] +=
              Float(Int8(bitPattern: entries[2 * entry + 1])) * weight
          }
        }
      }
    }
    guard square > 0 else { return nil }
    let norm = (square + missed).squareRoot()
    for index in margins.indices {
      margins[index] = margins[index] * scales[index] / norm + biases[index]
    }
    return margins
  }

  /// The compact form: weights in 8 bits with a scale for each class; the same rows always give the
  /// same bytes.
  ///
  /// - Parameter leastLevel: weights of fewer of the 127 levels are left out.
  public static func encoded(
    classes: [String], biases: [Float], rows: [Row], leastLevel: Int = 1
  ) -> [UInt8] {
    let rows = rows.sorted { $0.feature < $1.feature }
    let scales = classes.indices.map { index in
      max(rows.map { abs($0.weights[index]) }.max() ?? 0, 1e-6) / 127
    }
    var writer = ByteWriter()
    writer.append([magic, UInt32(classes.count), UInt32(rows.count)])
    for name in classes { writer.append(name) }
    writer.append(biases.map(\.bitPattern))
    writer.append(scales.map(\.bitPattern))
    writer.append(rows.map(\.feature))
    writer.append(rows.map(\.idf.bitPattern))
    var entries: [UInt8] = []
    var offsets: [UInt32] = [0]
    for row in rows {
      for (index, weight) in row.weights.enumerated() {
        let level = Int8((weight / scales[index]).rounded())
        if level.magnitude >= max(1, leastLevel) {
          entries += [UInt8(index), UInt8(bitPattern: level)]
        }
      }
      offsets.append(UInt32(entries.count / 2))
    }
    writer.append(offsets)
    return writer.bytes + entries
  }
}
