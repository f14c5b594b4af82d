import Foundation

/// What the judge goes by: the strongest few judgements for and against a statement, and where they stand.
struct JudgeFeatures {
  /// The names in the order of ``values``, as `judge.json` has them.
  static let names: [String] =
    [
      "p1", "p2", "p3", "m1", "m2", "m3", "psum", "msum", "diff", "plike", "mlike", "like",
      "role_energizer", "role_drain", "role_strength", "role_must_have", "role_deal_breaker",
      "swords", "pwords", "mwords",
    ] + segments.map { "pseg_\($0.name)" } + segments.map { "mseg_\($0.name)" }

  private static let segments: [(segment: Segment, name: String)] = [
    (.title, "title"), (.responsibilities, "duties"), (.requirements, "requirements"),
    (.conditions, "conditions"), (.benefits, "benefits"), (.about, "about"), (.other, "other"),
  ]
  private static let roles: [Role] = [.energizer, .drain, .strength, .mustHave, .dealBreaker]

  let values: [Double]

  /// - Parameter words: how many words were read of the statement.
  init(_ clauses: [JudgedClause], role: Role, words: Int) {
    // Of two that are as sure the first counts, so that the same text gives the same answer.
    func strongest(_ side: KeyPath<Relation, Double>) -> [JudgedClause] {
      clauses.indices.sorted {
        let (one, other) = (
          clauses[$0].relation[keyPath: side], clauses[$1].relation[keyPath: side]
        )
        return one != other ? one > other : $0 < $1
      }.prefix(3).map { clauses[$0] }
    }
    let supplying = strongest(\.supplies)
    let opposing = strongest(\.opposes)
    func logits(_ clauses: [JudgedClause], _ side: KeyPath<Relation, Double>) -> [Double] {
      (0..<3).map { place in
        Self.logit(place < clauses.count ? clauses[place].relation[keyPath: side] : 0)
      }
    }
    let for3 = logits(supplying, \.supplies)
    let against3 = logits(opposing, \.opposes)
    var values = for3 + against3
    values.append(log(1 + clauses.reduce(0) { $0 + $1.relation.supplies }))
    values.append(log(1 + clauses.reduce(0) { $0 + $1.relation.opposes }))
    values.append(for3[0] - against3[0])
    values.append(supplying.first?.likeness ?? 0)
    values.append(opposing.first?.likeness ?? 0)
    values.append(clauses.map(\.likeness).max() ?? 0)
    values += Self.roles.map { $0 == role ? 1 : 0 }
    values.append(log(Double(max(1, words))))
    values.append(log(Double(supplying.first?.words ?? 1)))
    values.append(log(Double(opposing.first?.words ?? 1)))
    values += Self.segments.map { $0.segment == supplying.first?.segment ? 1 : 0 }
    values += Self.segments.map { $0.segment == opposing.first?.segment ? 1 : 0 }
    self.values = values
  }

  private static func logit(_ probability: Double) -> Double {
    log((probability + 1e-4) / (1 - probability + 1e-4))
  }
}
