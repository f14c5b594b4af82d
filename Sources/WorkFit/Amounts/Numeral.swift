/// A number or a range with what is counted, and how it is bounded.
struct Numeral {
  var interval: Interval
  var currency: String?
  var unit: String?
  var per: String?
  var bound: AmountBound?
  var doubts: Set<AmountDoubt> = []
  /// “One week in four”.
  var isRatio = false
  /// Whether it is of a week of so many hours or days: “a 38-hour week”.
  var isOfWeek = false
  /// Whether a factor such as “k” stood with it.
  var isScaled = false
  /// The number alone, as places among the tokens.
  let digits: Range<Int>
  /// With currency, unit and what it is counted by.
  var tokens: Range<Int>
  /// The words that bound it.
  var bounds: [Range<Int>] = []
}
