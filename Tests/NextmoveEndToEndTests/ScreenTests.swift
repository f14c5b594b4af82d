import Foundation
import QuestionFlow
import Testing
import TestSupport

@Suite("what a person sees", .serialized, .waiting)
struct ScreenTests {
  @Test("a question inside a roster, with place, hint and progress")
  func question() throws {
    let terminal = try PseudoTerminal(home: TemporaryHome(), rows: 60)
    try terminal.answerUntilRoster()
    try terminal.waitForPrompt()
    let shown = terminal.screen.text.components(separatedBy: "\n").suffix(9)
    #expect(
      shown.joined(separator: "\n") == """
        What energizes you · How much each one matters · question 4 of 12
        “mending old clocks” (1 of 3)

        Half a year of work without “mending old clocks”. How would that be?
          1   I would hardly notice
          3   I would miss it
          5   I would be looking again
          (a number from 1 to 5)
        >
        """)
  }

  private func fit(columns: Int, environment: [String: String] = [:]) throws -> String {
    let home = try TemporaryHome()
    let posting = try home.write(Dialogue.posting, to: "posting.txt")
    let profile = try home.write(
      "energizers: [long stretches of quiet work, old clocks]\ndrains: [back-to-back meetings]\ndeal_breakers: [managing people]\nstrengths: [patience]\n",
      to: "profile.yaml")
    let terminal = try PseudoTerminal(
      ["fit", "--full", "--profile", profile, posting], home: home, columns: columns, rows: 120,
      environment: environment)
    #expect(try terminal.waitForExit() == .status(0))
    return terminal.screen.text
  }

  static let at80 = """

    It looks impressive, and it would likely wear you down: it brings what you would
    refuse, “managing people” (line 6: “You lead a team of 40 people and answer for
    a budget of 20 million.”), and is full of what drains you, “back-to-back
    meetings”. What looks good: “Vice President, Timepieces” and “You lead a team of
    40 people and answer for a budget of 20 million”. Before you say yes, ask: How
    many people would report to me?

     impressive │          ┆          │
                │ ●        ┆          │
                │┄┄┄┄┄┄┄┄┄┄┆┄┄┄┄┄┄┄┄┄┄│
                │          ┆          │
          quiet │          ┆          │
                 draining   energizing
    Looks impressive; would take more energy than it gives; speaks of most of what
    matters to you.

    What runs against you
      1. Drain: “back-to-back meetings”
         This is part of the job, and you said that it drains you.
         line 5: “Your days are full of back-to-back meetings with the executive
         committee.”
      2. Deal-breaker, crossed: “managing people”
         You said that you would refuse this, and the posting has it. You: managing
         people. Here: lead a team of 40, line 6.
         line 6: “You lead a team of 40 people and answer for a budget of 20
         million.”

    What to ask about
      3. Energizer 1: “long stretches of quiet work”
         Something in the posting touches it; I am not sure enough to call it.
         line 5: “Your days are full of back-to-back meetings with the executive
         committee.”
         Ask: Where in an ordinary week would I meet “long stretches of quiet work”
         here?

    What is not mentioned
      4. Energizer 2: “old clocks”
         Nothing in the posting speaks of it.
         Ask: Where in an ordinary week would I meet “old clocks” here?
      5. Strength: “patience”
         Nothing in the posting asks for it.
         Ask: What here would make use of “patience”?
    """

  @Test("a fit-check at 80 columns")
  func fit80() throws {
    let shown = try fit(columns: 80)
    #expect(shown.hasPrefix(Self.at80), "\(shown)")
  }

  @Test(
    "a fit-check at 40 columns, without the picture at 30, and no line wider than the window",
    arguments: [30, 40])
  func narrow(columns: Int) throws {
    let shown = try fit(columns: columns)
    let lines = shown.components(separatedBy: "\n")
    #expect(lines.allSatisfy { $0.count <= columns })
    #expect(shown.contains("●") == (columns == 40))
    let words = shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words.contains(
        "line 5: “Your days are full of back-to-back meetings with the executive committee.”"))
  }

  @Test(
    "a fit-check is one screen at 80 columns and 24 rows, without a number in prose, and Enter shows the rest"
  )
  func oneScreen() throws {
    let home = try TemporaryHome()
    let posting = try home.write(Dialogue.posting, to: "posting.txt")
    let profile = try home.write(
      "energizers: [long stretches of quiet work, old clocks]\ndrains: [back-to-back meetings, night shifts]\ndeal_breakers: [managing people]\nstrengths: [patience]\n",
      to: "profile.yaml")
    let terminal = try PseudoTerminal(
      ["fit", "--profile", profile, posting], home: home, columns: 80, rows: 24)
    try terminal.waitForPrompt("(Enter shows the rest, q goes on) ")
    #expect(terminal.screen.text.components(separatedBy: "\n").count <= 24)
    let shown = terminal.screen.flowing
    #expect(shown.contains("Against it 1. Drain: “back-to-back meetings” line 5:"), "\(shown)")
    #expect(shown.contains("Not found: “night shifts”"), "\(shown)")
    #expect(!shown.contains("0."))
    terminal.send("\r")
    try terminal.waitFor("What runs against you")
    terminal.send("q\r")
    #expect(try terminal.waitForExit() == .status(0))
  }

  @Test("with ACCESSIBLE a linear dialogue: no picture, no control sequences, choices by number")
  func accessible() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home, environment: ["ACCESSIBLE": "1"])
    try terminal.answerUntilRoster()
    try terminal.waitForPrompt()
    #expect(
      terminal.screen.text.hasSuffix(
        """
        What energizes you · How much each one matters · question 4 of 12
        “mending old clocks” (1 of 3)

        Half a year of work without “mending old clocks”. How would that be?
          1   I would hardly notice
          3   I would miss it
          5   I would be looking again
          (a number from 1 to 5)
        >
        """))
    let sequences = terminal.raw.components(separatedBy: "\u{1B}").dropFirst().map { $0.prefix(7) }
    #expect(Set(sequences).isSubset(of: ["[?2004h", "[?2004l"]))
  }

  @Test(
    "with ACCESSIBLE a fit-check says where the posting stands, without a picture")
  func accessibleFit() throws {
    let shown = try fit(columns: 80, environment: ["ACCESSIBLE": "1"])
    #expect(!shown.contains("│"))
    #expect(shown.contains("Looks impressive; would take more energy than it gives"))
  }

  @Test(
    "no styles with NO_COLOR, nothing but text on a dumb terminal",
    arguments: [["NO_COLOR": "1"], ["TERM": "dumb"]])
  func plain(environment: [String: String]) throws {
    let terminal = try PseudoTerminal(home: TemporaryHome(), environment: environment)
    try terminal.wait { terminal.screen.cursorLine.hasPrefix("> ") }
    #expect(!terminal.raw.contains("\u{1B}[1m") && !terminal.raw.contains("\u{1B}[2m"))
    if environment["TERM"] == "dumb" { #expect(!terminal.raw.contains("\u{1B}")) }
    let styled = try PseudoTerminal(home: TemporaryHome())
    try styled.waitForPrompt()
    #expect(styled.raw.contains("\u{1B}[1m"))
  }

  @Test("the cursor stands where the text does, whatever is typed")
  func cursor() throws {
    let terminal = try PseudoTerminal(home: TemporaryHome())
    try terminal.waitForPrompt()
    let typed: [(text: String, columns: Int)] = [
      ("é", 1), ("e\u{301}", 1), ("日本語", 6), ("👩‍🔧", 2), ("👍🏽", 2), ("❤️", 1), ("🇩🇪", 2), ("שלום", 4),
      ("x", 1),
    ]
    var column = 2
    for (text, columns) in typed {
      terminal.send(text)
      terminal.settle()
      column += columns
      #expect(terminal.screen.cursorColumn == column, "after \(text)")
    }
    for (text, columns) in typed.reversed() where text.count == 1 && text != "x" || text == "x" {
      terminal.send("\u{1B}[D")
      terminal.settle()
      column -= columns
      #expect(terminal.screen.cursorColumn == column, "before \(text)")
      if text == "🇩🇪" { break }
      if text == "x" {
        // Over the four letters of a word that runs from right to left.
        for _ in 0..<4 { terminal.send("\u{1B}[D") }
        terminal.settle()
        column -= 4
        #expect(terminal.screen.cursorColumn == column)
      }
    }
  }

  @Test(
    "long lines wrap and are kept whole, at 20, 40, 80 and 200 columns",
    arguments: [20, 40, 80, 200])
  func wrapping(columns: Int) throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home, columns: columns, rows: 60)
    try terminal.waitForPrompt()
    let text =
      "a line of 日本語 and é that is longer than most windows are wide, typed without a break until its very end, and then some more"
    terminal.send(text)
    terminal.settle()
    #expect(terminal.screen.joined.contains("> " + text))
    let column = (2 + Columns.count(text)) % columns
    if columns > 40 { #expect(terminal.screen.cursorColumn == column) }
    terminal.send("\r")
    try terminal.waitFor("question 2 of about 12")
    #expect(try home.savedAnswer("good_day") == .text(text))
  }

  @Test("resizing while typing draws the line anew and loses nothing")
  func resizing() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    try terminal.waitForPrompt()
    terminal.send("typed at eighty columns, ")
    terminal.settle()
    for columns in [40, 100, 60] {
      terminal.resize(columns: columns, rows: 40)
      terminal.settle()
      terminal.send("and at \(columns), ")
      terminal.settle()
    }
    terminal.send("and the end of it\r")
    try terminal.waitFor("question 2 of about 12")
    #expect(
      try home.savedAnswer("good_day")
        == .text("typed at eighty columns, and at 40, and at 100, and at 60, and the end of it"))
  }
}

/// Columns of text whose characters are narrow or wide.
enum Columns {
  static func count(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + (("\u{2E80}"..."\u{FF60}").contains($1) ? 2 : 1) }
  }
}
