package import Phrases

/// One of the ways in which an answer can be read, where there are several.
package struct Reading: Hashable, Sendable {
  /// What to type for it: this is read in one way only.
  package let typed: String
  /// The reading in words, as it is shown.
  package let words: Phrase

  /// Makes a reading.
  package init(typed: String, words: Phrase) {
    self.typed = typed
    self.words = words
  }
}
