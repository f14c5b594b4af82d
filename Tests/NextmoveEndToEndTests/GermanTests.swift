import Foundation
import Phrases
import TestSupport
import Testing
import TestSupport

/// What the clockmaker answers in German, to the three scripts of the path.
private enum GermanDialogue {
  static let allAnswers = """
    Eine Standuhr, die hundert Jahre stumm war: Ich habe zwei Tage lang allein daran gearbeitet, und dann schlug sie.
    Beim Feilen eines Zahns, der nirgends mehr zu kaufen ist
    allein an einer Sache bleiben
    etwas Altes wieder zum Laufen bringen
    einem Lehrling zeigen, wie man hinsieht

    5
    vorgestern, weil das Telefon abgestellt war
    4
    im Frühjahr
    2
    letzte Woche, an einer Feder
    2 1 3
    Ein Tag voller Anrufe, zwischen denen nichts fertig wurde
    ständig ans Telefon gehen

    Ich habe den Fehler in einer Uhr gefunden, die drei andere aufgegeben hatten, und seither geht sie ohne Tadel
    Mit den Uhren, an die sich sonst niemand wagt
    Warten, bis ich verstanden habe
    Geduld mit kleinen Teilen
    den Fehler finden
    Kundschaft beruhigen

    nein
    in einem Museum
    nein
    an Musikinstrumenten
    ja
    1 2 3
    wenn ich es nicht am Telefon tun müsste
    alte Spieluhren
    Turmuhren restaurieren und dabei zwei Lehrlinge ausbilden, an einem Werktisch mit viel Licht
    alte öffentliche Uhren
    1
    Eine kleine Werkstatt mit ruhigen Tagen, in der das Handwerk feststeht und die Aufträge offen sind
    Zeit zum Arbeiten ohne Unterbrechung

    Schichten in der Nacht

    Ich würde gern Turmuhren restaurieren und zwei Lehrlinge dabei ausbilden, für Städte, die ihre alten Uhren wieder hören wollen.
    beide: 1
    2
    ob es davon leben lässt

    """
}

@Suite("German, with a German locale", .serialized, .waiting)
struct GermanTests {
  private static let german = ["LC_ALL": "de_DE.UTF-8"]

  private func answered() throws -> TemporaryHome {
    let home = try TemporaryHome()
    let result = try Binary.run(
      [], home: home, input: Data(GermanDialogue.allAnswers.utf8), environment: Self.german)
    try #require(result.status == 0, "\(result.output)\(result.error)")
    return home
  }

  /// The sentences of the program that stand in a text in English.
  private func english(in text: String) -> [String] {
    let flowing = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return PhraseFile.shipped("de")?.sections.flatMap(\.entries)
      .filter { $0.english != $0.translation }.map(\.english)
      .filter { english in
        let bare = english.split(separator: " ")
        return bare.count >= 3 && !english.contains("{") && flowing.contains(english)
      } ?? []
  }

