/// A value that is worked out from answers: `let: total = sum(chores, hours)`.
package struct Calculation: Sendable {
  /// Its name, unique among the items of the script.
  package let id: ItemID
  /// What it is called in a report; `nil` where it has no words of its own.
  package let label: Wording?
  /// The expression as its author wrote it.
  package let source: String
  /// Where it stands in its file.
  package let place: SourcePlace
  let expression: Expression
  let type: ExpressionType
  /// The rosters around it, outermost first.
  let rosters: [ItemID]
}
