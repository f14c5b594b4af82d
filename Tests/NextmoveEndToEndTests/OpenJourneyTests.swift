import Foundation
import Synchronization
import Testing

@Suite("one open journey: what is typed inside runs against it", .serialized)
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
    try terminal.waitForPrompt("> ")
    #expect(!terminal.screen.flowing.contains("open in another window"))
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

  @Test("whoever goes on without the file, and leaves, is not told that all is saved")
  func leftWithoutFile() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    try terminal.waitForPrompt()
    try FileManager.default.moveItem(
      at: home.data, to: home.url.appendingPathComponent("elsewhere"))
    try terminal.answer(Dialogue.goodDay)
    try terminal.answer("", at: "Which file? (Enter: none) ")
    try terminal.waitFor("question 2 of 6")
    try terminal.answer("/quit")
    try terminal.answer("", at: "Which file? (Enter: none) ")
    #expect(try terminal.waitForExit() == .status(3))
    #expect(!terminal.screen.flowing.contains("All of it is saved"))
  }

  @Test("eight processes that log at once are all heard, each entry with a number of its own")
  func manyWriters() throws {
    let home = try TemporaryHome()
    #expect(try Binary.run(["log", "before all", "0"], home: home).status == 0)
    let results = Mutex<[Binary.Result]>([])
    DispatchQueue.concurrentPerform(iterations: 8) { writer in
      for number in 1...3 {
        let result = try? Binary.run(["log", "writer \(writer) \(number)", "+1"], home: home)
        results.withLock { $0 += [result].compactMap(\.self) }
      }
    }
    let ended = results.withLock { $0 }
    #expect(ended.count == 24)
    for result in ended { #expect(result.status == 0, "\(result.error)") }
    let log = try Binary.run(["log", "--json"], home: home)
    let listing = try JSONDecoder().decode(Listing.self, from: Data(log.output.utf8))
    #expect(listing.entries.map(\.id).sorted() == Array(1...25))
    #expect(Set(listing.entries.map(\.text)).count == 25)
  }

  private struct Listing: Decodable {
    struct Entry: Decodable {
      let id: Int
      let text: String
    }

    let entries: [Entry]
  }
}