  @Test("a whole conversation is in German, and nothing in it is not")
  func conversation() throws {
    let home = try TemporaryHome()
    let result = try Binary.run(
      [], home: home, input: Data(GermanDialogue.allAnswers.utf8), environment: Self.german)
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.contains("Willkommen. Das hier ist ein Gespräch"))
    #expect(result.output.contains("Frage 1 von etwa"))
    #expect(result.output.contains("ist nicht dabei") || result.output.contains("nicht darunter"))
    #expect(english(in: result.output) == [])
    #expect(result.output.contains(", dann "))
    #expect(!result.output.contains(", then "))
  }

  @Test("at home a script has a German name, and is gone to by it")
  func scriptNames() throws {
    let terminal = try PseudoTerminal(
      home: TemporaryHome(), rows: 60, environment: Self.german)
    try terminal.answer("/home")
    try terminal.waitFor("Stärken")
    try terminal.answer("stärken", at: "nextmove> ")
    try terminal.waitFor("Was du gut kannst")
  }

  @Test("an entry is changed by its number in German, and what says nothing is asked back")
  func list() throws {
    let terminal = try PseudoTerminal(
      home: TemporaryHome(), rows: 80, environment: Self.german)
    for line in GermanDialogue.allAnswers.split(separator: "\n").prefix(2) {
      try terminal.answer(String(line))
    }
    try terminal.waitFor("Was gibt dir diese Energie?")
    try terminal.answer("siehe oben")
    try terminal.waitFor("Fürs Erste offenlassen, oder ist das deine Antwort?")
    try terminal.answer("Turmuhren, Spieluhren und Sonnenuhren")
    try terminal.waitFor("- Turmuhren - Spieluhren - Sonnenuhren")
    try terminal.answer("")
    try terminal.answer("streiche 2", at: "+ ")
    try terminal.answer("/ändere 1 die Turmuhr im Dom", at: "+ ")
    try terminal.waitFor("1 die Turmuhr im Dom 2 Sonnenuhren")
    try terminal.answer("/entferne 9", at: "+ ")
    try terminal.waitFor("Schreib /entferne N, mit")
  }

  @Test("a refusal, /help, /why, home and the farewell are in German at a terminal")
  func terminal() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home, rows: 60, environment: Self.german)
    try terminal.waitFor("Willkommen.")
    try terminal.answer("/why")
    try terminal.waitFor("Die Erinnerung an einen wirklichen Tag ist ehrlicher")
    try terminal.answer("/help")
    try terminal.waitFor("gehen; alles ist gespeichert")
    try terminal.answer("/hlep")
    try terminal.waitFor("Es gibt keinen Befehl „/hlep“; meinst du „/help“?")
    try terminal.answer("")
    try terminal.waitFor("Hier steht noch nichts")
    try terminal.answer("/home")
    try terminal.waitFor("Wo du stehst")
    try terminal.waitFor("„Was dir Energie gibt“ beginnen: Drück Enter.")
    try terminal.answer("fit", at: "nextmove> ")
    try terminal.waitFor("Es gibt noch nichts, woran eine Anzeige gemessen werden könnte")
    try terminal.answer("people", at: "nextmove> ")
    try terminal.waitFor("Noch niemand; „nextmove people add NAME“")
    try terminal.answer("/quit", at: "nextmove> ")
    try terminal.waitFor("Alles ist gespeichert.")
    #expect(english(in: terminal.raw) == [])
  }

  @Test("the fit-check says in German that it reads English")
  func fit() throws {
    let home = try answered()
    let posting = try home.write(Dialogue.posting, to: "posting.txt")
    let fit = try Binary.run(["fit", posting], home: home, environment: Self.german)
    let flowing = fit.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(flowing.contains("nicht auf Englisch, der einzigen Sprache, die ich lese"))
    #expect(english(in: fit.output) == [])
  }

  @Test("the report is a page in German")
  func report() throws {
    let home = try answered()
    let page = try Binary.run(
      ["report", "--as", "html"], home: home, environment: Self.german)
    #expect(page.output.contains("<html lang=\"de\">"))
    #expect(page.output.contains("Was du über dich gesagt hast"))
    #expect(english(in: page.output) == [])
  }

  @Test("days and drafts are written as in German")
  func round() throws {
    let home = try answered()
    _ = try Binary.run(
      ["people", "add", "Rosa Beispiel", "--level", "2", "--due", "2027-03-01"], home: home,
      environment: Self.german)
    let people = try Binary.run(["people"], home: home, environment: Self.german)
    #expect(people.output.contains("2 Ebenen über dir"))
    #expect(people.output.contains("als Nächstes: bis 01.03.2027"))
    let draft = try Binary.run(["draft", "1", "--print"], home: home, environment: Self.german)
    #expect(draft.output.contains("Hallo Rosa,"))
    #expect(
      draft.output.contains(
        "Mir schwebt vor: Turmuhren restaurieren und dabei zwei Lehrlinge ausbilden, an einem Werktisch mit viel Licht."
      ))
    let failure = try Binary.run(["draft", "2"], home: home, environment: Self.german)
    #expect(failure.status == 2)
    #expect(failure.error.contains("„2“ ist hier niemand"))
  }

  @Test("the help of every command is in German")
  func help() throws {
    struct Command: Decodable {
      struct Argument: Decodable { let abstract: String? }
      let abstract: String?
      let discussion: String?
      let arguments: [Argument]?
      let subcommands: [Command]?
      var texts: [String] {
        [abstract, discussion].compactMap(\.self) + (arguments ?? []).compactMap(\.abstract)
          + (subcommands ?? []).flatMap(\.texts)
      }
    }
    struct Dump: Decodable { let command: Command }
    let home = try TemporaryHome()
    let dump = try Binary.run(["--experimental-dump-help"], home: home).output
    let texts = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command.texts
    let german = Set(PhraseFile.shipped("de")?.sections.flatMap(\.entries).map(\.english) ?? [])
    #expect(texts.filter { !german.contains($0) } == [])
    let help = try Binary.run(["people", "add", "--help"], home: home, environment: Self.german)
    #expect(help.output.hasPrefix("ÜBERBLICK: Jemanden hinzufügen.\n"))
    #expect(help.output.contains("\nOPTIONEN:\n"))
    #expect(help.output.contains("  --met <met>             Wo ihr euch kennengelernt habt.\n"))
    #expect(english(in: help.output) == [])
  }

  @Test("commands are heard in German, and questions back")
  func commands() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home, rows: 100, environment: Self.german)
    try terminal.answer("Was meinst du?")
    try terminal.waitFor("Gefragt ist")
    try terminal.answer("hilfe")
    try terminal.waitFor("oder ist das deine Antwort?")
    try terminal.answer("ja")
    try terminal.waitFor("gehen; alles ist gespeichert")
    try terminal.answer("warum?")
    try terminal.waitFor("Warum das gefragt wird, oder ist das deine Antwort?")
    try terminal.answer("")
    try terminal.waitFor("Die Erinnerung an einen wirklichen Tag ist ehrlicher")
    try terminal.answer("überspringen")
    try terminal.answer("")
    try terminal.waitFor("Frage 2 von etwa")
    try terminal.answer("/zurück")
    try terminal.waitFor("Frage 1 von etwa")
    try terminal.answer("beenden")
    try terminal.answer("")
    #expect(try terminal.waitForExit() == .status(0))
  }

  @Test("“weiter” at home takes the step that is offered")
  func goingOn() throws {
    let terminal = try PseudoTerminal(home: TemporaryHome(), environment: Self.german)
    try terminal.answer("/home")
    try terminal.answer("weiter", at: "nextmove> ")
    try terminal.waitFor("Frage 1 von etwa")
  }

  @Test(
    "an option takes days as they are said in German",
    arguments: ["31.12.", "übermorgen", "kommenden Freitag", "in zwei Wochen", "3. März 2030"])
  func days(day: String) throws {
    let home = try TemporaryHome()
    let added = try Binary.run(
      ["people", "add", "Rosa Beispiel", "--due", day], home: home, environment: Self.german)
    #expect(added.status == 0, "\(added.error)")
    let people = try Binary.run(["people"], home: home, environment: Self.german).output
    #expect(people.contains("als Nächstes: bis "))
  }

  @Test(
    "what the command line does not take is refused in German, with what to do",
    arguments: [
      (
        ["people", "add", "Rosa", "--levle", "2"],
        "Die Option „--levle“ gibt es hier nicht; meinst du „--level“?"
      ),
      (["people", "add", "Rosa", "--zzzzzzzz"], "Die Option „--zzzzzzzz“ gibt es hier nicht."),
      (["people", "add", "Rosa", "--due"], "Hinter der Option fehlt noch etwas: „--due <day>“."),
      (["people", "add"], "Da fehlt noch etwas: „<name>“."),
      (["people", "add", "Rosa", "Beispiel"], "„Beispiel“ ist mehr, als der Befehl nimmt"),
      (
        ["round", "start", "--goal", "viele"],
        "„viele“ geht nicht für „--goal <goal>“; gebraucht wird eine Zahl."
      ),
      (["report", "--as", "pdf"], "„pdf“ geht nicht für „--as <as>“; möglich ist eins von"),
      (["sessions", "--json=yes"], "„--json“ steht für sich; lass „yes“ weg."),
    ])
  func refusals(arguments: [String], sentence: String) throws {
    let result = try Binary.run(arguments, home: TemporaryHome(), environment: Self.german)
    #expect(result.status == 2)
    #expect(result.error.contains(sentence), "\(result.error)")
    #expect(result.error.contains("--help“ sagt, was hier geht."))
  }

  @Test("the manual is in German, and names the same commands and keys as the English one")
  func manual() throws {
    let home = try TemporaryHome()
    let german = try Binary.run(["manual"], home: home, environment: Self.german).output
    let english = try Binary.run(["manual"], home: home).output
    #expect(german.contains(".Nd ein Gespräch über deinen nächsten beruflichen Schritt"))
    func named(in manual: String) -> [Substring] {
      manual.split(separator: "\n").filter { $0.hasPrefix(".It ") }.map { line in
        line.prefix(while: { $0 != " " }) + line.dropFirst(3).prefix { $0 != "O" && $0 != "A" }
      }
    }
    #expect(named(in: german) == named(in: english))
  }

  @Test("what a change of a script comes to is said in German")
  func difference() throws {
    let home = try TemporaryHome()
    let old = try home.write(
      "script: s\ntitle: S\nitems:\n  - {id: c, ask: C?, answer: choice, choices: [red, blue]}\n",
      to: "old.yaml")
    let new = try home.write(
      "script: s\ntitle: S\nitems:\n  - {id: c, ask: C?, answer: choice, choices: [blue, green]}\n",
      to: "new.yaml")
    let printed = try Binary.run(
      ["script", "diff", old, new], home: home, environment: Self.german)
    #expect(printed.output.contains("Auswahl „red“ gibt es nicht mehr"))
    #expect(printed.output.contains("Auswahl „green“ ist neu"))
  }

  @Test("what is wrong with a condition of a script is said in German, and as JSON in English")
  func condition() throws {
    let home = try TemporaryHome()
    let script = try home.write(
      "script: s\ntitle: S\nitems:\n  - {id: a, ask: A?, answer: number}\n  - {id: b, ask: B?, answer: text, when: a == 3}\n",
      to: "s.yaml")
    let checked = try Binary.run(["script", "check", script], home: home, environment: Self.german)
    #expect(
      checked.output.contains(
        "in Bedingungen gibt es kein „==“; schreib „=“ für „ist dasselbe wie“"))
    #expect(checked.output.contains("so müsste es heißen:"))
    let json = try Binary.run(
      ["script", "check", script, "--json"], home: home, environment: Self.german)
    #expect(json.output.contains("conditions have no “==”; write “=” for “is the same as”"))
  }

  /// A script of a few lines, with something wrong in it, and what is said of that.
  struct WrongScript: Sendable, CustomTestStringConvertible {
    let lines: String
    let german: String
    let english: String

    var testDescription: String { english }

    static let all = [
      WrongScript(
        lines: "  - id: x\n    ask: One thing: what was it?\n    answer: text\n",
        german: "ein Text mit Doppelpunkt und Leerzeichen darin steht in Anführungszeichen",
        english: "a text with a colon and a space in it stands in quotation marks"),
      WrongScript(
        lines: "  - {id: x, ask: Why?, anwser: text}\n",
        german: "den Schlüssel „anwser“ gibt es nicht; meinst du „answer“?",
        english: "unknown key “anwser”; did you mean “answer”?"),
      WrongScript(
        lines: "  - id: x\n    ask: Why?\n    answer: text\n    goto: y\n",
        german: "ein Skript kennt keine Sprünge; gib jeder Frage",
        english: "a script has no jumps; give each question that not everybody is asked a “when”"),
      WrongScript(
        lines: "  - {id: x, ask: Why?, answer: longtext}\n",
        german: "die Art „longtext“ gibt es nicht; meinst du „long text“?",
        english: "there is no answer kind “longtext”; did you mean “long text”?"),
      WrongScript(
        lines: "  - {id: l, ask: What?, answer: list}\n  - {id: y, ask: And?, answer: text, "
          + "when: l.length > 2}\n",
        german: "wie viele es sind, sagt count(l)", english: "how many there are is count(l)"),
      WrongScript(
        lines: "  - {id: s, ask: How?, answer: scale 1..5}\n  - {id: y, ask: And?, answer: text, "
          + "when: s > 5}\n",
        german: "Hinweis: das kann nie gelten; so wird nie gefragt: „y“",
        english: "this can never hold, so “y” can never be asked"),
    ]
  }

  @Test(
    "what is wrong with a script is said in German, and as JSON in English",
    arguments: WrongScript.all)
  func wrongScript(_ wrong: WrongScript) throws {
    let home = try TemporaryHome()
    let script = try home.write("script: s\ntitle: S\nitems:\n\(wrong.lines)", to: "s.yaml")
    let checked = try Binary.run(["script", "check", script], home: home, environment: Self.german)
    let flowing = checked.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(flowing.contains(wrong.german), "\(checked.output)")
    #expect(english(in: checked.output) == [])
    let json = try Binary.run(
      ["script", "check", script, "--json"], home: home, environment: Self.german)
    #expect(json.output.contains(wrong.english))
  }

  @Test("a faulty script that is to be asked is refused in German")
  func faultyScript() throws {
    let home = try TemporaryHome()
    let script = try home.write(
      "script: s\ntitle: S\nitems:\n  - {id: x, ask: Why?, anwser: text}\n", to: "s.yaml")
    let refused = try Binary.run(
      ["script", "preview", script], home: home, environment: Self.german)
    #expect(refused.status != 0)
    #expect(refused.error.contains("den Schlüssel „anwser“ gibt es nicht"), "\(refused.error)")
  }

  @Test("a person's own sentences go before those that ship, and a faulty file is named")
  func ownWords() throws {
    let home = try TemporaryHome()
    let folder = home.url.appendingPathComponent(".config/nextmove/words")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent("fr.yaml")
    try Data("home:\n  \"No session yet; “nextmove” starts one.\": \"Rien encore.\"\n".utf8)
      .write(to: file)
    let french = ["LC_ALL": "fr_FR.UTF-8"]
    let sessions = try Binary.run(["sessions"], home: home, environment: french)
    #expect(sessions.output == "Rien encore.\n")
    let words = try Binary.run(["words"], home: home, environment: french)
    #expect(words.output.contains("\"No session yet; “nextmove” starts one.\": \"Rien encore.\""))
    #expect(words.error.contains("sentences have no translation yet."))
    try Data("home:\n  \"{1} left\": \"{2}\"\n".utf8).write(to: file)
    let faulty = try Binary.run(["sessions"], home: home, environment: french)
    #expect(faulty.status == 3)
    #expect(faulty.error.contains("fr.yaml:2: the translation of “{1} left” has other places"))
  }
}
