/// Words of the posting that a finding rests on.
public struct Evidence: Hashable, Sendable {
  /// What the words do to the statement.
  public enum Side: String, Sendable, Codable {
    /// They supply what it names.
    case `for`
    /// They oppose it.
    case against
  }

  /// The words, verbatim, with their place.
  public let quote: Quote
  /// What they do to the statement.
  public let side: Side
  /// The amount that they name, where amounts were compared.
  public var amount: Amount?
}

/// Chooses the one to three clauses that a friend would point at.
struct EvidenceChoice {
  let weights: ReadingBounds
  /// From which probability on something is a question.
  let question: Double

  /// In how many clauses evidence is given at most.
  private static let most = 3

  /// The places of the clauses with their sides, the most telling first; none where nothing was found.
  func evidence(_ clauses: [JudgedClause], outcome: Outcome, judgement: Judgement)
    -> [(place: Int, side: Evidence.Side)]
  {
    switch outcome {
    case .silent: return []
    case .supplied: return strongest(clauses, .for)
    case .opposed: return strongest(clauses, .against)
    case .both, .unsure:
      let leads: Evidence.Side = judgement.supplied >= judgement.opposed ? .for : .against
      let follows: Evidence.Side = leads == .for ? .against : .for
      var lines = strongest(clauses, leads)
      // A question is raised by its line; only what speaks both ways has both.
      let isTwoSided = outcome == .both || min(judgement.supplied, judgement.opposed) >= question
      guard isTwoSided else { return Array(lines.prefix(1)) }
      let other = strongest(clauses, follows).filter { line in
        !lines.prefix(1).contains { $0.place == line.place }
      }
      lines.insert(contentsOf: other.prefix(1), at: min(1, lines.count))
      lines += other.dropFirst()
      var seen: Set<Int> = []
      return Array(lines.filter { seen.insert($0.place).inserted }.prefix(Self.most))
    }
  }

  private func strongest(_ clauses: [JudgedClause], _ side: Evidence.Side)
    -> [(place: Int, side: Evidence.Side)]
  {
    let key: KeyPath<Relation, Double> = side == .for ? \.supplies : \.opposes
    let ranked = clauses.sorted {
      let (one, other) = ($0.relation[keyPath: key], $1.relation[keyPath: key])
      return one != other ? one > other : $0.place < $1.place
    }
    guard let best = ranked.first?.relation[keyPath: key] else { return [] }
    let further = ranked.dropFirst().filter {
      let sure = $0.relation[keyPath: key]
      return sure >= weights.quotedFrom && sure >= weights.quotedBeside * best
    }
    return (ranked.prefix(1) + further).prefix(Self.most).map { ($0.place, side) }
  }
}
