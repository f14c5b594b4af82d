internal import Foundation

/// Signals turned into bytes of a pipe, so that they can be waited for beside the keyboard.
final class SignalPipe {
  static let signals = [SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGCONT]

  /// The end to poll and read.
  let readEnd: Int32
  private var previous: [(signal: Int32, action: sigaction)] = []

  // A handler may touch nothing but this; it is set once, before any handler is installed.
  nonisolated(unsafe) private static var writeEnd: Int32 = -1

  init?() {
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
    guard previous.isEmpty else { return }
    for signal in Self.signals {
      var old = sigaction()
      var new = Self.action
      if sigaction(signal, &new, &old) == 0 { previous.append((signal, old)) }
    }
  }

  /// Puts back what was there before.
  func release() {
    for (signal, action) in previous {
      var action = action
      sigaction(signal, &action, nil)
    }
    previous = []
  }

  /// The signals that have come since, oldest first.
  func take() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(readEnd, &bytes, bytes.count)
    return count > 0 ? bytes[..<count].map(Int32.init) : []
  }

  /// Stops the process as Ctrl-Z would without a handler; returns when it is continued.
  func suspend() {
    var standard = sigaction()
    standard.__sigaction_handler.sa_handler = SIG_DFL
    var caught = sigaction()
    sigaction(SIGTSTP, &standard, &caught)
    kill(getpid(), SIGTSTP)
    sigaction(SIGTSTP, &caught, nil)
  }

  private static var action: sigaction {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { signal in
      let saved = errno
      var byte = UInt8(truncatingIfNeeded: signal)
      _ = write(SignalPipe.writeEnd, &byte, 1)
      errno = saved
    }
    return action
  }
}
