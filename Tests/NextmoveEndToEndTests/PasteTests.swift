import Foundation
import QuestionFlow
import Testing
import TestSupport

@Suite("pastes at a real terminal", .serialized, .waiting)
struct PasteTests {
  /// Lines of letters of several scripts, of about so many bytes.
  private func text(bytes: Int) -> String {
    var text = ""
    var number = 0
    while text.utf8.count < bytes {
      number += 1
      text += "line \(number): é and 日本 and 🙂, with \"quotes\" and {braces}\n"
    }
    return text + "the end"
  }

  @Test("arrive byte for byte, as one answer", arguments: [20_000, 200_000, 1_000_000])
  func whole(bytes: Int) throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    try terminal.waitForPrompt()
    let text = text(bytes: bytes)
    try terminal.paste(text)
    let lines = text.split(separator: "\n").count
    try terminal.waitFor("[pasted \(lines < 10_000 ? String(lines) : "16,051") lines]")
    terminal.send("\r")
    try terminal.waitFor("question 2 of about 12")
    guard case .text(let saved)? = try home.savedAnswer("good_day") else {
      Issue.record("the paste is no answer")
      return
    }
    #expect(Array(saved.utf8) == Array(text.utf8))
  }

  @Test("nothing inside a paste breaks out: Escape, Ctrl-C, Ctrl-Z, Ctrl-D, or an end of paste")
  func nothingBreaksOut() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    try terminal.waitForPrompt()
    let text =
      "one\u{1B}two\u{03}three\u{1A}four\u{04}five\u{1C}six\n/quit\u{1B}[201~\n/quit\nseven \u{1B}[31m eight nine ten eleven twelve"
    try terminal.paste(text)
    try terminal.waitFor("[pasted 4 lines]")
    #expect(terminal.exit == nil)
    terminal.send("\r")
    try terminal.waitFor("At the best moment of that day")
    #expect(try home.savedAnswer("good_day") == .text(text))
  }

  @Test("Tab shows a paste in full, and text may be typed around it")
  func expanded() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    try terminal.waitForPrompt()
    terminal.send("before ")
    try terminal.paste(
      "first of three\nsecond of three\nthird of three, which makes it more than twelve words")
    terminal.send(" after")
    try terminal.waitFor("before [pasted 3 lines] after")
    terminal.send("\t")
    try terminal.waitFor("second of three third of three")
    try terminal.waitForPrompt("> before [pasted 3 lines] after")
    terminal.send("\r")
    try terminal.waitFor("question 2 of about 12")
    #expect(
      try home.savedAnswer("good_day")
        == .text(
          "before first of three\nsecond of three\nthird of three, which makes it more than twelve words after"
        ))
  }

  @Test("on a terminal that does not mark pastes, lines that arrive at once are one answer")
  func burst() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    try terminal.waitForPrompt()
    let lines = (1...300).map { "line \($0) of what was pasted" }
    terminal.send(lines.joined(separator: "\r") + "\r")
    try terminal.waitFor("[pasted 300 lines]")
    #expect(!terminal.screen.flowing.contains("question 2"))
    terminal.send("\r")
    try terminal.waitFor("question 2 of about 12")
    #expect(try home.savedAnswer("good_day") == .text(lines.joined(separator: "\n")))
  }

  @Test(
    "/paste takes lines up to a single full stop, or up to Ctrl-D", arguments: [".\r", "\u{04}"])
  func pasteCommand(end: String) throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    try terminal.answer("/paste")
    try terminal.answer("first line of it", at: "| ")
    try terminal.answer("/quit is only text here", at: "| ")
    try terminal.waitForPrompt("| ")
    terminal.send(end)
    try terminal.waitFor("At the best moment of that day")
    #expect(try home.savedAnswer("good_day") == .text("first line of it\n/quit is only text here"))
  }

  @Test(
    "a line of more than 4,096 bytes is not cut, with ACCESSIBLE and on a dumb terminal either",
    arguments: [[:], ["ACCESSIBLE": "1"], ["TERM": "dumb"]])
  func longLine(environment: [String: String]) throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home, environment: environment)
    try terminal.wait { terminal.screen.cursorLine.hasPrefix("> ") }
    let line = String(repeating: "many words ", count: 900) + "the end"
    terminal.send(line)
    terminal.settle()
    terminal.send("\r")
    try terminal.waitFor("question 2 of about 12")
    #expect(try home.savedAnswer("good_day") == .text(line))
  }
}
