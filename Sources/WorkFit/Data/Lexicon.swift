internal import EmbeddedFiles
public import Phrases

/// All that is known beside the relation reader: headings, names of things, words of languages, cues of
/// shine, the judge's weights, and what is said on the screen.
public struct Lexicon: Sendable {
  /// The facets, a vocabulary for explaining and asking.
  public let facets: FacetVocabulary
  let clauses: ClauseLexicon
  let segments: SegmentLexicon
  let languages: LanguageLexicon
  let common: CommonWords
  let names: TradeNames
  let amounts: AmountLexicon
  let quantities: QuantityLexicon
  let shine: ShineLexicon
  /// Another in tests, so that they do not depend on what was learned.
  var judge: Judge
  let weights: Weights
  let wordings: Wordings
  /// The language of what is said.
  let words: PhraseBook

  /// Reads the lexicon that ships with the module.
  ///
  /// - Parameter words: the language that findings and verdicts are said in; what is read is English.
  /// - Throws: ``LexiconFault`` where a data file is not as it should be; a test reads them all.
  public init(words: PhraseBook = .english) throws(LexiconFault) {
    func file(_ name: String) throws(LexiconFault) -> LexiconNode {
      guard let file = EmbeddedFile.data(named: name) else {
        throw LexiconFault(file: name, message: "it is not compiled in")
      }
      return try LexiconNode(yaml: file.text, file: name, words: words)
    }
    self.words = words
    facets = try FacetVocabulary(try file("facets.yaml"))
    clauses = try ClauseLexicon(try file("clauses.yaml"))
    segments = try SegmentLexicon(try file("segments.yaml"))
    languages = try LanguageLexicon(try file("languages.yaml"))
    common = try CommonWords(try file("common.yaml"))
    names = try TradeNames(try file("names.yaml"))
    amounts = try AmountLexicon(try file("amounts.yaml"))
    quantities = try QuantityLexicon(try file("quantities.yaml"))
    shine = try ShineLexicon(try file("shine.yaml"), weights: try file("shine.json"))
    judge = try Judge(try file("judge.json"))
    weights = try Weights(try file("weights.yaml"))
    wordings = try Wordings(try file("wordings.yaml"))
  }
}
