/// What a model file says of itself: its shape, its classes and where its tensors stand.
package struct ModelHeader: Sendable, Decodable {
  /// What the model calls itself.
  package let name: String
  /// Transformer layers.
  package let layers: Int
  /// Numbers that stand for a piece of text.
  package let width: Int
  /// Attention heads; each has `width / heads` numbers.
  package let heads: Int
  /// Numbers inside a feed-forward step.
  package let inner: Int
  /// Pieces of the vocabulary.
  package let vocabulary: Int
  /// The longest pair, in pieces, the four special ones included.
  package let longest: Int
  /// What layer norms add to a variance.
  package let epsilon: Float
  /// Weights that share a scale in 8 bits, along the input; 0 where weights are 32-bit floats.
  package let group: Int
  /// The names of the classes, in the order of their probabilities.
  package let classes: [String]

  let special: SpecialPieces
  private let bits: Int?
  let tensors: [String: TensorPlace]
}

extension ModelHeader {
  /// Bits to which what goes through the layers is rounded beside 8-bit weights: 8, or 14, which is
  /// closer and takes two products instead of one. Files that do not say are read with 14.
  package var inputBits: Int { bits ?? 14 }
}

/// The places in the vocabulary of the pieces that are no text.
struct SpecialPieces: Sendable, Decodable {
  let begin: Int
  let end: Int
  let padding: Int
  let unknown: Int
}

/// Where a tensor stands behind the header.
struct TensorPlace: Sendable, Decodable {
  let type: NumberType
  let shape: [Int]
  let offset: Int
}

/// How a tensor's numbers are stored, little-endian.
enum NumberType: String, Sendable, Decodable {
  case signedByte = "i8"
  case byte = "u8"
  case count = "u32"
  case float = "f32"

  var size: Int {
    switch self {
    case .signedByte, .byte: 1
    case .count, .float: 4
    }
  }
}

extension ModelHeader {
  /// What is wrong with the numbers, or `nil`. Bounds keep an altered header from asking for the
  /// memory of the whole machine.
  var fault: String? {
    let counts: [(String, Int, ClosedRange<Int>)] = [
      ("layers", layers, 1...48), ("width", width, 16...4096), ("heads", heads, 1...256),
      ("inner", inner, 16...16_384), ("vocabulary", vocabulary, 4...1_000_000),
      ("longest", longest, 8...512), ("classes", classes.count, 1...64), ("group", group, 0...4096),
    ]
    for (name, count, range) in counts where !range.contains(count) {
      return "\(name) is \(count), not \(range.lowerBound) to \(range.upperBound)"
    }
    if width % heads != 0 || (width / heads) % 16 != 0 || inner % 16 != 0 {
      return "width \(width), heads \(heads) and inner \(inner) do not divide into sixteens"
    }
    if group != 0, group % 16 != 0 || width % group != 0 || inner % group != 0 {
      return "groups of \(group) do not divide width \(width) and inner \(inner)"
    }
    if inputBits != 8, inputBits != 14 { return "bits is \(inputBits), not 8 or 14" }
    if !epsilon.isFinite || epsilon <= 0 { return "epsilon is \(epsilon), not above 0" }
    let pieces = [special.begin, special.end, special.padding, special.unknown]
    if let piece = pieces.first(where: { !(0..<vocabulary).contains($0) }) {
      return "special piece \(piece) is outside the vocabulary of \(vocabulary)"
    }
    return nil
  }
}
