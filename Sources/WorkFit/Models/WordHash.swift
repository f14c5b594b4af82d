/// Hashes of words and of what is made from them, as the linear models name their features: 32 bits of
/// FNV-1a.
enum WordHash {
  /// The hash of nothing; what is hashed goes on from it.
  static let start: UInt32 = 0x811C_9DC5

  /// Goes on from the hash of what stands before.
  static func hash(_ bytes: some Sequence<UInt8>, from start: UInt32 = start) -> UInt32 {
    bytes.reduce(start) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }

  /// Goes on with a sign that tells one kind of feature from another.
  static func mark(_ sign: StaticString, _ start: UInt32 = start) -> UInt32 {
    sign.withUTF8Buffer { hash($0, from: start) }
  }

  /// The hash of a word's stem, behind what stands before.
  static func stem(_ word: UnsafeBufferPointer<UInt8>, from start: UInt32 = start) -> UInt32 {
    let (end, endsInY) = stemEnd(of: word)
    let hash = hash(word[..<end], from: start)
    return endsInY ? Self.hash(CollectionOfOne(UInt8(ascii: "y")), from: hash) : hash
  }

  private static let endings: [[UInt8]] = [
    "'s", "ies", "ing", "ers", "ed", "es", "er", "ly", "s",
  ].map { Array($0.utf8) }

  /// Where a word's stem ends, without the endings of number, tense and doer, and whether a `y` takes
  /// the place of an `i` at its end.
  private static func stemEnd(of word: UnsafeBufferPointer<UInt8>) -> (end: Int, endsInY: Bool) {
    var end = word.count
    for ending in endings where end - ending.count >= 4 {
      if word[(end - ending.count)..<end].elementsEqual(ending) {
        end -= ending.count
        break
      }
    }
    if end > 4, word[end - 1] == UInt8(ascii: "e") { end -= 1 }
    let endsInY = end > 0 && word[end - 1] == UInt8(ascii: "i")
    return (endsInY ? end - 1 : end, endsInY)
  }
}
