import Testing
import WorkFit

@Suite("a saved page is read as its reader sees it")
struct PageTests {
  @Test(
    "a line that ends in its negation goes on, where others end",
    arguments: [
      ("You won&rsquo;t<br> manage people.", "You won’t manage people."),
      ("You will not<br />\n manage people.", "You will not manage people."),
      ("You mow.<br>You sow.", "You mow.\nYou sow."),
    ])
  func brokenNegation(page: String, text: String) {
    #expect(TextAsRead("<html><p>\(page)</p></html>").text == text)
  }

  @Test("without tags, scripts and comments, each block on its own line")
  func page() {
    let read = TextAsRead(
      """
      <!DOCTYPE html>
      <html lang="en"><head><title>Jobs</title><style>p { color: red }</style></head>
      <body><!-- <p>You sell > all</p> -->
      <h1>Head
        Gardener</h1>
      <p>You <b>won&rsquo;t</b>
      travel.</p><p>You mow.<br>You sow.</p>
      <ul><li>Keep the greenhouse</li><li>Write &lt;plans&gt;</li></ul>
      <script>if (a < b) { apply() }</script><p>Apply by May.</p></body></html>
      """)
    #expect(
      read.text == """
        ## Head Gardener

        You won’t travel.

        You mow.
        You sow.

        - Keep the greenhouse
        - Write <plans>

        Apply by May.
        """)
    #expect(read.isDecoded)
  }

  @Test("to read a page's reading changes nothing")
  func again() {
    let once = TextAsRead("<html><body><h2>Duties</h2><p>You mow.</p></body></html>").text
    #expect(TextAsRead(once).text == once)
    #expect(!TextAsRead(once).isDecoded)
  }

  @Test("a page that stops in the middle of a tag or a comment is read as far as it goes")
  func broken() {
    #expect(TextAsRead("<html><p>You mow.</p><!-- and").text == "You mow.")
    #expect(TextAsRead("<html><p>You mow.</p><div class=").text.hasPrefix("You mow."))
  }

  @Test(
    "of links in Markdown the words are read, and what only looks like one stays",
    arguments: [
      ("See [our garden](https://garden.example/a).", "See our garden."),
      ("![A rose](rose.png) You mow.", "A rose You mow."),
      ("Write to [Ann](mailto:ann@garden.example \"Ann\").", "Write to Ann."),
      ("A gardener [m/f] (40 hours)", "A gardener [m/f] (40 hours)"),
      ("Our team [all of us](and more)", "Our team [all of us](and more)"),
      ("[unclosed](https://garden.example", "[unclosed](https://garden.example"),
    ])
  func links(text: String, expected: String) { #expect(TextAsRead(text).text == expected) }

  @Test("of a mail that needs no decoding the header is read as its reader sees it")
  func plainMail() {
    let mail = """
      Received: from a.example by b.example; Mon, 2 Nov 2026 09:00:00 +0000
      Message-ID: <1@a.example>
      Subject: Gardener
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8

      You won't travel.
      """
    #expect(TextAsRead(mail).text == "Subject: Gardener\n\nYou won't travel.")
  }

  @Test("a mail whose only part is a page is read as that page")
  func mail() {
    let mail = """
      Subject: Gardener
      Content-Type: text/html; charset=utf-8

      <html><body><p>You won&#39;t travel.</p><p>You mow.</p></body></html>
      """
    #expect(TextAsRead(mail).text == "Subject: Gardener\n\nYou won't travel.\n\nYou mow.")
  }
}
