import Testing

@testable import Coaching

@Suite("hearing what is typed where an answer is wanted")
struct HearingTests {
  private let hearing = Hearing.standard

  private func command(_ line: String) -> String? {
    if case .command(let name, _) = hearing.reading(of: line) { name } else { nil }
  }

  @Test(
    "bare words that are commands are heard as such, whatever their case and the signs behind them",
    arguments: [
      ("help", "help"), ("Quit!", "quit"), ("exit", "quit"), ("go back", "back"), ("SKIP", "skip"),
      ("skip this question.", "skip"), ("I don’t know", "skip"), ("why?", "why"), ("undo", "undo"),
      ("home", "home"), ("I don't know yet", "skip"), ("well, no idea, sorry", "skip"),
      ("Hilfe!", "help"), ("zurück", "back"), ("überspringen", "skip"), ("Beenden", "quit"),
      ("warum?", "why"), ("weiß nicht", "skip"), ("rückgängig", "undo"), ("restart", "home"),
      ("pause", "quit"), ("Pause!", "quit"), ("nvm", Hearing.staying), ("save", Hearing.staying),
      ("cancel", Hearing.staying), ("abbrechen", Hearing.staying), ("liste", "list"),
      ("take me home", "home"), ("back to the start", "home"), ("that's enough for today", "quit"),
      ("Feierabend", "quit"), ("ask me later", "skip"), ("It is none of your business.", "skip"),
      ("geht dich nichts an", "skip"), ("wozu brauchst du das", "why"), ("nach Hause", "home"),
    ])
  func commands(line: String, name: String) {
    #expect(command(line) == name)
  }

  @Test(
    "questions back are heard, with or without a question mark",
    arguments: [
      "?", "??", "huh?", "what do you mean?", "what do you mean", "I don't understand the question",
      "i mean do you want a shift or a day at the desk?", "like what?",
      "not sure what you're asking", "hm, what do you mean?", "Was meinst du?", "wie bitte?",
      "Ich verstehe die Frage nicht", "Meinst du bei der Arbeit?",
      "Do you mean paid work?", "could you give me an example",
      "do you mean at my job or at home", "what would be an example of that",
      "meinst du beruflich oder privat", "Was wäre denn ein Beispiel", "give me a hint",
      "how many questions are there", "you've lost me", "does volunteering count",
      "gib mir einen Tipp", "ich komm nicht mit", "wie lange dauert das",
      "Wie war nochmal die Frage",
    ])
  func questions(line: String) {
    #expect(hearing.reading(of: line) == .question)
  }

  @Test(
    "a question that could be an answer is asked back",
    arguments: [
      "Is there a market for it?", "should I stay in nursing?", "whether or what?",
      "How many shifts are that?", "hm, like a shift?", "Work or private?", "a day off as well?",
      "I mean at work or at home", "define energy",
    ])
  func perhaps(line: String) {
    let reading = hearing.reading(of: line)
    if case .perhapsQuestion = reading {
    } else {
      Issue.record("\(line): \(reading)")
    }
  }

  @Test(
    "answers are answers, also those with such words in them",
    arguments: [
      "helping people back onto their feet", "I quit my job in May and felt free",
      "the back office",
      "skipping lunch to finish the drawing", " quit", "how the gears mesh", "what people need",
      "when the ward is quiet", "how many museums there are",
      "Whether museums still employ anybody",
      "a home for old clocks", "nothing really stands out, but the ward round was good",
      "two lines\nof text?", "I asked her: do you want to lead? And she laughed.", "",
    ])
  func answers(line: String) {
    #expect(hearing.reading(of: line) == .answer)
  }

