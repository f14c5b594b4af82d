import struct QuestionFlow.SeededRandom
import Testing
@testable import WorkFit

let lexicon = Result { try Lexicon() }

@Suite("clauses")
struct ClauseTests {
  private let lexicon: Lexicon

  init() throws { lexicon = try WorkFitTests.lexicon.get() }

  private func readings(_ text: String) -> [String] {
    Posting(text, lexicon: lexicon).clauses.filter { !$0.isHeading }.map(\.reading)
  }

  @Test("a sentence is whole, whatever turns in it")
  func turns() {
    #expect(
      readings("Head Gardener\nYou travel to the shows, although not often, but you never sell.")[1]
        == "You travel to the shows, although not often, but you never sell.")
  }

  @Test(
    "a fragment is read with its sentence, and a short sentence that is whole is not",
    arguments: [
      (
        "Speaking German would help. But not required.",
        ["Speaking German would help. But not required."]
      ),
      ("You keep the greenhouse. A plus.", ["You keep the greenhouse. A plus."]),
      ("You keep the greenhouse. No weekends.", ["You keep the greenhouse.", "No weekends."]),
      ("You keep the greenhouse. You mow.", ["You keep the greenhouse.", "You mow."]),
    ])
  func fragments(line: String, clauses: [String]) {
    #expect(Array(readings("Head Gardener\n\(line)").dropFirst()) == clauses)
  }

  @Test(
    "a tab parts cells, but nothing that breaks off in its sentence",
    arguments: [
      ("You will not\tmanage people.", ["You will not manage people."]),
      ("You won’t\t\tmanage people.", ["You won’t manage people."]),
      ("You keep the\told greenhouse.", ["You keep the old greenhouse."]),
      ("Keep the greenhouse\tmow the lawns", ["Keep the greenhouse", "mow the lawns"]),
      ("You will not\tManage people", ["You will not", "Manage people"]),
    ])
  func tabs(line: String, clauses: [String]) {
    #expect(Array(readings("Head Gardener\n\(line)").dropFirst()) == clauses)
  }

  @Test("a line that ends in its negation is read with what follows")
  func negatedLine() {
    #expect(
      readings("Head Gardener\nYou will not\n\tmanage people.\nYou mow.").dropFirst()
        == ["You will not manage people.", "You mow."])
  }

  @Test("seldom negations are read in plain words")
  func plainWords() {
    #expect(
      readings("Head Gardener\nYou shan’t sell, and work w/o a car.")[1]
        == "You will not sell, and work without a car.")
  }

  @Test(
    "a heading is read with each of its entries, until it is over",
    arguments: [
      (
        "What you will not do:\n- Sell anything\n- Travel\n\nYou keep the greenhouse.",
        ["What you will not do: Sell anything", "What you will not do: Travel"]
      ),
      (
        "Our customers:\n• Families\n• Walkers\nYou keep the greenhouse.",
        ["Our customers: Families", "Our customers: Walkers"]
      ),
      ("Job type:\nFull-time\nYou keep the greenhouse.", ["Job type: Full-time"]),
      ("What we love\n* Roses\n* Peat", ["What we love: Roses", "What we love: Peat"]),
      ("## Nice to have\nA van.\n## Duties\nMow.", ["Nice to have: A van.", "Duties: Mow."]),
      ("You will not:\nwork nights\nsell", ["You will not: work nights", "You will not: sell"]),
    ])
  func headings(text: String, expected: [String]) {
    let readings = readings("Head Gardener\n\(text)")
    #expect(Array(readings.dropFirst().prefix(expected.count)) == expected)
    #expect(readings.dropFirst(expected.count + 1).allSatisfy { $0 == "You keep the greenhouse." })
  }

  @Test("a label that has its value beside it is read whole, and says nothing of the next line")
  func labels() {
    #expect(
      readings("Head Gardener\nTravel: none\nYou keep the greenhouse.")
        == ["Head Gardener", "Travel: none", "You keep the greenhouse."])
  }

  @Test("an announcement of more than sixty characters is not read along")
  func longHeading() {
    let announcement = "Among the many things that one day in the gardens will ask of you are:"
    #expect(readings("Head Gardener\n\(announcement)\n- Mowing the lawn")[1] == "Mowing the lawn")
  }

  @Test(
    "what lost its line breaks is cut apart",
    arguments: [
      (
        "Plant trees • Mow lawns · Prune roses ◦ Rake",
        ["Plant trees", "Mow lawns", "Prune roses", "Rake"]
      ),
      ("- Plant trees - Mow lawns - Prune roses", ["Plant trees", "Mow lawns", "Prune roses"]),
      ("* Plant trees * Mow lawns", ["Plant trees", "Mow lawns"]),
      ("Plant trees\tMow lawns", ["Plant trees", "Mow lawns"]),
      (
        "We aim:- to plant trees;- to mow lawns",
        ["We aim: to plant trees;", "We aim: to mow lawns"]
      ),
      ("Plant trees.. Mow lawns..", ["Plant trees..", "Mow lawns.."]),
      ("We plant trees.Mowing is yours.", ["We plant trees.", "Mowing is yours."]),
      (
        "Responsibilities and Duties Design and build ponds Work with suppliers of stone Keep records of it all",
        [
          "Responsibilities and Duties: Design and build ponds",
          "Responsibilities and Duties: Work with suppliers of stone",
          "Responsibilities and Duties: Keep records of it all",
        ]
      ),
      (
        "We grow. What you will do: Plant trees in rows Lead two apprentices Your qualifications: Patience with roses",
        [
          "What you will do: Plant trees in rows", "What you will do: Lead two apprentices",
          "Your qualifications: Patience with roses",
        ]
      ),
    ])
  func runOn(line: String, expected: [String]) {
    #expect(Array(readings("Head Gardener\n\(line)").suffix(expected.count)) == expected)
  }

  @Test(
    "names with capital letters, abbreviations and dashes within a sentence cut nothing",
    arguments: [
      "You report to the Head of Design and work with Jane Smith of Kew.",
      "You know shrubs, e.g. box and yew, and Mr. Green knows you.",
      "The garden - a large one - is yours.", "You use Node.Js and asp.Net for the labels.",
      "The U.S. gardens are 3.5 miles from here.", "You work for Plant Engineering and Marketing.",
    ])
  func whole(line: String) {
    #expect(readings("Head Gardener\n\(line)") == ["Head Gardener", line])
  }

  @Test("an endless sentence is cut where it pauses, into parts of at least eight words")
  func endless() {
    let half =
      "you plan the planting of the long border with the head of the county gardens every autumn"
    let text = "Head Gardener\n" + Array(repeating: half, count: 9).joined(separator: ", and ")
    let clauses = Posting(text, lexicon: lexicon).clauses.dropFirst()
    #expect(clauses.count >= 3)
    #expect(clauses.allSatisfy { $0.range.count <= 360 && $0.tokens.count >= 8 })
    let words = clauses.flatMap(\.tokens).count
    #expect(words == 161)
  }

  @Test("headings place what stands under them, and legal boilerplate is told by what it says")
  func segments() {
    let posting = Posting(
      """
      Senior Nurse
      About us
      We run three clinics.
      Responsibilities:
      - Plan the shifts of the ward
      Requirements
      - Five years of practice
      What we offer
      - A company bicycle
      We are an equal opportunity employer, regardless of race, religion or age.
      """, lexicon: lexicon)
    #expect(
      posting.clauses.map { "\($0.line) \($0.segment)" } == [
        "1 title", "2 about", "3 about", "4 responsibilities", "5 responsibilities",
        "6 requirements", "7 requirements", "8 benefits", "9 benefits", "10 boilerplate",
      ])
  }

  @Test("what a web page or a mail adds around a posting says nothing")
  func around() {
    let posting = Posting(
      """
      Skip to main content
      Jobs > Care > Leeds
      Head Gardener
      Duties
      You plant trees.
      Similar jobs
      Regional Manager, travelling
      --
      Sent by hand
      """, lexicon: lexicon)
    #expect(
      posting.clauses.map { "\($0.line) \($0.segment)" } == [
        "1 boilerplate", "2 boilerplate", "3 title", "4 responsibilities", "5 responsibilities",
        "6 boilerplate", "7 boilerplate", "9 boilerplate",
      ])
  }

  @Test("marks of lists, of emphasis and of tables are neither read nor quoted")
  func marks() {
    let posting = Posting(
      "Nurse\n\n**Duties**\n+ Dress wounds\n2) Write notes\n1. Teach\n| Pay | Hours |\n",
      lexicon: lexicon)
    #expect(
      posting.clauses.map { posting.quote($0).text }
        == ["Nurse", "Duties", "Dress wounds", "Write notes", "Teach", "Pay", "Hours"])
  }

  @Test("tags in a text that is no page are read past, and quoted as they stand")
  func html() {
    let posting = Posting(
      """
      <style>.no { travel: none }</style><script>var travel = "no";</script>
      <h2>Duties</h2><ul><li>You <b>travel</b> every week</li><li>You lead a&nbsp;team</li></ul>
      <h2>What we offer</h2><p>Lunch &amp; a company bicycle</p>
      """, lexicon: lexicon)
    #expect(
      posting.clauses.filter { !$0.isHeading }.map { posting.quote($0).text }
        == [
          "You <b>travel</b> every week", "You lead a team", "Lunch & a company bicycle",
        ])
    #expect(
      posting.clauses.filter { !$0.isHeading }.map(\.reading) == [
        "Duties: You travel every week", "Duties: You lead a team",
        "What we offer: Lunch & a company bicycle",
      ])
  }

  @Test("control sequences are no words, and what they hide is not read")
  func control() {
    let text =
      "Nurse\nYou \u{1B}[31mlead a team\u{1B}[0m. \u{1B}]0;travel; every week\u{7}Bye to all of you."
    #expect(readings(text) == ["Nurse", "You lead a team.", "Bye to all of you."])
  }

  @Test("mail that was wrapped by hand is read as it was written, and quoted where it begins")
  func wrapped() throws {
    let mail = """
      Conservator of clocks at the museum of the county, with a bench by a window

      In this role you will be responsible for forty clocks, and you will not have
      to travel at all, because every one of them stands in the same building as
      the bench. There are no
      direct reports.
      """
    let clauses = Posting(mail, lexicon: lexicon).clauses
    #expect(clauses.map(\.line) == [1, 3, 5])
    #expect(clauses[2].reading == "There are no direct reports.")
    #expect(clauses[1].reading.contains("will not have to travel at all, because"))
  }

  @Test("lines that end where they end on purpose are not run together")
  func lists() {
    let posting = Posting(
      "Nurse\nresponsibilities\nplan the shifts of the ward\nno travel\nlead the night team of eight nurses\n",
      lexicon: lexicon)
    #expect(posting.clauses.map(\.line) == [1, 2, 3, 4, 5])
  }

  @Test("a line without an end is read in parts, and a word without an end is one that is not read")
  func bounded() {
    let words = Posting(String(repeating: "no and travel ", count: 10_000), lexicon: lexicon)
    #expect(words.clauses.allSatisfy { $0.tokens.count <= 400 })
    let count = words.clauses.flatMap(\.tokens).count
    #expect(count == 30_000)
    let word = Posting(String(repeating: "x", count: 1_000_000), lexicon: lexicon)
    #expect(word.clauses.count == 1)
    #expect(word.clauses.allSatisfy { $0.reading.utf8.count <= 1_300 })
  }

  @Test("every clause is a verbatim range of the text as read, on its line, whatever the bytes")
  func verbatim() {
    var random = SeededRandom(seed: 11)
    let words = [
      "travel", "no", "日本語", "é", "— ", "•", "\t", "\r\n", "\n", ". ", ";", "team of 20", "🙂",
      "not", "you'll", "<b>", "</li>", "<script>", "&amp;", "&", "<", ":", "- ", "Duties", "..",
      "Work with", "·", "\u{FFFD}", "* ", "**", "e.g.", "\u{1B}[31m", "?", "\"",
    ]
    for _ in 0..<400 {
      let text = (0..<40).map { _ in words.randomElement(using: &random) ?? "" }.joined(
        separator: " ")
      let posting = Posting(text, lexicon: lexicon)
      let bytes = Array(posting.asRead.text.utf8)
      #expect(posting.asRead.given == text)
      var last = 0
      for clause in posting.clauses {
        let quote = posting.quote(clause)
        #expect(Array(quote.text.utf8) == Array(bytes[quote.range]), "\(text)")
        #expect(quote.line == 1 + bytes[..<quote.range.lowerBound].count { $0 == 10 })
        #expect(clause.range.lowerBound >= last, "\(text)")
        last = clause.range.upperBound
      }
    }
  }
}
