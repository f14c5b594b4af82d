import Foundation
import QuestionFlow
import Testing
import TestSupport

@Suite("the conversation at a real terminal", .serialized, .waiting)
struct ConversationTests {
  @Test("greets in three lines and asks the first question")
  func greeting() throws {
    let terminal = try PseudoTerminal(home: TemporaryHome())
    try terminal.waitForPrompt()
    #expect(
      terminal.screen.text == """
        Welcome. This is a conversation about what your next move could be.
        Every answer is saved as you give it, on this computer and nowhere else.
        Type /help for what else you can do, /quit to leave; you can always come back.

        What energizes you
        Before any job advert gets a say, bring to mind two or three days of the past
        year that you would gladly live again. There are no right answers here, only
        yours.

        What energizes you · Days you would live again · question 1 of about 12

        Think of a working day that you finished with more energy than you began. What
        were you doing?
          (one real day, as it was; a few sentences are plenty)
        >
        """)
  }

  @Test("an answer leads to the next question, and /back to the one before with its answer")
  func answerAndBack() throws {
    let terminal = try PseudoTerminal(home: TemporaryHome())
    try terminal.answer(Dialogue.goodDay)
    try terminal.waitFor("question 2 of about 12")
    try terminal.answer("/back")
    try terminal.waitFor("So far: \(Dialogue.goodDay) Enter keeps that")
    try terminal.answer("")
    try terminal.wait {
      terminal.screen.flowing.components(separatedBy: "question 2 of about 12").count == 3
    }
  }

  @Test("/quit says that all is saved, ends with status 0 and leaves the terminal sane")
  func quit() throws {
    let terminal = try PseudoTerminal(home: TemporaryHome())
    try terminal.answer("/quit")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(terminal.screen.flowing.contains("All of it is saved. “nextmove” brings you back"))
    expectSane(terminal)
  }

  @Test("killed inside a roster element, it asks the same question of the same element again")
  func killedAndResumed() throws {
    let home = try TemporaryHome()
    var terminal = try PseudoTerminal(home: home)
    try terminal.answerUntilRoster()
    try terminal.waitFor("“mending old clocks” (1 of 3)")
    try terminal.answer("5")
    try terminal.waitFor("“mending old clocks”: when did you last have that at work")
    terminal.signal(SIGKILL)
    #expect(try terminal.waitForExit() == .signal(SIGKILL))

    terminal = try PseudoTerminal(home: home)
    try terminal.waitForPrompt()
    let screen = terminal.screen.flowing
    #expect(
      screen.contains(
        "You were in “What energizes you”, “How much each one matters”, at “mending old clocks”."))
    #expect(
      screen.contains(
        "“mending old clocks” (1 of 3) “mending old clocks”: when did you last have that at work"))
  }

  @Test("killed in the middle of a list, it offers the lines typed so far")
  func killedInList() throws {
    let home = try TemporaryHome()
    var terminal = try PseudoTerminal(home: home)
    try terminal.answer(Dialogue.goodDay)
    try terminal.answer("the dial of a tower clock")
    try terminal.answer("mending old clocks")
    try terminal.waitForPrompt("+ ")
    terminal.signal(SIGKILL)
    _ = try terminal.waitForExit()
    terminal = try PseudoTerminal(home: home)
    try terminal.waitForPrompt("+ ")
    #expect(terminal.screen.flowing.contains("You had begun: mending old clocks"))
  }

  @Test("a command behind what was begun earlier is done, and what was begun stays")
  func commandBehindDraft() throws {
    let home = try TemporaryHome()
    var terminal = try PseudoTerminal(home: home)
    try terminal.waitForQuestion()
    terminal.send("half of a long day")
    try terminal.waitForPrompt("> half of a long day")
    terminal.signal(SIGTERM)
    _ = try terminal.waitForExit()
    terminal = try PseudoTerminal(home: home)
    try terminal.waitForPrompt("> half of a long day")
    terminal.send("/quit\r")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(try home.savedAnswer("good_day") == nil)
    terminal = try PseudoTerminal(home: home)
    try terminal.waitForPrompt("> half of a long day")
  }

  @Test("“I'm open to anything” is refused with a reason, and comes back on Up")
  func openToAnything() throws {
    let home = try TemporaryHome()
    let prompts = home.url.appendingPathComponent("prompts")
    try FileManager.default.createDirectory(at: prompts, withIntermediateDirectories: true)
    let shipped = try String(contentsOfFile: "Prompts/outline.yaml", encoding: .utf8)
    _ = try home.write(shipped, to: "prompts/outline.yaml")
    let terminal = try PseudoTerminal(["--prompts", prompts.path], home: home)
    try terminal.answer("I'm open to anything")
    try terminal.waitFor("leaves the other person to do the thinking")
    try terminal.waitForPrompt()
    terminal.send("\u{1B}[A")
    try terminal.waitForPrompt("> I'm open to anything")
  }

  @Test("Tab completes a command, and shows the choices where there are several")
  func completion() throws {
    let terminal = try PseudoTerminal(home: TemporaryHome())
    try terminal.waitForPrompt()
    terminal.send("/wh\t")
    try terminal.waitForPrompt("> /why")
    terminal.send("\r")
    try terminal.waitFor("more honest than any list of virtues")
  }

  @Test("Ctrl-C clears a line that has been begun, and leaves at an empty one")
  func interrupt() throws {
    let terminal = try PseudoTerminal(home: TemporaryHome())
    try terminal.waitForPrompt()
    terminal.send("half a thought")
    try terminal.waitForPrompt("> half a thought")
    terminal.send("\u{03}")
    try terminal.wait { terminal.screen.cursorLine == "> " }
    terminal.send("\u{03}")
    #expect(try terminal.waitForExit() == .status(0))
    expectSane(terminal)
  }

  @Test("letters of any script are typed and kept")
  func anyScript() throws {
    let terminal = try PseudoTerminal(home: TemporaryHome())
    try terminal.answer(
      "Grüße aus Łódź, 日本語で話す日, и день в саду — all of it with more than twelve words here")
    try terminal.answer("/answers")
    try terminal.waitFor("Grüße aus Łódź, 日本語で話す日, и день в саду")
  }

  @Test(
    "a posting pasted at /fit arrives whole and is judged with its own words")
  func pastedPosting() throws {
    let home = try TemporaryHome()
    let answers = try Binary.run([], home: home, input: Dialogue.allAnswers)
    #expect(answers.status == 0, "\(answers.error)")
    let terminal = try PseudoTerminal(home: home)
    try terminal.answer("/fit", at: "nextmove> ")
    try terminal.waitForPrompt("| ")
    try terminal.paste(Dialogue.posting)
    try terminal.waitFor("[pasted 8 lines]")
    terminal.send("\r")
    try terminal.waitForPrompt("(Enter shows the rest, q goes on) ")
    terminal.send("a nice one\r")
    try terminal.waitFor("“a nice one” is not done here")
    terminal.send("\r")
    try terminal.waitFor("What runs against you")
    // Between two pages, too, what is typed is done.
    terminal.send("/why 1\r")
    try terminal.waitFor("Taken together")
    terminal.send("\r")
    for _ in 0..<6 where !terminal.screen.cursorLine.hasPrefix("nextmove> ") {
      terminal.send("\r")
      terminal.settle()
    }
    let screen = terminal.screen.flowing
    #expect(screen.contains("looks impressive, and it would likely wear you down"))
    #expect(screen.contains("Energizer 1: “long stretches of quiet work”"))
    #expect(screen.contains("line 5: “Your days are full of back-to-back meetings"))
    let again = try Binary.run(["fit", "--last", "--json"], home: home)
    #expect(again.status == 0)
    #expect(again.output.contains(#""verdict" : "impressive-but-draining""#))
  }

  @Test("the second window of a session says so; taking over, it loses nothing and doubles nothing")
  func twoWindows() throws {
    let home = try TemporaryHome()
    let first = try PseudoTerminal(home: home)
    try first.waitForPrompt()
    let second = try PseudoTerminal(home: home)
    try second.waitFor("This session is open in another window.")
    try second.answer("1", at: "Which? ")
    try second.answer(Dialogue.goodDay)
    try second.waitFor("question 2 of about 12")
    let later = "A morning over a barometer, in the window that did not know, and nobody about"
    try first.answer(later)
    try first.waitFor("This session was continued in another window meanwhile")
    try first.waitFor("There, the same question was answered: \(Dialogue.goodDay)")
    #expect(try home.savedAnswer("good_day") == .text(later))
    try first.answer("2", at: "Which? ")
    try first.waitFor("question 2 of about 12")
    #expect(try home.savedAnswer("good_day") == .text(Dialogue.goodDay))
    let sessions = try Binary.run(["sessions", "--json"], home: home)
    #expect(sessions.output.contains(#""answered" : 1"#))
  }

  @Test("a moment logged at another terminal stays, and the answer being typed is taken")
  func loggedElsewhere() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    try terminal.waitForPrompt()
    let log = try Binary.run(["log", "a quiet hour over a ledger", "+2"], home: home)
    #expect(log.status == 0, "\(log.error)")
    try terminal.answer(Dialogue.goodDay)
    try terminal.waitFor("question 2 of about 12")
    #expect(terminal.screen.flowing.contains("Something was added to this session in another"))
    #expect(try home.savedAnswer("good_day") == .text(Dialogue.goodDay))
    #expect(try Binary.run(["log"], home: home).output.contains("a quiet hour over a ledger"))
  }

  @Test("the second window may watch, and sees answers as they come")
  func watching() throws {
    let home = try TemporaryHome()
    let first = try PseudoTerminal(home: home)
    try first.waitForPrompt()
    let second = try PseudoTerminal(home: home)
    try second.answer("2", at: "Which? ")
    try second.waitFor("Watching; any key stops.")
    try first.answer(Dialogue.goodDay)
    try second.waitFor(Dialogue.goodDay)
    second.send("x")
    try second.answer("3", at: "Which? ")
    #expect(try second.waitForExit() == .status(0))
  }

  @Test("SIGTERM and SIGHUP leave the terminal sane", arguments: [SIGTERM, SIGHUP])
  func stopped(signal: Int32) throws {
    let terminal = try PseudoTerminal(home: TemporaryHome())
    try terminal.waitForPrompt()
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .status(128 + signal))
    expectSane(terminal)
  }
}

/// Echo and lines are on, bracketed paste is off, and the cursor is shown.
func expectSane(_ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation) {
  let flags = terminal.modes.c_lflag
  #expect(flags & UInt32(ECHO) != 0, "echo is off", sourceLocation: sourceLocation)
  #expect(flags & UInt32(ICANON) != 0, "line mode is off", sourceLocation: sourceLocation)
  #expect(!terminal.isReading, "bracketed paste is on", sourceLocation: sourceLocation)
  #expect(terminal.screen.isCursorShown, sourceLocation: sourceLocation)
}