  @Test(
    "a list is closed by what people say at its end, and left open by what says that there is nothing"
  )
  func lists() {
    #expect(hearing.listReading(of: "That's all.", isBegun: true) == .end)
    #expect(hearing.listReading(of: "done", isBegun: true) == .end)
    #expect(hearing.listReading(of: "that's everything", isBegun: true) == .end)
    #expect(hearing.listReading(of: "done", isBegun: false) == .entry)
    #expect(hearing.listReading(of: "getting things done", isBegun: true) == .entry)
    guard case .nothing = hearing.listReading(of: "nobody", isBegun: false) else {
      Issue.record("nobody")
      return
    }
    for line in [
      "I cannot think of anybody at the moment, to be honest", "Niemand", "Mir fällt niemand ein.",
    ] {
      guard case .nothing = hearing.listReading(of: line, isBegun: false) else {
        Issue.record("\(line)")
        return
      }
    }
    #expect(hearing.listReading(of: "Das war's", isBegun: true) == .end)
    guard case .nothing = hearing.listReading(of: "N/A", isBegun: false) else {
      Issue.record("n/a")
      return
    }
  }

  @Test("“none” with more behind it is none, and the rest is told")
  func nothingWithMore() {
    guard
      case .nothing(let ask) = hearing.listReading(of: "none, I have my pension", isBegun: false)
    else {
      Issue.record("none")
      return
    }
    #expect("\(ask)".contains("“I have my pension”"))
    #expect(hearing.listReading(of: "no meetings, ever", isBegun: false) == .entry)
  }

  @Test("at home, what a script is about leads to it")
  func spokenOf() {
    #expect(hearing.script(spokenOf: "I talked to Reza yesterday and it was lovely") == "debrief")
    #expect(hearing.script(spokenOf: "i dont want to bother people") == "bother")
    #expect(hearing.script(spokenOf: "what is this") == nil)
  }

  @Test(
    "what says nothing yet is known, where any words could be an answer",
    arguments: [
      "hmm let me think", "ehrlich gesagt fällt mir nichts ein", "egal", "siehe oben", "as above",
      "whatever", "y", "a", "6", "ja", "ok", "hi", "done", "that's all", "not sure", "n/a",
      "keine Ahnung", "eher ja", "ehrlich gesagt: mir fällt gerade nichts ein", "hang on", "ugh",
      "See the attached letter.", "na ja",
    ])
  func nothingSaid(line: String) {
    let ask = hearing.emptiness(of: line, asked: "What were you doing?")
    let isCommand = command(line) == "skip"
    #expect(ask != nil || isCommand)
  }

  @Test(
    "short answers that say something are answers",
    arguments: [
      "drawing", "C", "my first day at the bench, when nothing worked and everybody laughed at it",
      "not sure it was a working day, but we moved the whole library in one night", " ok",
      "whatever the sea brought in", "Go",
    ])
  func somethingSaid(line: String) {
    #expect(hearing.emptiness(of: line, asked: "What were you doing?") == nil)
  }

  @Test("a year is an answer whatever was asked, and shorter figures where a few words are")
  func figures() {
    for line in ["2019", "1999/2000", "0171 1234567"] {
      #expect(hearing.emptiness(of: line, asked: "When was it?") == nil, "\(line)")
    }
    #expect(hearing.emptiness(of: "12", asked: "Which room?", isText: true) == nil)
    #expect(hearing.emptiness(of: "12", asked: "What were you doing?") != nil)
    #expect(hearing.emptiness(of: "...", asked: "Which room?", isText: true) != nil)
  }

  @Test("a yes answers a question that takes one, and a word that the hint names is an answer")
  func yesWhereAsked() {
    #expect(hearing.emptiness(of: "yes", asked: "It was a long day. Did you enjoy it?") == nil)
    #expect(hearing.emptiness(of: "yes", asked: "What did you enjoy?") != nil)
    #expect(hearing.emptiness(of: "nothing", hint: "a word, a sentence, or nothing") == nil)
  }

  @Test("among entries, what says nothing is asked about as an entry")
  func emptyEntry() throws {
    let ask = try #require(hearing.emptiness(of: "ok", isEntry: true))
    #expect("\(ask)".hasPrefix("Is that an entry of the list?"))
  }

  @Test(
    "a command before its number is heard without its stroke",
    arguments: [("why 2", "why"), ("Disagree 5 words", "disagree")])
  func numbered(line: String, name: String) {
    #expect(hearing.numberedCommand(in: line)?.name == name)
    #expect(hearing.numberedCommand(in: "why it matters") == nil)
  }

