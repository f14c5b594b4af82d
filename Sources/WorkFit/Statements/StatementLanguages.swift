/// Tells which of a person's statements are plainly in another language than English.
///
/// A statement of one or two nouns has none of the words by which a language is told. Two things help: a
/// vocabulary that was cut to English has few words of any other language, and a person who says ten things
/// in one says the eleventh in it too.
struct StatementLanguages {
  private let languages: LanguageLexicon
  private let knows: (String) -> Bool
  /// Whether all statements together are in another language.
  private let isForeignThroughout: Bool

  /// - Parameter knows: whether a word of English has this form.
  init(_ statements: [Statement], languages: LanguageLexicon, knows: @escaping (String) -> Bool) {
    self.languages = languages
    self.knows = knows
    let all = statements.map { Self.tokens(of: SourceText($0.reading)) }.joined()
    let count = Self.count(Array(all), languages, knows)
    isForeignThroughout = languages.isForeign(count)
  }

  func isForeign(_ statement: Statement) -> Bool {
    let source = SourceText(statement.reading)
    let tokens = Self.tokens(of: source)
    if languages.isForeign(tokens, of: source) { return true }
    let count = Self.count(tokens, languages, knows)
    return isForeignThroughout
      ? count.long > 0 && 2 * count.known <= count.long
      : languages.isForeign(count) && count.known == 0 && count.english == 0
  }

  private static func tokens(of source: SourceText) -> [Token] {
    Tokenizer.tokens(of: source, in: 0..<source.bytes.count)
  }

  private static func count(
    _ tokens: [Token], _ languages: LanguageLexicon, _ knows: (String) -> Bool
  ) -> LanguageLexicon.Count {
    let words = tokens.filter { $0.number == nil }
    let long = words.filter { languages.isTelling($0) }
    return LanguageLexicon.Count(
      words: words.count, english: words.count { languages.isEnglish($0) }, long: long.count,
      known: long.count { knows($0.word) })
  }
}
