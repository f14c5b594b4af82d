/// One question of a script, with all that the author said about it.
public struct Item: Sendable {
  /// Its name, unique in the script.
  public let id: ItemID
  /// The question; earlier answers may be piped into it.
  package let ask: Template
  /// What an answer is made of and how it is typed.
  public let kind: AnswerKind
  /// Why the question is worth answering, shown by `/why`.
  public let why: Wording?
  /// A short note on the expected form.
  public let hint: Wording?
  /// The item is relevant only where this holds; `nil` where it always is.
  package let when: Condition?
  /// Neutral follow-ups to a thin answer, each asked at most once.
  package let probes: [Probe]
  /// Conditions that an answer must meet, each with the sentence for the respondent.
  package let checks: [Check]
  /// What the answer is for, outside this module.
  package let feeds: Slot?
  /// What the respondent has said elsewhere that helps with the answer; the host shows it.
  package let recall: Recall?
  /// Whether it cannot be passed over.
  public let isRequired: Bool
  /// What an empty line takes for an answer; `nil` where nothing is suggested.
  let suggestion: Suggestion?
  /// The ids that it had in earlier versions of the script.
  let formerIDs: [ItemID]
  /// Where the item stands in its file.
  package let place: SourcePlace

  /// Whether it is said and not asked.
  public var isNote: Bool { kind == .note }
}

/// What an empty line takes for an answer.
enum Suggestion: Sendable {
  /// Words, with earlier answers in them.
  case words(Template)
  /// The value of an expression.
  case value(Expression)
}

/// A follow-up that is asked when an answer leaves room for one.
package struct Probe: Sendable {
  /// Asked only where this holds; where it speaks of `element`, once for each element it holds for.
  package let condition: Condition
  /// The follow-up question.
  package let ask: Template
  /// What is asked in its place where it was asked about other elements of the list before, in turn.
  package let again: [Template]
  /// Whether the condition or the question speaks of one element of a list answer.
  package let isPerElement: Bool

  /// The follow-up question where it was asked about so many other elements before: not the same sentence twice
  /// in a row, where the script has others.
  func ask(after asked: Int) -> Template {
    asked == 0 || again.isEmpty ? ask : again[(asked - 1) % again.count]
  }
}

/// A condition on an answer.
package struct Check: Sendable {
  /// What must hold for the answer to be accepted.
  package let condition: Condition
  /// What the respondent reads where it does not hold.
  package let say: Template
}

/// What a respondent has said elsewhere, as a memory aid for a question: entries of the log that they
/// keep between sessions, or their role outline.
package enum Recall: String, Sendable, CaseIterable {
  /// What gave energy.
  case highs
  /// What took it.
  case lows
  /// The respondent's role outline.
  case outline
}
