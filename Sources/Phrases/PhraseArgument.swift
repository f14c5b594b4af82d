/// What fills a place of a phrase.
package enum PhraseArgument: Hashable, Sendable {
  /// Words that are the same in every language.
  case text(String)
  /// A whole number.
  case number(Int)
  /// A number with decimals.
  case decimal(Double)
  /// A day of the calendar.
  case day(year: Int, month: Int, day: Int)
  /// The same in a sentence.
  case writtenDay(year: Int, month: Int, day: Int)
  /// Another phrase.
  case phrase(Phrase)
}

/// Something that a phrase can name, written as each language writes it.
package protocol PhraseArgumentConvertible: CustomStringConvertible {
  /// What fills the place.
  var phraseArgument: PhraseArgument { get }
}

/// Something that can be said, such as an error.
package protocol Phrased: PhraseArgumentConvertible {
  /// How it is said.
  var phrase: Phrase { get }
}

extension Phrased {
  /// The phrase itself.
  package var phraseArgument: PhraseArgument { .phrase(phrase) }
}
