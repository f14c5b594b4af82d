private import Synchronization

/// Batches that several threads read, and what has come of them.
final class BatchWork: Sendable {
  private struct State {
    var waiting: ArraySlice<Batch>
    var rows: [[Float]]
    var read = 0
    var failure: EncoderError?
  }

  private let state: Mutex<State>

  init(batches: [Batch], pairs: Int) {
    state = Mutex(
      State(waiting: batches[...], rows: [[Float]](repeating: [], count: pairs)))
  }

  /// A batch that nobody has taken yet, the longest pairs first; `nil` after a failure.
  func next() -> Batch? {
    state.withLock { state in state.failure == nil ? state.waiting.popLast() : nil }
  }

  /// Keeps what has come of a batch; the number of pairs read so far.
  func finish(_ batch: Batch, _ rows: [[Float]]) -> Int {
    state.withLock { state in
      for (place, row) in zip(batch.places, rows) { state.rows[place] = row }
      state.read += batch.places.count
      return state.read
    }
  }

  /// Ends the work; the first failure counts.
  func fail(_ error: EncoderError) {
    state.withLock { state in state.failure = state.failure ?? error }
  }

  /// What has come of all pairs.
  func result() throws(EncoderError) -> [[Float]] {
    let (rows, failure) = state.withLock { ($0.rows, $0.failure) }
    if let failure { throw failure }
    guard rows.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { throw .notNumbers }
    return rows
  }
}
