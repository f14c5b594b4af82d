import Foundation
import Testing
import TestSupport

@Suite("while a posting is read", .waiting)
struct ReadingTests {
  /// So much that it takes a while.
  private static let endless =
    "Head of clocks\nDuties\n"
    + (1...600).map { "You mend the clocks in room \($0) of the quiet old tower, alone.\n" }
    .joined()

  private func home() throws -> TemporaryHome {
    let home = try PreparedHome.finished()
    return home
  }

  @Test("Ctrl-C leaves at once, with the posting kept")
  func interrupted() throws {
    let home = try home()
    let posting = try home.write(Self.endless, to: "posting.txt")
    let terminal = try PseudoTerminal(["fit", posting], home: home)
    try terminal.waitFor("lines held against your words")
    terminal.send("\u{03}")
    #expect(try terminal.waitForExit() == .status(128 + SIGINT))
    #expect(terminal.screen.flowing.contains("The posting is kept"))
    #expect(try Binary.run(["forget", "posting"], home: home).output.contains("Head of clocks"))
  }

  @Test("Ctrl-C in a conversation ends the reading, and the conversation goes on")
  func inConversation() throws {
    let home = try home()
    let posting = try home.write(Self.endless, to: "posting.txt")
    let terminal = try PseudoTerminal(home: home)
    try terminal.answer("/fit \(posting)", at: "nextmove> ")
    try terminal.waitFor("lines held against your words")
    terminal.send("\u{03}")
    try terminal.waitFor("The posting is kept")
    try terminal.answer("/quit", at: "nextmove> ")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(try Binary.run(["forget", "posting"], home: home).output.contains("Head of clocks"))
  }

  @Test(
    "what was judged is kept for its owner alone, without a word of it, and forgotten with an answer"
  )
  func judgements() throws {
    let home = try home()
    let posting = try home.write(Dialogue.posting, to: "posting.txt")
    let file = home.data.appendingPathComponent("judgements")
    let first = try Binary.run(["fit", "--json", posting], home: home)
    #expect(first.status == 0)
    let size = try Data(contentsOf: file).count
    let again = try Binary.run(["fit", "--json", "--last"], home: home)
    #expect(again.output == first.output)
    #expect(try Data(contentsOf: file).count == size)
    #expect(
      try Binary.run(["forget", "answer", "energizers/drains", "--yes"], home: home).status == 0)
    #expect(!FileManager.default.fileExists(atPath: file.path))
  }
}
