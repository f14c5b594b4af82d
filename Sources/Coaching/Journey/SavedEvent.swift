public import Journal

extension Entry {
  /// What was saved, in the terms of the domain; `nil` where this version does not know it.
  var event: JourneyEvent? { JourneyEvent(kind: kind, payload: payload) }

  /// What was saved in a few words, such as “the answer to energizers/good_day”.
  public var words: String { event?.words ?? "no longer readable" }
}
