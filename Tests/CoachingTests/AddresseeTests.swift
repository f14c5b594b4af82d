import Testing

@testable import Coaching

@Suite("whose the smallest message is")
struct AddresseeTests {
  private func smallest(
    _ message: String, to name: String = "Tom Muster",
    among people: [String] = ["Tom Muster", "Ruth Beispiel"], signature: String? = nil,
    in language: String = "en"
  ) throws -> SmallestMessage {
    let phrases = try #require(MessageBook.book(in: language).phrases)
    return SmallestMessage(
      message, to: name, people: people, signature: signature,
      fitting: PhraseFitting(phrases: phrases))
  }

  @Test(
    "whoever is greeted decides, whomever else it speaks of",
    arguments: [
      ("Tom, Ruth said you know museums. Ten minutes on Monday?", SmallestMessage.Owner.theirs),
      ("Dear Ruth, Tom told me that you run the museum. May I come by?", .somebodyElses),
      ("Hi Rosa, could we talk about how you came to the museum?", .somebodyElses),
      ("Could you tell me over a coffee how you got the museum job?", .open),
      ("Hello, could you tell me how you got the museum job?", .open),
    ])
  func greeted(message: String, owner: SmallestMessage.Owner) throws {
    #expect(try smallest(message).owner == owner)
  }

  @Test("of two who go by one name it is known only with the other")
  func twoOfOneName() throws {
    let people = ["Lena Muster", "Lena Beispiel"]
    let message = "Hi Lena, could we talk about how you came to the museum?"
    #expect(try smallest(message, to: people[0], among: people).owner == .open)
    let whole = "Dear Lena Beispiel, could we talk about how you came to the museum?"
    #expect(try smallest(whole, to: people[0], among: people).owner == .somebodyElses)
    #expect(try smallest(whole, to: people[1], among: people).owner == .theirs)
  }

  @Test("a word that somebody's name has too is not them, where it is written small")
  func words() throws {
    let message =
      "Dr. Okafor, could I walk with you to the audit meeting and ask how you became head of quality?"
    let people = ["Dr. Okafor", "Mr And"]
    let found = try smallest(message, to: people[0], among: people)
    #expect(found.owner == .theirs)
    #expect(
      found.heart
        == "Could I walk with you to the audit meeting and ask how you became head of quality?")
  }

  @Test("nobody is named twice, and an end without a comma goes")
  func ends() throws {
    let found = try smallest(
      "Liebe Frau Brandt, hätten Sie zehn Minuten? Viele Grüße, Jörg", to: "Frau Brandt",
      among: ["Frau Brandt"], signature: "Jörg Muster", in: "de")
    #expect(found.owner == .theirs && found.heart == "Hätten Sie zehn Minuten?")
    let twice = try smallest(
      "Frau Brandt, haben Sie nächste Woche zwanzig Minuten für mich?", to: "Frau Brandt",
      among: ["Frau Brandt"], in: "de")
    #expect(twice.heart == "Haben Sie nächste Woche zwanzig Minuten für mich?")
    let signed = try smallest(
      "Tom, could I walk with you to the audit meeting? Gita.", signature: "Gita Muster")
    #expect(signed.heart == "Could I walk with you to the audit meeting?")
  }

  @Test("what one would write is no message, and what would be asked for is asked")
  func plans() throws {
    let plan = try smallest(
      "I'd write to my old teacher and ask for ten minutes about the choir.")
    #expect(plan.owner == .open && plan.heart == "Could I have ten minutes about the choir?")
    #expect(try smallest("I'd email Ruth and see what she says about the museum.").heart == nil)
    #expect(try smallest("I'd email Ruth about it, I think.").owner == .somebodyElses)
    let message = "I would ask you for ten minutes about the choir, if I may."
    #expect(try smallest(message).heart == message)
  }

  @Test(
    "the name under a message is without what only leads to it",
    arguments: [
      ("my name is Gita Muster", "en", "Gita Muster"), ("sign it “Gita”", "en", "Gita"),
      ("R. Beispiel (Miss)", "en", "R. Beispiel (Miss)"),
      ("Unterschreib mit Jörg Muster", "de", "Jörg Muster"), ("lee", "en", "lee"),
    ])
  func signatures(typed: String, language: String, name: String) throws {
    let phrases = try #require(MessageBook.book(in: language).phrases)
    #expect(PhraseFitting(phrases: phrases).signature(typed) == name)
  }
}
