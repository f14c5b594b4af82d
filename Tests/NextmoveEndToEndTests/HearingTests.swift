import Foundation
import QuestionFlow
import Testing
import TestSupport

@Suite("a conversation that hears, at a real terminal", .serialized, .waiting)
struct HearingTests {
  @Test("“quit” is asked back, and a second Enter leaves")
  func quit() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    try terminal.answer("quit")
    try terminal.waitFor("Quit, or is that your answer?")
    try terminal.answer("")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(try home.savedAnswer("good_day") == nil)
    #expect(!terminal.screen.flowing.contains("what you had begun is kept"))
  }

  @Test("a word that is asked back can be the answer all the same")
  func answerAfterAll() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    try terminal.answer("skip")
    try terminal.waitFor("Leave it open for now, or is that your answer?")
    try terminal.answer("a")
    try terminal.waitFor("At the best moment of that day")
    #expect(try home.savedAnswer("good_day") == .text("skip"))
  }

  @Test(
    "a word that is asked back can be neither, and is no answer then",
    arguments: ["n", "no", "neither"])
  func neither(word: String) throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    try terminal.answer("quit")
    try terminal.waitFor("Quit, or is that your answer?")
    try terminal.answer(word)
    try terminal.waitFor("All right; the question is still open.")
    try terminal.answer(Dialogue.goodDay)
    try terminal.waitFor("When did you last lose track of time")
    #expect(try home.savedAnswer("good_day") == .text(Dialogue.goodDay))
  }

  @Test("“yes” to being asked back is the command")
  func yes() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    try terminal.answer("quit")
    try terminal.waitFor("Quit, or is that your answer?")
    try terminal.answer("yes")
    #expect(try terminal.waitForExit() == .status(0))
    #expect(try home.savedAnswer("good_day") == nil)
  }

  @Test("whoever goes on after being asked back is heard anew")
  func goesOn() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    try terminal.answer("help")
    try terminal.waitFor("Shall I list what you can type, or is that your answer?")
    try terminal.answer(Dialogue.goodDay)
    try terminal.waitFor("When did you last lose track of time")
    #expect(try home.savedAnswer("good_day") == .text(Dialogue.goodDay))
  }

  @Test("a question is met with what is asked, the hint and the why, and the question stays")
  func question() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    let asked = "i mean do you want a shift or a day at the desk?"
    try terminal.answer(asked)
    try terminal.waitFor("What I am asking is this: Think of a working day")
    try terminal.waitFor("An answer could be: one real day, as it was")
    try terminal.waitFor("Why I ask: The memory of a real day")
    #expect(try home.savedAnswer("good_day") == nil)
    try terminal.waitForPrompt()
    terminal.send("\u{1B}[A")
    try terminal.waitForPrompt("> " + asked)
  }

  @Test("where a word cannot be an answer, it is done without asking")
  func noAnswer() throws {
    let terminal = try PseudoTerminal(home: TemporaryHome())
    try terminal.answerUntilRoster()
    try terminal.answer("skip")
    try terminal.waitFor("“mending old clocks”: when did you last have that")
  }

  @Test("a question that could be an answer is asked back, and taken on request")
  func answerWithQuestionMark() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    try terminal.answer("Was it the day of the tower clock, with the whole afternoon before me?")
    try terminal.waitFor("Is that a question to me, or your answer?")
    try terminal.answer("a")
    try terminal.waitFor("When did you last lose track of time")
  }

  @Test("at home, “quit”, “help” and a question do what they say")
  func atHome() throws {
    let terminal = try PseudoTerminal(home: TemporaryHome(), rows: 100)
    try terminal.answer("/home")
    try terminal.answer("what can I do?", at: "nextmove> ")
    try terminal.waitFor("/undo")
    try terminal.answer("I would like to talk about my drains", at: "nextmove> ")
    try terminal.waitFor("I do not know what to do with that.")
    try terminal.answer("exit", at: "nextmove> ")
    #expect(try terminal.waitForExit() == .status(0))
  }

  @Test("a command typed with the program's name works inside, and the question is asked again")
  func programName() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    try terminal.answer("nextmove round start --from 2030-03-04")
    try terminal.waitFor("5 conversations from 4 March 2030")
    try terminal.answer("/home")
    try terminal.answer("nextmove round", at: "nextmove> ")
    try terminal.waitFor("0 of 5 conversations")
    #expect(try home.savedAnswer("good_day") == nil)
  }

  @Test(
    "a refused answer leaves the line empty, and comes back on Up",
    arguments: [[:], ["ACCESSIBLE": "1"]])
  func refused(environment: [String: String]) throws {
    let terminal = try PseudoTerminal(home: TemporaryHome(), environment: environment)
    try terminal.answerUntilRoster()
    try terminal.answer("9")
    try terminal.waitFor("It takes a number from 1 to 5. (Up brings it back.)")
    try terminal.waitForPrompt()
    #expect(terminal.screen.cursorLine == "> ")
    terminal.send("\u{1B}[A")
    try terminal.waitForPrompt("> 9")
    terminal.send("\u{7F}4\r")
    try terminal.waitFor("when did you last have that")
  }
}

