import Foundation
import Testing
import TestSupport

@Suite("one open journey: what is typed inside runs against it", .serialized, .waiting)
struct OpenJourneyTests {
  private func atHome(_ home: TemporaryHome) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(home: home)
    try terminal.answer(Dialogue.goodDay)
    try terminal.answer("/home")
    try terminal.waitForPrompt("nextmove> ")
    return terminal
  }

  @Test("commands at home use the file that is open, and open it no second time")
  func openedOnce() throws {
    let home = try TemporaryHome()
    let terminal = try atHome(home)
    let before = terminal.openFiles(named: home.database.path)
    #expect(before == 1)
    try terminal.answer("people add Rosa", at: "nextmove> ")
    try terminal.waitFor("Rosa is number 1.")
    try terminal.answer("log 'a quiet hour over a ledger' +2", at: "nextmove> ")
    try terminal.waitFor("Logged for")
    try terminal.answer("sessions", at: "nextmove> ")
    try terminal.waitFor("questions answered, last used")
    #expect(terminal.openFiles(named: home.database.path) == before)
    // What the commands did is known here without reading the session again.
    try terminal.answer("people", at: "nextmove> ")
    try terminal.waitFor("1 Rosa, to ask")
  }

  @Test("a command at home is about the session that is open, not the one used last elsewhere")
  func openSession() throws {
    let home = try TemporaryHome()
    let terminal = try atHome(home)
    let other = try Binary.run(["new", "other"], home: home, input: "")
    #expect(other.output.contains("this is session 2"))
    try terminal.answer("people add Rosa", at: "nextmove> ")
    try terminal.waitFor("Rosa is number 1.")
    let people = try Binary.run(["people", "--session", "1"], home: home)
    #expect(people.output.contains("Rosa"))
    let others = try Binary.run(["people", "--session", "2"], home: home)
    #expect(!others.output.contains("Rosa"))
  }

  @Test("“start” with a script, typed at home, goes there in the same conversation")
  func startInside() throws {
    let terminal = try atHome(TemporaryHome())
    try terminal.answer("start outline", at: "nextmove> ")
    try terminal.waitFor("what would you be doing most of the week")
    #expect(!terminal.screen.flowing.contains("open in another window"))
  }

  @Test("a session that another window forgot is not said to be saved")
  func forgottenElsewhere() throws {
    let home = try TemporaryHome()
    let terminal = try atHome(home)
    #expect(try Binary.run(["forget", "session", "1", "--yes"], home: home).status == 0)
    try terminal.answer("quit", at: "nextmove> ")
    #expect(try terminal.waitForExit() == .status(3))
    #expect(terminal.screen.flowing.contains("Session 1 was forgotten in another window"))
    #expect(!terminal.screen.flowing.contains("All of it is saved"))
  }

  @Test("the session that is open can be forgotten, and the conversation ends with it")
  func forgottenInside() throws {
    let home = try TemporaryHome()
    let terminal = try atHome(home)
    try terminal.answer("forget session 1 --yes", at: "nextmove> ")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(terminal.screen.flowing.contains("This session is forgotten."))
    #expect(!terminal.screen.flowing.contains("All of it is saved"))
    #expect(
      try Binary.run(["sessions"], home: home).output.contains("No session yet"))
  }

  @Test(
    "a file that is moved away under a session is missed at once, and the session is brought away")
  func movedAway() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    try terminal.waitForPrompt()
    try FileManager.default.moveItem(
      at: home.data, to: home.url.appendingPathComponent("elsewhere"))
    try terminal.answer(Dialogue.goodDay)
    try terminal.waitForPrompt("Which file? (Enter: none) ")
    let file = home.url.appendingPathComponent("rescued.json").path
    try terminal.answer(file, at: "Which file? (Enter: none) ")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(!terminal.screen.flowing.contains("All of it is saved"))
    let taken = try Binary.run(["import", file], home: home)
    #expect(taken.status == 0, "\(taken.error)")
    #expect(try Binary.run(["export"], home: home).output.contains(Dialogue.goodDay))
  }

  @Test(
    "a file that is replaced under a session is missed at once, and the session is brought away")
  func replaced() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    try terminal.answer(Dialogue.goodDay)
    try terminal.waitForPrompt()
    // As a synchronizing program puts an older copy in its place.
    let copy = home.url.appendingPathComponent("copy.sqlite")
    try FileManager.default.copyItem(at: home.database, to: copy)
    #expect(rename(copy.path, home.database.path) == 0)
    try terminal.answer("the dial of a tower clock")
    try terminal.waitFor("Another file was put in the place")
    let file = home.url.appendingPathComponent("rescued.json").path
    try terminal.answer(file, at: "Which file? (Enter: none) ")
    #expect(try terminal.waitForExit() == .status(0))
    let rescued = try String(contentsOfFile: file, encoding: .utf8)
    #expect(rescued.contains(Dialogue.goodDay) && rescued.contains("the dial of a tower clock"))
    let other = try TemporaryHome()
    #expect(try Binary.run(["import", file], home: other).status == 0)
    #expect(
      try Binary.run(["export"], home: other).output.contains("the dial of a tower clock"))
  }

  @Test("whoever goes on without the file, and leaves, is not told that all is saved")
  func leftWithoutFile() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    try terminal.waitForPrompt()
    try FileManager.default.moveItem(
      at: home.data, to: home.url.appendingPathComponent("elsewhere"))
    try terminal.answer(Dialogue.goodDay)
    try terminal.answer("", at: "Which file? (Enter: none) ")
    try terminal.waitFor("question 2 of about 12")
    try terminal.answer("/quit")
    // A command is one here too, and no name of a file.
    for line in ["/help", "/qiut"] {
      try terminal.answer(line, at: "Which file? (Enter: none) ")
      try terminal.waitFor("Here it takes the name of a file")
    }
    try terminal.answer("/quit", at: "Which file? (Enter: none) ")
    #expect(try terminal.waitForExit() == .status(3))
    #expect(!terminal.screen.flowing.contains("All of it is saved"))
    for name in ["/quit", "/help", "/qiut"] { #expect(access(name, F_OK) != 0) }
  }
}
