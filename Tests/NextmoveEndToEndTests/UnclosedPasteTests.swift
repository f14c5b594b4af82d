import Foundation
import QuestionFlow
import Testing

@Suite("pastes that are never closed, and asking to stop", .serialized)
struct UnclosedPasteTests {
  static let text =
    "first of the lines that were pasted\nand the second of them, which makes it long enough"

  private func begin(_ terminal: PseudoTerminal) throws {
    try terminal.waitForPrompt()
    terminal.send("\u{1B}[200~" + Self.text.replacing("\n", with: "\r"))
    terminal.settle()
  }

  @Test("Ctrl-C ends the paste with what has come of it", arguments: [[:], ["ACCESSIBLE": "1"]])
  func interrupted(environment: [String: String]) throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home, environment: environment)
    try begin(terminal)
    terminal.send("\u{03}")
    try terminal.waitFor("[pasted 2 lines]")
    terminal.send("\r")
    try terminal.waitFor("question 2 of 6")
    #expect(try home.savedAnswer("good_day") == .text(Self.text))
  }

  @Test(
    "SIGHUP and SIGTERM keep what has come of it as a draft", arguments: [SIGHUP, SIGTERM],
    [[:], ["ACCESSIBLE": "1"]])
  func stopped(signal: Int32, environment: [String: String]) throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home, environment: environment)
    try begin(terminal)
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .status(128 + signal))
    let resumed = try PseudoTerminal(home: home, environment: environment)
    try resumed.waitFor("[pasted 2 lines]")
    resumed.send("\r")
    try resumed.waitFor("question 2 of 6")
    #expect(try home.savedAnswer("good_day") == .text(Self.text))
  }

  @Test(
    "SIGTERM ends it in every prompt at once, and the draft stays as it was",
    arguments: ["/revise", "/review", "/fit", "/paste", "/rev"])
  func everyPrompt(command: String) throws {
    let home = try TemporaryHome()
    var terminal = try PseudoTerminal(home: home, rows: 12)
    try terminal.answer(Dialogue.goodDay)
    try terminal.waitForPrompt()
    terminal.send("half a thought")
    try terminal.waitForPrompt("> half a thought")
    terminal.signal(SIGHUP)
    _ = try terminal.waitForExit()
    terminal = try PseudoTerminal(home: home, rows: 12)
    try terminal.waitForPrompt("> half a thought")
    // Fast enough that the empty line in between is not taken for the person's wish.
    terminal.send("\u{15}" + command + (command == "/rev" ? "" : "\r"))
    terminal.settle(milliseconds: 150)
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForExit() == .status(128 + SIGTERM))
    terminal = try PseudoTerminal(home: home)
    try terminal.waitForPrompt("> half a thought")
    #expect(!terminal.screen.cursorLine.contains("/"))
  }
}
