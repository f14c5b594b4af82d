/// The sentences of verdicts and their parts, as `Lexicon/wordings.yaml` has them.
struct VerdictWordings: LexiconPart {
  /// What stands in `wordings.yaml` under `verdict`.
  enum Part: String, CaseIterable, Decodable, CodingKeyRepresentable, Sendable {
    case hedge, looks, before, but, and, own, quoted, shown, unknown
    case impressiveButDraining = "impressive-but-draining"
    case quietAndDraining = "quiet-and-draining"
    case impressiveAndEnergizing = "impressive-and-energizing"
    case quietButEnergizing = "quiet-but-energizing"
    case mixedBoth = "mixed-both"
    case mixedGoods = "mixed-goods"
    case mixedAgainst = "mixed-against"
    case mixedNeither = "mixed-neither"
    case unknownButShining = "unknown-but-shining"
    case tooShort = "too-short"
    case otherLanguage = "other-language"
    case ownWordsInAnother = "own-words-in-another-language"
    case notAPosting = "not-a-posting"
    case settleOne = "settle-one"
    case settleTwo = "settle-two"
    case againstDealBreaker = "against-deal-breaker"
    case againstDrain = "against-drain"
    case againstOther = "against-other"
    case againstNothing = "against-nothing"
    case goodFreedom = "good-freedom"
    case goodNothing = "good-nothing"
  }

  private let parts: [Part: String]

  init(from decoder: any Decoder) throws {
    parts = try [Part: Sentence](from: decoder).mapValues(\.text)
    if let missing = Part.allCases.first(where: { parts[$0] == nil }) {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: decoder.codingPath, debugDescription: "there is no “\(missing.rawValue)”"))
    }
  }

  /// A part with its places filled; a place that nothing is given for stays as it is.
  func text(_ part: Part, _ values: [String: String] = [:]) -> String {
    Self.filled(parts[part] ?? "", values)
  }

  /// A text with `{name}` replaced by what is given for the name, in one pass: what is filled in is not looked at.
  static func filled(_ text: String, _ values: [String: String]) -> String {
    var filled = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      filled += rest[..<open]
      filled += values[name] ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }
}
