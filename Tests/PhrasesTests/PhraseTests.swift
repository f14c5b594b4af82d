import Testing

@testable import Phrases

@Suite("Phrases")
struct PhraseTests {
  private func book(_ yaml: String) throws -> PhraseBook {
    PhraseBook(language: "xx", [try PhraseFile(yaml: yaml, file: "xx.yaml")])
  }

  @Test("a phrase in English is the sentence as it is written")
  func english() {
    let phrase: Phrase = "“\("Rosa")” has \(3) entries."
    #expect(phrase.description == "“Rosa” has 3 entries.")
  }

  @Test("a sentence is found by its words with the places numbered, in any order")
  func translated() throws {
    let book = try book(#"words: {"“{1}” has {2} entries.": "{2} Einträge hat „{1}“."}"#)
    #expect(book.text("“\("Rosa")” has \(3) entries.") == "3 Einträge hat „Rosa“.")
  }

  @Test("a sentence that is not there is said in English")
  func missing() throws {
    let book = try book(#"words: {"Yes": "Ja", "No": ""}"#)
    #expect(book.text("Perhaps") == "Perhaps")
    #expect(book.text("No") == "No")
  }

  @Test("what people wrote stays as it is, even where it looks like a sentence or a place")
  func untouched() throws {
    let book = try book(#"words: {"Yes": "Ja", "{1} or {2}": "{1} oder {2}"}"#)
    #expect(book.text("\("Yes") or \("{1}")") == "Yes oder {1}")
  }

  @Test("a phrase in a phrase is translated too")
  func nested() throws {
    let book = try book(#"words: {"Yes": "Ja", "Say “{1}”.": "Sag „{1}“."}"#)
    #expect(book.text("Say “\("Yes" as Phrase)”.") == "Sag „Ja“.")
  }

  @Test("several are listed with the language's own words between them")
  func listed() throws {
    let book = try book(#"words: {"{1} or {2}": "{1} oder {2}"}"#)
    let phrases: [Phrase] = ["a", "b", "c"]
    #expect(book.text(phrases.offered) == "a, b oder c")
    #expect(phrases.listed.description == "a, b and c")
    #expect([Phrase]().listed.isEmpty)
  }

  @Test("numbers are written as the language writes them")
  func numbers() throws {
    let book = try book("decimal: \",\"\ngroup: \".\"\n")
    #expect(book.text("\(1234567) \(1500) \(2.5) \(-20000)") == "1.234.567 1500 2,5 -20.000")
    let english: Phrase = "\(1234567) \(2.5)"
    #expect(english.description == "1,234,567 2.5")
    #expect(book.number(1234.567) == "1.235" && book.number(-2.5) == "-2,50")
    #expect(PhraseBook.english.number(60_000) == "60,000")
  }

  @Test("days are written as the language writes them")
  func days() throws {
    struct Day: PhraseArgumentConvertible {
      let description = "a day"
      var phraseArgument: PhraseArgument { .day(year: 2027, month: 3, day: 1) }
    }
    let book = try book(#"date: "{day}.{month}.{year}""#)
    #expect(book.text("\(Day())") == "01.03.2027")
    #expect(("\(Day())" as Phrase).description == "2027-03-01")
  }

  @Test("of two files the later one is heard, sentence by sentence")
  func override() throws {
    let book = PhraseBook(
      language: "xx",
      [
        try PhraseFile(yaml: #"a: {"Yes": "Ja", "No": "Nein"}"#, file: "a.yaml"),
        try PhraseFile(yaml: #"a: {"No": "Nö"}"#, file: "b.yaml"),
      ])
    #expect(book.text("Yes") == "Ja")
    #expect(book.text("No") == "Nö")
  }

  @Test("a language that does not ship is English")
  func unknownLanguage() {
    #expect(PhraseBook.shipped("qq").language == "en")
    #expect(PhraseBook.shipped("../x").language == "en")
  }

  @Test(
    "a faulty file is refused with its line",
    arguments: [
      ("home:\n  \"Yes\": [a]\n", PhraseFault.Reason.notASentence, 2),
      ("home: Ja\n", .notASection("home"), 1),
      ("home:\n  \"{1} left\": \"noch {2}\"\n", .otherPlaces("{1} left"), 2),
      ("a: {\"Yes\": \"Ja\"}\nb: {\"Yes\": \"Ja\"}\n", .twice("Yes"), 2),
      ("- Ja\n", .notYAML, 1),
      ("home: \"Ja\n", .notYAML, 2),
    ])
  func faults(yaml: String, reason: PhraseFault.Reason, line: Int) {
    #expect(throws: PhraseFault(reason, file: "x.yaml", line: line)) {
      _ = try PhraseFile(yaml: yaml, file: "x.yaml")
    }
  }

  @Test("a sentence that stands twice in one section is named")
  func twice() {
    let fault = #expect(throws: PhraseFault.self) {
      _ = try PhraseFile(yaml: "a:\n  \"Yes\": \"Ja\"\n  \"Yes\": \"Jo\"\n", file: "x.yaml")
    }
    #expect(fault?.reason == .twice("Yes"))
  }

  @Test("a fault says what is wrong, where, and what to do")
  func faultWords() {
    let fault = PhraseFault(.otherPlaces("{1} left"), file: "fr.yaml", line: 7)
    #expect(
      fault.description
        == "fr.yaml:7: the translation of “{1} left” has other places in braces than the sentence; give it the same."
    )
  }

  @Test("a file that is begun may be empty")
  func emptyFile() throws {
    #expect(try PhraseFile(yaml: "# nothing yet\n", file: "x.yaml").sections.isEmpty)
  }

  @Test("the listing of a new language has every sentence, with nothing behind it")
  func newLanguage() throws {
    let listing = PhraseListing(language: "qq")
    #expect(listing.missing == listing.count && listing.count > 500)
    let file = try PhraseFile(yaml: listing.yaml, file: "qq.yaml")
    #expect(file.sections.flatMap(\.entries).count == listing.count)
    #expect(PhraseBook(language: "qq", [file]).text("Welcome back.") == "Welcome back.")
  }

  @Test("the listing of a language keeps what a person has written, and what is no longer said")
  func ownLanguage() throws {
    let own = try PhraseFile(
      yaml: #"a: {"Welcome back.": "Re.", "Said \"once\".": "Dit \"une fois\"."}"#, file: "fr.yaml")
    let listing = PhraseListing(language: "fr", own: own)
    let file = try PhraseFile(yaml: listing.yaml, file: "fr.yaml")
    let book = PhraseBook(language: "fr", [file])
    #expect(book.text("Welcome back.") == "Re.")
    #expect(file.sections.last?.entries.map(\.english) == ["Said \"once\"."])
    #expect(listing.missing == listing.count - 2)
  }

  @Test("the German file that ships can be read")
  func german() {
    #expect(PhraseFile.shipped("de")?.sections.isEmpty == false)
    #expect(PhraseBook.shipped("de").language == "de")
  }
}
