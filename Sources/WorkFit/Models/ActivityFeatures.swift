/// The words and word pairs of a text as the activity model knows them: 32-bit hashes, each once.
public struct ActivityFeatures: Sendable {
  /// In ascending order.
  public let hashes: [UInt32]

  /// The features of a whole text; training and reading share this.
  public init(of text: String) {
    let source = SourceText(text)
    self.init(Tokenizer.tokens(of: source, in: 0..<source.bytes.count))
  }

  init(_ tokens: [Token]) {
    var hashes: Set<UInt32> = []
    var previous: String?
    for token in tokens {
      guard token.number == nil else {
        previous = nil
        continue
      }
      let word = Self.stem(token.word)
      hashes.insert(Self.hash(word))
      if let previous { hashes.insert(Self.hash(previous + " " + word)) }
      previous = word
    }
    self.hashes = hashes.sorted()
  }

  /// Without the endings that only mark number; tasks and adverts differ in them.
  private static func stem(_ word: String) -> String {
    guard word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us") else {
      return word
    }
    return word.hasSuffix("ies") ? word.dropLast(3) + "y" : String(word.dropLast())
  }

  /// FNV-1a.
  private static func hash(_ text: String) -> UInt32 {
    text.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }
}
