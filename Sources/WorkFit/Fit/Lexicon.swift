import EmbeddedFiles
package import Phrases

/// All that is known beside the relation reader: headings, names of things, words of languages, cues of
/// shine, the judge's weights, and what is said on the screen.
public struct Lexicon: Sendable {
  /// The facets, a vocabulary for explaining and asking.
  package let facets: FacetVocabulary
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
  /// - Throws: ``LexiconFault`` where a data file is not as it should be; a test reads them all.
  public init() throws(LexiconFault) { try self.init(words: .english) }

  /// Reads the lexicon that ships with the module.
  ///
  /// - Parameter words: the language that findings and verdicts are said in; what is read is English.
  /// - Throws: ``LexiconFault`` where a data file is not as it should be; a test reads them all.
  package init(words: PhraseBook) throws(LexiconFault) {
    self.words = words
    facets = try FacetVocabulary(.facets, words: words)
    clauses = try ClauseLexicon(.clauses)
    segments = try SegmentLexicon(.segments)
    languages = try LanguageLexicon(.languages)
    common = try CommonWords(.common)
    names = try TradeNames(.names)
    amounts = try AmountLexicon(.amounts)
    quantities = try QuantityLexicon(.quantities)
    shine = try ShineLexicon(
      try ShineCueFile(.shine, words: words), weights: try ShineWeights(.shineWeights))
    judge = try Judge(.judge)
    weights = try Weights(.weights)
    wordings = try Wordings(.wordings, words: words)
  }
}

extension Lexicon: RelationLexicon, ShineSources {
  var bounds: ReadingBounds { weights.reading }
  var nearest: Int { judge.nearest }

  func twoPostings(_ line: Int) -> String { wordings.twoPostings(line) }
}
