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
    let words: MessageFacts.Words

    var draft: MessageDraft {
      MessageDraft(purpose, facts: MessageFacts(contact: contact, words: words))
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

  @Test("nothing stands in quotation marks, and nothing is left to be filled in")
  func clean() {
    for one in Self.cases {
      #expect(!one.draft.body.contains { "“”{}~".contains($0) }, "\(one.draft.body)")
    }
  }
}

@Suite("people as answers name them")
struct NamedPersonTests {
  @Test(
    "are read from an entry: none, one, or two",
    arguments: [
      ("nobody", []), ("n/a", []), ("everyone", []), ("me", []),
      ("Rosa Beispiel", ["Rosa Beispiel"]), ("radka", ["Radka"]),
      ("Radka, and my brother in law Tom", ["Radka", "Tom"]),
      ("Jan Muster, keeper of instruments", ["Jan Muster"]), ("Doe, Jane", ["Jane Doe"]),
      ("Ölçer, İbrahim", ["İbrahim Ölçer"]), ("Dr. Ana Lopez", ["Dr. Ana Lopez"]),
      ("Tom from accounting", ["Tom"]), ("Radka and Tom", ["Radka", "Tom"]),
      ("Hanna van der Berg", ["Hanna van der Berg"]),
    ])
  func people(entry: String, names: [String]) {
    #expect(NamedPerson.people(in: entry).map(\.name) == names)
    #expect(!NamedPerson.people(in: entry).contains { !$0.isNamed })
  }

  @Test(
    "who is only described is kept, without a name",
    arguments: ["HR", "my boss", "the author of the paper", "my lead at Siemens", "VP of Sales"])
  func unnamed(entry: String) {
    let people = NamedPerson.people(in: entry)
    #expect(people.map(\.name) == [entry] && !people.contains { $0.isNamed })
    #expect(NamedPerson.address(of: entry, isFormal: false) == nil)
  }

  @Test(
    "are greeted by their given name, or by title and surname",
    arguments: [
      ("Rosa Beispiel", "Rosa"), ("Dr. Ana Lopez", "Dr. Lopez"), ("Doe, Jane", "Jane"),
      ("Ölçer, İbrahim", "İbrahim"), ("Prof. Hanna van der Berg", "Prof. van der Berg"),
      ("tom", "Tom"),
    ])
  func address(name: String, greeting: String) {
    #expect(NamedPerson.address(of: name, isFormal: false) == greeting)
  }

  @Test("who they are goes with them")
  func notes() {
    #expect(
      NamedPerson.people(in: "Radka, and my brother in law Tom").map(\.note) == [
        nil, "my brother in law",
      ])
    #expect(
      NamedPerson.people(in: "Jan Muster, keeper of instruments").first?.note
        == "keeper of instruments")
  }
}
