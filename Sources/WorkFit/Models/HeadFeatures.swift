/// The words of a clause as the facets' heads know them: stems, pairs of stems and beginnings of words,
/// each with a sign that negation turns.
///
/// A head is one signed machine for both poles of a facet, so a negated word simply speaks for the
/// other pole, also where training never showed it negated. The words themselves, in order, are for the
/// network beside the heads, which hears what is like what it has learnt.
public struct HeadFeatures: Sendable {
  /// Hashes and values, in ascending order of hashes.
  public let values: [(hash: UInt32, value: Float)]
  /// The hash of each word in order, negating words among them.
  public let words: [UInt32]

  private static let pairValue: Float = 0.7
  private static let beginningValue: Float = 0.5
  private static let beginningLength = 5

  /// - Parameter isNegated: for each token, whether negation reaches it; `nil` for a negating word
  ///   itself, which says nothing more.
  init(_ tokens: [Token], isNegated: [Bool?]) {
    var values: [(hash: UInt32, value: Float)] = []
    values.reserveCapacity(3 * tokens.count)
    var words: [UInt32] = []
    words.reserveCapacity(tokens.count)
    var previous: UInt32?
    for (token, negated) in zip(tokens, isNegated) {
      var word = token.word
      if token.number == nil { words.append(word.withUTF8 { WordHash.hash($0) }) }
      guard let negated, token.number == nil else {
        previous = nil
        continue
      }
      let sign: Float = negated ? -1 : 1
      let hashes = word.withUTF8 { Self.hashes(of: $0, after: previous) }
      if !Self.functionWords.contains(token.key) { values.append((hashes.stem, sign)) }
      if let pair = hashes.pair { values.append((pair, sign * Self.pairValue)) }
      if let beginning = hashes.beginning {
        values.append((beginning, sign * Self.beginningValue))
      }
      previous = hashes.stem
    }
    self.words = words
    values.sort { $0.hash < $1.hash }
    // A feature counts once, however often it is there.
    self.values = values.indices.filter { $0 == 0 || values[$0].hash != values[$0 - 1].hash }
      .map { values[$0] }
  }

  /// Words that bind others and say nothing alone; in pairs they count.
  static let functionWords: Set<WordKey> = Set(
    [
      "a", "am", "an", "and", "are", "as", "at", "be", "been", "being", "but", "by", "can", "do",
      "does", "for", "from", "had", "has", "have", "he", "her", "his", "i", "if", "in", "into",
      "is",
      "it", "its", "me", "my", "of", "on", "or", "our", "she", "so", "than", "that", "the", "their",
      "them", "then", "there", "these", "they", "this", "those", "to", "was", "we", "were", "what",
      "when", "which", "who", "will", "with", "would", "you", "your",
    ].map(WordKey.init))

  /// The hashes of a word's stem, of the pair with the stem before, and of its beginning where it is
  /// longer than that.
  private static func hashes(of word: UnsafeBufferPointer<UInt8>, after previous: UInt32?) -> (
    stem: UInt32, pair: UInt32?, beginning: UInt32?
  ) {
    let stem = WordHash.stem(word)
    let pair = previous.map { WordHash.stem(word, from: WordHash.mark(" ", $0)) }
    let beginning =
      word.count > beginningLength
      ? WordHash.mark("*", WordHash.hash(word[..<beginningLength])) : nil
    return (stem, pair, beginning)
  }
}
