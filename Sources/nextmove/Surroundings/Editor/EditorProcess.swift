import Foundation
import SafeOutput

/// An editor at work in the foreground, waited for in such a way that this program can be asked to stop
/// meanwhile.
enum EditorProcess {
  enum Ending {
    /// It ended, with the status that a shell would tell.
    case ended(Int32)
    /// This program is to stop, by that signal; the editor was told too.
    case stopped(Int32)
  }

  /// How long an editor may take to put its own files in order once it was told to stop.
  private static let patience: Int32 = 1000

  // A handler may touch nothing but this; it is set before any handler is installed.
  nonisolated(unsafe) private static var writeEnd: Int32 = -1

  /// Starts the program that the first word names, and waits for its end.
  ///
  /// - Parameter surroundings: whose variables and streams the editor gets.
  static func run(_ arguments: [String], in surroundings: Surroundings) -> Ending {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return .ended(127) }
    defer { for end in ends { close(end) } }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    writeEnd = ends[1]
    // Ctrl-C in an editor is the editor's.
    let previous = [
      (SIGINT, set(SIGINT, SIG_IGN)), (SIGQUIT, set(SIGQUIT, SIG_IGN)),
      (SIGTERM, set(SIGTERM, note)), (SIGHUP, set(SIGHUP, note)), (SIGCHLD, set(SIGCHLD, note)),
    ]
    defer {
      for (signal, action) in previous {
        var action = action
        sigaction(signal, &action, nil)
      }
    }
    guard let process = spawn(arguments, in: surroundings) else { return .ended(127) }
    return wait(for: process, signals: ends[0])
  }

  private static func wait(for process: pid_t, signals: Int32) -> Ending {
    var stop: Int32?
    while true {
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        if let stop { return .stopped(stop) }
        return .ended(status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F))
      }
      var watched = pollfd(fd: signals, events: Int16(POLLIN), revents: 0)
      if poll(&watched, 1, stop == nil ? -1 : patience) == 0, let stop { return .stopped(stop) }
      var byte: UInt8 = 0
      while read(signals, &byte, 1) == 1 {
        guard Int32(byte) != SIGCHLD, stop == nil else { continue }
        stop = Int32(byte)
        kill(process, Int32(byte))
        // One that was suspended hears it only when it goes on.
        kill(process, SIGCONT)
      }
    }
  }

  /// The program, with signals as a shell would hand them on.
  private static func spawn(_ arguments: [String], in surroundings: Surroundings) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let streams = surroundings.streams
    for (number, own) in [
      (streams.input, 0), (streams.output.number, 1), (streams.error.number, 2),
    ]
    where number != own { posix_spawn_file_actions_adddup2(&actions, number, Int32(own)) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGCHLD, SIGPIPE] {
      sigaddset(&signals, signal)
    }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)))
    var process: pid_t = 0
    var pointers = arguments.map { strdup($0) } + [nil]
    var variables = surroundings.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in pointers + variables { free(pointer) } }
    let status = posix_spawn(&process, arguments[0], &actions, &attributes, &pointers, &variables)
    return status == 0 ? process : nil
  }

  private static let note: @convention(c) (Int32) -> Void = { signal in
    let saved = errno
    var byte = UInt8(truncatingIfNeeded: signal)
    _ = write(EditorProcess.writeEnd, &byte, 1)
    errno = saved
  }

  /// Sets what a signal does.
  ///
  /// - Returns: what it did before.
  private static func set(_ signal: Int32, _ handler: sighandler_t?) -> sigaction {
    var (old, new) = (sigaction(), sigaction())
    new.__sigaction_handler.sa_handler = handler
    sigaction(signal, &new, &old)
    return old
  }
}
