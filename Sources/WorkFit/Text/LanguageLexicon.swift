/// Tells in which language a text is, as far as that is plain: English is the only one that is read.
struct LanguageLexicon: LexiconPart {
  private let english: Set<String>
  private let others: [String: Set<String>]
  /// So many words of another language make a short text another's.
  private let least: Int
  /// In words: a text as long as this has some words of English.
  private let longText: Int
  /// The least share that they have of its words.
  private let fewestEnglish: Double
  /// In letters: a word as long as this is one language's rather than another's.
  private let telling: Int
  /// So many of them tell of a language.
  private let leastTelling: Int
  /// The share of them that somebody who writes English has from a vocabulary of English.
  private let fewestKnown: Double
  /// The share of words without which hardly a sentence is made that rules another language out.
  private let mostEnglish: Double

  private enum CodingKeys: String, CodingKey {
    case english, others, least, telling
    case leastTelling = "least_telling"
    case fewestKnown = "fewest_known"
    case mostEnglish = "most_english"
    case longText = "long_text"
    case fewestEnglish = "fewest_english"
  }

  /// What stands in a text, in words.
  struct Count {
    let words: Int
    /// Those without which hardly a sentence of English is made.
    let english: Int
    /// Those long enough to tell.
    let long: Int
    /// Of these, those that a vocabulary of English has.
    let known: Int
  }

  /// Whether a word is long enough to be one language's rather than another's.
  func isTelling(_ token: Token) -> Bool { token.word.count >= telling }

  /// Whether it is among the commonest words of English.
  func isEnglish(_ token: Token) -> Bool { english.contains(token.word) }

  /// Whether texts of few sentences, taken together, are in another language, by what a vocabulary of English
  /// has of their words.
  func isForeign(_ count: Count) -> Bool {
    count.long >= leastTelling && Double(count.known) < fewestKnown * Double(count.long)
      && Double(count.english) < mostEnglish * Double(count.words)
  }

  /// Whether a text is plainly in another language, by its script or its commonest words.
  func isForeign(_ tokens: [Token], of source: SourceText) -> Bool {
    let words = tokens.filter {
      $0.number == nil && $0.range.count > 1 || !$0.word.utf8.allSatisfy { $0 < 0x80 }
    }
    guard !words.isEmpty else { return false }
    // Letters of other scripts than Latin have two bytes and more.
    var latin = 0
    var other = 0
    for word in words {
      for scalar in word.word.unicodeScalars where scalar.properties.isAlphabetic {
        if scalar.value < 0x250 || (0x1E00...0x1EFF).contains(scalar.value) {
          latin += 1
        } else {
          other += 1
        }
      }
    }
    if other > latin { return true }
    let ours = words.count { english.contains($0.word) }
    let theirs = others.values.map { list in words.count { list.contains($0.word) } }.max() ?? 0
    if theirs >= least, theirs > ours { return true }
    // A long text in a language that is not listed has hardly a word of English.
    return words.count >= longText && Double(ours) < fewestEnglish * Double(words.count)
  }
}
