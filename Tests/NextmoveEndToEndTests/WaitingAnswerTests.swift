import Foundation
import Journal
import Testing
import TestSupport

@Suite("an answer that waits for a reply outlives the end of the program", .serialized, .waiting)
struct WaitingAnswerTests {
  /// A question, an answer that is asked back, and what has been typed of the reply.
  struct Case: CustomTestStringConvertible {
    let kind: String
    let answer: String
    let asked: String
    let typed: String
    let kept: String
    var testDescription: String { "\(answer), \(typed)" }
  }

  private static let cases = [
    Case(
      kind: "number", answer: "1,000", asked: "which is it?", typed: "b", kept: "1,000"),
    Case(
      kind: "number", answer: "4 horses", asked: "is it 4?", typed: "ye", kept: "4 horses"),
    Case(
      kind: "number", answer: "4 horses", asked: "is it 4?", typed: "12", kept: "4 horses\n12"),
    Case(
      kind: "text", answer: "skip", asked: "is that your answer?", typed: "a", kept: "skip"),
    Case(
      kind: "text", answer: "skip", asked: "is that your answer?", typed: "my answ", kept: "skip"),
    Case(
      kind: "text", answer: "skip", asked: "is that your answer?", typed: "/qu", kept: "skip"),
    Case(
      kind: "list", answer: "clocks, tea, music", asked: "could be 3 entries", typed: "b",
      kept: "clocks, tea, music"),
    Case(
      kind: "list", answer: "clocks, tea, music", asked: "could be 3 entries", typed: "old maps",
      kept: "clocks, tea, music\nold maps"),
  ]

  @Test(
    "what was typed at the question asked back does not take its place", arguments: cases,
    [SIGTERM, SIGHUP])
  func stopped(example: Case, signal: Int32) throws {
    // The plain prompt and libedit by turns, and the keys at rest or not.
    let isPlain = signal == SIGHUP
    let home = try TemporaryHome()
    let prompts = home.url.appendingPathComponent("prompts")
    try FileManager.default.createDirectory(at: prompts, withIntermediateDirectories: true)
    _ = try home.write(
      "script: s\ntitle: S\nitems:\n  - id: x\n    ask: What?\n    answer: \(example.kind)\n",
      to: "prompts/s.yaml")
    let arguments = ["--prompts", prompts.path]
    let terminal = try PseudoTerminal(
      arguments, home: home, environment: isPlain ? ["ACCESSIBLE": "1"] : [:])
    try terminal.waitForPrompt("> ")
    terminal.send(example.answer + "\r")
    try terminal.waitFor(example.asked)
    try terminal.waitForPrompt("> ")
    terminal.send(example.typed)
    try terminal.waitForPrompt("> \(example.typed)")
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .status(128 + signal))
    let journal = try Journal(at: home.database, reading: true)
    #expect(try journal.draft(of: SessionID(1), at: "s/x") == example.kept)
  }
}
