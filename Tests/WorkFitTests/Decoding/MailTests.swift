import Testing
import WorkFit

@Suite("a mail is read as its reader sees it")
struct MailTests {
  @Test("quoted-printable, with the character set of its part")
  func quotedPrintable() {
    let mail = """
      Received: from a.example by b.example; Mon, 2 Nov 2026 09:00:00 +0000
      From: Ann Example <ann@example.com>
      Subject: =?iso-8859-1?Q?G=E4rtner?= wanted
      MIME-Version: 1.0
      Content-Type: text/plain; charset="windows-1252"
      Content-Transfer-Encoding: quoted-printable

      You won=92t travel, and you will be re=
      sponsible for the caf=E9.
      """
    #expect(
      TextAsRead(mail).text == """
        From: Ann Example <ann@example.com>
        Subject: Gärtner wanted

        You won’t travel, and you will be responsible for the café.
        """)
  }

  @Test("base64 of the plain part, and not the page beside it; line ends as they come")
  func base64() {
    let mail = [
      "Subject: Gardener", "Content-Type: multipart/alternative;", " boundary=\"=_b1\"", "",
      "This is a message in several parts.", "--=_b1", "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: base64", "", "WW91IHdvbuKAmXQgdHJhdmVsIHRv", "IHRoZSBzaG93cy4=",
      "--=_b1",
      "Content-Type: text/html; charset=utf-8", "", "<p>You won&rsquo;t</p>", "--=_b1--", "",
    ].joined(separator: "\r\n")
    let read = TextAsRead(mail)
    #expect(read.text == "Subject: Gardener\n\nYou won’t travel to the shows.")
    #expect(read.notes.isEmpty)
  }

  @Test("the page, where the plain part only says that there is one")
  func stub() {
    let page = String(repeating: "<p>You won&#39;t travel to the shows of others.</p>\n", count: 4)
    let mail =
      "--b12345\nContent-Type: text/plain\n\nView this in a browser.\n--b12345\nContent-Type: text/html\n\n\(page)--b12345--\n"
    let read = TextAsRead(mail)
    #expect(read.text.contains("You won't travel"))
    #expect(!read.text.contains("browser"))
    #expect(!read.text.contains("b12345"))
  }

  @Test("a posting that was forwarded as an attachment is read; a PDF is not, and that is said")
  func attachments() {
    let mail = """
      Subject: Fwd
      Content-Type: multipart/mixed; boundary=outer

      --outer
      Content-Type: text/plain

      See below.
      --outer
      Content-Type: message/rfc822

      Subject: Gardener
      Content-Transfer-Encoding: quoted-printable

      You won=E2=80=99t sell.
      --outer
      Content-Type: application/pdf; name="job.pdf"
      Content-Transfer-Encoding: base64

      JVBERi0xLjcK
      --outer--
      """
    let read = TextAsRead(mail)
    #expect(read.text == "Subject: Fwd\n\nSee below.\nSubject: Gardener\n\nYou won’t sell.")
    #expect(read.notes == [.attachment("application/pdf")])
  }

  @Test("what is pasted before a mail stays before it")
  func preamble() {
    let text =
      "See this one.\n\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nWW91IHdvbuKAmXQgdHJhdmVsLg==\n"
    #expect(TextAsRead(text).text == "See this one.\n\nYou won’t travel.")
  }

  @Test("flowed lines are one paragraph, and quotation marks are none of its words")
  func flowed() {
    let mail =
      "Content-Type: text/plain; format=flowed\n\n> You will not \n> travel to \n> the shows.\n\nAnn\n"
    #expect(TextAsRead(mail).text == "You will not travel to the shows.\n\nAnn\n")
    #expect(
      TextAsRead(String(mail.dropLast())).text == "You will not travel to the shows.\n\nAnn")
    #expect(
      TextAsRead("Ann wrote:\n> You will\n> not travel.\n>> Ever.\n").text
        == "Ann wrote:\nYou will\nnot travel.\nEver.\n")
  }

  @Test("without its header too, quoted-printable and base64 are known")
  func headerless() {
    #expect(
      TextAsRead("You will be re=\nsponsible for tea =3D a lot of it, and won=E2=80=99t=\n travel.")
        .text
        == "You will be responsible for tea = a lot of it, and won’t travel.")
    let block =
      "WW91IHdvbuKAmXQgdHJhdmVsIHRvIHRoZSBzaG93cyBvZiBvdGhlciBnYXJkZW5z\nLCBub3QgZXZlbiBvbmNlIGEgeWVhci4=\n"
    #expect(
      TextAsRead("Gardener\n\n\(block)").text
        == "Gardener\n\nYou won’t travel to the shows of other gardens, not even once a year.\n")
  }

  @Test("what is not in the encoding or character set that it names is said, and not guessed")
  func faults() {
    let damaged = TextAsRead(
      "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nYou won't travel!\n")
    #expect(damaged.text == "You won't travel!\n")
    #expect(damaged.notes == [.damaged("base64")])
    let unknown = TextAsRead(
      "Content-Type: text/plain; charset=x-own\nContent-Transfer-Encoding: quoted-printable\n\nYou won=92t go.\n"
    )
    #expect(unknown.notes.contains(.unknownCharset("x-own")))
  }

  @Test("parts inside parts, without an end, are bounded")
  func deep() {
    var mail = ""
    for depth in 0..<200 {
      mail += "Content-Type: multipart/mixed; boundary=b\(depth)x\n\n--b\(depth)x\n"
    }
    let read = TextAsRead(mail + "Content-Type: text/plain\n\nYou won&rsquo;t.\n")
    #expect(read.notes.contains(.tooDeep))
  }
}
