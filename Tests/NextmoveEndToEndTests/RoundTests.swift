import Foundation
import QuestionFlow
import Testing
import TestSupport

@Suite("the round, the debrief and what they change, at a real terminal", .serialized, .waiting)
struct RoundTests {
  /// Answers the script of the round, with a sponsor and somebody without a name.
  private func interviews(_ home: TemporaryHome) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(["start", "interviews"], home: home, rows: 120)
    try terminal.answer("my boss")
    try terminal.answer("", at: "+ ")
    try terminal.answer("/skip")
    try terminal.answer("Rosa Beispiel")
    try terminal.answer("", at: "+ ")
    try terminal.answer("skip")
    try terminal.answer("")
    try terminal.answer("/skip")
    for answer in ["5", "4", "2", "1", "Lena"] { try terminal.answer(answer) }
    return terminal
  }

  @Test("the round begins when its script ends, and whoever offered to talk comes first")
  func begins() throws {
    let home = try TemporaryHome()
    let terminal = try interviews(home)
    try terminal.waitFor("Your round: 5 conversations from")
    try terminal.waitFor("Begin with Rosa Beispiel, who offered to talk")
    try terminal.waitFor("“my boss” is no name yet")
    try terminal.waitFor("Round 0 of 5 conversations, 28 days left")
    try terminal.waitFor("Next message to Rosa Beispiel, who offered to talk")
    let draft = try Binary.run(["draft", "rosa"], home: home).output
    #expect(draft.contains("You once offered to talk with me about where I am heading."))
    let open = try Binary.run(["draft", "my boss"], home: home).output
    #expect(open.contains("\n\nHello,\n\n"))
  }

  @Test("a debrief notes the conversation as done, and thanks as due and next")
  func debrief() throws {
    let home = try PreparedHome.finished()
    _ = try Binary.run(["people", "add", "Rosa Beispiel", "--status", "asked"], home: home)
    let terminal = try PseudoTerminal(["start", "debrief"], home: home, rows: 120)
    try terminal.answer("Rosa Beispiel")
    try terminal.answer("", at: "+ ")
    try terminal.waitFor("(Rosa Beispiel: talked with. Thanks are due")
    try terminal.answer("/skip")
    try terminal.answer("That museums share a restorer between them")
    try terminal.answer("/skip")
    try terminal.answer("three museums instead of one")
    try terminal.answer("no")
    try terminal.waitFor("What you heard changes your outline: - Rosa Beispiel: three museums")
    let offer = "Change it now? (Enter does; n leaves it as it is.) "
    try terminal.answer("which part do you mean", at: offer)
    try terminal.waitFor("It opens your outline at the sentences")
    try terminal.answer("perhaps the second", at: offer)
    try terminal.waitFor("I do not know what that means here")
    try terminal.answer("", at: offer)
    try terminal.waitFor("So far: I would restore clocks and instruments for a museum")
    try terminal.answer(
      "I would restore clocks and instruments for three museums, at a bench of my own, near here")
    try terminal.waitForPrompt("nextmove> ")
    try terminal.waitFor("Next message thanks to Rosa Beispiel")
    let people = try Binary.run(["people"], home: home).output
    #expect(people.contains("Rosa Beispiel, talked") && people.contains("next: say thank you by"))
    let draft = try Binary.run(["draft", "rosa"], home: home).output
    #expect(draft.hasPrefix("Thank you for the conversation"))
    #expect(
      draft.contains("What has stayed with me is that museums share a restorer between them."))
  }

  @Test("whom a sentence speaks of is asked back as a name, and known from the list")
  func debriefInASentence() throws {
    let home = try PreparedHome.finished()
    _ = try Binary.run(["people", "add", "Dr. Hedda Marlowe", "--status", "asked"], home: home)
    let terminal = try PseudoTerminal(["start", "debrief"], home: home, rows: 120)
    try terminal.answer("talked to marlowe today, went great")
    try terminal.waitFor("Is it “Marlowe”?")
    try terminal.answer("")
    try terminal.answer("", at: "+ ")
    try terminal.waitFor("(Dr. Hedda Marlowe: talked with. Thanks are due")
    try terminal.waitFor("What surprised you in what Marlowe said?")
  }

  @Test("in German, too, “Doe, Jane” is one person, and a draft is shown once, cut between words")
  func german() throws {
    let home = try TemporaryHome()
    let terminal = try PseudoTerminal(
      ["start", "interviews"], home: home, rows: 120, environment: ["LC_ALL": "de_DE.UTF-8"])
    try terminal.answer("Ölçer, İbrahim")
    try terminal.answer("mein Schwager und Petra", at: "+ ")
    try terminal.waitFor("Das könnten 2 Einträge sein: - mein Schwager - Petra")
    try terminal.answer("", at: "+ ")
    try terminal.answer("", at: "+ ")
    for _ in 0..<4 { try terminal.answer("/skip") }
    try terminal.answer("20")
    try terminal.waitFor("„20“ liegt nicht zwischen 2 und 12; ist es 12?")
    for answer in ["5", "4", "2", "1", "Lena"] { try terminal.answer(answer) }
    try terminal.waitFor("Jetzt auf deiner Liste: İbrahim Ölçer, mein Schwager, Petra.")
    try terminal.waitForPrompt("nextmove> ")
    try terminal.answer("draft 1", at: "nextmove> ")
    try terminal.answer("", at: "(Enter lässt es so; e ändert es, Zeile für Zeile.) ")
    try terminal.waitFor("people edit 1 --status asked")
    #expect(terminal.screen.flowing.components(separatedBy: "Hallo İbrahim,").count == 2)
  }

  @Test("an answer of another script is revised, and one comes back to where one was")
  func detour() throws {
    let home = try PreparedHome.finished()
    let terminal = try PseudoTerminal(["start", "bother"], home: home, rows: 120)
    try terminal.waitFor("What holds you back most")
    try terminal.answer("/revise least sure")
    try terminal.answer("1", at: "Which one? ")
    try terminal.waitFor("So far: whether museums still employ anybody for it")
    try terminal.answer("how many museums there are")
    try terminal.waitFor("Changed. Back to “I don't want to be a bother”.")
    try terminal.waitForPrompt()
    #expect(!terminal.screen.flowing.contains("That was all of"))
    #expect(
      try home.savedAnswer("unsure_about", in: "outline") == .text("how many museums there are"))
  }

  @Test("long entries are named by their beginning where they are spoken of")
  func longEntries() throws {
    let terminal = try PseudoTerminal(home: TemporaryHome(), rows: 120)
    try terminal.answer(Dialogue.goodDay)
    try terminal.answer("the dial of a tower clock")
    let long = "the hour before anybody else is in the workshop and every clock in it can be heard"
    try terminal.answer(long)
    try terminal.answer("filing the teeth of a brass wheel", at: "+ ")
    try terminal.answer("showing an apprentice how to solder", at: "+ ")
    try terminal.answer("", at: "+ ")
    try terminal.waitFor(
      "Half a year of work without “the hour before anybody else is in the workshop …”.")
  }
}
