import Journal

extension Entry {
  /// What was saved, in the terms of the domain; `nil` where this version does not know it.
  var event: JourneyEvent? { JourneyEvent(kind: kind, payload: payload, at: at) }
}
