/// What shine is told by: its own cues, and the lexicons of the rare words and amounts that may be some.
protocol ShineSources: TextLexicon {
  var shine: ShineLexicon { get }
  var common: CommonWords { get }
  var quantities: QuantityLexicon { get }
}
