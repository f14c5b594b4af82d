public import Phrases

/// One of the ways in which an answer can be read, where there are several.
public struct Reading: Hashable, Sendable {
  /// What to type for it: this is read in one way only.
  public let typed: String
  /// The reading in words, as it is shown.
  public let words: Phrase

  /// Makes a reading.
  public init(typed: String, words: Phrase) {
    self.typed = typed
    self.words = words
  }
}
