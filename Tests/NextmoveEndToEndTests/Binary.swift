import EmbeddedFiles
import Foundation

/// The built program, run as a process.
enum Binary {
  /// Beside the test bundle.
  static let path: String = {
    let tester = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
    for folder in [tester.deletingLastPathComponent(), Bundle.main.bundleURL] {
      let program = folder.appendingPathComponent("nextmove").path
      if access(program, X_OK) == 0 { return program }
    }
    return ".build/debug/nextmove"
  }()

  /// Whether there is a model to read postings with: inside the program, or named by `$NEXTMOVE_MODEL`.
  static let hasModel: Bool =
    EmbeddedFile.data(named: "reader.model") != nil
    || ProcessInfo.processInfo.environment["NEXTMOVE_MODEL"] != nil

  struct Result: Sendable {
    let status: Int32
    let output: String
    let error: String
  }

  /// Runs the program, or another, without a terminal.
  static func run(
    _ arguments: [String], program: String = path, home: TemporaryHome, input: Data = Data(),
    environment: [String: String] = [:], directory: URL? = nil
  ) throws -> Result {
    let process = Process()
    process.currentDirectoryURL = directory
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = home.environment.merging(environment) { $1 }
    let (output, error) = (
      home.url.appendingPathComponent(UUID().uuidString),
      home.url.appendingPathComponent(UUID().uuidString)
    )
    let stdin = home.url.appendingPathComponent(UUID().uuidString)
    try input.write(to: stdin)
    for url in [output, error] { try Data().write(to: url) }
    process.standardInput = try FileHandle(forReadingFrom: stdin)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationReason == .exit
        ? process.terminationStatus : -process.terminationStatus,
      output: try String(contentsOf: output, encoding: .utf8),
      error: try String(contentsOf: error, encoding: .utf8))
  }

  static func run(_ arguments: [String], home: TemporaryHome, input: String) throws -> Result {
    try run(arguments, home: home, input: Data(input.utf8))
  }

  static func spawn(
    _ path: String, _ arguments: [String], _ environment: [String: String],
    _ actions: inout posix_spawn_file_actions_t, _ attributes: inout posix_spawnattr_t
  ) throws -> pid_t {
    var process: pid_t = 0
    var arguments = ([path] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    let status = posix_spawn(&process, path, &actions, &attributes, &arguments, &variables)
    guard status == 0 else {
      throw TestFailure("cannot start \(path): \(String(cString: strerror(status)))")
    }
    return process
  }
}

/// A home of the test's own, gone when the test ends.
final class TemporaryHome: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "nextmove-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var data: URL { url.appendingPathComponent("data") }
  var database: URL { data.appendingPathComponent("nextmove.sqlite") }

  var environment: [String: String] {
    let model = ProcessInfo.processInfo.environment["NEXTMOVE_MODEL"]
    return [
      "HOME": url.path, "NEXTMOVE_HOME": data.path, "LC_ALL": "C.UTF-8", "TZ": "UTC",
      "PATH": "/usr/bin:/bin",
    ].merging(model.map { ["NEXTMOVE_MODEL": $0] } ?? [:]) { $1 }
  }

  func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  func write(_ data: Data, to name: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try data.write(to: file)
    return file.path
  }
}
