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
    for url in [output, error] { try Data().write(to: url) }
    let process = try start(
      program, arguments, environment: environment, directory: directory,
      input: FileHandle(forReadingFrom: given), output: FileHandle(forWritingTo: output),
      error: FileHandle(forWritingTo: error))
    process.waitUntilExit()
    return Result(
      status: process.terminationReason == .exit
        ? process.terminationStatus : -process.terminationStatus,
      output: try String(contentsOf: output, encoding: .utf8),
      error: try String(contentsOf: error, encoding: .utf8))
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
