/// Reads the amounts of a posting and of statements, and holds them against each other.
struct AmountReading {
  /// What a statement asks of amounts, and what became of it; the verdict is `nil` where the posting names none.
  struct Reading {
    let claims: [Claim]
    let verdict: AmountVerdict?

    /// Whether the clauses are read as well: a question that no number raises may be decided by reading.
    var isRead: Bool {
      guard let verdict else { return true }
      return verdict.outcome == .unsure && !claims.contains { $0.read.isNumber || $0.wish != nil }
        && !verdict.hasNumber
    }

    static let none = Reading(claims: [], verdict: nil)
  }

  private let posting: Posting
  private let quantities: QuantityLexicon
  private let common: CommonWords

  init(_ posting: Posting, quantities: QuantityLexicon, common: CommonWords) {
    self.posting = posting
    self.quantities = quantities
    self.common = common
  }

  /// One reading for each statement, in their order.
  ///
  /// - Parameter languages: tells which statements cannot be read.
  func readings(of statements: [Statement], languages: StatementLanguages) -> [Reading] {
    let reader = ClaimReader(lexicon: quantities, common: common)
    let claims: [(claims: [Claim], isEither: Bool)] = statements.map {
      languages.isForeign($0) ? ([], false) : reader.claims(of: $0)
    }
    guard claims.contains(where: { !$0.claims.isEmpty }) else { return claims.map { _ in .none } }
    let amounts = PostingAmounts(posting, lexicon: quantities)
    return zip(statements, claims).map { statement, said in
      guard !said.claims.isEmpty else { return .none }
      let judge = AmountJudge(
        lexicon: quantities, posting: amounts,
        isMuted: { isMuted($0, for: statement) },
        isAbout: { isAbout($1, posting.clauses[$0].tokens) })
      return Reading(
        claims: said.claims, verdict: judge.verdict(said.claims, isEither: said.isEither))
    }
  }

  private func isAbout(_ topic: Set<WordKey>, _ tokens: [Token]) -> Bool {
    tokens.contains { topic.contains($0.key) }
      || !common.rareStems(of: tokens).isDisjoint(with: topic)
  }

  private func isMuted(_ place: Int, for statement: Statement) -> Bool {
    guard !statement.mutedLines.isEmpty else { return false }
    return statement.mutedLines.contains(
      Corrections.key(posting.quote(posting.clauses[place]).text))
  }
}
