package import Phrases

/// A report from which the names cannot be taken: one of them is a word that the report itself needs.
package struct NameRefusal: Error, Phrased {
  /// The same in English.
  package var description: String { phrase.description }

  /// What to do instead.
  package var phrase: Phrase {
    "The names cannot be left out of this report, because one of them is also a word that it is made of; leave out “round” with --without, or read it and take them out yourself."
  }
}
