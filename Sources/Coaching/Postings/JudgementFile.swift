package import Foundation
package import SafeOutput
import Synchronization
package import WorkFit

/// Judgements kept in a file from one run to the next, so that after one changed answer only that answer is
/// read.
///
/// No text stands in it: a judgement is found by the SHA-256 of its model, statement and clause. A file that
/// is missing, cut short or altered is passed over, and one that cannot be written is not missed: what it
/// would have said is read again.
package final class JudgementFile: JudgementKeeping {
  private struct Kept {
    let relation: Relation
    /// Grows; what was asked for last has the highest.
    var use: Int
  }

  private struct State {
    var isLoaded = false
    /// Whether the file was there when it was last read or written.
    var isOnDisk = false
    var known: [JudgementRecords.Name: Kept] = [:]
    var uses = 0

    mutating func nextUse() -> Int {
      uses += 1
      return uses
    }
  }

  private let path: String
  private let most: Int
  private let state = Mutex(State())

  /// A file that is read when something is first asked of it, and made when something is first kept.
  ///
  /// - Parameters:
  ///   - url: where it is, or will be.
  ///   - most: how many judgements are kept; those not asked for the longest go first.
  package init(at url: URL, most: Int = 50_000) {
    path = url.path
    self.most = most
  }

  /// The judgements that are known, in the order of the keys.
  package func relations(_ keys: [JudgementKey]) -> [Relation?] {
    state.withLock { state in
      load(&state)
      return keys.map { key in
        let name = JudgementRecords.name(of: key)
        let use = state.nextUse()
        state.known[name]?.use = use
        return state.known[name]?.relation
      }
    }
  }

  /// Keeps judgements, and writes the file as a whole.
  package func keep(_ relations: [(JudgementKey, Relation)]) {
    state.withLock { state in
      load(&state)
      // Where somebody has taken the file away, what stood in it is to be forgotten.
      if state.isOnDisk, !isThere { state.known = [:] }
      for (key, relation) in relations {
        state.known[JudgementRecords.name(of: key)] = Kept(
          relation: relation, use: state.nextUse())
      }
      let kept = state.known.sorted { $0.value.use < $1.value.use }.suffix(most)
      if kept.count < state.known.count {
        state.known = Dictionary(kept.map { ($0.key, $0.value) }) { $1 }
      }
      write(JudgementRecords.bytes(of: kept.map { ($0.key, $0.value.relation) }))
      state.isOnDisk = isThere
    }
  }

  /// Takes the file away, and forgets what stood in it.
  ///
  /// - Throws: ``WriteFault`` where it is there and cannot be taken away.
  package func forget() throws(WriteFault) {
    let code = state.withLock { state in
      state = State(isLoaded: true)
      // On a disk that takes no changes, what is not there would be refused like what is.
      return !isThere || unlink(path) == 0 ? 0 : errno
    }
    guard code == 0 || code == ENOENT || code == ENOTDIR else {
      throw WriteFault(.system(code), at: "“\(path)”")
    }
  }

  /// What the system says of the file, by `stat` alone: Foundation would look its owner up, over a socket.
  private var status: stat? {
    var status = stat()
    return lstat(path, &status) == 0 ? status : nil
  }

  private var isThere: Bool { status != nil }

  /// Nothing but a plain file is read or replaced.
  private func isPlain(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFREG }

  private func load(_ state: inout State) {
    guard !state.isLoaded else { return }
    state.isLoaded = true
    guard let status else { return }
    state.isOnDisk = true
    guard isPlain(status), status.st_size <= JudgementRecords.length(of: most),
      let data = FileManager.default.contents(atPath: path),
      let records = JudgementRecords.records(in: Array(data))
    else { return }
    for record in records {
      state.known[record.name] = Kept(relation: record.relation, use: state.nextUse())
    }
  }

  private func write(_ bytes: [UInt8]) {
    if let status, !isPlain(status) { return }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try? WholeFile.makeFolder(folder)
    _ = try? WholeFile.write(to: path) { try $0.write(bytes) }
  }
}
