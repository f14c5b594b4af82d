import Foundation
import Journal
import Testing
import TestSupport

@Suite("what another program does to the answers is said", .serialized, .waiting)
struct AlteredFileTests {
  private let home: TemporaryHome

  init() throws { home = try TemporaryHome() }

  /// Changes the file as another program does, which knows nothing of chains.
  private func tamper(_ sql: String) throws {
    _ = try Python.run(
      """
      import sqlite3, sys
      journal = sqlite3.connect(sys.argv[1], timeout=10)
      journal.executescript(sys.argv[2])
      journal.commit()
      """, [home.database.path, sql])
  }

  private static let altering =
    "UPDATE event SET payload = CAST(replace(CAST(payload AS TEXT), 'church', 'pocket') AS BLOB)"
  private static let sentence = "of session 1 is not what was saved. “nextmove doctor” says more."

  @Test(
    "a table or rows that are gone while a session is open: said after the next answer, and the answers are offered to be written elsewhere",
    arguments: ["DROP TABLE event", "DELETE FROM event", "DROP TABLE session"])
  func takenOut(sql: String) throws {
    let terminal = try PseudoTerminal(home: home)
    try terminal.answer(Dialogue.goodDay)
    try terminal.waitFor("question 2 of about 12")
    try tamper(sql)
    try terminal.answer("the dial of a tower clock")
    try terminal.waitFor("took out of the file what was saved in it while it was open here.")
    let path = home.url.appendingPathComponent("away.json").path
    try terminal.answer(path, at: "Which file? (Enter: none)")
    #expect(try terminal.waitForExit() == .status(0))
    let written = try String(contentsOfFile: path, encoding: .utf8)
    #expect(written.contains("church clock") && written.contains("the dial of a tower clock"))
    let other = try TemporaryHome()
    let taken = try Binary.run(["import", path], home: other)
    #expect(taken.status == 0, "\(taken.error)")
    #expect(try Binary.run(["answers"], home: other).output.contains("the dial of a tower clock"))
  }

  @Test("an altered answer is told of with the next question, once, and then on leaving")
  func altered() throws {
    let terminal = try PseudoTerminal(home: home, columns: 200)
    try terminal.answer(Dialogue.goodDay)
    try terminal.waitFor("question 2 of about 12")
    try tamper(Self.altering)
    try terminal.answer("the dial of a tower clock")
    try terminal.waitFor(Self.sentence)
    try terminal.answer("mending old clocks")
    try terminal.answer("/quit", at: "+ ")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(terminal.raw.components(separatedBy: Self.sentence).count == 2)
  }

  @Test("an altered answer is told of on leaving, where nothing was answered since")
  func alteredBeforeLeaving() throws {
    let terminal = try PseudoTerminal(home: home, columns: 200)
    try terminal.answer(Dialogue.goodDay)
    try terminal.waitFor("question 2 of about 12")
    try tamper(Self.altering)
    try terminal.answer("/quit")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(terminal.raw.contains(Self.sentence))
  }

  @Test(
    "commands that read say in a sentence on standard error that an entry was altered",
    arguments: [
      ["answers"], ["answers", "--json"], ["answers", "--as", "csv"], ["sessions"],
      ["sessions", "--json"], ["report", "--json"], ["profile"], ["outline"],
    ])
  func reading(command: [String]) throws {
    _ = try Binary.run([], home: home, input: Dialogue.goodDay + "\nthe dial\n")
    let before = try Binary.run(command, home: home)
    #expect(!before.error.contains("is not what was saved"))
    try tamper(Self.altering)
    let after = try Binary.run(command, home: home)
    #expect(after.status == before.status)
    #expect(after.error.components(separatedBy: Self.sentence).count == 2, "\(after.error)")
    #expect(!after.output.contains(Self.sentence))
  }
}
