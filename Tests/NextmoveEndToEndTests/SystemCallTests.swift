import Foundation
import Testing
import TestSupport

@Suite("nothing leaves this computer", .serialized, .waiting)
struct SystemCallTests {
  /// Whether one process may trace another here, which some containers forbid.
  static let canTrace: Bool = {
    guard let home = try? TemporaryHome() else { return false }
    let traced = try? Binary.process(
      ["-o", home.url.path + "/trace", "/bin/true"], program: "/usr/bin/strace", home: home)
    return traced?.status == 0
  }()

  /// Runs a program.
  ///
  /// - Returns: what came of it, and what it did with sockets.
  private func traced(_ words: [String], home: TemporaryHome, input: String = "") throws -> (
    result: Binary.Result, sockets: String
  ) {
    let trace = home.url.appendingPathComponent("trace")
    let result = try Binary.process(
      ["-f", "-qq", "-e", "trace=socket,socketpair,connect", "-e", "signal=none", "-o", trace.path]
        + words,
      program: "/usr/bin/strace", home: home, input: Data(input.utf8),
      environment: ["EDITOR": "true", "VISUAL": ""])
    return (result, try Self.sockets(in: trace))
  }

  /// The lines of a trace that are about sockets; strace also remarks on threads that it loses at the end.
  private static func sockets(in trace: URL) throws -> String {
    try String(contentsOf: trace, encoding: .utf8).split(separator: "\n")
      .filter { $0.contains("socket") || $0.contains("connect") }.joined(separator: "\n")
  }

  @Test("every command runs as a process of its own, and opens no socket of any family")
  func processes() throws {
    let home = try PreparedHome.withPeople()
    for call in try EveryCommand.calls(in: home) {
      let result =
        Self.canTrace
        ? try traced([Binary.path] + call, home: home) : (try Binary.process(call, home: home), "")
      // What asks is told that nobody answers.
      let hasAsked = result.0.error.contains("The input ended at")
      #expect(result.0.status == (hasAsked ? 3 : 0), "\(call): \(result.0.error)")
      #expect(result.1 == "", "\(call)")
    }
  }

  @Test(
    "nor is one opened where a command names files",
    .enabled(if: canTrace, "strace is not installed, or tracing is not permitted here"))
  func commands() throws {
    let home = try PreparedHome.withPeople()
    let file = home.url.appendingPathComponent("out").path
    let more = [
      ["export", "--output", file], ["report", "--output", "\(file).html"],
      ["calendar", "--output", "\(file).ics"], ["draft", "1", "--print", "--eml", "\(file).eml"],
      ["script", "new", "fresh", "--output", "\(file).yaml"],
      ["script", "preview", "\(file).yaml"],
      // Where no shell has read them, other people's homes are not looked up.
      ["--prompts=~/none", "sessions"], ["report", "--output=~/r.html"],
      ["report", "--output=~nobody/r.html"], ["script", "copy", "card_sort", "--into=~/mine"],
      ["fit", "~root/posting.txt"], ["import", "~root/all.json"], ["script", "check", "~/none"],
    ]
    var opening: [[String]] = []
    for call in more {
      if try traced([Binary.path] + call, home: home).sockets != "" { opening.append(call) }
    }
    #expect(opening == [])
  }

  @Test(
    "nor where the variables that name its folders begin with a tilde",
    .enabled(if: canTrace, "strace is not installed, or tracing is not permitted here"),
    arguments: ["NEXTMOVE_HOME", "NEXTMOVE_PROMPTS", "XDG_CONFIG_HOME"])
  func variables(name: String) throws {
    let home = try TemporaryHome()
    let trace = home.url.appendingPathComponent("trace")
    _ = try Binary.process(
      [
        "-f", "-qq", "-e", "trace=socket,socketpair,connect", "-e", "signal=none", "-o", trace.path,
        Binary.path, "sessions",
      ],
      program: "/usr/bin/strace", home: home, environment: [name: "~/below"])
    #expect(try Self.sockets(in: trace) == "")
  }

  @Test(
    "nor does a conversation, at a terminal or not",
    .enabled(if: canTrace, "strace is not installed, or tracing is not permitted here"))
  func conversation() throws {
    let home = try TemporaryHome()
    #expect(try traced([Binary.path], home: home, input: Dialogue.allAnswers).sockets == "")
    let trace = home.url.appendingPathComponent("trace")
    let terminal = try PseudoTerminal(
      [
        "-f", "-qq", "-e", "trace=socket,socketpair,connect", "-e", "signal=none", "-o", trace.path,
        Binary.path, "new",
      ],
      home: home, environment: ["EDITOR": "true", "VISUAL": ""], program: "/usr/bin/strace")
    try terminal.answer("/edit")
    try terminal.answer(Dialogue.goodDay)
    try terminal.answer("/home")
    try terminal.answer("people", at: "nextmove> ")
    try terminal.answer("/quit", at: "nextmove> ")
    _ = try terminal.waitForExit()
    #expect(try Self.sockets(in: trace) == "")
  }
}
