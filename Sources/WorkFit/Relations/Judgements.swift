internal import Synchronization

/// One judgement's name: by which model, of which statement and clause.
public struct JudgementKey: Hashable, Sendable {
  /// The reader's ``RelationReading/model``.
  public let model: String
  /// What was read.
  public let pair: RelationPair

  /// Names a judgement.
  public init(model: String, pair: RelationPair) {
    self.model = model
    self.pair = pair
  }
}

/// Where judgements are kept, so that after one changed answer only that answer is read again.
public protocol JudgementKeeping: Sendable {
  /// The judgements that are known, in the order of the keys; `nil` for the others.
  func relations(_ keys: [JudgementKey]) -> [Relation?]

  /// Keeps judgements; whatever keeps them may forget.
  func keep(_ relations: [(JudgementKey, Relation)])
}

/// Judgements kept in memory, as long as the program runs.
public final class JudgementMemory: JudgementKeeping {
  /// So many are kept; then it begins anew, which bounds the memory of a long run.
  private let most: Int
  private let known = Mutex<[JudgementKey: Relation]>([:])

  /// - Parameter most: how many judgements are kept at most.
  public init(most: Int = 20_000) { self.most = most }

  /// The judgements that are known, in the order of the keys.
  public func relations(_ keys: [JudgementKey]) -> [Relation?] {
    known.withLock { known in keys.map { known[$0] } }
  }

  /// Keeps judgements.
  public func keep(_ relations: [(JudgementKey, Relation)]) {
    known.withLock { known in
      if known.count + relations.count > most { known.removeAll(keepingCapacity: true) }
      for (key, relation) in relations { known[key] = relation }
    }
  }
}
