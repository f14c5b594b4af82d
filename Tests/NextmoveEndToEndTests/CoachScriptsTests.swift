import Foundation
import TestSupport
import Testing

@Suite("what somebody meets who writes scripts and answers them", .waiting)
struct CoachScriptsTests {
  private static let piles = """
    script: piles
    title: What must not be missing
    items:
      - id: kept
        ask: "What has to be there?"
        answer: choices
        choices: {quiet: Quiet, order: Order, people: People who laugh}
        other: Something else
        none: None of these
      - id: top
        ask: "Which two first?"
        answer: rank top 2 of kept
      - for each: top
        as: card
        items:
          - {id: now, ask: "How much “{card}” is there?", answer: scale 0..10}
      - let: gap = mean(top, 10 - now)
        label: Mean gap
    """
  private static let week = """
    script: week
    title: The week
    asked: on request
    repeats: weekly
    items:
      - {id: mood, ask: "How was it?", answer: scale 0..20}
    """
  private static let plan = """
    script: plan
    title: The plan
    asked: on request
    uses: {top: piles.top}
    items:
      - {id: step, ask: "A step to {top}?", answer: text}
    """

  /// A home with scripts in a folder that is named on the command line.
  private func home(_ scripts: [String: String]) throws -> (home: TemporaryHome, folder: String) {
    let home = try TemporaryHome()
    let folder = home.url.appendingPathComponent("mine")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in scripts { _ = try home.write(text, to: "mine/\(name).yaml") }
    return (home, folder.path)
  }

  /// A text without its line ends.
  private func flowing(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static let whole = "1, 3, 4: a dog\n3 2\n5\n2\n"

  @Test("a script that is done is opened to be changed, and said to rest on nothing")
  func reopened() throws {
    let (home, folder) = try home(["piles": Self.piles, "week": Self.week])
    _ = try Binary.run(["start", "piles", "--prompts", folder], home: home, input: Self.whole)
    let again = try Binary.run(["start", "piles", "--prompts", folder], home: home, input: "")
    #expect(!again.output.contains("rests on"), "\(again.output)")
    #expect(again.output.contains("So far: Quiet, People who laugh, a dog"), "\(again.output)")
    let terminal = try PseudoTerminal(["--prompts", folder], home: home)
    try terminal.answer("/home")
    try terminal.waitFor("done; you are changing it")
  }

  @Test("home says how often a script was done and when it is due; its name begins another time")
  func repeated() throws {
    let (home, folder) = try home(["week": Self.week])
    _ = try Binary.run(["start", "week", "--prompts", folder], home: home, input: "3\n")
    let terminal = try PseudoTerminal(["--prompts", folder], home: home)
    try terminal.waitFor("done once; due again on")
    try terminal.answer("week", at: "nextmove> ")
    try terminal.waitFor("This is one more time before that; the one of")
    try terminal.answer("/home")
    try terminal.waitFor("done once, and another time is open")
  }

  @Test("a script that is named is not announced by another one, and is come back to")
  func named() throws {
    let (home, folder) = try home(["piles": Self.piles, "week": Self.week])
    _ = try Binary.run(["start", "piles", "--prompts", folder], home: home, input: "1, 2\n")
    let started = try Binary.run(["start", "week", "--prompts", folder], home: home, input: "")
    #expect(!started.output.contains("Next comes"), "\(started.output)")
    #expect(!started.output.contains("You were in"), "\(started.output)")
    let back = try Binary.run(["--prompts", folder], home: home, input: "")
    #expect(back.output.contains("You were in “The week”"), "\(back.output)")
  }

  @Test("an answer that a script needs and that was left open is asked before it")
  func leftOpen() throws {
    let (home, folder) = try home(["piles": Self.piles, "plan": Self.plan])
    let result = try Binary.run(
      ["start", "plan", "--prompts", folder], home: home,
      input: "1, 2\n/skip\n2 1\n5\n5\na talk\n")
    #expect(
      flowing(result.output).contains(
        "“The plan” rests on what you say in “What must not be missing”, so that comes first."))
    #expect(!result.output.contains("A step to …"), "\(result.output)")
    let later = try Binary.run(
      ["start", "plan", "--prompts", folder], home: home, input: "2 1\n5\n5\n")
    #expect(later.output.contains("A step to Order, then Quiet?"), "\(later.output)")
  }

