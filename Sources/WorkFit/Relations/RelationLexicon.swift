/// What it is told by which clauses are read against a statement, and by which words.
protocol RelationLexicon: TextLexicon {
  var facets: FacetVocabulary { get }
  var common: CommonWords { get }
  var names: TradeNames { get }
  var bounds: ReadingBounds { get }
  /// So many of the nearest clauses are read for each statement.
  var nearest: Int { get }
}
