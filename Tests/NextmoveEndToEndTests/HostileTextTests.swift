import Foundation
import Testing
import TestSupport

@Suite("text that would steer a terminal, or hide", .serialized, .waiting)
struct HostileTextTests {
  /// One of each kind, each behind a word that shows that its text was shown.
  static let kinds: [(name: String, text: String)] = [
    ("escape", "\u{1B}]0;owned\u{07}"), ("C1", "\u{9B}2J"), ("DEL", "\u{7F}"),
    ("separator", "\u{2028}"),
    ("override", "\u{202E}"), ("isolate", "\u{2067}"), ("tag", "\u{E0041}\u{E007F}"),
    ("invisible", "\u{200B}\u{2063}\u{AD}"), ("selector", "\u{FE0F}\u{E0101}"),
  ]

  static let hostile = "harmless" + kinds.map(\.text).joined(separator: "x") + "words"

  /// Whether a text has what no terminal is to get; the program's own control sequences are taken out.
  static func isHostile(_ text: String) -> Bool {
    let plain = text.replacing(#/\u{1B}(\[[0-9;?<>=]*[A-Za-z~]|[=>78])/#, with: "")
    return plain.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x07, 0x08: false
      case 0..<0x20, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
        0xE0000...0xE01EF:
        true
      default: false
      }
    } || plain.contains("owned\u{07}")
  }

  /// A home whose every text is hostile.
  private func home() throws -> TemporaryHome {
    let home = try PreparedHome.withPeople()
    let posting = try home.write(Dialogue.posting + "\n" + Self.hostile, to: "hostile.txt")
    let calls = [
      ["log", Self.hostile, "+1"],
      [
        "people", "edit", "1", "--met", Self.hostile, "--relation", Self.hostile, "--next",
        Self.hostile,
      ],
      ["people", "add", "Ada \u{202E}Erfunden\u{9B}", "--due", "2030-03-05"], ["fit", posting],
    ]
    for call in calls { #expect(try Binary.run(call, home: home).status == 0, "\(call)") }
    return home
  }

  @Test(
    "no command gives it to a terminal, JSON included, in no mode",
    arguments: [[:], ["ACCESSIBLE": "1"], ["TERM": "dumb"]])
  func terminal(environment: [String: String]) throws {
    let home = try home()
    let own = [
      ["draft", "3", "--print"], [Self.hostile], ["fit", "--\(Self.hostile)"],
      ["log", Self.hostile, "+9"], ["read", home.url.path + "/hostile.txt"],
      ["read", "--text", home.url.path + "/hostile.txt"], ["sessions", Self.hostile],
      ["resume", Self.hostile], ["report", "--without", Self.hostile],
      ["people", "edit", Self.hostile],
    ]
    for call in try own + EveryCommand.calls(in: home) {
      // libedit edits lines in a process alone.
      let isEdited = environment.isEmpty && Self.asks(call)
      let terminal =
        isEdited
        ? try PseudoTerminal(call, home: home)
        : try PseudoTerminal(beside: call, home: home, environment: environment)
      // Whatever of them asks something is answered by the end of input.
      var hasAsked = false
      try terminal.wait {
        if ["> ", "+ ", "nextmove> ", "(Enter "].contains(
          where: terminal.screen.cursorLine.hasPrefix)
        {
          hasAsked = true
          terminal.send("\u{04}")
        }
        return terminal.exit != nil
      }
      terminal.settle()
      #expect(!hasAsked || Self.asks(call), "\(call)")
      #expect(!Self.isHostile(terminal.raw), "\(call): \(terminal.raw.debugDescription)")
    }
  }

  /// Whether something may be asked at a terminal.
  private static func asks(_ call: [String]) -> Bool {
    ["start", "resume", "new", "fit", "forget", "draft"].contains(call[0])
      || call.starts(with: ["script", "preview"])
  }

  @Test("JSON at a terminal means what it means in a pipe")
  func json() throws {
    let home = try home()
    let piped = try Binary.run(["log", "--json"], home: home).output
    let terminal = try PseudoTerminal(["log", "--json"], home: home, columns: 4000)
    _ = try terminal.waitForExit()
    terminal.settle()
    func decoded(_ text: String) throws -> NSDictionary? {
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary
    }
    let shown = terminal.raw.replacingOccurrences(of: "\r\n", with: "\n")
    #expect(try decoded(shown) == decoded(piped))
    #expect(shown.contains("\\u202e") && shown.contains("\\udb40\\udc41"))
  }

  @Test(
    "typed where nothing is edited, it is not echoed",
    arguments: [["ACCESSIBLE": "1"], ["TERM": "dumb"]])
  func echo(environment: [String: String]) throws {
    let terminal = try PseudoTerminal(home: TemporaryHome(), environment: environment)
    try terminal.wait { terminal.screen.cursorLine.hasPrefix("> ") }
    terminal.send("a\u{9B}b\u{202E}c\u{E0041}d\u{2028}e\u{85}f")
    try terminal.wait { terminal.screen.cursorLine.hasSuffix("f") }
    #expect(!Self.isHostile(terminal.raw), "\(terminal.raw.debugDescription)")
  }

  @Test("files for other programs have none of it")
  func files() throws {
    let home = try home()
    for call in [
      ["report", "--output", ".md"], ["report", "--output", ".html"],
      ["calendar", "--output", ".ics"],
      ["draft", "1", "--print", "--output", ".txt"], ["draft", "1", "--print", "--eml", ".eml"],
    ] {
      let file = home.url.path + "/r" + (call.last ?? "")
      #expect(try Binary.run(call.dropLast() + [file], home: home).status == 0)
      #expect(!Self.isHostile(try String(contentsOfFile: file, encoding: .utf8)), "\(call)")
    }
  }
}

