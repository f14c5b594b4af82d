import Foundation
import QuestionFlow
import Testing
import TestSupport

@Suite("keys at a real terminal", .serialized, .waiting)
struct KeyTests {
  /// With libedit, for a screen reader, and on a terminal that can do nothing.
  static let modes: [[String: String]] = [[:], ["ACCESSIBLE": "1"], ["TERM": "dumb"]]

  /// What terminals send that is no key here.
  static let unknown = [
    "\u{1B}[15;5~", "\u{1B}OP", "\u{1B}[[A", "\u{1B}[Z", "\u{1B}[M #!", "\u{1B}[<35;20;5M",
    "\u{1B}[<0;20;5m", "\u{1B}[32;20;5M", "\u{1B}[I", "\u{1B}[O", "\u{1B}[12;40R",
    "\u{1B}[?62;22c", "\u{1B}[>41;354;0c", "\u{1B}[?2026;2$y", "\u{1B}]11;rgb:1e/1e/1e\u{07}",
    "\u{1B}]0;title\u{1B}\\", "\u{1B}P>|terminal\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\",
    "\u{1B}^pm\u{1B}\\", "\u{1B}Xsos\u{1B}\\", "\u{1B}[57441;2u", "\u{1B}[97;1:3u", "\u{9B}15~",
    "\u{1B}NA", "\u{1B}?p",
  ]

  /// Enough words to be let through without a question.
  static let answer = "quiet work at a bench, with all the time that it takes and nobody about"

