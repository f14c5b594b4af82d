public import Phrases

extension Finding.Kind {
  /// The kind in a few words, as it is said of a statement of that role: a deal-breaker that is ruled out is
  /// kept, and not met.
  public func words(as role: Role) -> Phrase {
    switch (self, role) {
    case (.mustHaveMet, .dealBreaker): "kept"
    case (.mustHaveBroken, .dealBreaker): "crossed"
    case (.missing, .drain), (.missing, .dealBreaker): "not found"
    default: words
    }
  }
}
