import Testing
import WorkFit

@Suite("what a PDF, a clipboard or a form did to the lines is undone")
struct DecodedLayoutTests {
  @Test(
    "a word that was parted at the end of a line is whole again",
    arguments: [
      ("You are re-\nsponsible for tea.", "You are responsible\nfor tea."),
      ("You are re-\r\n  sponsible for tea.", "You are responsible\r\n  for tea."),
      ("You are re\u{AD}\nsponsible for tea.", "You are responsible\nfor tea."),
      ("You are re¬\nsponsible for tea.", "You are responsible\nfor tea."),
      ("You are re\u{2010}\nsponsible.", "You are responsible."),
      ("a well-\nknown garden", "a well-known\ngarden"),
      ("in on-site and on-\nsite work", "in on-site and on-site\nwork"),
      ("a teamplayer, a team-\nplayer too", "a teamplayer, a teamplayer\ntoo"),
      ("You can-\nnot sell.", "You cannot\nsell."),
      ("state-\nof-the-\nart tools", "state-of-the-art\ntools"),
      ("your day-to-\nday work", "your day-to-day\nwork"),
      ("a state-\nof-\nthe-\nart lab", "a state-of-the-art\nlab"),
      ("a self-respon-\nsible team", "a self-responsible\nteam"),
      ("We work to-\ngether.", "We work together."),
      ("a long inter-\nnation-\nalisation of it", "a long internationalisation\nof it"),
    ])
  func hyphens(text: String, expected: String) { #expect(TextAsRead(text).text == expected) }

  @Test(
    "ligatures, spaces of every width and what cannot be seen",
    arguments: [
      ("oﬃce ﬁnance ﬂow staﬀ suﬄe", "office finance flow staff suffle"),
      ("speciﬁ c work; a Wi-Fi, wi-ﬁ link", "specific work; a Wi-Fi, wi-fi link"),
      ("re\u{AD}spon\u{AD}sible", "responsible"),
      ("£30\u{202F}000\u{A0}a\u{2009}year", "£30 000 a year"),
      ("\u{FEFF}You mow.", "You mow."), ("and/\u{200B}or", "and/or"), ("𝗕𝗼𝗹𝗱 𝟮𝟬𝟮𝟲", "Bold 2026"),
      ("\u{F0B7} Mow", "• Mow"), ("a\u{1B}[31mb\u{1B}[0m", "ab"), ("\u{1B}• Mow", "• Mow"),
    ])
  func characters(text: String, expected: String) { #expect(TextAsRead(text).text == expected) }

  @Test(
    "lines end where they did",
    arguments: [
      ("Mow\rSell\r\rRest\r", "Mow\nSell\n\nRest\n"), ("Mow\r\r\nSell", "Mow\nSell"),
      ("Mow\n\rSell", "Mow\nSell"),
      ("Mow\u{2028}Sell", "Mow\nSell"), ("Mow\u{B}Sell", "Mow\nSell"),
      ("Mow\n\u{C}Sell", "Mow\nSell"),
      ("Mow\u{C}Sell", "Mow\nSell"),
      (#"Mow.\nYou won't sell.\nRest."#, "Mow.\nYou won't sell.\nRest."),
    ])
  func lineEnds(text: String, expected: String) { #expect(TextAsRead(text).text == expected) }

  @Test(
    "the entries of a list that lost its line ends are lines again, in the same places",
    arguments: ["•", "◦", "▪", "·", "*", "–", "→", "o", "»"])
  func bullets(mark: String) {
    let text =
      "Your days: \(mark) You keep the whole greenhouse \(mark) You won’t travel to any shows \(mark) You write the plans for it"
    let read = TextAsRead(text)
    #expect(read.text.split(separator: "\n").count == 4)
    #expect(read.text.replacing("\n", with: " ") == text)
    #expect(read.isDecoded)
  }

  @Test(
    "a dash, an arrow and an o are left alone where they part no list",
    arguments: [
      "The hours are nine to five – Monday to Friday – and Saturdays – seldom – are paid.",
      "You report to the Head – Operations, and the ward is open from June – August each year.",
      "Grade → Band 6, and in time → Band 7, for a nurse who has been with us for some years.",
      "We speak to Mr o Brien o Dea about it every week, and o so many other things as well.",
    ])
  func looseMarks(text: String) { #expect(TextAsRead(text).text == text) }

  @Test(
    "numbers that count entries in one line are lines again, and other numbers are not",
    arguments: [
      ("Your days: 1. You keep the greenhouse 2. You sell nothing 3. You write the plans", 4),
      ("Your days: 1) You keep the greenhouse 2) You sell nothing 3) You write the plans", 4),
      ("1. You keep the greenhouse 2. You sell nothing at the shows 3. You write the plans", 3),
      (
        "We are in band 3. You report to the head of ward 2. There is 1. The team has 12 people.", 1
      ),
      ("You keep step 1. Then you sell at level 2. We are open from 8 to 10 on 3 days a week.", 1),
    ])
  func numbers(text: String, lines: Int) {
    let read = TextAsRead(text)
    #expect(read.text.split(separator: "\n").count == lines)
    #expect(read.text.replacing("\n", with: " ") == text)
  }

  @Test("stars before small letters are bullets where there are several, and may be footnotes else")
  func stars() {
    let list =
      "Your days: * you keep the whole greenhouse * you travel to no shows * you write the plans"
    #expect(TextAsRead(list).text.split(separator: "\n").count == 4)
    let note =
      "You get a bonus * after the first year of work, which is paid out in May * not in all places"
    #expect(TextAsRead(note).text == note)
  }

  @Test("bullets that are glued to their entries part them too")
  func gluedBullets() {
    #expect(
      TextAsRead("Your days:•You keep the whole greenhouse•You will not travel to any shows").text
        == "Your days:\n•You keep the whole greenhouse\n•You will not travel to any shows")
  }

  @Test("entities inside tags stay, and escaped tags become tags")
  func tags() {
    let link = "<a href=\"?a=1&amp;b=2\">Apply</a>"
    #expect(TextAsRead(link).text == link)
    #expect(!TextAsRead(link).isDecoded)
    #expect(TextAsRead("&lt;p&gt;You won&amp;rsquo;t&lt;/p&gt;").text == "<p>You won’t</p>")
  }

  @Test("an address that holds the posting is read as its words")
  func address() {
    #expect(TextAsRead("You%20won%E2%80%99t%20travel%20far").text == "You won’t travel far")
    #expect(TextAsRead("You+won%27t+travel+far").text == "You won't travel far")
  }

  @Test("what is wrapped four times over stays as it came, and that is said")
  func wrapping() {
    var text = "won’t"
    for _ in 0..<4 { text = String(decoding: text.utf8.flatMap { mojibake($0) }, as: UTF8.self) }
    let read = TextAsRead(text)
    #expect(read.text == text)
    #expect(!read.isDecoded)
    #expect(read.notes == [.tooDeep])
  }

  /// A byte of UTF-8, read as Latin-1 and written as UTF-8 again.
  private func mojibake(_ byte: UInt8) -> [UInt8] { Array(String(Unicode.Scalar(byte)).utf8) }
}
