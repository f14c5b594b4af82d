/// The nearest known word to a mistyped one.
package enum Spelling {
  /// The candidate within two edits (one for short words), or `nil` where none is that near.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let limit = word.count <= 1 ? 0 : word.count <= 4 ? 1 : 2
    let scored = candidates.map { (word: $0, distance: distance(word, $0)) }
    // A swap of neighbours costs two in Levenshtein's measure; short words deserve that much help.
    let reach = scored.filter { $0.distance <= limit || Array($0.word).sorted() == word.sorted() }
    return reach.min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
  }

  /// Words with the nearest first.
  static func sorted(_ words: [String], by word: String) -> [String] {
    words.map { (word: $0, distance: distance(word, $0)) }
      .sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }.map(\.word)
  }

  /// Whether two words are the same but for one letter.
  static func isOneSlip(_ first: String, _ second: String) -> Bool { distance(first, second) <= 1 }

  private static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.prefix(64))
    let right = Array(right.prefix(64))
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let substitution = diagonal + (a == b ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substitution, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[right.count]
  }
}
