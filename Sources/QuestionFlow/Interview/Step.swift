/// What the interview asks now.
public struct Step: Hashable, Sendable {
  /// What kind of turn it is.
  public enum Form: Hashable, Sendable {
    /// The item's own question.
    case question
    /// A follow-up to the answer just given.
    case probe(ProbeID)
    /// The question has changed since it was answered: does the answer still hold?
    case confirmation
  }

  /// The element of a roster that the step stands in.
  public struct RosterPlace: Hashable, Sendable {
    /// The element, in the respondent's words.
    public let element: String
    /// Counts from 1.
    public let number: Int
    /// How many elements the roster goes through.
    public let count: Int
  }

  /// The item, and the roster elements around it.
  public let path: Path
  /// Question, follow-up or confirmation.
  public let form: Form
  /// The sentence to show, with the present answers in it.
  public let text: String
  /// The heading of the innermost section, where there is one.
  public let section: String?
  /// The rosters around the item, outermost first.
  public let rosters: [RosterPlace]
  /// The answer given before, where there is one.
  public let previous: String?
  /// The answer that an empty line takes, where one is suggested and none is given.
  public let suggestion: String?
}

/// How far an interview has come.
public struct InterviewProgress: Hashable, Sendable {
  /// Items that apply and have been answered or declined.
  public let done: Int
  /// Items that apply as things stand; it grows where an answer opens new ones.
  public let total: Int

  /// Makes a count.
  package init(done: Int, total: Int) {
    self.done = done
    self.total = total
  }
}

/// One item with what was answered, for review.
public struct ReviewLine: Hashable, Sendable {
  /// What became of the item.
  public enum State: Hashable, Sendable {
    case open
    case declined
    case answered(String)
    /// Answered once, and not applicable now.
    case dormant(String)
    /// Answered, but the question has changed since.
    case stale(String)
  }

  /// The item, and the roster elements around it.
  public let path: Path
  /// The question as it reads now.
  public let question: String
  /// What became of it.
  public let state: State
  /// Follow-ups that were answered, each with its answer.
  public let probes: [String]
}

/// An answer together with what its author said it is for.
package struct FedAnswer: Sendable {
  /// What it is for.
  package let slot: Slot
  /// The item, and the roster elements around it.
  package let path: Path
  /// The answer.
  package let answer: Answer
  /// What was listed, chosen or put in order, each in words; `nil` for kinds without elements.
  package let elements: [Element]?
  /// The answers to its follow-ups, by the element they are about (`nil`: the whole answer).
  package let probes: [ElementID?: [String]]
}
