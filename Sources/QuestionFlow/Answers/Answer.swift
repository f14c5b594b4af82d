/// An answer: what was typed once it is read, and what the interview holds.
///
/// What was just typed has no identities yet: the elements of a list are `.new` until the interview
/// takes the answer.
public enum Answer: Hashable, Sendable, Codable {
  case text(String)
  case number(Double)
  case date(CalendarDate)
  case yesOrNo(Bool)
  /// What was chosen, and the respondent's own words where it is ``ElementID/other``.
  case choice(ElementID, other: String? = nil)
  /// All that was chosen, in the order in which it was offered.
  case choices([ElementID], other: String? = nil)
  case scale(Int)
  case list([Element])
  /// The first being the most important.
  case rank([ElementID])
  case person(Person)
  case posting(String)
  /// A note that was shown.
  case seen

  /// A list of words that were just typed.
  public static func typedList(_ texts: [String]) -> Answer { .list(texts.map { Element($0) }) }
}

/// Somebody named in an answer.
public struct Person: Hashable, Sendable, Codable {
  /// The name as typed.
  public let name: String
  /// What was typed after the first comma, such as a role.
  public let note: String?

  /// Makes a person.
  public init(name: String, note: String? = nil) {
    self.name = name
    self.note = note
  }
}
