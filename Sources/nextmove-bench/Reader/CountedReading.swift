import Synchronization
import WorkFit

/// A reader that counts the pairs that it is given.
final class CountedReading: RelationReading {
  private let reader: any RelationReading
  private let count = Mutex(0)

  init(_ reader: any RelationReading) { self.reader = reader }

  var model: String { reader.model }
  /// Pairs read so far.
  var pairs: Int { count.withLock { $0 } }

  func relations(of pairs: [RelationPair], goOn: (Int) -> Bool) throws -> [Relation] {
    count.withLock { $0 += pairs.count }
    return try reader.relations(of: pairs, goOn: goOn)
  }

  func directions(of texts: [String], after layers: Int) throws -> [[Float]] {
    try reader.directions(of: texts, after: layers)
  }

  func knows(_ word: String) -> Bool { reader.knows(word) }

  func likenesses(of statements: [String], to clauses: [String]) -> [[Float]] {
    reader.likenesses(of: statements, to: clauses)
  }
}