  @Test(
    "an entry is changed by its number in words",
    arguments: [
      ("remove 1", EntryArrangement.Act.remove, "1"), ("delete 2", .remove, "2"),
      ("entferne 2", .remove, "2"), ("Streiche Nummer 2 bitte", .remove, "2"),
      ("change 5 to old clocks", .change, "5 old clocks"),
      ("ändere 1 in alte Uhren", .change, "1 alte Uhren"), ("move 5 1", .move, "5 1"),
      ("verschiebe 3 auf 1", .move, "3 1"), ("swap 1 and 2", .swap, "1 2"),
      ("tausche 1 und 2", .swap, "1 2"), ("put 2 first", .move, "2 1"),
      ("scratch the last one", .remove, "last"), ("lösch den letzten", .remove, "last"),
      ("actually, scratch the last one", .remove, "last"),
      ("change the third to old clocks", .change, "3 old clocks"),
      ("move the first to the end", .move, "1 last"),
    ])
  func arranging(line: String, act: EntryArrangement.Act, argument: String) {
    let arrangement = EntryArrangement(line)
    #expect(arrangement?.act == act)
    #expect(arrangement?.argument == argument)
  }

  @Test(
    "what only begins like that is an entry",
    arguments: [
      "change 3 things a week", "move fast", "remove rust from gears", "delete", "5",
      "put people first", "cut the first draft", "swap stories", "put the first brick",
    ])
  func noArranging(line: String) {
    #expect(EntryArrangement(line) == nil)
  }

  @Test("behind a stroke the words are taken as they are")
  func arrangingByCommand() {
    #expect(EntryArrangement(command: "ändern 1 mit Kindern")?.argument == "1 mit Kindern")
    #expect(EntryArrangement(command: "ändern ") == nil)
  }

  @Test("a script is named by its id, its title, or its name in the person's language")
  func scriptNames() {
    #expect(ScriptName.shown("strengths", in: "de") == "Stärken")
    #expect(ScriptName.shown("strengths", in: "en") == "strengths")
    #expect(ScriptName.shown("mine", in: "de") == "mine")
  }

  @Test(
    "every command that is heard has a question of its own, and no words stand for two commands")
  func data() throws {
    let data = try #require(HearingData.shipped)
    var seen: [String: String] = [:]
    for (name, command) in data.commands {
      #expect(command.ask.contains("a takes it as your answer"), "\(name)")
      for words in command.words {
        let key = Hearing.key(words)
        #expect(!key.isEmpty && seen[key] == nil, "\(words): \(name) and \(seen[key] ?? "nothing")")
        seen[key] = name
      }
    }
  }
}

@Suite("one line of a list that may be several entries")
struct EntrySplitTests {
  @Test(
    "lists as people type them on one line",
    arguments: [
      ("debugging, system design, mentoring", ["debugging", "system design", "mentoring"]),
      ("debugging, system design and mentoring", ["debugging", "system design", "mentoring"]),
      ("quiet, order", ["quiet", "order"]),
      ("clocks; a quiet room; one apprentice", ["clocks", "a quiet room", "one apprentice"]),
      (
        "I like it when the shop is quiet. Showing apprentices how it is done. And old clocks!",
        [
          "I like it when the shop is quiet", "Showing apprentices how it is done",
          "old clocks!",
        ]
      ),
      (
        "Hard to say in one word. It is explaining things to frightened people. And I like working with nurses.",
        ["explaining things to frightened people", "working with nurses"]
      ),
      (
        "I am good at making things plain, staying calm, and noticing what is odd",
        ["making things plain", "staying calm", "noticing what is odd"]
      ),
      ("first aid, nursing, cooking", ["first aid", "nursing", "cooking"]),
      (
        "debugging / system design / mentoring", ["debugging", "system design", "mentoring"]
      ),
      ("performance tuning + code review", ["performance tuning", "code review"]),
      ("1. clocks 2. quiet rooms 3) tea", ["clocks", "quiet rooms", "tea"]),
      ("- clocks - quiet rooms - tea", ["clocks", "quiet rooms", "tea"]),
      ("clocks & quiet rooms", ["clocks", "quiet rooms"]),
      ("Latin * choir * tea", ["Latin", "choir", "tea"]),
      ("- clocks / quiet rooms / tea", ["clocks", "quiet rooms", "tea"]),
      ("the choir... the garden... the old pupils", ["the choir", "the garden", "the old pupils"]),
      ("clocks or quiet rooms or tea", ["clocks", "quiet rooms", "tea"]),
      (
        "taming a rota that nobody understands; also I really enjoy finding out why",
        ["taming a rota that nobody understands", "finding out why"]
      ),
      (
        "staying calm when it is loud, and reading a room. Turning a mess into a plan; getting people to talk",
        [
          "staying calm when it is loud", "reading a room", "Turning a mess into a plan",
          "getting people to talk",
        ]
      ),
    ])
  func several(line: String, parts: [String]) {
    #expect(EntrySplit(line).parts == parts)
  }

