import Testing
import WorkFit

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

  @Test("the data that decoding rests on is there")
  func data() {
    #expect(TextAsRead("&CounterClockwiseContourIntegral;").text == "∳")
    #expect(TextAsRead("wonΓÇÖt").text == "won’t")
    #expect(TextAsRead("a well-\nkept garden").text == "a well-kept\ngarden")
  }
}