  @Test("where nothing came of an answer that a script needs, it is said and nothing is asked")
  func nothing() throws {
    let (home, folder) = try home(["piles": Self.piles, "plan": Self.plan])
    _ = try Binary.run(
      ["start", "piles", "--prompts", folder], home: home, input: "None of these\n")
    let result = try Binary.run(["start", "plan", "--prompts", folder], home: home, input: "x\n")
    #expect(
      flowing(result.output).contains(
        "“The plan” rests on “Which two first?” in “What must not be missing”, and nothing came of that"
      ), "\(result.output)")
    #expect(!result.output.contains("A step to"), "\(result.output)")
    let check = try Binary.run(["script", "check", "\(folder)/plan.yaml"], home: home).output
    #expect(check.contains("uses: {top: {answer: piles.top, else: nothing}}"), "\(check)")
  }

  @Test("columns are the same whatever scripts are at hand, options stand by their names")
  func columns() throws {
    let (home, folder) = try home(["piles": Self.piles, "week": Self.week])
    _ = try Binary.run(["start", "week", "--prompts", folder], home: home, input: "3\n")
    _ = try Binary.run(["start", "piles", "--prompts", folder], home: home, input: Self.whole)
    let with = try Binary.run(["answers", "--as", "csv", "--prompts", folder], home: home).output
    let without = try Binary.run(["answers", "--as", "csv"], home: home).output
    #expect(with == without)
    let lines = with.components(separatedBy: "\r\n")
    #expect(
      lines.first
        == "session,script,instance,day,piles.kept,piles.kept.other,piles.top,piles.now,piles.gap,week.mood"
    )
    #expect(
      lines[1].replacing(/[0-9]{4}-[0-9]{2}-[0-9]{2}/, with: "DAY")
        == "1,piles,1,DAY,\"quiet, people, other\",a dog,\"other, people\",other: 5; people: 2,6.5,",
      "\(with)")
    let all = try Binary.run(["answers", "--as", "csv", "--all"], home: home).output
    #expect(all.contains("energizers.good_day"))
  }

  @Test("in Markdown and in the report questions stand as they were asked")
  func filled() throws {
    let (home, folder) = try home(["piles": Self.piles, "week": Self.week])
    _ = try Binary.run(["start", "piles", "--prompts", folder], home: home, input: Self.whole)
    let markdown = try Binary.run(["answers", "piles"], home: home).output
    #expect(markdown.contains("How much “a dog” is there?"), "\(markdown)")
    #expect(!markdown.contains("{card}"))
    let report = try Binary.run(["report", "--as", "markdown"], home: home).output
    #expect(report.contains("How much “People who laugh” is there?"), "\(report)")
  }

  @Test("a trend has a day beside each number, on the scale of its question")
  func trend() throws {
    let (home, folder) = try home(["week": Self.week])
    for mood in ["3", "4", "20"] {
      _ = try Binary.run(["start", "week", "--prompts", folder], home: home, input: "\(mood)\n")
    }
    let report = try Binary.run(["report", "--prompts", folder], home: home).output
    #expect(report.contains(#/▂▂█ [^;]+: 3; [^;]+: 4; [^;]+: 20/#), "\(report)")
    let page = home.url.appendingPathComponent("page.html").path
    _ = try Binary.run(
      ["report", "--as", "html", "--prompts", folder, "--output", page], home: home)
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(html.contains("text-anchor=\"end\">20</text>"), "\(html)")
  }

  @Test("a folder of scripts that is not there is named")
  func missingFolder() throws {
    let home = try TemporaryHome()
    let result = try Binary.process(["--prompts", "nowhere"], home: home, directory: home.url)
    #expect(
      result.error.contains(
        "There is no folder “nowhere”; point --prompts at a folder with scripts."),
      "\(result.error)")
  }

  @Test("many cards stand in columns, and the question stays on a screen of 24 lines")
  func manyCards() throws {
    let home = try TemporaryHome()
    let names = (1...30).map { "card_\($0): Something that matters \($0)" }
    let script = try home.write(
      "script: s\ntitle: S\nitems:\n  - id: x\n    ask: Which of these thirty?\n    answer: choices\n    pick: 3\n    choices: {\(names.joined(separator: ", "))}\n",
      to: "s.yaml")
    let terminal = try PseudoTerminal(["script", "preview", script], home: home, rows: 24)
    try terminal.waitForPrompt()
    #expect(terminal.screen.text.contains("Which of these thirty?"), "\(terminal.screen.text)")
    #expect(terminal.screen.text.contains("30  Something that matters 30"))
    try terminal.answer("xylophone")
    try terminal.waitFor("and 18 more")
  }

  @Test(
    "words of one's own are chosen from what was chosen, and the cards that ship come to their end")
  func cardSort() throws {
    let home = try TemporaryHome()
    _ = try Binary.run(["script", "copy", "card_sort"], home: home)
    let lived = "on Tuesday, at the bench"
    let stories = Array(repeating: "\(lived)\n3\n", count: 4).joined()
    let result = try Binary.run(
      ["start", "card_sort"], home: home,
      input:
        "1,2,3,4,5,6,7,8,9,31: a dog under the desk\n10 1 2 3 4\n\(lived)\n0\n\(stories)1\na dog, daily\n"
    )
    #expect(result.output.contains("Hardly there today, of your five: 1."), "\(result.output)")
    let answers = try Binary.run(["answers", "card_sort"], home: home).output
    #expect(answers.contains("a dog under the desk"), "\(answers)")
    #expect(answers.contains("a dog, daily"), "\(answers)")
  }

  @Test("an example that is started is said to be one, with the command that copies it")
  func example() throws {
    let home = try TemporaryHome()
    let result = try Binary.run(["start", "card_sort"], home: home)
    #expect(result.status == 2)
    #expect(
      flowing(result.error).contains(
        "“card_sort” is an example, to be copied before it is answered: “nextmove script copy card_sort”"
      ),
      "\(result.error)")
  }

  @Test(
    "a report has every time that a script was answered, with its day",
    arguments: ["terminal", "markdown", "json", "html"])
  func everyTime(form: String) throws {
    let (home, folder) = try home([
      "diary": """
      script: diary
      title: The diary
      repeats: on request
      asked: on request
      items: [{id: happened, ask: "What happened?", answer: text}]
      """
    ])
    let told = ["a walk in the wet", "a talk with Tom", "a cake"]
    for text in told {
      _ = try Binary.run(["start", "diary", "--prompts", folder], home: home, input: "\(text)\n")
    }
    let page = home.url.appendingPathComponent("page.html").path
    let asked = form == "terminal" ? ["report"] : ["report", "--as", form, "--output", page]
    let result = try Binary.run(asked + ["--prompts", folder], home: home)
    let report =
      form == "terminal" ? result.output : try String(contentsOfFile: page, encoding: .utf8)
    for text in told { #expect(report.contains(text), "\(report)") }
    #expect(
      flowing(report).contains(#/The diary, 2 of 3: [0-9]{1,2} [A-Z][a-z]+ [0-9]{4}/#), "\(report)")
  }

  private static let later = """
    script: later
    title: Afterwards
    asked: on request
    uses: {mood: two.mood, calls: two.calls}
    items: [{id: next, ask: "At {mood}, with {calls} calls?", answer: text}]
    """
  private static let two = """
    script: two
    title: Two things
    asked: on request
    items:
      - {id: mood, ask: "Mood?", answer: scale 1..10}
      - {id: calls, ask: "Calls?", answer: number 0..40}
      - {id: more, ask: "More?", answer: text}
    """

  @Test(
    "it is said why a script that was asked for does not come, where what it rests on was left open"
  )
  func whyNot() throws {
    let (home, folder) = try home(["later": Self.later, "two": Self.two])
    let terminal = try PseudoTerminal(["start", "later", "--prompts", folder], home: home)
    try terminal.waitFor("so that comes first")
    for (answer, next) in [("3", "Calls?"), ("/skip", "More?"), ("/skip", "does not begin yet")] {
      try terminal.answer(answer)
      try terminal.waitFor(next)
    }
    #expect(
      terminal.screen.flowing.contains("rests on “Calls?” in “Two things”, which you left open"))
  }

  @Test("it is said what is left half done where a script that was asked for can begin")
  func halfDone() throws {
    let (home, folder) = try home(["later": Self.later, "two": Self.two])
    let result = try Binary.run(
      ["start", "later", "--prompts", folder], home: home, input: "3\n4\n")
    #expect(
      flowing(result.output).contains(
        "“Afterwards” has all that it rests on, so it begins now; “Two things” is half done"),
      "\(result.output)")
  }

  @Test("home says which question is open again where a script was done")
  func openAgain() throws {
    let (home, folder) = try home([
      "week": Self.week,
      "rest": """
      script: rest
      title: A rest
      asked: on request
      uses: {mood: {answer: week.mood, else: 5}}
      items:
        - {id: step, ask: "At {mood}, what next?", answer: text}
        - {id: pause, when: mood < 4, ask: "Do you need a pause?", answer: yes or no}
      """,
    ])
    _ = try Binary.run(["start", "week", "--prompts", folder], home: home, input: "9\n")
    _ = try Binary.run(["start", "rest", "--prompts", folder], home: home, input: "a walk\n")
    _ = try Binary.run(["start", "week", "--prompts", folder], home: home, input: "8\n")
    let done = try PseudoTerminal(["--prompts", folder], home: home)
    try done.waitFor("A rest (done)")
    try done.answer("/quit", at: "nextmove> ")
    _ = try Binary.run(["start", "week", "--prompts", folder], home: home, input: "2\n")
    let open = try PseudoTerminal(["--prompts", folder], home: home)
    try open.answer("/home")
    try open.waitFor("one question is open again: “Do you need a pause?”")
  }

  @Test("a scale that goes below nought has a line at nought")
  func zeroLine() throws {
    let (home, folder) = try home([
      "week": Self.week.replacingOccurrences(of: "scale 0..20", with: "number")
    ])
    for mood in ["-3", "5", "1"] {
      _ = try Binary.run(["start", "week", "--prompts", folder], home: home, input: "\(mood)\n")
    }
    let page = home.url.appendingPathComponent("page.html").path
    _ = try Binary.run(
      ["report", "--as", "html", "--prompts", folder, "--output", page], home: home)
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(html.contains("text-anchor=\"end\">0</text>"), "\(html)")
  }
}
