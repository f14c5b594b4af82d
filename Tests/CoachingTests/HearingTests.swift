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
      ("warum?", "why"), ("weiß nicht", "skip"), ("rückgängig", "undo"),
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
    ])
  func questions(line: String) {
    #expect(hearing.reading(of: line) == .question)
  }

  @Test(
    "a question that could be an answer is asked back",
    arguments: [
      "Is there a market for it?", "should I stay in nursing?", "whether or what?",
      "How many shifts are that?", "hm, like a shift?",
    ])
  func perhaps(line: String) {
    let reading = hearing.reading(of: line)
    if line.hasPrefix("whether") {
      #expect(reading == .answer)
    } else if case .perhapsQuestion = reading {
    } else {
      Issue.record("\(line): \(reading)")
    }
  }

  @Test(
    "answers are answers, also those with such words in them",
    arguments: [
      "helping people back onto their feet", "I quit my job in May and felt free",
      "the back office",
      "skipping lunch to finish the drawing", " quit", "Whether museums still employ anybody",
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
    ])
  func several(line: String, parts: [String]) {
    #expect(EntrySplit(line).parts == parts)
  }

  @Test(
    "one entry stays one",
    arguments: [
      "mending old clocks", "research and development", "Paris, Texas",
      "working alone, with no noise",
      "a team of 1,000 people", "no meetings before ten, except on Mondays, when we plan",
      "tools (saws, files, lathes)", "a plan, not a list", "",
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
