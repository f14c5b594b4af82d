internal import EmbeddedFiles
internal import Foundation

/// A linear model that tells which Generalized Work Activities of O*NET a sentence speaks of.
///
/// One-against-rest support vector machines over TF–IDF-weighted words and word pairs, trained by
/// `nextmove-train` on O*NET task statements and kept with 8-bit weights.
public struct ActivityModel: Sendable {
  /// An activity and how much speaks for it.
  public struct Score: Hashable, Sendable {
    /// An O*NET element id such as `4.A.4.b.5`.
    public let activity: String
    /// In 0...1: the logistic of the machine's margin; comparable within one sentence, and no
    /// probability.
    public let score: Double
  }

  /// One row of the model before it is made compact.
  public struct Row: Sendable {
    /// The feature's hash.
    public let feature: UInt32
    /// Its inverse document frequency, above 0.
    public let idf: Float
    /// A weight for each activity; 0 where the feature was pruned.
    public let weights: [Float]

    /// Makes a row.
    public init(feature: UInt32, idf: Float, weights: [Float]) {
      self.feature = feature
      self.idf = idf
      self.weights = weights
    }
  }

  private static let magic: UInt32 = 0x3141_4D4E  // "NMA1"

  /// The element ids of the activities.
  public let activities: [String]
  private let biases: [Float]
  private let scales: [Float]
  private let features: [UInt32]
  private let idfs: [Float]
  /// Where a feature's weights begin; one more than there are features.
  private let offsets: [UInt32]
  /// Pairs of an activity's index and its weight.
  private let entries: [UInt8]

  /// The model that ships; `nil` where the resource is damaged, which a test rules out.
  public static let shipped: ActivityModel? = EmbeddedFile.data(named: "activities.model").flatMap {
    ActivityModel(bytes: Array($0.bytes))
  }

  /// Reads a model; `nil` where the bytes are none.
  public init?(bytes: [UInt8]) {
    var reader = ByteReader(bytes: bytes)
    guard reader.word() == Self.magic, let classes = reader.word(), let count = reader.word(),
      classes > 0, classes <= 255, count <= 1_000_000
    else { return nil }
    var activities: [String] = []
    for _ in 0..<classes {
      guard let name = reader.text() else { return nil }
      activities.append(name)
    }
    guard let biases = reader.floats(Int(classes)), let scales = reader.floats(Int(classes)),
      let features = reader.words(Int(count)), let idfs = reader.floats(Int(count)),
      let offsets = reader.words(Int(count) + 1)
    else { return nil }
    let entries = reader.rest
    guard offsets.last.map(Int.init) == entries.count / 2, entries.count.isMultiple(of: 2),
      zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 }),
      stride(from: 0, to: entries.count, by: 2).allSatisfy({ entries[$0] < UInt8(classes) })
    else { return nil }
    self.activities = activities
    self.biases = biases
    self.scales = scales
    self.features = features
    self.idfs = idfs
    self.offsets = offsets
    self.entries = entries
  }

  /// All activities, the likeliest first; none where the text has no word that the model knows.
  public func scores(of text: ActivityFeatures) -> [Score] {
    let known = text.hashes.compactMap(index)
    guard !known.isEmpty else { return [] }
    let norm = known.reduce(Float(0)) { $0 + idfs[$1] * idfs[$1] }.squareRoot()
    var margins = [Float](repeating: 0, count: activities.count)
    for feature in known {
      for entry in Int(offsets[feature])..<Int(offsets[feature + 1]) {
        let activity = Int(entries[2 * entry])
        margins[activity] += Float(Int8(bitPattern: entries[2 * entry + 1])) * idfs[feature]
      }
    }
    return activities.indices.map { activity in
      let margin = margins[activity] * scales[activity] / norm + biases[activity]
      return Score(activity: activities[activity], score: 1 / (1 + exp(-2 * Double(margin))))
    }.sorted { ($0.score, $1.activity) > ($1.score, $0.activity) }
  }

  private func index(of feature: UInt32) -> Int? {
    var low = 0
    var high = features.count
    while low < high {
      let middle = (low + high) / 2
      if features[middle] < feature { low = middle + 1 } else { high = middle }
    }
    return low < features.count && features[low] == feature ? low : nil
  }

  /// The compact form: weights in 8 bits with a scale for each activity; the same rows always give
  /// the same bytes.
  public static func encoded(activities: [String], biases: [Float], rows: [Row]) -> [UInt8] {
    let rows = rows.sorted { $0.feature < $1.feature }
    let scales = activities.indices.map { activity in
      max(rows.map { abs($0.weights[activity]) }.max() ?? 0, 1e-6) / 127
    }
    var writer = ByteWriter()
    writer.append([magic, UInt32(activities.count), UInt32(rows.count)])
    for name in activities { writer.append(name) }
    writer.append(biases.map(\.bitPattern))
    writer.append(scales.map(\.bitPattern))
    writer.append(rows.map(\.feature))
    writer.append(rows.map(\.idf.bitPattern))
    var entries: [UInt8] = []
    var offsets: [UInt32] = [0]
    for row in rows {
      for (activity, weight) in row.weights.enumerated() {
        let level = Int8((weight / scales[activity]).rounded())
        if level != 0 { entries += [UInt8(activity), UInt8(bitPattern: level)] }
      }
      offsets.append(UInt32(entries.count / 2))
    }
    writer.append(offsets)
    return writer.bytes + entries
  }
}

/// Little-endian reading that ends where the bytes do.
private struct ByteReader {
  let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func word() -> UInt32? { words(1)?.first }

  mutating func words(_ count: Int) -> [UInt32]? {
    guard count >= 0, count <= (bytes.count - position) / 4 else { return nil }
    defer { position += 4 * count }
    return (0..<count).map { index in
      let place = position + 4 * index
      return UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8
        | UInt32(bytes[place + 2]) << 16 | UInt32(bytes[place + 3]) << 24
    }
  }

  mutating func floats(_ count: Int) -> [Float]? {
    guard let words = words(count) else { return nil }
    let floats = words.map(Float.init(bitPattern:))
    return floats.allSatisfy(\.isFinite) ? floats : nil
  }

  mutating func text() -> String? {
    guard let length = word(), Int(length) <= bytes.count - position, length < 64 else {
      return nil
    }
    defer { position += Int(length) }
    return String(validating: bytes[position..<(position + Int(length))], as: UTF8.self)
  }

  var rest: [UInt8] { Array(bytes[position...]) }
}

private struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ words: [UInt32]) {
    for word in words {
      for shift in [0, 8, 16, 24] { bytes.append(UInt8(word >> UInt32(shift) & 0xFF)) }
    }
  }

  mutating func append(_ text: String) {
    append([UInt32(text.utf8.count)])
    bytes += text.utf8
  }
}