  @Test("in German a capital is no name, and entries with capitals are several")
  func german() {
    #expect(
      EntrySplit("Ordnung schaffen, Bürger beraten und Gesetze auslegen", language: "de").parts
        == ["Ordnung schaffen", "Bürger beraten", "Gesetze auslegen"])
    #expect(
      EntrySplit("Bürger beraten, Gesetze auslegen", language: "de").parts
        == ["Bürger beraten", "Gesetze auslegen"])
  }

  @Test("on a list of drains “I hate” only leads to an entry")
  func drains() {
    let line = "Forms that ask for the same thing twice. I also hate being on call every weekend"
    #expect(
      EntrySplit(line, namesDrains: true).parts.last == "being on call every weekend")
    #expect(EntrySplit(line).parts.last == "I also hate being on call every weekend")
  }

  @Test(
    "one entry stays one",
    arguments: [
      "mending old clocks", "research and development", "Paris, Texas",
      "working alone, with no noise",
      "a team of 1,000 people", "no meetings before ten, except on Mondays, when we plan",
      "tools (saws, files, lathes)", "Latin, obviously", "a plan, not a list", "",
    ])
  func one(line: String) {
    #expect(EntrySplit(line).parts == [])
  }

  @Test(
    "people on one line are people, and what a name is followed by is not",
    arguments: [
      ("Radka, and my brother in law Tom", ["Radka", "my brother in law Tom"]),
      ("Radka, Tom, Ana Muster", ["Radka", "Tom", "Ana Muster"]),
      ("Radka and Tom", ["Radka", "Tom"]),
      (
        "Dr. Hedda Marlowe, who runs the pharmacies, and Mr. Osric Penhallow, our director",
        ["Dr. Hedda Marlowe, who runs the pharmacies", "Mr. Osric Penhallow, our director"]
      ),
      ("Doe, Jane", []), ("Doe, Jane Mary", []), ("Petronella Vance, I believe", []),
      ("Ölçer, İbrahim", []), ("Anna, Ben", ["Anna", "Ben"]),
      ("Jan Muster, keeper of instruments", []),
      (
        "Dr. Kline, and the CNO (her name escapes me), also Marcus from finance",
        ["Dr. Kline", "the CNO (her name escapes me)", "Marcus from finance"]
      ),
      ("Dana, Lee, or Pat", ["Dana", "Lee", "Pat"]),
      ("Kim Lee and her deputy", ["Kim Lee", "her deputy"]), ("the lady who runs the ICU", []),
      ("Meine frühere Amtsleiterin, Frau Brandl", []), ("my former boss, Jane Doe", []),
      ("my boss and her boss", ["my boss", "her boss"]),
    ])
  func people(line: String, parts: [String]) {
    #expect(EntrySplit(line, namesPeople: true).parts == parts)
  }

  @Test("a paragraph that was wrapped by hand is told from a list of lines")
  func wrapped() {
    #expect(
      EntrySplit.isWrapped(
        "I like the early shift, because the ward is quiet\nand there is time to talk. Then the rounds."
      ))
    #expect(
      !EntrySplit.isWrapped("mending old clocks\nlong stretches of quiet work\nan apprentice"))
    #expect(
      !EntrySplit.isWrapped("- I like the early shift, because the ward is quiet and\n- so on"))
  }
}