@Suite("offers that stay, and Enter that does only what is offered", .serialized, .waiting)
struct OfferedTests {
  @Test("an answer that was refused is on Up after leaving, as was promised, and stays so")
  func refusedAndLeft() throws {
    let home = try TemporaryHome()
    var terminal = try PseudoTerminal(["start", "bother"], home: home)
    try terminal.answer("plum")
    try terminal.waitFor("is not among these")
    try terminal.answer("/quit")
    _ = try terminal.waitForExit()
    for _ in 0..<2 {
      terminal = try PseudoTerminal(home: home)
      try terminal.waitFor("(You had written “plum”; Up brings it back.)")
      try terminal.waitForPrompt()
      terminal.send("\u{1B}[A")
      try terminal.waitForPrompt("> plum")
      terminal.settle(milliseconds: 500)
      terminal.send("\u{15}")
      try terminal.waitForPrompt("> ")
      terminal.settle(milliseconds: 500)
      try terminal.answer("/quit")
      _ = try terminal.waitForExit()
    }
  }

  @Test("entries that were taken off a list stay off, also where all were")
  func removed() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(["start", "options"], home: home, rows: 60)
    try terminal.answer("mending clocks at a museum")
    try terminal.answer("teaching the bench to apprentices", at: "+ ")
    try terminal.answer("", at: "+ ")
    try terminal.answer("/back")
    try terminal.answer("/remove 2")
    try terminal.answer("/remove 1", at: "+ ")
    try terminal.waitFor("The list is empty now; the question is still open.")
    try terminal.answer("")
    try terminal.waitFor("The list is empty now; type an entry, or /skip")
    try terminal.answer("drawing maps for people on foot")
    try terminal.answer("", at: "+ ")
    try terminal.waitFor("“drawing maps for people on foot”")
    let saved = try Binary.run(["answers", "options"], home: home).output
    #expect(saved.contains("drawing maps") && !saved.contains("mending clocks"))
  }

  @Test("an offer stays after an empty line and after another word")
  func offerStays() throws {
    let terminal = try PseudoTerminal(home: TemporaryHome(), rows: 60)
    try terminal.answerUntilRoster()
    try terminal.answer("3 or 4")
    try terminal.waitFor("which is it?")
    try terminal.answer("")
    try terminal.waitFor("a 3")
    try terminal.answer("b")
    try terminal.waitFor("when did you last have that")
  }

  @Test("two entries change places in words")
  func swapped() throws {
    let terminal = try PseudoTerminal(["start", "options"], home: TemporaryHome(), rows: 60)
    try terminal.answer("mending clocks at a museum")
    try terminal.answer("teaching the bench to apprentices", at: "+ ")
    try terminal.answer("swap 1 and 2", at: "+ ")
    try terminal.waitFor("1 teaching the bench to apprentices 2 mending clocks")
    try terminal.answer("scratch the last one", at: "+ ")
    try terminal.answer("/list", at: "+ ")
    try terminal.answer("/quit", at: "+ ")
  }

  @Test("a script's name among answers is asked back, and leads there")
  func scriptName() throws {
    let terminal = try PseudoTerminal(home: TemporaryHome(), rows: 60)
    try terminal.answer("bother")
    try terminal.waitFor("Go to “I don't want to be a bother”, or is that your answer?")
    try terminal.answer("")
    try terminal.waitFor("What holds you back most")
  }
}

