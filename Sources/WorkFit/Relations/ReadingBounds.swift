/// How much is read of a posting, and what of it is quoted; each has its reason in `Lexicon/weights.yaml`.
struct ReadingBounds: Decodable, Sendable {
  let mostClauses, mostBytes, byWords: Int
  let quotedFrom, quotedBeside: Double

  private enum CodingKeys: String, CodingKey {
    case mostClauses = "most_clauses"
    case mostBytes = "most_bytes"
    case byWords = "by_words"
    case quotedFrom = "quoted_from"
    case quotedBeside = "quoted_beside"
  }
}
