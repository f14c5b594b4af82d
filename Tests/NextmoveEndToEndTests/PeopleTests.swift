import Foundation
import Testing
import TestSupport

@Suite("people to talk with", .waiting)
struct PeopleTests {
  @Test("are added, listed, changed and taken off; numbers are not used again")
  func people() throws {
    let home = try TemporaryHome()
    func run(_ arguments: String...) throws -> Binary.Result {
      try Binary.run(["people"] + arguments, home: home)
    }
    #expect(
      try run().output == "Nobody yet; “nextmove people add NAME” adds somebody to talk with.\n")
    #expect(
      try run(
        "add", "Rosa Beispiel", "--level", "2", "--relation", "former lead", "--next",
        "write to her", "--due", "2020-01-01"
      ).output
        == "Rosa Beispiel is number 1.\n")
    _ = try run("add", "Jan Muster", "--level", "0")
    _ = try run("edit", "jan", "--status", "asked")
    #expect(
      try run().output == """
        1   Rosa Beispiel, 2 levels above you, former lead, to ask
            next: write to her by 1 January 2020 (due)
        2   Jan Muster, a peer, asked

        """)
    _ = try run("remove", "1")
    #expect(try run("add", "Ada Muster").output.hasPrefix("Ada Muster is number 3."))
    let several = try run("edit", "x")
    #expect(several.status == 2)
    #expect(
      several.error
        == "nextmove: “x” is nobody here, or could be several; “nextmove people” lists them by number.\n"
    )
  }

  @Test("a status of two words is given as one, and a level in words to the log")
  func words() throws {
    let home = try TemporaryHome()
    _ = try Binary.run(["people", "add", "Noor Example"], home: home)
    let edited = try Binary.run(["people", "edit", "1", "--status", "followed-up"], home: home)
    #expect(edited.status == 0)
    #expect(try Binary.run(["people"], home: home).output.contains("Noor Example, followed up"))
    let logged = try Binary.run(
      ["log", "Sitzung ohne Ende", "minus", "2", "--on", "2026-11-02"], home: home)
    #expect(logged.output == "Logged for 2 November 2026: −2 “Sitzung ohne Ende”.\n")
  }

  @Test(
    "two who came one a line are two, and “Rosa, keeper of clocks” is one also where nobody is asked"
  )
  func piped() throws {
    let home = try TemporaryHome()
    _ = try Binary.run(
      ["start", "interviews"], home: home,
      input:
        "sam\ncto\n\nRosa Beispiel, keeper of clocks\n\n/skip\n/skip\n/skip\n5\n4\n1\n1\nLena\n")
    #expect(
      try Binary.run(["people"], home: home).output == """
        1   Sam, 2 levels above you, to ask
        2   cto, 2 levels above you, to ask
        3   Rosa Beispiel, keeper of clocks, to ask

        """)
  }

  @Test(
    "a command hears names as the conversation does: two are two, nobody is none, a title waits for a name"
  )
  func named() throws {
    let home = try TemporaryHome()
    let two = try Binary.run(["people", "add", "Ada, and my cousin Jan"], home: home)
    #expect(two.output == "Ada is number 1.\nJan is number 2.\n")
    let none = try Binary.run(["people", "add", "nobody"], home: home)
    #expect(none.status != 0 && none.error.contains("“nobody” is nobody to talk with"))
    let title = try Binary.run(["people", "add", "my boss"], home: home)
    #expect(title.output.contains("“my boss” is no name yet"))
    #expect(
      try Binary.run(["people"], home: home).output == """
        1   Ada, to ask
        2   Jan, my cousin, to ask
        3   my boss, to ask

        """)
  }

  @Test("who are all peers or recruiters bring a warning")
  func warning() throws {
    let home = try TemporaryHome()
    _ = try Binary.run(["people", "add", "Jan Muster", "--relation", "recruiter"], home: home)
    let second = try Binary.run(["people", "add", "Ada Muster", "--level", "0"], home: home)
    #expect(second.output.contains("Nobody here is above you."))
    let third = try Binary.run(["people", "add", "Rosa Beispiel", "--level", "3"], home: home)
    #expect(third.output == "Rosa Beispiel is number 3.\n")
  }

  @Test("whose next step is due stand at home")
  func due() throws {
    let home = try PreparedHome.finished()
    _ = try Binary.run(
      ["people", "add", "Rosa Beispiel", "--next", "write to her", "--due", "today"], home: home)
    _ = try Binary.run(
      ["people", "add", "Jan Muster", "--next", "call him", "--due", "2999-01-01"], home: home)
    let terminal = try PseudoTerminal(home: home)
    try terminal.waitFor("Due Rosa Beispiel (write to her)")
    #expect(!terminal.screen.text.contains("Jan"))
    try terminal.answer("people", at: "nextmove> ")
    try terminal.waitFor("2 Jan Muster, to ask next: call him by 1 January 2999")
  }

  @Test(
    "a day that could be two, a level out of range and an unknown status are refused",
    arguments: [
      ["--due", "03/04/2027"], ["--level", "99"], ["--status", "married"],
    ])
  func refused(option: [String]) throws {
    let result = try Binary.run(["people", "add", "Jan Muster"] + option, home: TemporaryHome())
    #expect(result.status == 2)
    #expect(result.error.split(separator: "\n").count == 1)
  }
}
