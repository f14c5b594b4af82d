/// A word as a number: 64 bits of FNV-1a, which tells apart all the words of a language, and is compared
/// many times faster than the word.
struct WordKey: Hashable, Sendable {
  private static let offset: UInt64 = 0xCBF2_9CE4_8422_2325

  let value: UInt64
  /// The first three bytes; 0 for shorter words.
  let beginning: UInt32

  init(_ word: String) {
    var value = Self.offset
    var beginning: UInt32 = 0
    var count = 0
    for byte in word.utf8 {
      value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
      if count < 3 { beginning = beginning << 8 | UInt32(byte) }
      count += 1
    }
    self.value = value
    self.beginning = count >= 3 ? beginning : 0
  }

  static func == (left: WordKey, right: WordKey) -> Bool { left.value == right.value }

  func hash(into hasher: inout Hasher) { hasher.combine(value) }

  /// The keys of all the runs that begin with the first of these words, the shortest first.
  static func runs(_ keys: some Sequence<WordKey>) -> [UInt64] {
    var run = offset
    return keys.map { key in
      run = (run &* 31) ^ key.value
      return run
    }
  }

  /// A key for a run of words.
  static func run(_ keys: some Sequence<WordKey>) -> UInt64 {
    keys.reduce(offset) { ($0 &* 31) ^ $1.value }
  }
}
