package import Phrases
package import QuestionFlow

/// What other windows have written to a session since this one looked.
package struct Meanwhile: Sendable {
  /// An item that was answered here and there at once. The answer from here came later and counts.
  package struct Conflict: Sendable {
    /// The script of the item.
    package let script: String
    /// What was done there; applied again, it takes the place of what was done here.
    package let event: Event
    /// The other answer, in words.
    package let words: Phrase
  }

  /// Whether answers were given or taken back there, so that the conversation may stand elsewhere;
  /// otherwise something was only added, such as a person or a logged moment.
  package internal(set) var hasMoved = false
  /// The item that both answered last, where there is one.
  package internal(set) var conflict: Conflict?

  mutating func note(_ event: JourneyEvent?) {
    switch event {
    case .opened?, .repeated?, .migrated?, .interview?, .undone?, .takenOver?, .noted?, nil:
      hasMoved = true
    default: break
    }
  }
}

extension Event {
  /// Whether two events give an answer to the same question, so that only one of them can count.
  func competes(with other: Event) -> Bool {
    guard path == other.path else { return false }
    switch (self, other) {
    case (.answerProbe(_, let mine, _), .answerProbe(_, let theirs, _)),
      (.answerProbe(_, let mine, _), .declineProbe(_, let theirs)),
      (.declineProbe(_, let mine), .answerProbe(_, let theirs, _)):
      return mine == theirs
    default: return isAnswer && other.isAnswer
    }
  }

  private var isAnswer: Bool {
    switch self {
    case .answer, .arrangeList, .decline: true
    default: false
    }
  }
}
