public import Foundation

/// Another program, run by a test.
public enum ChildProcess {
  /// What came of it.
  public struct Result: Sendable {
    /// The exit status; the number of a signal below zero.
    public let status: Int32
    /// What it wrote.
    public let output: String
    /// What it wrote to standard error.
    public let error: String

    /// What came of something that is run otherwise.
    public init(status: Int32, output: String, error: String) {
      (self.status, self.output, self.error) = (status, output, error)
    }
  }

  /// Why a program could not be started.
  public struct NotStarted: Error, CustomStringConvertible {
    /// What the system said.
    public let description: String
  }

  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - environment: its variables; those of the test without.
  ///   - input: what it reads; nothing without.
  ///   - directory: where it runs.
  public static func run(
    _ program: String, _ arguments: [String] = [], environment: [String: String]? = nil,
    input: Data = Data(), directory: URL? = nil
  ) throws -> Result {
    // Files hold whatever comes, where a pipe would have to be emptied meanwhile.
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (given, output, error) = (
      folder.appendingPathComponent("input"), folder.appendingPathComponent("output"),
      folder.appendingPathComponent("error")
    )
    try input.write(to: given)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, given.path, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output.path, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, error.path, O_WRONLY | O_CREAT, 0o600)
    // posix_spawn has no portable way to another folder.
    let command = directory.map { ["/usr/bin/env", "--chdir", $0.path, program] } ?? [program]
    let process = try spawn(
      command[0], command.dropFirst() + arguments, environment: environment, &actions)
    return Result(
      status: end(of: process), output: try String(contentsOf: output, encoding: .utf8),
      error: try String(contentsOf: error, encoding: .utf8))
  }

  /// Waits for a process; its exit status, or the number of a signal below zero.
  private static func end(of process: pid_t) -> Int32 {
    // Foundation's own waiting looks only now and then whether the process has ended.
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : -signal
  }

  /// Starts a program as a shell would: no signal is blocked or ignored, and of what the tester has open it gets
  /// only what the actions hand on.
  ///
  /// - Parameters:
  ///   - environment: its variables; those of the test without.
  ///   - flags: of `posix_spawn`, beside those for signals.
  /// - Throws: ``NotStarted``.
  public static func spawn(
    _ program: String, _ arguments: [String], environment: [String: String]? = nil,
    _ actions: inout posix_spawn_file_actions_t, flags: Int32 = 0
  ) throws -> pid_t {
    let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    for descriptor in open.compactMap({ Int32($0) }) where descriptor > 2 {
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(flags | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)))

    let path = URL(fileURLWithPath: program).path
    let variables = environment ?? ProcessInfo.processInfo.environment
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var settings = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in words + settings { free(pointer) } }
    var process: pid_t = 0
    let fault = posix_spawn(&process, path, &actions, &attributes, &words, &settings)
    guard fault == 0 else {
      throw NotStarted(description: "cannot start \(path): \(String(cString: strerror(fault)))")
    }
    return process
  }

  /// Starts a program, and does not wait for it.
  public static func start(
    _ program: String, _ arguments: [String] = [], environment: [String: String]? = nil,
    directory: URL? = nil, input: Any = FileHandle.nullDevice,
    output: Any = FileHandle.nullDevice, error: Any = FileHandle.nullDevice
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    if let environment { process.environment = environment }
    process.currentDirectoryURL = directory
    process.standardInput = input
    process.standardOutput = output
    process.standardError = error
    try process.run()
    return process
  }
}
