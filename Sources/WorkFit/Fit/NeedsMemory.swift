internal import Synchronization

/// What statements were read as, so that a profile held against many postings is read once.
final class NeedsMemory: Sendable {
  private static let most = 1_000

  private let reader: Reader
  private let known = Mutex<[Statement: Needs]>([:])

  init(reader: Reader) { self.reader = reader }

  func needs(of statement: Statement) -> Needs {
    if let needs = known.withLock({ $0[statement] }) { return needs }
    let needs = Needs(statement, reader: reader)
    known.withLock {
      if $0.count >= Self.most { $0.removeAll() }
      $0[statement] = needs
    }
    return needs
  }
}
