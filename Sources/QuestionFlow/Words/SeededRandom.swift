/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers from the same seed on every machine.
package struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts from a seed.
  package init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number that is as good as random and always the same for a seed and some words.
  static func key(_ seed: UInt64, _ words: String...) -> UInt64 {
    // FNV-1a, mixed once more so that similar words do not stand side by side.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in words.joined(separator: "\u{0}").utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    var random = SeededRandom(seed: hash ^ seed)
    return random.next()
  }
}