@Suite("names, and mails to them", .waiting)
struct NameTests {
  @Test(
    "a name is one line of at most 200 characters, or it is refused with a word",
    arguments: ["add", "edit"])
  func names(verb: String) throws {
    let home = try PreparedHome.withPeople()
    func give(_ name: String) throws -> Binary.Result {
      try Binary.run(
        verb == "add" ? ["people", "add", name] : ["people", "edit", "1", "--name", name],
        home: home)
    }
    for (name, words) in [
      (String(repeating: "a", count: 201), "more than 200 characters"),
      ("a" + String(repeating: "\u{301}", count: 5000), "more than 200 characters"),
      ("Ada\nErfunden", "a name is one line"), ("Ada\u{2028}Erfunden", "a name is one line"),
      ("Ada\r\nBcc: all@example.invalid", "a name is one line"), (" ", "has no name in it"),
    ] {
      let result = try give(name)
      #expect(result.status == 2 && result.error.contains(words), "\(result.error)")
      #expect(result.error.split(separator: "\n").count == 1)
    }
    #expect(try give(String(repeating: "ä", count: 200)).status == 0)
  }

  @Test("a mail's lines are bounded, and its headers end where they should, whatever it is about")
  func mail() throws {
    let home = try PreparedHome.withPeople()
    let long = "Ada " + String(repeating: "Erfunden ", count: 20) + "👩‍👩‍👧‍👦"
    let met = String(repeating: "far away ", count: 400)
    _ = try Binary.run(["people", "add", "Ada Erfunden", "--met", met], home: home)
    _ = try Binary.run(["people", "edit", "3", "--name", long], home: home)
    for person in ["1", "3"] {
      let file = home.url.appendingPathComponent("\(person).eml")
      #expect(
        try Binary.run(["draft", person, "--print", "--eml", file.path], home: home).status == 0)
      let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\r\n")
      #expect(
        lines.allSatisfy {
          $0.utf8.count <= 78 && $0.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
        })
    }
    let read = try Python.run(
      """
      import sys, email, email.header
      message = email.message_from_bytes(open(sys.argv[1], "rb").read())
      print(sorted(message.keys()))
      print(email.header.make_header(email.header.decode_header(message["to"])))
      """, [home.url.path + "/3.eml"])
    #expect(
      read == """
        ['Content-Transfer-Encoding', 'Content-Type', 'MIME-Version', 'Subject', 'To', 'X-Unsent']
        \(long) <>

        """)
  }

  @Test(
    "shared, a report has no name in free text: whole, in part, in any case, with an ending or an accent"
  )
  func share() throws {
    let home = try PreparedHome.withPeople()
    let names = [
      "Rosa", "rosa", "ROSA", "Rosas", "Rosa's", "Rosa’s", "Rosą", "Beispiel", "Beispiels",
      "rosa beispiel", "Rósa Beispiel", "Musters", "Jans", "Jan",
    ]
    for (place, name) in names.enumerated() {
      _ = try Binary.run(["log", "talked with \(name) about clock \(place)", "+1"], home: home)
    }
    for form in ["markdown", "json", "html", "terminal"] {
      let output = try Binary.run(["report", "--share", "--as", form], home: home).output
      let mark = form == "markdown" ? "\\[name\\]" : "[name]"
      for (place, name) in names.enumerated() {
        #expect(output.contains("talked with \(mark) about clock \(place)"), "\(form): \(name)")
      }
    }
  }

  @Test("control sequences in an argument are taken out whole")
  func debris() throws {
    let home = try TemporaryHome()
    let added = try Binary.run(
      ["people", "add", "Ann\u{1B}[31mB\u{1B}]0;T\u{7}C Zobel"], home: home)
    #expect(added.output == "AnnBC Zobel is number 1.\n")
    let logged = try Binary.run(["log", "a \u{1B}[31mred\u{9B}0m day", "+1"], home: home)
    #expect(logged.output.contains("“a red day”"))
  }

  @Test("shared, a report does not name those either who were taken off the list")
  func shareOfRemoved() throws {
    let home = try PreparedHome.withPeople()
    for call in [
      ["people", "add", "Wanda Erdacht"], ["log", "lunch with Wanda Erdacht about boats", "+1"],
      ["people", "remove", "Wanda Erdacht"],
    ] {
      #expect(try Binary.run(call, home: home).status == 0)
    }
    let shared = try Binary.run(["report", "--share", "--as", "markdown"], home: home)
    #expect(shared.output.contains("about boats"))
    #expect(!shared.output.contains("Wanda") && !shared.output.contains("Erdacht"))
  }

  @Test(
    "a name is found however it is spelled",
    arguments: [
      ("Ada O'Neil", "O’Neil"), ("Ada O’Neil", "O'Neil"), ("Bohdan Beispiel", "Boh\u{AD}dan"),
      ("李小龍", "小龍"), ("Jörg Müller", "MUELLER"), ("Joerg Mueller", "Jörg"),
      ("Bjørn Åsen", "Bjoern"), ("Renée Løvås", "Lovaas"),
      ("Sean O'Neil", "ONeil"), ("Sean O'Neil", "O Neil"), ("Anna-Lena Groß", "Annalena"),
      ("Rosa Quintero", "RosaQuintero"), ("Rosa Quintero", "rquintero"),
    ])
  func spelled(name: String, written: String) throws {
    let home = try PreparedHome.withPeople()
    #expect(try Binary.run(["people", "add", name], home: home).status == 0)
    _ = try Binary.run(["log", "talked with \(written) about clocks", "+1"], home: home)
    let result = try Binary.run(["report", "--share", "--as", "json"], home: home)
    #expect(result.output.contains("talked with [name] about clocks"), "\(result.output)")
  }

  @Test("words that only begin like a name stay")
  func words() throws {
    let home = try PreparedHome.withPeople()
    _ = try Binary.run(["log", "January musters a rosary", "+1"], home: home)
    #expect(
      try Binary.run(["report", "--share", "--as", "json"], home: home).output.contains(
        "January [name] a rosary"))
  }

  @Test("answers that leave as text carry nothing that could steer a terminal or hide")
  func answers() throws {
    let home = try TemporaryHome()
    let hostile =
      "a day at the bench \u{202E}gnp\u{2066}\u{E0041}\u{200F}\u{85}\u{9B}31m\u{7F}, all of it mine to plan and to do"
    _ = try Binary.run([], home: home, input: hostile + "\n")
    for form in ["markdown", "csv"] {
      let written = home.url.appendingPathComponent("a.\(form)")
      _ = try Binary.run(["answers", "--as", form, "--output", written.path], home: home)
      for text in [
        try Binary.run(["answers", "--as", form], home: home).output,
        try String(contentsOf: written, encoding: .utf8),
      ] {
        #expect(text.contains("all of it mine"))
        let left = text.unicodeScalars.filter {
          ["\u{202E}", "\u{2066}", "\u{E0041}", "\u{200F}", "\u{85}", "\u{9B}", "\u{7F}"].contains(
            $0)
        }
        #expect(left.isEmpty, "\(form)")
      }
    }
  }
}
