/// An answer that comes from outside the interview: of another script, or of the time before.
package struct Given: Sendable {
  /// Where it comes from.
  package enum Source: Hashable, Sendable {
    /// An item of another script.
    case script(String, ItemID)
    /// An item of the same script, as it was answered the time before.
    case last(ItemID)
  }

  /// The name that stands for it here, such as `gifts` or `last.mood`.
  package let id: ItemID
  /// Where it comes from.
  package let source: Source
  /// What stands for it where it is missing; `nil` where nothing does.
  let fallback: Value?
  let known: KnownName
  /// What the options among its elements are called, where it has any.
  var labels: Offer?

  /// Whether the interview cannot begin without it.
  package var isNeeded: Bool {
    if case .script = source { fallback == nil } else { false }
  }
}

/// An answer of another script without which a script cannot begin.
package struct NeededAnswer: Hashable, Sendable {
  /// The name that stands for it here.
  package let name: ItemID
  /// The script that it is an answer to.
  package let script: String
  /// The item of that script.
  package let item: ItemID
}

/// How often a script is answered anew.
package enum Repetition: String, Sendable, CaseIterable, Codable {
  case daily
  case weekly
  case monthly
  /// Whenever the respondent asks for it.
  case onRequest = "on request"

  /// The day from which it is due again, after an answer of some day; `nil` where it never is by itself.
  package func due(after day: CalendarDate) -> CalendarDate? {
    switch self {
    case .daily: day.adding(days: 1)
    case .weekly: day.adding(days: 7)
    case .monthly: day.adding(days: 30)
    case .onRequest: nil
    }
  }
}
