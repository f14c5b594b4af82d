import Synchronization
@testable import WorkFit

/// A relation reader that says what a test tells it to, and remembers what it was asked.
final class ScriptedReader: RelationReading {
  let model: String
  private let relation: @Sendable (RelationPair) -> Relation
  private let asked = Mutex<[RelationPair]>([])

  /// - Parameter relation: what it makes of a pair; nothing without.
  init(
    model: String = "scripted",
    _ relation: @escaping @Sendable (RelationPair) -> Relation = { _ in .nothing }
  ) {
    self.model = model
    self.relation = relation
  }

  /// A reader for which clauses with certain words supply or oppose whatever they are read against.
  convenience init(supplies: [String: Double], opposes: [String: Double] = [:]) {
    self.init { pair in
      func highest(_ words: [String: Double]) -> Double {
        words.filter { pair.clause.contains($0.key) }.map(\.value).max() ?? 0
      }
      return Relation(supplies: highest(supplies), opposes: highest(opposes))
    }
  }

  /// What it was asked so far, in order.
  var pairs: [RelationPair] { asked.withLock { $0 } }

  func relations(of pairs: [RelationPair], goOn: (Int) -> Bool) throws -> [Relation] {
    asked.withLock { $0 += pairs }
    guard goOn(pairs.count) else { throw Stopped() }
    return pairs.map(relation)
  }

  struct Stopped: Error {}

  func knows(_ word: String) -> Bool { true }

  /// The share of the statement's words that stand in the clause.
  func likenesses(of statements: [String], to clauses: [String]) -> [[Float]] {
    let clauses = clauses.map { Set(Corrections.key($0).split(separator: " ")) }
    return statements.map { statement in
      let words = Set(Corrections.key(statement).split(separator: " "))
      return clauses.map { Float($0.intersection(words).count) / Float(max(1, words.count)) }
    }
  }
}

/// The lexicon that ships, with a judge that believes the strongest judgement on either side.
func plainLexicon(nearest: Int = 10) throws -> Lexicon {
  var lexicon = try WorkFitTests.lexicon.get()
  lexicon.judge = try Judge(
    yaml: """
      {"model": "scripted", "features": ["p1", "m1"],
       "supplied": {"bias": 0, "weights": [1, 0]}, "opposed": {"bias": 0, "weights": [0, 1]},
       "assert": 0.9, "assertMust": 0.95, "question": 0.3, "nearest": \(nearest)}
      """, file: "judge.json")
  return lexicon
}

extension Statement {
  init(_ role: Role, _ text: String, rank: Int = 1) {
    self.init(role: role, text: text, rank: rank)
  }
}
