extension Mentions {
  /// Counts beyond this are not tried.
  static let largestCount = 300

  /// Texts of which one stands for any other; `nil` where finitely many cannot.
  func standingTexts() -> [String]? {
    guard !meetsOthers, counts == nil else { return nil }
    var counts: Set<Int> = [1]
    for number in words ?? [] {
      guard number.magnitude < Double(Self.largestCount) else { return nil }
      let count = Int(number.rounded(.down))
      counts.formUnion([count - 1, count, count + 1].filter { $0 >= 1 })
    }
    var texts = texts.sorted().filter { $0.contains { !$0.isWhitespace } }
    for count in counts.sorted() {
      // One that no literal equals and that is not vague, and one that is.
      texts.append(Self.repeated("carpentry", count))
      if isVagueUsed { texts.append(Self.repeated("stuff", count)) }
    }
    return texts
  }

  private static func repeated(_ word: String, _ count: Int) -> String {
    Array(repeating: word, count: count).joined(separator: " ")
  }
}
