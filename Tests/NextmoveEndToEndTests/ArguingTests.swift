import Foundation
import Testing

@Suite("arguing with a fit-check, and comparing postings")
struct ArguingTests {
  /// A home with every question answered and the posting in a file.
  private func answered() throws -> (home: TemporaryHome, posting: String) {
    let home = try TemporaryHome()
    let posting = try home.write(Dialogue.posting, to: "posting.txt")
    _ = try Binary.run([], home: home, input: Dialogue.allAnswers)
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

  @Test("a finding disagreed with is not found again, and the rerun says what changed and why")
  func disagree() throws {
    let (home, posting) = try answered()
    let first = try Binary.run(
      [], home: home, input: "/fit \(posting)\n/disagree 1\n/fit last\n")
    #expect(first.output.contains("1. Energizer 1: “long stretches of quiet work”"))
    #expect(
      first.output.flowing.contains(
        "Noted: “long stretches of quiet work” is not about long stretches of undisturbed work (or many meetings and interruptions)."
      ))
    #expect(
      first.output.flowing.contains(
        "Since you last checked it - “long stretches of quiet work” was in conflict, and is"))
    #expect(first.output.contains("you have corrected how your words are read"))
    // It stays said: another process finds no conflict with the same words either.
    func conflicts() throws -> Bool {
      try Binary.run(["fit", "--last"], home: home).output.flowing
        .contains("Energizer 1: “long stretches of quiet work” You asked for")
    }
    #expect(try !conflicts())
    let listed = try Binary.run([], home: home, input: "/corrections\n/corrections remove 1\n")
    #expect(listed.output.flowing.contains("1 “long stretches of quiet work” is not about"))
    #expect(try conflicts())
    let none = try Binary.run([], home: home, input: "/corrections\n")
    #expect(none.output.contains("You have said nothing against my reading yet."))
  }

  @Test("a posting that was edited since is known again, and the change is put down to its text")
  func editedPosting() throws {
    let (home, posting) = try answered()
    _ = try Binary.run(["fit", posting], home: home)
    let edited = try home.write(
      Dialogue.posting.replacingOccurrences(
        of: "Your days are full of back-to-back meetings with the executive committee.",
        with: "You have long, uninterrupted mornings without meetings."
      ).replacingOccurrences(
        of: "You juggle many competing priorities at once.\n", with: ""), to: "edited.txt")
    let again = try Binary.run(["fit", edited], home: home).output.flowing
    #expect(again.contains("The posting's text is another than the one you checked before."))
    #expect(
      again.contains(
        "“long stretches of quiet work” was in conflict, and is fed now: the text has changed."))
  }

  @Test("words that were not understood are, once the person has said what they mean")
  func teach() throws {
    let (home, posting) = try answered()
    let result = try Binary.run(
      [], home: home,
      input: """
        /fit \(posting)
        /teach mending old clocks = uninterrupted work
        /teach a bench of my own = remote
        /fit last
        /teach mending old clocks = glimmering
        /teach zebras = uninterrupted work
        /teach nothing

        """)
    let output = result.output.flowing
    #expect(
      output.contains(
        "From now on “mending old clocks” is read as “uninterrupted work”, which speaks of long stretches of undisturbed work."
      ))
    #expect(output.contains("“mending old clocks” is in conflict still, though on other grounds"))
    // The name of a pole links the words to it by hand.
    #expect(output.contains("is read as “remote”, which speaks of choosing where to work"))
    #expect(output.contains("“a bench of my own” was broken, and is not clear now"))
    #expect(output.contains("Kept, though “glimmering” is not something I understand either"))
    #expect(output.contains("“zebras” stands in none of the answers"))
    #expect(output.contains("It is written /teach WORDS = WHAT YOU MEAN"))
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

  @Test("postings stand side by side, and where they part both are quoted")
  func compare() throws {
    let home = try TemporaryHome()
    let profile = try home.write(
      "energizers: [long stretches of quiet work]\ndeal_breakers: [managing people]\n",
      to: "profile.yaml")
    let loud = try home.write(Dialogue.posting, to: "loud.txt")
    let quiet = try home.write(
      "Restorer of clocks\nYou work undisturbed on one clock at a time, with long stretches of focused work.\nNo direct reports.\nA quiet workshop in the old town.\n",
      to: "quiet.txt")
    let result = try Binary.run(["compare", "--profile", profile, loud, quiet], home: home)
    #expect(result.status == 0)
    let rows = result.output.split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    #expect(rows.contains("Energizer 1: long stretches of quiet work − conflict + fed"))
    #expect(rows.contains("Deal-breaker: managing people − broken + met"))
    #expect(result.output.contains("Where they part"))
    #expect(result.output.flowing.contains("line 5: “Your days are full of back-to-back meetings"))
    let json = try Binary.run(
      ["compare", "--json", "--profile", profile, loud, quiet], home: home)
    let reports = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
    #expect(reports.map { $0["posting"] as? String } == [loud, quiet])
  }

  @Test("without files, the postings of the session are compared; one alone is too few")
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
    #expect(one.output.flowing.contains("Read from: deep|focused|undisturbed"))
    let unknown = try Binary.run(["facets", "zebra"], home: home)
    #expect(unknown.status == 2)
    #expect(unknown.error == "nextmove: There is no facet “zebra”; “nextmove facets” lists them.\n")
  }
}

extension String {
  /// The text with every run of spaces and line ends made one space.
  fileprivate var flowing: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
