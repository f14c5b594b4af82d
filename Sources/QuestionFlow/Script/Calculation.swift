/// A value that is worked out from answers: `let: total = sum(chores, hours)`.
public struct Calculation: Sendable {
  /// Its name, unique among the items of the script.
  public let id: ItemID
  /// What it is called in a report; `nil` where it has no words of its own.
  public let label: Wording?
  /// The expression as its author wrote it.
  public let source: String
  /// Where it stands in its file.
  public let place: SourcePlace
  let expression: Expression
  let type: ExpressionType
  /// The rosters around it, outermost first.
  let rosters: [ItemID]
}
