import Synchronization

/// One judgement's name: by which model, of which statement and clause.
package struct JudgementKey: Hashable, Sendable {
  /// The reader's ``RelationReading/model``.
  package let model: String
  /// What was read.
  package let pair: RelationPair

  /// Names a judgement.
  package init(model: String, pair: RelationPair) {
    self.model = model
    self.pair = pair
  }
}

/// Where judgements are kept, so that after one changed answer only that answer is read again.
package protocol JudgementKeeping: Sendable {
  /// The judgements that are known, in the order of the keys; `nil` for the others.
  func relations(_ keys: [JudgementKey]) -> [Relation?]

  /// Keeps judgements; whatever keeps them may forget.
  func keep(_ relations: [(JudgementKey, Relation)])
}

/// Judgements kept in memory, as long as the program runs.
package final class JudgementMemory: JudgementKeeping {
  /// So many are kept; then it begins anew, which bounds the memory of a long run.
  private let most: Int
  private let known = Mutex<[JudgementKey: Relation]>([:])

  /// - Parameter most: how many judgements are kept at most.
  package init(most: Int = 20_000) { self.most = most }

  /// The judgements that are known, in the order of the keys.
  package func relations(_ keys: [JudgementKey]) -> [Relation?] {
    known.withLock { known in keys.map { known[$0] } }
  }

  /// Keeps judgements.
  package func keep(_ relations: [(JudgementKey, Relation)]) {
    known.withLock { known in
      if known.count + relations.count > most { known.removeAll(keepingCapacity: true) }
      for (key, relation) in relations { known[key] = relation }
    }
  }
}
