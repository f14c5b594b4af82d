import Foundation
import Phrases
import SafeOutput

/// How far something has come that takes longer than half a second, on standard error where that is a
/// terminal.
final class Progress {
  private let what: String
  private let total: Int?
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?
  private let error: OutputDescriptor
  private let isShown: Bool

  /// - Parameter total: how many there are, where it is known.
  init(_ what: Phrase, of total: Int? = nil, in world: World) {
    self.what = world.words.text(what)
    self.total = total
    error = world.streams.error
    isShown = error.isTerminal
  }

  func report(_ done: Int) {
    let now = ContinuousClock.now
    guard isShown, now - start > .milliseconds(500),
      lastShown.map({ now - $0 > .milliseconds(250) }) ?? true
    else { return }
    lastShown = now
    let share = total.map { ", \(done * 100 / max(1, $0)) %" } ?? ""
    write("\r\(done) \(what)\(share) ")
  }

  func finish() {
    if lastShown != nil { write("\r\u{1B}[K") }
  }

  /// What a reading comes to, while it is shown how many pairs of statement and line are read.
  ///
  /// - Throws: ``Interruption/Stopped`` where Ctrl-C or a signal ended it, or what the body throws.
  static func reading<Result>(
    in world: World, _ body: ((Int) -> Bool) throws -> Result
  ) throws -> Result {
    let progress = Progress("lines held against your words", in: world)
    defer { progress.finish() }
    let interruption = world.surroundings.interruption
    return try interruption.watching {
      try body { read in
        progress.report(read)
        return !interruption.isWished
      }
    }
  }

  // How far it has come is not worth failing for.
  private func write(_ text: String) { try? error.write(text) }
}
