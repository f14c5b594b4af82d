import Foundation
import TestSupport
import Testing

@Suite("figures where a few words are asked for, at a real terminal", .serialized, .waiting)
struct FiguresTests {
  private static let script = """
    script: figures
    title: Figures
    items:
      - {id: zip, ask: "Your postcode?", answer: text, pattern: "99999", required: yes}
      - {id: phone, ask: "Your telephone?", answer: text, pattern: telephone}
      - {id: year, ask: "In which year did you start?", answer: text}
      - {id: why, ask: "What was the reason?", answer: text}
      - {id: last, ask: "What else?", answer: text, required: yes}
    """

  private func terminal(_ home: TemporaryHome) throws -> PseudoTerminal {
    let folder = home.url.appendingPathComponent("mine")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    _ = try home.write(Self.script, to: "mine/figures.yaml")
    return try PseudoTerminal(["start", "figures", "--prompts", folder.path], home: home)
  }

  @Test("a postcode, a telephone number and a year are answers, and are not asked back")
  func answers() throws {
    let home = try TemporaryHome()
    let terminal = try terminal(home)
    try terminal.answer("1011")
    try terminal.waitFor("It is written like 12345.")
    try terminal.answer("10117")
    try terminal.waitFor("Your telephone?")
    try terminal.answer("0171 / 123 45 67")
    try terminal.waitFor("In which year did you start?")
    try terminal.answer("2019")
    try terminal.waitFor("What was the reason?")
    #expect(!terminal.screen.text.contains("Leave it open"), "\(terminal.screen.text)")
  }

  @Test("what is passed over by Enter is kept, and told to be")
  func kept() throws {
    let home = try TemporaryHome()
    let terminal = try terminal(home)
    for (answer, next) in [
      ("10117", "Your telephone?"), ("030 1234567", "In which year did you start?"),
      ("2019", "What was the reason?"),
    ] {
      try terminal.answer(answer)
      try terminal.waitFor(next)
    }
    try terminal.answer("7")
    try terminal.waitFor("Leave it open for now, or is that your answer?")
    try terminal.answer("")
    try terminal.waitFor("(“7” is kept: /back and Up bring it back.)")
    try terminal.answer("/back")
    try terminal.waitFor("(You had written “7”; Up brings it back.)")
  }

  @Test("where an answer is needed, Enter does not offer to leave it open")
  func needed() throws {
    let home = try TemporaryHome()
    let terminal = try terminal(home)
    for (answer, next) in [
      ("10117", "Your telephone?"), ("/skip", "In which year did you start?"),
      ("/skip", "What was the reason?"), ("/skip", "What else?"),
    ] {
      try terminal.answer(answer)
      try terminal.waitFor(next)
    }
    try terminal.answer("7")
    try terminal.waitFor("Is that your answer? (a takes it; the question is needed to go on.)")
    try terminal.answer("")
    try terminal.waitFor("This one is needed to go on")
    try terminal.answer("7")
    try terminal.waitFor("Is that your answer? (a takes it")
    try terminal.answer("a")
    try terminal.waitFor("That was all of “Figures”.")
  }
}
