/// What stands before a colon and says of what the rest is: “Notice: two weeks on either side”.
struct ClauseLabel: Sendable {
  /// What a label says of the numbers behind it, as `Lexicon/quantities.yaml` has it.
  struct Meaning: Phrasing {
    private let words: [String]
    let kind: AmountKind
    /// What a number without a unit counts.
    let unit: String?
    let per: String?

    var phrases: [String] { words }
  }

  let meanings: [Meaning]
  /// The label's own words; none where it is the heading above.
  let tokens: Range<Int>

  /// In words.
  private static let longest = 6

  /// The label of a clause, else that of its heading.
  init?(_ words: AmountReader.Words, lexicon: QuantityLexicon) {
    let tokens = words.tokens
    if let end = tokens.indices.prefix(Self.longest + 1).first(where: {
      $0 > 0 && Self.hasColon(before: $0, words)
    }) {
      self.tokens = 0..<end
      meanings = Self.meanings(Array(tokens[..<end]), lexicon)
      return
    }
    let meanings =
      words.heading.count <= Self.longest ? Self.meanings(words.heading, lexicon) : []
    guard !meanings.isEmpty else { return nil }
    self.tokens = 0..<0
    self.meanings = meanings
  }

  private static func meanings(_ label: [Token], _ lexicon: QuantityLexicon) -> [Meaning] {
    let found = lexicon.labels.phrases.matches(in: label)
    // The longest words say what it is: “notice period” is no period.
    guard let longest = found.map(\.range.count).max() else { return [] }
    return found.filter { $0.range.count == longest }.map { lexicon.labels[$0.label] }
  }

  private static let labelMarks = ":|\t".utf8
  /// More dots than an ellipsis has lead from a label to what it says.
  private static let leaderLength = 3

  static func hasColon(before place: Int, _ words: AmountReader.Words) -> Bool {
    let (from, to) = (
      words.tokens[place - 1].range.upperBound, words.tokens[place].range.lowerBound
    )
    guard from <= to else { return false }
    let between = words.source.bytes[from..<to]
    // “Team size: 14”, “Team size | 14”, “Team size ..... 14”
    return between.contains { labelMarks.contains($0) }
      || between.count { $0 == UInt8(ascii: ".") } > leaderLength
      || isColumn(between, before: place, words)
  }

  /// “Weekend work   no”: only with what denies is it known that the blanks part columns.
  private static func isColumn(
    _ between: ArraySlice<UInt8>, before place: Int, _ words: AmountReader.Words
  ) -> Bool {
    between.count > 1 && between.allSatisfy { $0 == UInt8(ascii: " ") }
      && NegationWords.shipped.labels.beginning(at: place, in: words.tokens)?.upperBound
        == words.tokens.count
  }

  func meaning(of kind: AmountKind?) -> Meaning? { meanings.first { $0.kind == kind } }

  /// Gives a number behind the label its unit, where it has none.
  func completed(_ numeral: Numeral, among tokens: [Token]) -> Numeral {
    guard numeral.unit == nil, numeral.currency == nil, !numeral.isScaled,
      numeral.digits.lowerBound >= self.tokens.upperBound,
      let meaning = meanings.first(where: { $0.unit != nil }),
      meaning.kind != .hours || !Self.isClock(numeral, tokens)
    else { return numeral }
    var numeral = numeral
    numeral.unit = meaning.unit
    numeral.per = numeral.per ?? meaning.per
    return numeral
  }

  /// “8.30 to 16.30”, “9 to 5”
  private static func isClock(_ numeral: Numeral, _ tokens: [Token]) -> Bool {
    guard numeral.bound == .range else { return false }
    let isOfMinutes = tokens[numeral.digits].contains {
      $0.word.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count == 2
    }
    return isOfMinutes || numeral.interval.low < 13 && numeral.interval.high <= 24
  }
}
