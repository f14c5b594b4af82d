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
    var values: [UInt32: Float] = [:]
    var previous: String?
    for (token, negated) in zip(tokens, isNegated) {
      guard let negated, token.number == nil else {
        previous = nil
        continue
      }
      let sign: Float = negated ? -1 : 1
      let stem = Self.stem(token.word)
      let isFunctionWord = Self.functionWords.contains(token.word)
      if !isFunctionWord { values[Self.hash(stem)] = sign }
      if let previous { values[Self.hash(previous + " " + stem)] = sign * Self.pairValue }
      if token.word.utf8.count > Self.beginningLength {
        let beginning = String(token.word.prefix(Self.beginningLength)) + "*"
        values[Self.hash(beginning)] = sign * Self.beginningValue
      }
      previous = stem
    }
    self.values = values.sorted { $0.key < $1.key }.map { (hash: $0.key, value: $0.value) }
  }

  /// Words that bind others and say nothing alone; in pairs they count.
  private static let functionWords: Set<String> = [
    "a", "am", "an", "and", "are", "as", "at", "be", "been", "being", "but", "by", "can", "do",
    "does", "for", "from", "had", "has", "have", "he", "her", "his", "i", "if", "in", "into", "is",
    "it", "its", "me", "my", "of", "on", "or", "our", "she", "so", "than", "that", "the", "their",
    "them", "then", "there", "these", "they", "this", "those", "to", "was", "we", "were", "what",
    "when", "which", "who", "will", "with", "would", "you", "your",
  ]

  private static let endings = ["'s", "ies", "ing", "ers", "ed", "es", "er", "ly", "s"]

  /// Without the endings of number, tense and doer.
  private static func stem(_ word: String) -> String {
    var stem = Substring(word)
    for ending in endings
    where stem.hasSuffix(ending) && stem.utf8.count - ending.utf8.count >= 4 {
      stem = stem.dropLast(ending.count)
      break
    }
    if stem.hasSuffix("e"), stem.utf8.count > 4 { stem = stem.dropLast() }
    return stem.hasSuffix("i") ? stem.dropLast() + "y" : String(stem)
  }

  /// FNV-1a.
  private static func hash(_ text: String) -> UInt32 {
    text.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }
}
