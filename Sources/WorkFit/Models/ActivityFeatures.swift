/// The words of a text as the activity model knows them, as 32-bit hashes with a value each.
///
/// Beside stems and pairs of stems there are three kinds that each told occupations not learnt from
/// apart better: the leading verb with each of the words after it, a word together with the preposition
/// that opens its part of the sentence (what is done, to what, with what, what for), and the beginnings
/// of words, which reach across word families.
public struct ActivityFeatures: Sendable {
  /// In ascending order of hashes, each once.
  public let values: [(hash: UInt32, value: Float)]

  private static let leadValue: Float = 1.5
  /// How many words after the leading one are paired with it.
  private static let leadReach = 6
  private static let beginningValue: Float = 0.6
  private static let beginningLengths = 4...6

  /// The features of a whole text; training and reading share this.
  public init(of text: String) {
    let source = SourceText(text)
    self.init(Tokenizer.tokens(of: source, in: 0..<source.bytes.count))
  }

  init(_ tokens: [Token]) {
    var values: [(hash: UInt32, value: Float)] = []
    values.reserveCapacity(8 * tokens.count)
    var previous: UInt32?
    var opening = WordHash.mark("main")
    var lead: UInt32?
    var afterLead = 0
    for token in tokens {
      guard token.number == nil else {
        previous = nil
        continue
      }
      var word = token.word
      word.withUTF8 { word in
        let stem = WordHash.stem(word)
        values.append((stem, 1))
        if let previous {
          values.append((WordHash.stem(word, from: WordHash.mark(" ", previous)), 1))
        }
        for length in Self.beginningLengths where word.count > length {
          let beginning = WordHash.hash(word[..<length])
          values.append((WordHash.mark("*", beginning), Self.beginningValue))
        }
        if Self.openings.contains(token.key) {
          opening = WordHash.mark(":", stem)
        } else {
          values.append((WordHash.stem(word, from: opening), 1))
        }
        if let lead {
          if afterLead < Self.leadReach {
            values.append((WordHash.stem(word, from: lead), Self.leadValue))
            afterLead += 1
          }
        } else if !HeadFeatures.functionWords.contains(token.key) {
          lead = WordHash.mark(">", stem)
          values.append((WordHash.mark("=", stem), Self.leadValue))
        }
        previous = stem
      }
    }
    values.sort { ($0.hash, $1.value) < ($1.hash, $0.value) }
    self.values = values.indices.filter { $0 == 0 || values[$0].hash != values[$0 - 1].hash }
      .map { values[$0] }
  }

  /// Words that open another part of a sentence.
  private static let openings: Set<WordKey> = Set(
    [
      "according", "by", "for", "if", "including", "such", "through", "to", "using", "via", "when",
      "while",
    ].map(WordKey.init))
}
