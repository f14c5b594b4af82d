import Foundation

/// Another program, started with a terminal, pipes or files of ours, that may be killed at any moment.
final class Child {
  /// How it ended, and what it took.
  struct End {
    /// The exit status; the number of a signal below zero.
    let status: Int32
    /// Seconds of processor time.
    let seconds: Double
    /// The most memory that it held, in megabytes.
    let megabytes: Double
  }

  /// What its standard input and output are.
  enum Ends {
    case nothing
    /// Its output goes into a file.
    case file(String)
    /// Pipes to us.
    case pipes
    /// A terminal, with us at the other side of it.
    case terminal
  }

  let process: pid_t
  private let input: Int32
  private let output: Int32
  private var end: End?

  init(
    _ program: String, _ arguments: [String], environment: [String: String],
    at ends: Ends = .nothing, errors: Bool = false
  ) throws {
    // A child that is gone is no reason for us to go; but it is to begin with no signal ignored.
    signal(SIGPIPE, SIG_IGN)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    // Leading a session of its own, it gets the terminal as the one that controls it.
    let session: Int32 = 0x80  // POSIX_SPAWN_SETSID
    posix_spawnattr_setflags(&attributes, Int16(Int32(POSIX_SPAWN_SETSIGDEF) | session))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let opened = try Self.open(ends, &actions)
    defer { for descriptor in opened.theirs { close(descriptor) } }
    (input, output) = (opened.input, opened.output)
    if !errors { posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) }
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var process: pid_t = 0
    let status = posix_spawn(&process, program, &actions, &attributes, &words, &variables)
    self.process = process
    guard status == 0 else {
      end = End(status: -1, seconds: 0, megabytes: 0)
      throw TrustFailure("“\(program)” cannot be started: \(String(cString: strerror(status))).")
    }
  }

  /// Our sides of what its input and output are; and its sides, to be closed here.
  private static func open(_ ends: Ends, _ actions: inout posix_spawn_file_actions_t) throws -> (
    input: Int32, output: Int32, theirs: [Int32]
  ) {
    switch ends {
    case .nothing, .file:
      var file = "/dev/null"
      if case .file(let path) = ends { file = path }
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_addopen(&actions, 1, file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      return (-1, -1, [])
    case .pipes:
      var (down, up): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
      guard pipe(&down) == 0, pipe(&up) == 0 else {
        throw TrustFailure("There is no pipe: \(String(cString: strerror(errno))).")
      }
      for descriptor in down + up { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
      posix_spawn_file_actions_adddup2(&actions, down[0], 0)
      posix_spawn_file_actions_adddup2(&actions, up[1], 1)
      return (down[1], up[0], [down[0], up[1]])
    case .terminal:
      var (ours, theirs): (Int32, Int32) = (-1, -1)
      var size = winsize(ws_row: 40, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
      var name = [CChar](repeating: 0, count: 256)
      guard openpty(&ours, &theirs, &name, nil, &size) == 0 else {
        throw TrustFailure("There is no pseudo-terminal: \(String(cString: strerror(errno))).")
      }
      for descriptor in [ours, theirs] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
      posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      return (ours, ours, [theirs])
    }
  }

  deinit {
    if end == nil { _ = kill() }
    for descriptor in Set([input, output]) where descriptor >= 0 { close(descriptor) }
  }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
  }

  /// What has come within so many milliseconds; `nil` at the end of it.
  func receive(milliseconds: Int32) -> String? {
    var watched = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    guard poll(&watched, 1, milliseconds) > 0 else { return "" }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(output, &bytes, bytes.count)
    return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
  }

  func kill() -> End {
    if end == nil { Foundation.kill(process, SIGKILL) }
    return wait()
  }

  /// How it ended; `nil` while it runs.
  func ended() -> End? { reap(WNOHANG) }

  @discardableResult
  func wait() -> End {
    reap(0) ?? End(status: -1, seconds: 0, megabytes: 0)
  }

  private func reap(_ options: Int32) -> End? {
    if let end { return end }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(process, &status, options, &usage) == process else { return nil }
    let signal = status & 0x7F
    let time = [usage.ru_utime, usage.ru_stime].map { Double($0.tv_sec) + Double($0.tv_usec) / 1e6 }
    end = End(
      status: signal == 0 ? (status >> 8) & 0xFF : -signal, seconds: time.reduce(0, +),
      megabytes: Double(usage.ru_maxrss) / 1024)
    return end
  }
}
