import Foundation
import Testing
import TestSupport

@Suite("conventions of command-line programs", .waiting)
struct ConventionTests {
  @Test("the help of every command fits a screen")
  func help() throws {
    let home = try TemporaryHome()
    var commands: [[String]] = [[]]
    var seen = 0
    while let command = commands.popLast() {
      let result = try Binary.run(command + ["--help"], home: home)
      #expect(result.status == 0, "\(command)")
      let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 42, "\(command): \(lines.count) lines")
      #expect(lines.filter { $0.count > 80 } == [], "\(command)")
      commands += Self.subcommands(in: result.output).map { command + [$0] }
      seen += 1
    }
    #expect(seen >= 40)
  }

  @Test("what must hold of every command is tried with every command")
  func everyCommand() throws {
    let home = try PreparedHome.withPeople()
    let calls = try EveryCommand.calls(in: home)
    var commands = Self.subcommands(in: try Binary.run(["--help"], home: home).output).map { [$0] }
    while let command = commands.popLast() {
      let help = try Binary.run(command + ["--help"], home: home).output
      let inner = Self.subcommands(in: help).map { command + [$0] }
      commands += inner
      guard inner.isEmpty else { continue }
      #expect(calls.contains { $0.starts(with: command) }, "\(command)")
    }
  }

  /// The commands that a help lists.
  private static func subcommands(in help: String) -> [String] {
    let parts = help.components(separatedBy: "SUBCOMMANDS:\n")
    return parts.dropFirst().joined().components(separatedBy: "\n").compactMap { line in
      line.wholeMatch(of: #/  ([a-z]+)( .*)?/#).map { String($0.1) }
    }
  }

  @Test("--version prints a version, and nothing else")
  func version() throws {
    let result = try Binary.process(["--version"], home: TemporaryHome())
    #expect(result.output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
  }

  @Test("the manual names every command")
  func manual() throws {
    let home = try TemporaryHome()
    let manual = try Binary.run(["manual"], home: home).output
    let commands = Self.subcommands(in: try Binary.run(["--help"], home: home).output)
    #expect(commands.count >= 9)
    for command in commands { #expect(manual.contains(".Cm \(command)"), "\(command)") }
  }

  @Test("doctor says what was found, and what to do where something is amiss")
  func doctor() throws {
    let home = try TemporaryHome()
    let fine = try Binary.run(["doctor"], home: home)
    #expect(fine.status == 0)
    for name in ["terminal", "line editing: libedit", "answers: none yet", "scripts: 8", "reader:"]
    {
      #expect(fine.output.contains("ok  \(name)"), "\(fine.output)")
    }
    try FileManager.default.createDirectory(at: home.data, withIntermediateDirectories: true)
    try Data("no tables".utf8).write(to: home.database)
    let amiss = try Binary.run(["doctor", "--json"], home: home)
    #expect(amiss.status == 3)
    #expect(amiss.output.contains("is not a database that can be read; move it aside"))
  }

  @Test("--quiet leaves out all that is not needed")
  func quiet() throws {
    let home = try TemporaryHome()
    let posting = try home.write(Dialogue.posting, to: "posting.txt")
    let profile = try home.write("drains: [back-to-back meetings]\n", to: "p.yaml")
    let result = try Binary.run(["fit", "-q", "--profile", profile, posting], home: home)
    // The sentences alone: no picture, no findings.
    #expect(result.output.split(separator: "\n").count <= 8)
    #expect(!result.output.contains("What runs against you"))
    #expect(result.output.contains("looks impressive"))
    let terminal = try PseudoTerminal(["--quiet"], home: home)
    try terminal.waitForPrompt()
    #expect(!terminal.screen.text.contains("Welcome"))
  }

  @Test("shells complete commands and sessions", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let home = try TemporaryHome()
    let script = try Binary.run(["--generate-completion-script", shell], home: home)
    #expect(script.status == 0)
    #expect(script.output.contains("sessions") && script.output.contains("resume"))
    guard shell == "bash" else { return }
    let terminal = try PseudoTerminal(["new", "spring"], home: home)
    try terminal.answer("/quit")
    #expect(try terminal.waitForExit() == .status(0))
    let file = try home.write(
      script.output + """

        COMP_WORDS=(nextmove resume "") COMP_CWORD=2 COMP_LINE="nextmove resume " COMP_POINT=16
        _nextmove nextmove "" resume
        printf '%s\\n' "${COMPREPLY[@]}"
        """, to: "complete.sh")
    let folder = URL(fileURLWithPath: Binary.path).deletingLastPathComponent().path
    let result = try Binary.process(
      [file], program: "/bin/bash", home: home,
      environment: ["PATH": "\(folder):/usr/bin:/bin"])
    #expect(result.output == "1\nspring\n")
  }

  @Test(
    "home shows where one stands and offers the next step, and every command works there")
  func home() throws {
    let home = try PreparedHome.finished()
    let posting = try home.write(Dialogue.posting, to: "posting.txt")
    let terminal = try PseudoTerminal(home: home, rows: 200)
    try terminal.waitForPrompt("nextmove> ")
    #expect(
      terminal.screen.text == """
        Welcome back.
        You have answered everything there is to ask. 33 of 33 questions are answered so
        far.

        Where you stand
          energizers      What energizes you (done)
          strengths       What you are good at (done)
          impressive      The impressive job (when you like)
          outline         A rough outline of your next role (done)
          options         Where your options come from (when you like)
          bother          I don't want to be a bother (when you like)
          interviews      A round of informational interviews (when you like)
          debrief         What you heard (when you like)

          Known           3 energizers, 1 drain, 3 strengths, 1 must-have, 1
                          deal-breaker; first of all “long stretches of quiet work”

        Hold a posting that tempts you against your answers: press Enter.
        Or type a name from the left to go there, or a command; Tab lists them.
        nextmove>
        """)
    try terminal.answer("fit \(posting)", at: "nextmove> ")
    try terminal.waitFor("looks impressive, and it would likely wear you down")
    try terminal.answer("q", at: "(Enter shows the rest, q goes on) ")
    try terminal.answer("/home", at: "nextmove> ")
    try terminal.waitFor("Last posting impressive, but it would likely wear you down")
    try terminal.answer("sessions", at: "nextmove> ")
    try terminal.waitFor("33 of 33 questions answered")
    try terminal.answer("fitt", at: "nextmove> ")
    try terminal.waitFor("There is no command “fitt”. Did you mean “fit”?")
    try terminal.waitForPrompt("nextmove> ")
    terminal.send("res\t")
    try terminal.waitForPrompt("nextmove> resume")
    terminal.send(" \t")
    try terminal.waitForPrompt("nextmove> resume 1")
  }
}
