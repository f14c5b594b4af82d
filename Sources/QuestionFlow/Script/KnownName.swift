/// An item, a calculated value or something given, that has been read already.
struct KnownName {
  var type: ExpressionType
  /// The kind of an item's answer; `nil` for a calculated value.
  var kind: AnswerKind?
  /// The rosters around it, outermost first, by where their elements come from.
  var rosters: [ItemID] = []
  /// Where its elements come from: the item itself, or the one that they were carried from.
  var root: ItemID
  /// Through how many items its elements were carried.
  var carried = 0
  /// How much is evaluated for it.
  var extent = (size: 1, height: 1)
  /// The values of options in `score()`.
  var scores: [String: Double] = [:]

  var hasElements: Bool { kind?.hasElements ?? (type == .list) }
}
