internal import Foundation

/// Another program, started with pipes or files of ours, that may be killed at any moment.
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

  let process: pid_t
  private var input: Int32 = -1
  private var output: Int32 = -1
  private var end: End?

  /// - Parameters:
  ///   - conversing: whether its input and output are pipes to us; otherwise both are nothing.
  ///   - file: where its output goes instead.
  init(
    _ program: String, _ arguments: [String], environment: [String: String],
    conversing: Bool = false, into file: String? = nil, errors: Bool = false
  ) throws {
    var (down, up): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    if conversing {
      guard pipe(&down) == 0, pipe(&up) == 0 else {
        throw TrustFailure("There is no pipe: \(String(cString: strerror(errno))).")
      }
    }
    for descriptor in down + up where descriptor >= 0 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    // A child that is gone is no reason for us to go; but it is to begin with no signal ignored.
    signal(SIGPIPE, SIG_IGN)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if conversing {
      posix_spawn_file_actions_adddup2(&actions, down[0], 0)
      posix_spawn_file_actions_adddup2(&actions, up[1], 1)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_addopen(
        &actions, 1, file ?? "/dev/null", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    if !errors { posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) }
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var process: pid_t = 0
    let status = posix_spawn(&process, program, &actions, &attributes, &words, &variables)
    if conversing {
      close(down[0])
      close(up[1])
      input = down[1]
      output = up[0]
    }
    self.process = process
    guard status == 0 else {
      end = End(status: -1, seconds: 0, megabytes: 0)
      throw TrustFailure("“\(program)” cannot be started: \(String(cString: strerror(status))).")
    }
  }

  deinit {
    if end == nil { _ = kill() }
    for descriptor in [input, output] where descriptor >= 0 { close(descriptor) }
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
