package import Journal
package import Phrases

extension Entry {
  /// What was saved, in the terms of the domain; `nil` where this version does not know it.
  var event: JourneyEvent? { JourneyEvent(kind: kind, payload: payload, at: at) }

  /// What was saved in a few words, such as “the answer to energizers/good_day”.
  package var words: Phrase { event?.words ?? "no longer readable" }
}
