import Foundation
import QuestionFlow
import Testing
import TestSupport

@Suite("the line being typed, and what comes after it", .serialized, .waiting)
struct LineOnScreenTests {
  /// More than two rows of a window of forty columns.
  static let line =
    "/re-and-a-good-many-words-behind-it,-so-that-they-take-up-more-than-two-rows-of-it-all"

  private func terminal(columns: Int = 40, home: TemporaryHome? = nil) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      home: home ?? TemporaryHome(), columns: columns, rows: 50)
    try terminal.waitForPrompt()
    return terminal
  }

  /// How often a text stands on the screen, rows run together.
  private func count(_ text: String, on terminal: PseudoTerminal) -> Int {
    terminal.screen.joined.components(separatedBy: text).count - 1
  }

  @Test("after Ctrl-C the next prompt is below the line, though the cursor was in its first row")
  func interrupted() throws {
    let terminal = try terminal()
    terminal.send(Self.line)
    try terminal.wait { count("> " + Self.line, on: terminal) == 1 }
    terminal.send("\u{1B}[H\u{03}")
    try terminal.wait { !terminal.screen.cursorLine.hasPrefix("> /re") }
    try terminal.wait { terminal.screen.cursorColumn == 2 }
    #expect(count("> " + Self.line, on: terminal) == 1)
  }

  @Test(
    "a list of completions is below the line, which is drawn again with the cursor in its place")
  func completions() throws {
    let terminal = try terminal()
    let line = Self.line.replacing("/re", with: "/revi")
    terminal.send(line)
    terminal.send("\u{1B}[H\u{1B}[C\u{1B}[C\u{1B}[C\u{1B}[C\u{1B}[C\t")
    try terminal.waitFor("/revise")
    try terminal.wait { count("> " + line, on: terminal) == 2 }
    try terminal.wait { terminal.screen.cursorColumn == 7 }
    #expect(terminal.screen.cursorLine.hasPrefix("> /revi-and"))
  }

  @Test("SIGTERM leaves the line whole, wherever the cursor stands")
  func terminated() throws {
    let terminal = try terminal()
    terminal.send(Self.line)
    terminal.send("\u{1B}[H")
    terminal.settle()
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForExit() == .status(128 + SIGTERM))
    #expect(count("> " + Self.line, on: terminal) == 1)
    #expect(terminal.screen.cursorColumn == 0)
    #expect(terminal.screen.cursorLine.isEmpty)
  }

  @Test(
    "a resize wipes out nothing that is not the line's, and leaves the line once",
    arguments: [(80, 40), (40, 80), (40, 41), (80, 100)])
  func resized(from: Int, to: Int) throws {
    let terminal = try terminal(columns: from)
    let line = String(Self.line.dropFirst(4))
    terminal.send(line)
    try terminal.wait { count("> " + line, on: terminal) == 1 }
    terminal.resize(columns: to, rows: 50)
    try terminal.wait { count("> " + line, on: terminal) == 1 }
    terminal.settle(milliseconds: 200)
    #expect(count("> " + line, on: terminal) == 1)
    #expect(count("plenty)", on: terminal) == 1)
  }

  @Test("a line that fills its rows exactly stays in its place through resizes")
  func filled() throws {
    let terminal = try terminal(columns: 40)
    let line = String(String(repeating: "0123456789", count: 8).dropLast(2))
    terminal.send(line)
    terminal.settle()
    for columns in [80, 39, 40] {
      terminal.resize(columns: columns, rows: 50)
      terminal.settle(milliseconds: 200)
      #expect(count("> " + line, on: terminal) == 1, "\(columns)")
      #expect(count("plenty)", on: terminal) == 1, "\(columns)")
    }
  }

  @Test("double-width symbols move the cursor by two")
  func symbols() throws {
    let terminal = try terminal(columns: 80)
    var column = 2
    for symbol in ["✅", "⭐", "⌛", "⏰", "❌"] {
      terminal.send(symbol)
      column += 2
      try terminal.wait { terminal.screen.cursorColumn == column }
    }
    terminal.send("\u{1B}[D\u{1B}[D")
    try terminal.wait { terminal.screen.cursorColumn == column - 4 }
  }

  @Test("stopped, resized and continued: the line is drawn once more, and the shell's words stay")
  func stopped() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(
      ["-i"], home: home, columns: 80, rows: 50, environment: ["PS1": "shell$ "],
      program: "/bin/dash")
    try terminal.wait { terminal.screen.cursorLine.hasPrefix("shell$") }
    terminal.send("\(Binary.path)\r")
    try terminal.waitForPrompt("> ")
    let line = String(Self.line.dropFirst(4))
    terminal.send(line + "\u{1B}[H\u{1A}")
    try terminal.wait { terminal.screen.cursorLine.hasPrefix("shell$") }
    terminal.resize(columns: 60, rows: 50)
    terminal.send("fg\r")
    try terminal.wait { count("> " + line, on: terminal) == 2 }
    terminal.settle(milliseconds: 200)
    #expect(count("> " + line, on: terminal) == 2)
    #expect(count("shell$ fg", on: terminal) == 1)
    #expect(terminal.screen.cursorColumn == 2)
  }

  @Test("asked to stop where nobody can continue it, it goes on in the same line")
  func orphaned() throws {
    let terminal = try terminal()
    let line = String(Self.line.dropFirst(4))
    terminal.send(line)
    try terminal.wait { count("> " + line, on: terminal) == 1 }
    terminal.send("\u{1A}!")
    try terminal.wait { count("> " + line + "!", on: terminal) == 1 }
    terminal.signal(SIGCONT)
    terminal.settle(milliseconds: 200)
    #expect(count("> " + line + "!", on: terminal) == 1)
    #expect(count("> ", on: terminal) == 1)
    #expect(count("plenty)", on: terminal) == 1)
  }
}
