import Foundation

/// The wish to stop that comes while nothing is being asked, as in the first moments of a process.
///
/// The terminal is as it was found then, and what was saved is on the disk. So the process ends at once, with the
/// status that it has where it is asked to stop at a prompt.
enum EarlyEnd {
  private typealias Handler = @convention(c) (Int32) -> Void

  // A handler may do no more than this.
  private static let handler: Handler = { _exit(128 + $0) }

  /// Obeys the signals from now on, wherever nobody else has taken them over.
  static func obeySignals() {
    for number in [SIGTERM, SIGHUP] {
      let previous = signal(number, handler)
      // What was ignored, as `nohup` has it, stays so.
      if unsafeBitCast(previous, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        _ = signal(number, previous)
      }
    }
  }
}
