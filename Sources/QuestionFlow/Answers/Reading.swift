/// One of the ways in which an answer can be read, where there are several.
public struct Reading: Hashable, Sendable {
  /// What to type for it: this is read in one way only.
  public let typed: String
  /// The reading in words, as it is shown.
  public let words: String

  /// Makes a reading.
  public init(typed: String, words: String) {
    self.typed = typed
    self.words = words
  }
}
