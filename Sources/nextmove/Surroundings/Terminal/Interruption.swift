import Foundation
import Synchronization

/// Ctrl-C and the wish to stop, noticed between two steps of something long instead of ending the program in
/// the middle of it.
enum Interruption: Sendable {
  /// Nobody asks to stop; signals do what they did before.
  case never
  /// The signals of this process ask.
  case bySignals

  /// What ends the long thing.
  struct Stopped: Error {
    let signal: Int32
  }

  private typealias Handler = @convention(c) (Int32) -> Void

  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  private static let caught = Atomic<Int32>(0)
  private static let handler: Handler = { Interruption.caught.store($0, ordering: .relaxed) }

  /// Whether a signal has come since what is long began.
  var isWished: Bool { self == .bySignals && Self.caught.load(ordering: .relaxed) != 0 }

  /// Runs something long, which looks now and then whether its end ``isWished``, and throws where it is.
  ///
  /// - Throws: ``Stopped`` where a signal ended it, or what the body throws.
  func watching<Result>(_ body: () throws -> Result) throws -> Result {
    guard self == .bySignals else { return try body() }
    // A handler may do no more than store, so what it stores into is made before.
    Self.caught.store(0, ordering: .relaxed)
    let previous = Self.signals.map { ($0, signal($0, Self.handler)) }
    // What was ignored, as a job in the background ignores Ctrl-C, stays so.
    for (number, handler) in previous where Self.isIgnored(handler) { _ = signal(number, handler) }
    defer { for (number, handler) in previous { _ = signal(number, handler) } }
    do {
      return try body()
    } catch {
      let number = Self.caught.load(ordering: .relaxed)
      throw number == 0 ? error : Stopped(signal: number)
    }
  }

  private static func isIgnored(_ handler: Handler?) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
