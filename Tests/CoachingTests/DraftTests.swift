import Foundation
import Testing

@testable import Coaching

/// Drafts that one would send: ten fictional people, each with what they said and to whom they write.
@Suite("drafts")
struct DraftTests {
  struct Case {
    let title: String
    let purpose: MessageDraft.Purpose
    let contact: Contact
    var language = "en"
    let words: MessageFacts.Words

    var draft: MessageDraft {
      MessageDraft(purpose, facts: MessageFacts(contact: contact, language: language, words: words))
    }
  }

  private static func contact(_ name: String, _ change: (inout Contact) -> Void = { _ in })
    -> Contact
  {
    var contact = Contact(id: 1, name: name)
    change(&contact)
    return contact
  }

  private static func heard(
    _ name: String, surprise: String? = nil, dots: String? = nil, names: [String] = [],
    change: String? = nil
  ) -> AnswerSheet.Debrief {
    AnswerSheet.Debrief(name: name, surprise: surprise, dots: dots, names: names, change: change)
  }

  static let cases: [Case] = [
    Case(
      title: "a clockmaker, to a former lead who said “let's talk about you”", purpose: .request,
      contact: contact("Rosa Beispiel") {
        $0.sponsorSign = "let's talk about you"
        $0.reach = 2
      },
      words: .init(
        summary:
          "I would restore clocks and instruments for a museum, at a bench of my own. It need not be here.",
        doing: "restoring clocks at the bench", open: "whether museums still employ anybody for it",
        me: "Lena", tone: "warm")),
    Case(
      title: "a nurse, brief, with a smallest message of her own", purpose: .request,
      contact: contact("Dr. Ana Lopez") { $0.reach = 3 },
      words: .init(
        doing: "teaching new colleagues on the ward", open: "the pay",
        smallest:
          "Dear Dr. Lopez, could I ask you for 20 minutes on how teaching posts on the wards come about? Any week suits me.\nBest\nMina",
        me: "Mina Muster", tone: "brief", others: ["Dr. Ana Lopez", "Tom Muster"])),
    Case(
      title: "an engineer, formal, to somebody whose name was typed surname first",
      purpose: .request,
      contact: contact("Ölçer, İbrahim") { $0.reach = 2 },
      words: .init(
        doing: "Build tools for people who repair farm machines; also documentation",
        open: "Is there a market for it?", me: "Jonas Fiktiv", tone: "formal")),
    Case(
      title: "a librarian, brief, to a peer who has been through it", purpose: .request,
      contact: contact("Tom") { $0.relation = "has been through it" },
      words: .init(doing: "old maps and the people who need them", me: "Ada", tone: "brief")),
    Case(
      title: "a teacher whose smallest message was meant for somebody else", purpose: .request,
      contact: contact("Jan Muster") { $0.relation = "former lead" },
      words: .init(
        doing: "writing exercises that children like",
        open: "I don't know if I'm good enough",
        smallest: "Hi Rosa, would you have half an hour in May for me, as Rosa always finds a way?",
        me: "Pia", tone: "warm", others: ["Rosa Beispiel", "Jan Muster"])),
    Case(
      title: "a cook, to “my boss”, of whom no name is known", purpose: .request,
      contact: contact("my boss"),
      words: .init(
        doing: "To run a small kitchen with four people, where the menu follows the market",
        me: "Kofi",
        tone: "warm")),
    Case(
      title: "an analyst, reminding with the twenty minutes once asked for", purpose: .followUp,
      contact: contact("Noor Example") { $0.status = .asked },
      words: .init(
        smallest:
          "May I have twenty minutes of yours in June, about how the harbour plans its traffic?",
        me: "Sam", tone: "warm")),
    Case(
      title: "a translator, brief, after a yes", purpose: .followUp,
      contact: contact("Mika Beispiel") { $0.status = .agreed },
      words: .init(me: "Ines", tone: "brief")),
    Case(
      title: "a restorer, thanking", purpose: .thanks,
      contact: contact("Rosa Beispiel") { $0.status = .talked },
      words: .init(
        me: "Lena", tone: "warm",
        debrief: heard(
          "Rosa", surprise: "That she had asked herself the same at my age",
          dots: "That museums share a restorer between them", names: ["Ada Muster", "HR"],
          change: "three museums instead of one"))),
    Case(
      title: "a planner, thanking formally, with nothing to be repeated", purpose: .thanks,
      contact: contact("Prof. Hanna van der Berg") { $0.status = .talked },
      words: .init(
        me: "Emil Fiktiv", tone: "formal",
        debrief: heard(
          "Hanna", surprise: "how bored he was with his boss", dots: "she hates meetings",
          change: "nothing that I'd tell her"))),
    Case(
      title: "a charge nurse who thinks aloud, to the author of a paper", purpose: .request,
      contact: contact("Mina Beispiel") {
        $0.relation = "her paper on night shifts"
        $0.reach = 2
      },
      words: .init(
        doing:
          "Well I suppose I'd be running the staffing of a hospital, so deciding who works where and teaching the charge nurses how to do it without screaming",
        open:
          "honestly, whether I need the degree first and if somebody would even take me seriously without it",
        me: "Gail", tone: "warm")),
    Case(
      title: "a baker who writes notes, brief, to somebody known by surname and title",
      purpose: .request, contact: contact("Dr. med. Ana Lopez"),
      words: .init(
        doing: "teaching two apprentices, without shouting",
        smallest: "20 mins on how you came to run a kitchen of your own", me: "Jo", tone: "brief")),
    Case(
      title: "a mapmaker whose message has lost its subject", purpose: .request,
      contact: contact("Noor Example"),
      words: .init(
        doing: "maps for people on foot",
        smallest:
          "Saw your map of the harbour last week. Would love to hear how you chose the colours.",
        me: "Ada", tone: "warm")),
    Case(
      title: "an official, formal, in German, who asks for twenty minutes on the phone",
      purpose: .request, contact: contact("Herr Ministerialrat Dr. Beispiel") { $0.reach = 3 },
      language: "de",
      words: .init(
        doing:
          "na ja, ich glaube, Bürger beraten und Bescheide so schreiben, dass man sie versteht",
        open: "ob es solche Stellen gibt und ob man mich ernst nehmen würde",
        smallest: "zwanzig minuten am telefon", me: "Emil Fiktiv", tone: "formal")),
    Case(
      title: "a son, to his mother", purpose: .request,
      contact: contact("my mum") { $0.reach = 2 },
      words: .init(
        doing: "fixing bikes for people who cannot afford new ones",
        open: "whether one can live on it", me: "it's Jo", tone: "brief")),
    Case(
      title: "a daughter, in German, to her mother, with a message of her own", purpose: .request,
      contact: contact("Mama"), language: "de",
      words: .init(
        doing: "Orgeln stimmen",
        smallest: "Hallo Mama, hast du am Sonntag zehn Minuten für mich? Es geht um die Orgeln.",
        me: "Ich bin Ida", tone: "formal", others: ["Mama"])),
    Case(
      title: "a teacher, to a former pupil two levels up", purpose: .request,
      contact: contact("Harold Beispiel") {
        $0.relation = "my former pupil"
        $0.reach = 2
      },
      words: .init(
        summary: "To sit with three pupils and read Virgil, somewhere with a stove.",
        doing: "Nothing", open: "the stove", me: "R. Muster (Miss)", tone: "formal",
        chosen: "mine")),
    Case(
      title: "an accountant, brief, whose question is a note", purpose: .request,
      contact: contact("Petra Muster") { $0.relation = "my old boss" },
      words: .init(
        doing: "doing the books of small charities", open: "part time possible?", me: "Lee",
        tone: "brief")),
    Case(
      title: "a nurse, to the second of three above her", purpose: .request,
      contact: {
        var somebody = Contact(id: 2, name: "Noor Example")
        somebody.reach = 2
        return somebody
      }(),
      words: .init(
        doing: "Well, what I'd really like is to run the bedside teaching on two wards",
        open: "whether I'd need a master's for it", me: "Gita", tone: "warm",
        changes: ["I drop the master's"])),
    Case(
      title: "a nurse, to the third of three above her", purpose: .request,
      contact: {
        var somebody = Contact(id: 3, name: "Ruth Muster")
        somebody.reach = 3
        return somebody
      }(),
      words: .init(doing: "bedside teaching", me: "Gita", tone: "warm")),
    Case(
      title: "an accountant, thanking a cousin, with a change to think about", purpose: .thanks,
      contact: contact("Reza") {
        $0.relation = "my cousin"
        $0.status = .talked
      },
      words: .init(
        me: "Gita", tone: "warm",
        debrief: heard(
          "Reza", dots: "That the treasurer of a charity is never alone",
          change: "become charity treasurer"))),
    Case(
      title: "an official, thanking in German, who was sent to somebody", purpose: .thanks,
      contact: contact("Frau Brandt") { $0.status = .talked }, language: "de",
      words: .init(
        me: "Unterschreib mit Jörg Muster", tone: "formal",
        debrief: heard(
          "Frau Brandt", dots: "Dass Quereinsteiger gesucht werden", names: ["Herr Kranz"],
          change: "Prüfungen leiten statt Akten führen"))),
    Case(
      title: "a teacher, warmly, in German, to the author of a talk", purpose: .request,
      contact: contact("Petra Muster") { $0.relation = "ihr Vortrag über Werkstätten in Museen" },
      language: "de",
      words: .init(
        doing: "Werkstätten für Kinder leiten", smallest: "eine viertelstunde", me: "Pia",
        tone: "warm")),
  ]

