import Foundation
import QuestionFlow
import Testing
import TestSupport

@Suite("editing, revising and keeping safe", .serialized, .waiting)
struct EditingTests {
  @Test(
    "a half-typed answer is offered again after SIGKILL, SIGHUP and a closed terminal",
    arguments: ["kill", "hangup", "closed"])
  func drafts(how: String) throws {
    let home = try TemporaryHome()
    var terminal = try PseudoTerminal(home: home)
    try terminal.waitForPrompt()
    terminal.send("half of a thought, é and 日本")
    try terminal.waitForPrompt("> half of a thought")
    switch how {
    case "kill":
      // Kept once the keys have rested for a moment.
      terminal.settle(milliseconds: 700)
      terminal.signal(SIGKILL)
    case "hangup": terminal.signal(SIGHUP)
    default: terminal.closeTerminal()
    }
    _ = try terminal.waitForExit()
    terminal = try PseudoTerminal(home: home)
    try terminal.waitForPrompt("> half of a thought, é and 日本")
    #expect(terminal.screen.flowing.contains("(As you left it; Enter sends it.)"))
    terminal.send(", and the other half of it, which needs more words\r")
    try terminal.waitFor("question 2 of about 12")
    #expect(
      try home.savedAnswer("good_day")
        == .text("half of a thought, é and 日本, and the other half of it, which needs more words"))
  }

  @Test("/edit hands the answer to the editor and takes what it leaves")
  func editor() throws {
    let home = try TemporaryHome()
    let editor = try home.write(
      "#!/bin/sh\nprintf 'a long answer\\nof two lines, written at leisure in an editor of one is own\\n' >> \"$1\"\n",
      to: "editor")
    chmod(editor, 0o755)
    let terminal = try PseudoTerminal(home: home, environment: ["EDITOR": editor, "VISUAL": ""])
    try terminal.answer("/edit")
    try terminal.waitFor("question 2 of about 12")
    #expect(
      try home.savedAnswer("good_day")
        == .text("a long answer\nof two lines, written at leisure in an editor of one is own"))
  }

  @Test("an editor that is not there is said in a sentence, and the question stays")
  func noEditor() throws {
    let terminal = try PseudoTerminal(
      home: TemporaryHome(), environment: ["EDITOR": "/no/such/editor", "VISUAL": ""])
    try terminal.answer("/edit")
    try terminal.waitFor("The editor “/no/such/editor” could not be used")
    try terminal.answer("/quit")
    #expect(try terminal.waitForExit() == .status(0))
  }

  @Test("/undo takes the last answer back")
  func undo() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    try terminal.answer("/undo")
    try terminal.waitFor("There is nothing to take back.")
    try terminal.answer(Dialogue.goodDay)
    try terminal.waitFor("question 2 of about 12")
    try terminal.answer("/undo")
    try terminal.waitFor("Taken back: the answer to “Think of a working day")
    try terminal.waitForPrompt()
    #expect(try home.savedAnswer("good_day") == nil)
  }

  @Test(
    "/revise finds an answer, and a numbered line rewords an element and keeps what was said of it")
  func revise() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    try terminal.answerUntilRoster()
    try terminal.answer("5")
    try terminal.answer("on Monday")
    try terminal.waitFor("(2 of 3)")
    try terminal.answer("/revise gives you that energy")
    try terminal.answer("1", at: "Which one? ")
    try terminal.answer("1. mending the oldest clocks")
    try terminal.answer("2.", at: "+ ")
    try terminal.answer("a garden", at: "+ ")
    try terminal.answer("", at: "+ ")
    // The questions that quoted the old words come up for confirmation, with their answers.
    try terminal.waitFor("Half a year of work without “mending the oldest clocks”")
    try terminal.waitFor("You wrote: 5 (I would be looking again)")
    guard case .list(let elements)? = try home.savedAnswer("energizers") else {
      Issue.record("the list is gone")
      return
    }
    #expect(
      elements.map(\.text) == [
        "mending the oldest clocks", "long stretches of quiet work", "a garden",
      ])
    #expect(elements.map(\.id) == [.written(1), .written(2), .written(4)])
  }

  @Test("/review stops at a page, and goes on or ends as asked")
  func review() throws {
    let home = try PreparedHome.finished()
    let terminal = try PseudoTerminal(home: home, rows: 20)
    try terminal.answer("/review", at: "nextmove> ")
    try terminal.waitFor("more lines: Enter goes on, q stops)")
    #expect(!terminal.screen.text.contains("whether museums still employ"))
    for _ in 0..<20 where !terminal.screen.text.contains("whether museums still employ") {
      terminal.send("\r")
      terminal.settle()
    }
    try terminal.waitFor("whether museums still employ")
    try terminal.waitForPrompt("nextmove> ")
  }

  @Test("keys of vi, where ~/.editrc asks for them")
  func vi() throws {
    let home = try TemporaryHome()
    _ = try home.write("bind -v\n", to: ".editrc")
    let terminal = try PseudoTerminal(home: home)
    try terminal.waitForPrompt()
    terminal.send("lock")
    try terminal.waitForPrompt("> lock")
    terminal.send("\u{1B}")
    terminal.settle()
    terminal.send("0ic")
    try terminal.waitForPrompt("> clock")
    // In the map for commands too, a paste is a paste.
    terminal.send("\u{1B}")
    terminal.settle()
    try terminal.paste("x\ny")
    try terminal.wait { terminal.screen.cursorLine.contains("[pasted 2 lines]") }
  }

  @Test("the arrow keys bring back answers of one kind among themselves, and never among commands")
  func histories() throws {
    let terminal = try PseudoTerminal(home: TemporaryHome())
    try terminal.answer(Dialogue.goodDay)
    try terminal.answer("/why")
    try terminal.waitForPrompt()
    terminal.send("\u{1B}[A")
    // The question before wanted a long text too.
    try terminal.wait {
      terminal.screen.flowing.components(separatedBy: Dialogue.goodDay).count == 3
    }
    terminal.send("\u{15}")
    try terminal.answer("/home")
    try terminal.waitForPrompt("nextmove> ")
    terminal.send("\u{1B}[A")
    try terminal.waitForPrompt("nextmove> /home")
    terminal.send("\u{1B}[A")
    try terminal.waitForPrompt("nextmove> /why")
  }

  @Test("Ctrl-R searches backwards")
  func reverseSearch() throws {
    let terminal = try PseudoTerminal(home: TemporaryHome())
    try terminal.answer("/why")
    try terminal.answer("/answers")
    try terminal.answer("/home")
    try terminal.waitForPrompt("nextmove> ")
    terminal.send("\u{12}wh")
    terminal.settle()
    terminal.send("\u{1B}")
    terminal.settle()
    #expect(terminal.screen.cursorLine.contains("/why"))
  }

  @Test("completion lists what there is, with a few words on each")
  func completions() throws {
    let terminal = try PseudoTerminal(home: TemporaryHome())
    try terminal.waitForPrompt()
    terminal.send("/rev\t")
    try terminal.waitForPrompt("> /revi")
    terminal.send("\t")
    try terminal.waitFor("/review the same, a page at a time")
    try terminal.waitFor("/revise choose an answer to change")
    terminal.send("s\t")
    try terminal.waitForPrompt("> /revise")
  }
}