@Suite("what was left at a question, at a real terminal", .serialized, .waiting)
struct LeftAnswerTests {
  @Test("an answer that was refused is on Up when its question is met again, on an empty line")
  func refusedAndMetAgain() throws {
    let terminal = try PseudoTerminal(home: TemporaryHome(), rows: 60)
    try terminal.answerUntilRoster()
    try terminal.answer("9")
    try terminal.waitFor("It takes a number from 1 to 5.")
    try terminal.answer("/back")
    try terminal.waitFor("and /list shows how to change the rest.")
    try terminal.answer("")
    try terminal.waitFor("(You had written “9”; Up brings it back.)")
    try terminal.waitForPrompt()
    #expect(terminal.screen.cursorLine == "> ")
    try terminal.answer("4")
    try terminal.waitFor("when did you last have that")
  }

  @Test("what says nothing yet is asked back, and Enter leaves the question open")
  func nothingYet() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    try terminal.answer("hmm let me think")
    try terminal.waitFor("Leave it open for now, or is that your answer?")
    try terminal.answer("do you mean at my job or at home")
    try terminal.waitFor("What I am asking is this: Think of a working day")
    try terminal.answer("egal")
    try terminal.waitFor("Leave it open for now, or is that your answer?")
    try terminal.answer("")
    try terminal.waitFor("When did you last lose track of time")
    #expect(try home.savedAnswer("good_day") == nil)
  }

  @Test("“never mind” leaves the question as it is")
  func neverMind() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home)
    try terminal.answer("nvm")
    try terminal.waitFor("Never mind that, or is it your answer?")
    try terminal.answer("")
    try terminal.waitFor("All that you have answered is saved, and the question is still open.")
    try terminal.answer(Dialogue.goodDay)
    try terminal.waitFor("When did you last lose track of time")
    #expect(try home.savedAnswer("good_day") == .text(Dialogue.goodDay))
  }
}

@Suite("lists as people type them, at a real terminal", .serialized, .waiting)
struct TypedListTests {
  private func atList(_ home: TemporaryHome, environment: [String: String] = [:]) throws
    -> PseudoTerminal
  {
    let terminal = try PseudoTerminal(home: home, rows: 80, environment: environment)
    try terminal.answer(Dialogue.goodDay)
    try terminal.answer("the dial of a tower clock")
    try terminal.waitFor("What gives you that energy?")
    return terminal
  }

  /// What comes after the list: a follow-up to an entry that says little, or the first entry's questions.
  private func waitForWhatFollows(_ terminal: PseudoTerminal) throws {
    try terminal.wait {
      ["What does it look like on an ordinary Tuesday?", "Half a year of work without"]
        .contains { terminal.screen.flowing.contains($0) }
    }
  }

  private func list(_ home: TemporaryHome) throws -> [String] {
    guard case .list(let elements)? = try home.savedAnswer("energizers") else { return [] }
    return elements.map(\.text)
  }

  @Test("three on one line are offered as three, and taken with Enter")
  func oneLine() throws {
    let home = try TemporaryHome()
    let terminal = try atList(home)
    try terminal.answer("debugging, system design, mentoring")
    try terminal.waitFor("That could be 3 entries: - debugging - system design - mentoring")
    try terminal.answer("")
    try terminal.answer("", at: "+ ")
    try waitForWhatFollows(terminal)
    #expect(try list(home) == ["debugging", "system design", "mentoring"])
  }

