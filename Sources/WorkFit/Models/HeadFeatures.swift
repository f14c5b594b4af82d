/// The words of a clause as the facets' heads know them: stems, pairs of stems and beginnings of words,
/// each with a sign that negation turns.
///
/// A head is one signed machine for both poles of a facet, so a negated word simply speaks for the
/// other pole, also where training never showed it negated.
public struct HeadFeatures: Sendable {
  /// Hashes and values, in ascending order of hashes.
  public let values: [(hash: UInt32, value: Float)]

  private static let pairValue: Float = 0.7
  private static let beginningValue: Float = 0.5
  private static let beginningLength = 5

  /// - Parameter isNegated: for each token, whether negation reaches it; `nil` for a negating word
  ///   itself, which says nothing more.
  init(_ tokens: [Token], isNegated: [Bool?]) {
    var values: [(hash: UInt32, value: Float)] = []
    values.reserveCapacity(3 * tokens.count)
    var previous: UInt32?
    for (token, negated) in zip(tokens, isNegated) {
      guard let negated, token.number == nil else {
        previous = nil
        continue
      }
      let sign: Float = negated ? -1 : 1
      let word = Array(token.word.utf8)
      let stem = Self.stem(word)
      let hash = Self.hash(stem)
      if !Self.functionWords.contains(token.key) { values.append((hash, sign)) }
      if let previous {
        // The hash of the stem before, a space, and this stem.
        values.append(
          (Self.hash(stem, from: Self.hash([space], from: previous)), sign * Self.pairValue))
      }
      if word.count > Self.beginningLength {
        let beginning = Self.hash([star], from: Self.hash(word.prefix(Self.beginningLength)))
        values.append((beginning, sign * Self.beginningValue))
      }
      previous = hash
    }
    values.sort { $0.hash < $1.hash }
    // A feature counts once, however often it is there.
    self.values = values.indices.filter { $0 == 0 || values[$0].hash != values[$0 - 1].hash }
      .map { values[$0] }
  }

  /// Words that bind others and say nothing alone; in pairs they count.
  private static let functionWords: Set<WordKey> = Set(
    [
      "a", "am", "an", "and", "are", "as", "at", "be", "been", "being", "but", "by", "can", "do",
      "does", "for", "from", "had", "has", "have", "he", "her", "his", "i", "if", "in", "into",
      "is",
      "it", "its", "me", "my", "of", "on", "or", "our", "she", "so", "than", "that", "the", "their",
      "them", "then", "there", "these", "they", "this", "those", "to", "was", "we", "were", "what",
      "when", "which", "who", "will", "with", "would", "you", "your",
    ].map(WordKey.init))

  private static let endings: [[UInt8]] = [
    "'s", "ies", "ing", "ers", "ed", "es", "er", "ly", "s",
  ].map { Array($0.utf8) }

  /// Without the endings of number, tense and doer.
  private static func stem(_ word: [UInt8]) -> [UInt8] {
    var stem = word[...]
    for ending in endings
    where stem.count - ending.count >= 4 && stem.suffix(ending.count).elementsEqual(ending) {
      stem = stem.dropLast(ending.count)
      break
    }
    if stem.last == UInt8(ascii: "e"), stem.count > 4 { stem = stem.dropLast() }
    guard stem.last == UInt8(ascii: "i") else { return Array(stem) }
    return stem.dropLast() + [UInt8(ascii: "y")]
  }

  /// FNV-1a, going on from the hash of what stands before.
  private static func hash(_ bytes: some Sequence<UInt8>, from start: UInt32 = 0x811C_9DC5)
    -> UInt32
  {
    bytes.reduce(start) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }
}

private let space = UInt8(ascii: " ")
private let star = UInt8(ascii: "*")
