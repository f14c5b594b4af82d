/// Two texts that are read together, such as what somebody said and a line about it.
package struct TextPair: Sendable, Hashable {
  /// The text that stands first.
  package let first: String
  /// The text that stands second.
  package let second: String

  /// A pair of texts, in the order in which the model has learnt them.
  package init(_ first: String, _ second: String) {
    self.first = first
    self.second = second
  }
}

/// The pieces of a pair as a model reads them: `<s> first </s></s> second </s>`.
struct EncodedPair {
  /// Pieces that stand around the texts.
  static let frame = 4

  let pieces: [Int32]

  init(_ first: [Int32], _ second: [Int32], special: SpecialPieces, longest: Int) {
    let (a, b) = Self.lengths(first.count, second.count, most: longest - Self.frame)
    let end = Int32(special.end)
    pieces = [Int32(special.begin)] + first.prefix(a) + [end, end] + second.prefix(b) + [end]
  }

  /// How much of each stays: the shorter one whole where that leaves room, otherwise half and half.
  static func lengths(_ first: Int, _ second: Int, most: Int) -> (first: Int, second: Int) {
    guard first + second > most else { return (first, second) }
    let short = min(first, second)
    guard short <= most / 2 else {
      let half = most / 2
      return first > second ? (most - half, half) : (half, most - half)
    }
    return first > second ? (most - short, short) : (short, most - short)
  }
}