  @Test("b keeps the line as one, and whoever just goes on has taken the entries")
  func otherwise() throws {
    let home = try TemporaryHome()
    let terminal = try atList(home)
    try terminal.answer("cogs, springs, and all that ticks")
    try terminal.answer("b")
    try terminal.answer("quiet, order", at: "+ ")
    try terminal.answer("long walks", at: "+ ")
    try terminal.answer("That's all", at: "+ ")
    try waitForWhatFollows(terminal)
    #expect(
      try list(home) == ["cogs, springs, and all that ticks", "quiet", "order", "long walks"])
  }

  @Test("a yes takes what was offered, and a no keeps the line as one; neither is an entry")
  func inWords() throws {
    let home = try TemporaryHome()
    let terminal = try atList(home)
    try terminal.answer("old clocks, warm rooms")
    try terminal.answer("yes")
    try terminal.answer("cogs, springs", at: "+ ")
    try terminal.answer("keep it as one", at: "+ ")
    try terminal.answer("", at: "+ ")
    try waitForWhatFollows(terminal)
    #expect(try list(home) == ["old clocks", "warm rooms", "cogs, springs"])
  }

  @Test("entries are changed, moved and taken off by number, and /undo takes the last one back")
  func byNumber() throws {
    let home = try TemporaryHome()
    let terminal = try atList(home)
    for (index, entry) in ["one thing", "two things", "three things", "four"].enumerated() {
      try terminal.answer(entry, at: index == 0 ? "> " : "+ ")
    }
    try terminal.answer("/undo", at: "+ ")
    try terminal.waitFor("Taken off the list: “four”.")
    try terminal.answer("five things", at: "+ ")
    try terminal.answer("/change 2 another thing", at: "+ ")
    try terminal.answer("/move 4 1", at: "+ ")
    try terminal.answer("/remove 2", at: "+ ")
    try terminal.waitFor(
      "1 five things 2 another thing 3 three things (An empty line sends the list.")
    try terminal.answer("/remove 9", at: "+ ")
    try terminal.waitFor("Write /remove N, with a number from 1 to 3.")
    try terminal.answer("", at: "+ ")
    try waitForWhatFollows(terminal)
    #expect(try list(home) == ["five things", "another thing", "three things"])
  }

  @Test("a list that was given is changed by number too, and its entries stay who they are")
  func givenBefore() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home, rows: 80)
    try terminal.answerUntilRoster()
    try terminal.answer("/revise gives you that energy")
    try terminal.answer("1", at: "Which one? ")
    try terminal.answer("/move 3 1")
    try terminal.answer("/change 2 mending the oldest clocks", at: "+ ")
    try terminal.answer("", at: "+ ")
    try terminal.waitFor("“showing apprentices how it is done” (1 of 3)")
    guard case .list(let elements)? = try home.savedAnswer("energizers") else {
      Issue.record("the list is gone")
      return
    }
    #expect(elements.map(\.id) == [.written(3), .written(1), .written(2)])
    #expect(elements[1].text == "mending the oldest clocks")
  }

  @Test("entries are changed by number in words, and “undo” takes the last one back")
  func byWords() throws {
    let home = try TemporaryHome()
    let terminal = try atList(home)
    for (index, entry) in ["1. one thing", "two things", "three things", "four"].enumerated() {
      try terminal.answer(entry, at: index == 0 ? "> " : "+ ")
    }
    try terminal.answer("rückgängig", at: "+ ")
    try terminal.waitFor("Taken off the list: “four”.")
    try terminal.answer("change 2 to another thing", at: "+ ")
    try terminal.answer("remove 3", at: "+ ")
    try terminal.waitFor("1 one thing 2 another thing (An empty line sends the list.")
    try terminal.answer("a third", at: "+ ")
    try terminal.answer("no idea", at: "+ ")
    try terminal.waitFor("Is that all for the list, or an entry of it?")
    try terminal.answer("", at: "+ ")
    try waitForWhatFollows(terminal)
    #expect(try list(home) == ["one thing", "another thing", "a third"])
  }

  @Test("a command typed behind a paste is a command, and the paste stays on the list")
  func commandBehindPaste() throws {
    let home = try TemporaryHome()
    let terminal = try atList(home)
    try terminal.waitForPrompt()
    try terminal.paste("old clocks\nquiet rooms\n")
    terminal.settle()
    try terminal.answer("/list")
    try terminal.waitFor("1 old clocks 2 quiet rooms")
    try terminal.answer("one apprentice", at: "+ ")
    try terminal.answer("", at: "+ ")
    try waitForWhatFollows(terminal)
    #expect(try list(home) == ["old clocks", "quiet rooms", "one apprentice"])
  }

  @Test("/undo behind a list opens it again with all its entries")
  func undoneList() throws {
    let home = try TemporaryHome()
    let terminal = try atList(home)
    for (index, entry) in ["good people", "the first strike of a clock", "fun"].enumerated() {
      try terminal.answer(entry, at: index == 0 ? "> " : "+ ")
    }
    try terminal.answer("", at: "+ ")
    try waitForWhatFollows(terminal)
    try terminal.answer("/undo")
    try terminal.waitFor("You had begun: good people; the first strike of a clock; fun")
    try terminal.answer("a fourth", at: "+ ")
    try terminal.answer("/list", at: "+ ")
    try terminal.waitFor("4 a fourth")
  }

  @Test("what is typed at a list that was given goes behind what is there")
  func addsToList() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(home: home, rows: 80)
    try terminal.answerUntilRoster()
    try terminal.answer("/back")
    try terminal.waitFor("what you type goes behind it")
    try terminal.answer("the smell of oil")
    try terminal.answer("", at: "+ ")
    try terminal.waitFor("(1 of 4)")
    #expect(try list(home) == Dialogue.energizers + ["the smell of oil"])
  }

  @Test("a list that is refused keeps its entries")
  func refused() throws {
    let home = try TemporaryHome()
    let terminal = try atList(home)
    for (index, entry) in (1...8).map({ "thing number \($0)" }).enumerated() {
      try terminal.answer(entry, at: index == 0 ? "> " : "+ ")
    }
    try terminal.answer("", at: "+ ")
    try terminal.waitFor("That is 8, and at most 7 fit")
    try terminal.answer("/remove 8", at: "+ ")
    try terminal.answer("", at: "+ ")
    try waitForWhatFollows(terminal)
    #expect(try list(home).count == 7)
  }

  @Test("“nobody” at a list of people is no contact")
  func nobody() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(["start", "interviews"], home: home)
    try terminal.answer("nobody")
    try terminal.waitFor("Leave it open for now, or is that your answer?")
    try terminal.answer("")
    try terminal.waitFor("And outside, in the direction of your outline?")
    try terminal.answer("Radka, and my brother in law Tom")
    try terminal.waitFor("- Radka - my brother in law Tom")
  }

  @Test("without an editor of one's own, the lines are gone through one after the other")
  func lineByLine() throws {
    let home = try TemporaryHome()
    let terminal = try atList(home, environment: ["EDITOR": "", "VISUAL": ""])
    try terminal.answer("one thing")
    try terminal.answer("two things", at: "+ ")
    try terminal.answer("/edit", at: "+ ")
    try terminal.waitFor("Here are the lines, one after the other")
    try terminal.waitForPrompt("edit> one thing")
    terminal.send(" more\r")
    try terminal.waitForPrompt("edit> two things")
    terminal.send("\u{15}")
    try terminal.wait { terminal.screen.cursorLine == "edit> " }
    terminal.send("\r")
    terminal.settle()
    try terminal.answer("a third", at: "edit> ")
    try terminal.answer("a fourth", at: "edit> ")
    try terminal.answer("", at: "edit> ")
    try waitForWhatFollows(terminal)
    #expect(try list(home) == ["one thing more", "a third", "a fourth"])
  }
}