  private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures/drafts.txt")

  /// With NEXTMOVE_RECORD set, the file is written anew, and the test fails so that nobody records by accident.
  @Test("of ten people, whole")
  func whole() throws {
    let shown = Self.cases.map { "== \($0.title)\n\($0.draft.subject)\n\n\($0.draft.body)" }
      .joined(separator: "\n")
    if ProcessInfo.processInfo.environment["NEXTMOVE_RECORD"] != nil {
      try Data(shown.utf8).write(to: Self.file)
      Issue.record("The drafts were recorded; read them aloud.")
    }
    let expected = try String(contentsOf: Self.file, encoding: .utf8)
    for (one, other) in zip(
      shown.components(separatedBy: "== "), expected.components(separatedBy: "== "))
    {
      #expect(one == other)
    }
    #expect(shown.count == expected.count)
  }

  @Test("a brief one has under 80 words, whatever was said")
  func brief() {
    for one in Self.cases where one.words.tone == "brief" {
      #expect(one.draft.body.split(whereSeparator: \.isWhitespace).count < 80, "\(one.title)")
    }
    var words = MessageFacts.Words(
      doing: Array(repeating: "mending one clock", count: 10).joined(separator: " "),
      open: "whether anybody needs it", tone: "brief")
    words.me = "Lena"
    let draft = MessageDraft(
      .request, facts: MessageFacts(contact: Self.contact("Rosa"), words: words))
    #expect(draft.body.split(whereSeparator: \.isWhitespace).count < 80)
  }

  @Test(
    "what one tells a friend, and what only leads to it, stays out",
    arguments: ["scream", "suppose", "serious", "shout", "honestly", "ernst", "na ja", "glaube"])
  func heldBack(word: String) {
    for one in Self.cases {
      #expect(!one.draft.body.lowercased().contains(word), "\(one.draft.body)")
    }
  }

  @Test("nothing stands in quotation marks, and nothing is left to be filled in")
  func clean() {
    for one in Self.cases {
      #expect(!one.draft.body.contains { "“”{}~".contains($0) }, "\(one.draft.body)")
    }
  }
}
