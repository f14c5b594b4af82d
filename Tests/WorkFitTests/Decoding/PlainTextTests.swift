import Testing
@testable import WorkFit

@Suite("plain text is its own reading")
struct PlainTextTests {
  @Test(
    "byte for byte",
    arguments: [
      "", "\n\n", "Head Gardener\r\nYou won't travel.\r\n",
      "Head Gardener\n\n- Mow\n- You won’t sell\n",
      "Gardener · Leeds · Full-time", "London • Hybrid • £30k", "R&D, AT&T & sons; Q&A",
      "Pay: £30k = good; 50% off",
      "Salary > £40k\n> 5 years\n> 3 languages", "a < b && c > d", "C:\\users\\new, 100%",
      "==== Duties ====",
      "<p>You won’t <b>travel</b> &mdash", "E-mail: jobs@example.com?subject=a&copy=2", "🙂 👩‍💻 ✔️ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
      "Größe, naïve, façade, Zoë’s “quote” — dash… £ € ½ °", "Привет, мир. Ещё раз.", "日本語の求人。",
      "می‌خواهم",
      "A well-known firm.\nSelf-made -\nand more", "One * two * three", "pre-\nand post-natal",
      "Content-Type: a header that you will parse\n\nMore", "Base64andOtherWords",
      "Salary=D3 level", "x=20 y=30",
      "From: Ann Example\nSubject: Gardener\n\nYou won’t travel.", "wont dont cant", "a\tb\tc",
    ])
  func unchanged(text: String) {
    let read = TextAsRead(text)
    #expect(Array(read.text.utf8) == Array(text.utf8))
    #expect(!read.isDecoded)
    #expect(read.notes.isEmpty)
  }

  @Test(
    "a clause without its apostrophes is read with them",
    arguments: [
      ("You wont manage people.", "You won’t manage people."),
      ("WONT, Cant or couldnt travel", "WON’T, Can’t or couldn’t travel"),
      ("as is her wont, and wont to sing", "as is her wont, and wont to sing"),
      ("the cant of thieves", "the cant of thieves"), ("a want of font", "a want of font"),
    ])
  func missing(written: String, read: String) {
    #expect(Apostrophes.restored(in: written) == read)
  }

  @Test(
    "a negation is not parted from what it negates",
    arguments: [
      "You won't<br>manage people.", "You won't<br />\nmanage people.",
      "You will not\n\nmanage people.",
      "You never\n2\nmanage people.", "You won’t\n\nPage 2 of 3\n\nmanage people.",
      "| You won't\n| manage people.\n",
      "You will not\n\n\u{C}\nAtelier Clock Ltd  Page 2\n\n manage people.",
    ])
  func parted(text: String) {
    let read = TextAsRead(text).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(read.hasSuffix("t manage people.") || read.hasSuffix("never manage people."))
    #expect(text.hasPrefix("|") || !TextAsRead(text).text.dropLast().contains("\n"))
  }

  @Test(
    "what ends a line otherwise ends it",
    arguments: [
      "What you will not do:\n\nmanage people", "Managing people: no\n\nTravel: no",
      "Manage people? Never\n\nTravel daily", "| a | b |\n| c | d |", "Never\n2 days a week",
    ])
  func notParted(text: String) {
    #expect(TextAsRead(text).text == text)
  }

  @Test("the data that decoding rests on is there")
  func data() {
    #expect(TextAsRead("&CounterClockwiseContourIntegral;").text == "∳")
    #expect(TextAsRead("wonΓÇÖt").text == "won’t")
    #expect(TextAsRead("a well-\nkept garden").text == "a well-kept\ngarden")
  }
}
