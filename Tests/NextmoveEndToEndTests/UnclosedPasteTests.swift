import Foundation
import QuestionFlow
import Testing
import TestSupport

@Suite("pastes that are never closed, and asking to stop", .serialized, .waiting)
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
    try terminal.waitFor("question 2 of about 12")
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
    try resumed.waitFor("question 2 of about 12")
    #expect(try home.savedAnswer("good_day") == .text(Self.text))
  }

  @Test(
    "what /paste has gathered in a list is kept behind what was typed",
    arguments: [SIGHUP, SIGTERM])
  func pasteInList(signal: Int32) throws {
    let home = try TemporaryHome()
    var terminal = try PseudoTerminal(home: home)
    try terminal.answer(Dialogue.goodDay)
    try terminal.answer("the dial")
    try terminal.answer("mending old clocks")
    try terminal.answer("/paste", at: "+ ")
    try terminal.answer("quiet work", at: "| ")
    try terminal.waitForPrompt("| ")
    terminal.send("half an en")
    try terminal.waitForPrompt("| half an en")
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .status(128 + signal))
    #expect(
      terminal.screen.flowing.contains("What you had begun is kept") == (signal == SIGTERM))
    terminal = try PseudoTerminal(home: home)
    try terminal.waitFor("You had begun: mending old clocks; quiet work; half an en")
    // Taken at last, what is pasted goes behind what was typed.
    try terminal.answer("/paste", at: "+ ")
    try terminal.answer("showing apprentices", at: "| ")
    try terminal.answer(".", at: "| ")
    func taken() -> [String]? {
      guard case .list(let elements)? = try? home.savedAnswer("energizers") else { return nil }
      return elements.map(\.text)
    }
    try terminal.wait { taken() != nil }
    #expect(
      taken() == ["mending old clocks", "quiet work", "half an en", "showing apprentices"])
  }

  @Test("Ctrl-C in /paste leaves the draft that there was before it")
  func neverMind() throws {
    let home = try TemporaryHome()
    var terminal = try PseudoTerminal(home: home)
    try terminal.answer(Dialogue.goodDay)
    try terminal.answer("the dial")
    try terminal.answer("mending old clocks")
    try terminal.answer("/paste", at: "+ ")
    try terminal.answer("not wanted", at: "| ")
    try terminal.waitForPrompt("| ")
    terminal.send("\u{03}")
    try terminal.answer("/quit", at: "+ ")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(terminal.screen.flowing.contains("All of it is saved, and what you had begun is kept."))
    terminal = try PseudoTerminal(home: home)
    try terminal.waitFor("You had begun: mending old clocks")
    #expect(!terminal.screen.flowing.contains("not wanted"))
  }

  @Test("a posting that was begun at /fit comes up again with the next /fit")
  func posting() throws {
    let home = try PreparedHome.finished()
    var terminal = try PseudoTerminal(home: home)
    try terminal.answer("/fit", at: "nextmove> ")
    try terminal.answer("Head of clocks", at: "| ")
    try terminal.answer("Duties", at: "| ")
    try terminal.waitForPrompt("| ")
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForExit() == .status(128 + SIGTERM))
    terminal = try PseudoTerminal(home: home)
    try terminal.answer("/fit", at: "nextmove> ")
    try terminal.waitFor("You had begun with 2 lines, “Head of clocks”.")
    try terminal.waitForPrompt("| ")
    terminal.send("\u{03}")
    try terminal.answer("/quit", at: "nextmove> ")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(!terminal.screen.flowing.contains("what you had begun"))
  }

  @Test(
    "a command that was half typed does not come back as an answer", arguments: ["/un", "/quit"])
  func halfCommand(typed: String) throws {
    let home = try TemporaryHome()
    var terminal = try PseudoTerminal(home: home)
    try terminal.answer(Dialogue.goodDay)
    try terminal.waitForPrompt()
    terminal.send(typed)
    try terminal.waitForPrompt("> \(typed)")
    terminal.closeTerminal()
    _ = try? terminal.waitForExit()
    terminal = try PseudoTerminal(home: home)
    try terminal.waitForPrompt("> ")
    #expect(!terminal.screen.cursorLine.contains("/"))
    #expect(!terminal.screen.flowing.contains("As you left it"))
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
