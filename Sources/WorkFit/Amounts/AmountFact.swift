/// What a phrase says without a number.
struct AmountFact: Decodable, Phrasing {
  private let words: [String]
  private let low, high: Double
  private let short, light, choice, loose, own: Bool?
  let kind: AmountKind
  let unit: String?
  let outer: Interval?
  let denied: Interval?
  let side: QuantityLexicon.Side?
  let place: String?

  private enum CodingKeys: String, CodingKey {
    case words, low, high, short, light, choice, loose, own, kind, unit, outer, denied, side
    case place = "where"
  }

  var phrases: [String] { words }
  var interval: Interval { Interval(low, high) }
  /// Of a few words alone: “Permanent”.
  var isShort: Bool { short ?? false }
  /// Whoever else is named.
  var isOwn: Bool { own ?? false }
  var isLight: Bool { light ?? false }
  var isChoice: Bool { choice ?? false }
  var isLoose: Bool { loose ?? false }
}