  @Test("sequences that are no keys leave nothing in an answer", arguments: modes)
  func swallowed(environment: [String: String]) throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home, environment: environment)
    try terminal.waitForQuestion()
    let words = Self.answer.split(separator: " ")
    for (index, sequence) in Self.unknown.enumerated() {
      if index < words.count { terminal.send((index > 0 ? " " : "") + words[index]) }
      terminal.send(sequence)
      terminal.settle(milliseconds: 20)
    }
    try terminal.wait { terminal.screen.joined.contains("> " + Self.answer) }
    terminal.send("\r")
    try terminal.waitFor("question 2 of about 12")
    #expect(try home.savedAnswer("good_day") == .text(Self.answer))
  }

  @Test("a sequence that comes byte by byte is swallowed all the same", arguments: modes)
  func apart(environment: [String: String]) throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home, environment: environment)
    try terminal.waitForQuestion()
    for scalar in "\u{1B}[<35;20;5M\u{1B}]11;rgb:0/0/0\u{1B}\\".unicodeScalars {
      terminal.send(String(scalar))
      terminal.settle(milliseconds: 10)
    }
    terminal.send(Self.answer)
    try terminal.wait { terminal.screen.joined.contains("> " + Self.answer) }
    terminal.send("\r")
    try terminal.waitFor("question 2 of about 12")
    #expect(try home.savedAnswer("good_day") == .text(Self.answer))
  }

  @Test("sequences in a piped answer are swallowed too")
  func piped() throws {
    let home = try TemporaryHome()
    _ = try Binary.run(
      [], home: home, input: Self.answer + Self.unknown.joined() + "\u{1B}[1;5D\u{1B}[D\n")
    #expect(try home.savedAnswer("good_day") == .text(Self.answer))
  }

  @Test("a control key that stands for nothing takes no letter with it")
  func controlKeys() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    try terminal.waitForQuestion()
    let words = Self.answer.split(separator: " ")
    for (index, key) in ["\u{07}", "\u{0F}", "\u{18}", "\u{1D}", "\u{1E}"].enumerated() {
      terminal.send(key + words[index] + " ")
    }
    terminal.send(words.dropFirst(5).joined(separator: " "))
    try terminal.wait { terminal.screen.joined.contains("> " + Self.answer) }
    terminal.send("\r")
    try terminal.waitFor("question 2 of about 12")
    #expect(try home.savedAnswer("good_day") == .text(Self.answer))
  }

  @Test(
    "Ctrl- and Alt-arrows move by words",
    arguments: ["\u{1B}[1;5D", "\u{1B}[5D", "\u{1B}[1;3D", "\u{1B}\u{1B}[D", "\u{1B}b", "\u{1B}Od"])
  func words(sequence: String) throws {
    let terminal = try PseudoTerminal(home: TemporaryHome())
    try terminal.waitForPrompt()
    terminal.send("quiet work")
    terminal.send(sequence)
    terminal.send("very ")
    try terminal.waitForPrompt("> quiet very work")
    terminal.send(sequence == "\u{1B}b" ? "\u{1B}f" : sequence.replacing("D", with: "C"))
    if sequence != "\u{1B}Od" {
      terminal.send("!")
      try terminal.waitForPrompt("> quiet very work!")
    }
  }

  @Test("Home, End and Delete do what they say, however they are sent")
  func homeAndEnd() throws {
    let terminal = try PseudoTerminal(home: TemporaryHome())
    try terminal.waitForPrompt()
    terminal.send("bcd")
    for (home, end) in [
      ("\u{1B}[H", "\u{1B}[F"), ("\u{1B}OH", "\u{1B}OF"), ("\u{1B}[1~", "\u{1B}[4~"),
    ] {
      terminal.send(home + "a" + end + "e")
    }
    try terminal.waitForPrompt("> aaabcdeee")
    terminal.send("\u{1B}[7~\u{1B}[3~\u{1B}[3~")
    try terminal.waitForPrompt("> abcdeee")
  }

  @Test(
    "Backspace takes a whole character, of however many scalars",
    arguments: modes)
  func wholeCharacters(environment: [String: String]) throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home, environment: environment)
    try terminal.waitForQuestion()
    terminal.send(Self.answer)
    for character in ["e\u{301}", "👩‍🔧", "👍🏽", "❤️", "🇩🇪", "日", "한", "✅"] {
      terminal.send(character)
      terminal.settle(milliseconds: 30)
      terminal.send("\u{7F}")
      terminal.settle(milliseconds: 30)
    }
    terminal.send("\r")
    try terminal.waitFor("question 2 of about 12")
    #expect(try home.savedAnswer("good_day") == .text(Self.answer))
  }

  @Test("a key that would open a prompt of libedit's own takes nothing away")
  func ownPrompt() throws {
    let terminal = try PseudoTerminal(home: TemporaryHome())
    try terminal.waitForPrompt()
    terminal.send("start of it")
    for key in ["\u{1B}x", "\u{1B}X"] {
      terminal.send(key)
      // Behind an X the terminal may go on with a string of its own, so the words come when it has not.
      terminal.settle(milliseconds: 900)
      terminal.send(" and more")
    }
    try terminal.waitForPrompt("> start of it and more and more")
  }

  @Test("Ctrl-S stops nothing", arguments: modes)
  func flowControl(environment: [String: String]) throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home, environment: environment)
    try terminal.waitForQuestion()
    terminal.send("\u{13}" + Self.answer)
    try terminal.wait { terminal.screen.joined.contains("> " + Self.answer) }
    terminal.send("\u{13}\r")
    try terminal.waitFor("question 2 of about 12")
    #expect(try home.savedAnswer("good_day") == .text(Self.answer))
    try terminal.waitForQuestion()
    terminal.send("/quit\r")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(terminal.modes.c_iflag & tcflag_t(IXON) != 0)
  }

  @Test("a key sequence bound in ~/.editrc does what is asked for there")
  func bound() throws {
    let home = try TemporaryHome()
    _ = try home.write("bind \"\\e[15~\" ed-move-to-beg\n", to: ".editrc")
    let terminal = try PseudoTerminal(home: home)
    try terminal.waitForPrompt()
    terminal.send("bc\u{1B}[15~a\u{1B}[17~")
    try terminal.waitForPrompt("> abc")
  }

  @Test("among vi's keys, nothing that is done in an empty line goes beyond it")
  func emptyLine() throws {
    let home = try TemporaryHome()
    _ = try home.write("bind -v\n", to: ".editrc")
    let terminal = try PseudoTerminal(home: home)
    try terminal.waitForPrompt()
    terminal.send("0")
    terminal.send("\u{1B}")
    terminal.settle(milliseconds: 100)
    terminal.send("D$\u{1B}[3~$\u{17}$x$X$\u{301}$é\u{1B}[200~pasted\u{1B}[201~")
    try terminal.wait { terminal.screen.cursorLine.contains("pasted") }
    terminal.send("i")
    terminal.send("\u{15}\u{1B}[3~\u{1B}[3~still here")
    try terminal.waitForPrompt("> still here")
  }

  @Test(
    "among vi's keys, none asks for a command of libedit's own, nor for another editor",
    arguments: [":", "v"])
  func foreignCommands(key: String) throws {
    let home = try TemporaryHome()
    _ = try home.write("bind -v\n", to: ".editrc")
    let terminal = try PseudoTerminal(home: home)
    try terminal.waitForPrompt()
    terminal.send(Self.answer)
    try terminal.wait { terminal.screen.joined.contains("> " + Self.answer) }
    terminal.send("\u{1B}")
    terminal.settle(milliseconds: 300)
    terminal.send(key)
    terminal.settle(milliseconds: 100)
    terminal.send("\r")
    try terminal.waitFor("question 2 of about 12")
    #expect(try home.savedAnswer("good_day") == .text(Self.answer))
  }

  @Test("keys of vi in any order: no trap, and the next answer is taken", arguments: [1, 2, 3])
  func vi(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let home = try TemporaryHome()
    _ = try home.write("bind -v\n", to: ".editrc")
    let terminal = try PseudoTerminal(home: home, columns: 30)
    try terminal.waitForPrompt()
    let keys = [
      "\u{1B}", "\u{1B}", "i", "a", "A", "x", "X", "D", "dd", "dw", "cw", "p", "P", "u", ".", "0",
      "$",
      "w", "b", "e", "l", "h", "r", "~", "s", "word ", "日本", "e\u{301}", "\u{301}", "👍🏽", "\u{7F}",
      "\u{1B}[D", "\u{1B}[C", "\u{1B}[1;5D", "\u{1B}[3~", "\t", "\u{1B}[200~p\rq\u{1B}[201~",
      "\u{17}",
      "\u{15}", "\u{16}", "\u{1B}[A", "\u{1B}[B",
    ]
    for _ in 0..<200 {
      terminal.send(keys.randomElement(using: &random) ?? "i")
      terminal.pump(milliseconds: 4)
      if Int.random(in: 0..<25, using: &random) == 0 {
        terminal.resize(columns: Int.random(in: 20...60, using: &random), rows: 30)
      }
      #expect(terminal.exit == nil, "\(terminal.screen.text)")
      if terminal.exit != nil { return }
    }
    terminal.settle(milliseconds: 100)
    // Something stands in the line, so that Ctrl-C only throws that away.
    terminal.send("\u{1B}")
    terminal.settle(milliseconds: 100)
    terminal.send("istill here")
    terminal.settle(milliseconds: 100)
    terminal.send("\u{03}")
    terminal.settle(milliseconds: 100)
    #expect(terminal.exit == nil)
    try terminal.waitForPrompt()
  }
}

extension PseudoTerminal {
  /// Waits for the prompt, also where the terminal is not asked to mark pastes.
  func waitForQuestion() throws { try wait { self.screen.cursorLine.hasPrefix("> ") } }
}
