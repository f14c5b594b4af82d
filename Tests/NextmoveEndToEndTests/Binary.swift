import Foundation
import SafeOutput
import TestSupport
import WorkFit

@testable import nextmove

/// The program: run beside other tests in their own process, or as a process where that matters.
enum Binary {
  typealias Result = ChildProcess.Result

  /// Does what the program does, in the tester's own process; nobody sits at a terminal.
  ///
  /// Paths are to be whole, and what is of a process alone wants ``process(_:program:home:input:environment:directory:)``:
  /// its descriptors, signals and folder, what it sweeps when it starts, and the programs that it starts.
  static func run(
    _ arguments: [String], home: TemporaryHome, input: Data = Data(),
    environment: [String: String] = [:]
  ) throws -> Result {
    // Files hold whatever comes, where a pipe would have to be emptied meanwhile.
    let (given, output, error) = (try PassingFile(input), try PassingFile(), try PassingFile())
    let ending = run(
      arguments, home: home, environment: environment,
      streams: Streams(input: given.number, output: output.number, error: error.number))
    return Result(status: ending.status, output: try output.text(), error: try error.text())
  }

  static func run(_ arguments: [String], home: TemporaryHome, input: String) throws -> Result {
    try run(arguments, home: home, input: Data(input.utf8))
  }

  /// The same on streams of the test's own.
  static func run(
    _ arguments: [String], home: TemporaryHome, environment: [String: String] = [:],
    streams: Streams
  ) -> Program.Ending {
    let surroundings = Surroundings(
      environment: home.environment.merging(environment) { $1 }, streams: streams,
      clock: { Date() }, interruption: .never, judged: judged)
    return Program.run(arguments, in: World(surroundings, commands: Program.commands))
  }

  /// The same line against the same words is judged alike, so that of all tests one reads it.
  private static let judged = JudgementMemory()

  // MARK: - As a process

  /// Beside the test bundle.
  static let path: String = {
    let tester = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
    for folder in [tester.deletingLastPathComponent(), Bundle.main.bundleURL] {
      let program = folder.appendingPathComponent("nextmove").path
      if access(program, X_OK) == 0 { return program }
    }
    return ".build/debug/nextmove"
  }()

  /// Runs the program, or another, as a process without a terminal.
  static func process(
    _ arguments: [String], program: String = path, home: TemporaryHome, input: Data = Data(),
    environment: [String: String] = [:], directory: URL? = nil
  ) throws -> Result {
    try ChildProcess.run(
      program, arguments, environment: home.environment.merging(environment) { $1 }, input: input,
      directory: directory)
  }
}

/// A file without a name, gone when nobody has it open.
final class PassingFile {
  let number: Int32

  /// A file with these bytes, to be read from its beginning.
  init(_ bytes: Data = Data()) throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    number = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard number >= 0 else {
      throw TestFailure("no file \(path): \(String(cString: strerror(errno)))")
    }
    unlink(path)
    try OutputDescriptor(number, name: path).write(bytes)
    lseek(number, 0, SEEK_SET)
  }

  deinit { close(number) }

  /// All that was written to it.
  func text() throws -> String {
    lseek(number, 0, SEEK_SET)
    let file = FileHandle(fileDescriptor: number, closeOnDealloc: false)
    let bytes = try file.readToEnd() ?? Data()
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw TestFailure("what was written is no UTF-8")
    }
    return text
  }
}
