import Foundation
import struct QuestionFlow.SeededRandom
import Testing
import TestSupport

@Suite("signals and exits leave the terminal sane", .serialized, .waiting)
struct SignalTests {
  @Test("Ctrl-D at an empty line leaves")
  func endOfInput() throws {
    let terminal = try PseudoTerminal(home: TemporaryHome())
    try terminal.waitForPrompt()
    terminal.send("\u{04}")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(terminal.screen.flowing.contains("All of it is saved."))
    expectSane(terminal)
  }

  @Test("Ctrl-Z hands the terminal back to the shell, and fg goes on in the same line")
  func suspended() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(
      ["-i"], home: home, environment: ["PS1": "shell$ "], program: "/bin/dash")
    try terminal.wait { terminal.screen.cursorLine.hasPrefix("shell$") }
    terminal.send("\(Binary.path)\r")
    try terminal.waitForPrompt("> ")
    terminal.send("half a tho")
    try terminal.waitForPrompt("> half a tho")
    terminal.send("\u{1A}")
    try terminal.wait { terminal.screen.cursorLine.hasPrefix("shell$") }
    expectSane(terminal)
    terminal.send("fg\r")
    try terminal.waitForPrompt("> half a tho")
    terminal.send("ught that needs more than twelve words to be let through without a question\r")
    try terminal.waitFor("question 2 of about 12")
    try terminal.answer("/quit")
    try terminal.wait { terminal.screen.cursorLine.hasPrefix("shell$") }
    expectSane(terminal)
  }

  @Test(
    "an unknown error status for SIGTERM and SIGHUP follows the shell's custom",
    arguments: [SIGTERM, SIGHUP])
  func stoppedInList(signal: Int32) throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    try terminal.answer(Dialogue.goodDay)
    try terminal.answer("the dial")
    try terminal.answer("mending old clocks")
    try terminal.waitForPrompt("+ ")
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .status(128 + signal))
    expectSane(terminal)
    let resumed = try PseudoTerminal(home: home)
    try resumed.waitFor("You had begun: mending old clocks")
  }

  @Test(
    "asked to stop as soon as the very first start shows anything, it ends as at a prompt",
    arguments: [SIGTERM, SIGHUP])
  func stoppedAtOnce(signal: Int32) throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    try terminal.wait { !terminal.raw.isEmpty }
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .status(128 + signal))
    expectSane(terminal)
    // And before it does.
    let other = try PseudoTerminal(["sessions"], home: home)
    try other.wait { other.catches(signal) || other.exit != nil }
    other.signal(signal)
    #expect(try [.status(128 + signal), .status(0)].contains(other.waitForExit()))
  }

  @Test("a reader that goes away ends the program by its signal")
  func brokenPipe() throws {
    let home = try TemporaryHome()
    let result = try Binary.process(
      ["-c", "\"$0\" script schema | head -c 1; echo \" ${PIPESTATUS[0]}\"", Binary.path],
      program: "/bin/bash", home: home)
    #expect(["{ 0\n", "{ 141\n"].contains(result.output))
    #expect(result.error.isEmpty == (result.output == "{ 0\n"), "\(result.error)")
  }

  @Test(
    "random keys, pastes, resizes and signals: no crash, no lost answer, a sane terminal",
    arguments: [1, 2, 3, 4])
  func random(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    try terminal.waitForPrompt()
    let keys = [
      "a", "é", "日", "👩‍🔧", "e\u{301}", " ", "\t", "\r", "\u{7F}", "\u{1B}[A", "\u{1B}[B", "\u{1B}[C",
      "\u{1B}[D", "\u{01}", "\u{05}", "\u{0B}",
      "\u{17}", "\u{19}", "\u{12}", "\u{1B}", "5\r", "/help\r", "/back\r", "/skip\r", "/undo\r",
      "/home\r", "/answers\r", "/why\r", "yes\r", "one, two, three\r",
      "\u{1B}[200~pasted\rlines\u{1B}[201~", "\u{1B}[200~\u{03}\u{1B}[201~", "/fit nothing\r",
      "sessions\r", "fit\r", "2\r", "q\r", ".\r",
    ]
    for _ in 0..<150 {
      switch Int.random(in: 0..<30, using: &random) {
      case 0:
        terminal.resize(
          columns: Int.random(in: 20...120, using: &random),
          rows: Int.random(in: 10...50, using: &random))
      case 1: terminal.signal(SIGWINCH)
      case 2: terminal.signal(SIGCONT)
      default: terminal.send(keys.randomElement(using: &random) ?? "a")
      }
      terminal.settle(milliseconds: 12)
      #expect(terminal.exit == nil, "\(terminal.screen.text)")
      if terminal.exit != nil { return }
    }
    // The last keys may still be waiting: what is on screen stays as it is when all have been read.
    terminal.settle(milliseconds: 500)
    let before = try Binary.run(["answers", "--json"], home: home).output
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForExit() == .status(128 + SIGTERM))
    expectSane(terminal)
    let after = try Binary.run(["answers", "--json"], home: home).output
    #expect(before == after)
    let doctor = try Binary.run(["doctor"], home: home)
    #expect(doctor.status == 0, "\(doctor.output)")
  }
}
