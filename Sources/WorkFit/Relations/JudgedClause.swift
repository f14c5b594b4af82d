/// A clause that was read against a statement, and what came of it.
struct JudgedClause {
  /// Its place in the posting.
  let place: Int
  let segment: Segment
  /// How many words were read of it.
  let words: Int
  let likeness: Double
  let relation: Relation

  /// How many words there are between white space; at least 1.
  static func words(in text: String) -> Int {
    max(1, text.split(whereSeparator: \.isWhitespace).count)
  }
}
