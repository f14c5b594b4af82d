import Foundation

/// Signals turned into bytes of a pipe, so that they can be waited for beside the keyboard.
final class SignalPipe {
  static let signals = [SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGCONT]

  private typealias Handler = @convention(c) (Int32) -> Void

  /// The end to poll and read.
  let readEnd: Int32
  private var previous: [(signal: Int32, handler: Handler?)] = []

  // A handler may touch nothing but this; it is set once, before any handler is installed.
  nonisolated(unsafe) private static var writeEnd: Int32 = -1

  private static let handler: Handler = { signal in
    let saved = errno
    var byte = UInt8(truncatingIfNeeded: signal)
    _ = write(SignalPipe.writeEnd, &byte, 1)
    errno = saved
  }

  /// Whether the signals of the process come through it; otherwise none ever does.
  private let isUsed: Bool

  init?(isUsed: Bool) {
    self.isUsed = isUsed
    guard isUsed else {
      readEnd = -1
      return
    }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    readEnd = ends[0]
    Self.writeEnd = ends[1]
  }

  /// Catches the signals until ``release()``.
  func catchSignals() {
    guard isUsed, previous.isEmpty else { return }
    previous = Self.signals.map { ($0, signal($0, Self.handler)) }
  }

  /// Puts back what was there before.
  func release() {
    for (number, handler) in previous { _ = signal(number, handler) }
    previous = []
  }

  /// The signals that have come since, oldest first.
  func take() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(readEnd, &bytes, bytes.count)
    return count > 0 ? bytes[..<count].map(Int32.init) : []
  }

  /// Stops the process as Ctrl-Z would without a handler; returns when it is continued, or at once where
  /// nobody is there who could continue it.
  func suspend() {
    guard isUsed else { return }
    let caught = signal(SIGTSTP, SIG_DFL)
    kill(getpid(), SIGTSTP)
    _ = signal(SIGTSTP, caught)
  }
}
