import Phrases

/// What a posting is cut into clauses by, and its clauses are placed by.
protocol TextLexicon: Sendable {
  var clauses: ClauseLexicon { get }
  var segments: SegmentLexicon { get }
  var languages: LanguageLexicon { get }
  /// The language of what is said.
  var words: PhraseBook { get }

  /// That a second posting begins on a line.
  func twoPostings(_ line: Int) -> String
}
