/// By its cues and units, what a number is of.
struct AmountRule: Decodable, Phrasing {
  private let cues: [String]
  private let name: String
  private let span: Set<String>?
  private let invert, ranges: Bool?
  private let leastNumber, mostNumber, nearerBy: Double?
  let units: Set<String>
  let side: QuantityLexicon.Side?
  let scale: QuantityLexicon.Scale?
  let reach: Double?
  let statementReach: Double?
  /// As `reach`, of a number that a line among what is asked for begins with.
  let startReach: Double?

  private enum CodingKeys: String, CodingKey {
    case cues, units, side, scale, reach, invert, ranges
    case name = "kind"
    case span = "per"
    case statementReach = "statement_reach"
    case startReach = "start"
    case leastNumber = "least"
    case mostNumber = "most"
    case nearerBy = "nearer"
  }

  var phrases: [String] { cues }
  /// `nil` of a number that is nobody's who asks.
  var kind: AmountKind? { name == "none" ? nil : AmountKind(name) }
  var per: Set<String> { span ?? [] }
  var isInverted: Bool { invert ?? false }
  /// Whether only a range is read where a line begins with it.
  var isOfRanges: Bool { ranges ?? false }
  var least: Double { leastNumber ?? -.infinity }
  var most: Double { mostNumber ?? .infinity }
  /// Whether a number means something else by it: of another kind, or counted from the other end.
  func isOtherThan(_ other: AmountRule) -> Bool {
    name != other.name || isInverted != other.isInverted
  }
  /// By so many words its cues count as nearer.
  var nearer: Double { nearerBy ?? 0 }
}
