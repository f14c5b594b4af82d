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

  private enum CodingKeys: String, CodingKey {
    case english, others, least
    case longText = "long_text"
    case fewestEnglish = "fewest_english"
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
