/// By its cues and units, what a number is of.
struct AmountRule: Decodable, Phrasing {
  private let cues: [String]
  private let name: String
  private let span: Set<String>?
  private let invert: Bool?
  private let leastNumber, mostNumber, nearerBy: Double?
  let units: Set<String>
  let side: QuantityLexicon.Side?
  let scale: QuantityLexicon.Scale?
  let reach: Double?
  let statementReach: Double?
  /// As `reach`, of a number that a line among what is asked for begins with.
  let startReach: Double?

  private enum CodingKeys: String, CodingKey {
    case cues, units, side, scale, reach, invert
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
  var least: Double { leastNumber ?? -.infinity }
  var most: Double { mostNumber ?? .infinity }
  /// By so many words its cues count as nearer.
  var nearer: Double { nearerBy ?? 0 }
}
