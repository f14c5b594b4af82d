import Foundation
import Testing
import TestSupport

@Suite("arguing with a fit-check, and comparing postings", .waiting)
struct ArguingTests {
  /// A home with every question answered and the posting in a file.
  private func answered() throws -> (home: TemporaryHome, posting: String) {
    let home = try PreparedHome.finished()
    let posting = try home.write(Dialogue.posting, to: "posting.txt")
    return (home, posting)
  }

  @Test("what is piped in after the last answer is obeyed")
  func pipedAtHome() throws {
    let home = try TemporaryHome()
    let posting = try home.write(Dialogue.posting, to: "posting.txt")
    let result = try Binary.run(
      [], home: home, input: Dialogue.allAnswers + "/fit \(posting)\n")
    #expect(result.status == 0)
    #expect(
      result.output.flowing.contains("looks impressive, and it would likely wear you down"))
  }

  @Test(
    "a line that does not say it is not quoted for it again, and the rerun says what changed and why"
  )
  func disagreeWithLine() throws {
    let (home, posting) = try answered()
    let first = try Binary.run(
      [], home: home, input: "/fit \(posting)\n/disagree 1 line\n/fit last\n")
    #expect(first.output.flowing.contains("Noted: that line does not say that of “"))
    #expect(first.output.flowing.contains("you have corrected how it is read"))
    let listed = try Binary.run([], home: home, input: "/corrections\n/corrections remove 1\n")
    #expect(listed.output.flowing.contains("this line does not speak of “"))
    let none = try Binary.run([], home: home, input: "/corrections\n")
    #expect(none.output.contains("You have said nothing against my reading yet."))
  }

  @Test(
    "words that are misread are left aside until their meaning is said, and asked for it at once")
  func disagreeWithWords() throws {
    let (home, posting) = try answered()
    let output = try Binary.run(
      [], home: home,
      input: "/fit \(posting)\n/disagree 1\n1\nnobody talking to me\n/corrections\n"
    ).output.flowing
    #expect(output.contains("What is wrong?"))
    #expect(output.contains("Noted: I misread “"))
    #expect(output.contains("is read as “nobody talking to me”."))
    #expect(output.contains("you mean “nobody talking to me”"))
  }

  @Test("/why with a number shows the lines read and the threshold")
  func why() throws {
    let (home, posting) = try answered()
    let output = try Binary.run([], home: home, input: "/fit \(posting)\n/why 1\n").output.flowing
    #expect(output.contains("What I read of you: “"))
    #expect(output.contains("on I say so; from"))
  }

  @Test(
    "a posting that was edited since is known again, and the change is put down to its text")
  func editedPosting() throws {
    let (home, posting) = try answered()
    _ = try Binary.run(["fit", posting], home: home)
    let edited = try home.write(
      Dialogue.posting.replacingOccurrences(
        of: "Your days are full of back-to-back meetings with the executive committee.",
        with: "You have long stretches of quiet work and nobody interrupts you."
      ).replacingOccurrences(
        of: "You juggle many competing priorities at once.\n", with: ""), to: "edited.txt")
    let again = try Binary.run(["fit", edited], home: home).output.flowing
    #expect(again.contains("The text of the posting is not the one that you checked before."))
    #expect(
      again.contains(
        "“back-to-back meetings” was there, and drains you, and is not clear now: the text has changed."
      ))
  }

  @Test("words are read as the person says that they are meant")
  func teach() throws {
    let (home, posting) = try answered()
    let result = try Binary.run(
      [], home: home,
      input: """
        /fit \(posting)
        /teach mending old clocks = uninterrupted work
        /fit last
        /teach zebras = uninterrupted work
        /teach nothing

        """)
    let output = result.output.flowing
    #expect(
      output.contains("From now on “mending old clocks” is read as “uninterrupted work”."))
    #expect(output.contains("“zebras” stands in none of the answers"))
    #expect(output.contains("Write /teach WORDS = WHAT YOU MEAN"))
  }

  @Test(
    "a number that no finding has is refused in a sentence",
    arguments: [
      ("/disagree 1", "There is no finding to speak of yet; /fit checks a posting."),
      ("/agree", "There is no finding to speak of yet; /fit checks a posting."),
      ("/corrections remove 9", "It takes the number of a correction"),
      ("/fit last", "No posting has been checked yet."),
    ])
  func nothingToArgueWith(typed: String, said: String) throws {
    let (home, _) = try answered()
    let result = try Binary.run([], home: home, input: typed + "\n")
    #expect(result.status == 0)
    #expect(result.output.flowing.contains(said))
  }

  @Test(
    "postings stand side by side, and where they part both are quoted")
  func compare() throws {
    let home = try TemporaryHome()
    let profile = try home.write(
      "energizers: [long stretches of quiet work]\ndrains: [meetings]\ndeal_breakers: [managing people]\n",
      to: "profile.yaml")
    let loud = try home.write(Dialogue.posting, to: "loud.txt")
    let quiet = try home.write(
      "Restorer of clocks\nYou work undisturbed on one clock at a time, with long stretches of focused work.\nThere are no meetings.\nA quiet workshop in the old town.\n",
      to: "quiet.txt")
    let result = try Binary.run(["compare", "--profile", profile, loud, quiet], home: home)
    #expect(result.status == 0)
    let rows = result.output.split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    #expect(rows.contains("Energizer 1: long stretches of quiet work unclear + there"))
    #expect(rows.contains("Drain: meetings − drains + absent"))
    #expect(result.output.contains("Where they part"))
    #expect(result.output.flowing.contains("line 5: “Your days are full of back-to-back meetings"))
    let json = try Binary.run(
      ["compare", "--json", "--profile", profile, loud, quiet], home: home)
    let reports = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(reports.map { $0["posting"] as? String } == [loud, quiet])
  }

  @Test(
    "without files, the postings of the session are compared; one alone is too few")
  func compareChecked() throws {
    let (home, posting) = try answered()
    _ = try Binary.run(["fit", posting], home: home)
    let few = try Binary.run(["compare"], home: home)
    #expect(few.status != 0)
    #expect(few.error.hasPrefix("nextmove: Fewer than two postings have been checked"))
    let other = try home.write(
      "Restorer of clocks\nYou work undisturbed, with long stretches of focused work.\n",
      to: "other.txt")
    _ = try Binary.run(["fit", other], home: home)
    let both = try Binary.run(["compare"], home: home)
    #expect(both.output.contains("1. Vice President, Timepieces"))
    #expect(both.output.contains("2. Restorer of clocks"))
  }

  @Test("facets are listed and explained; an unknown one is refused")
  func facets() throws {
    let home = try TemporaryHome()
    let list = try Binary.run(["facets"], home: home)
    #expect(
      list.output.flowing.contains(
        "focus long stretches of undisturbed work ↔ many meetings and interruptions"))
    let one = try Binary.run(["facets", "focus"], home: home)
    #expect(one.output.flowing.contains("Named by: "))
    let unknown = try Binary.run(["facets", "zebra"], home: home)
    #expect(unknown.status == 2)
    #expect(unknown.error == "nextmove: There is no facet “zebra”; “nextmove facets” lists them.\n")
  }
}

extension String {
  /// The text with every run of spaces and line ends made one space.
  fileprivate var flowing: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
