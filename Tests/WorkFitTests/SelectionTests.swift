import Testing
@testable import WorkFit

@Suite("which clauses are read against a statement")
struct SelectionTests {
  private let lexicon: Lexicon

  init() throws { lexicon = try plainLexicon(nearest: 3) }

  private func read(_ statements: [Statement], in posting: String, by reader: ScriptedReader) throws
    -> FitResult
  {
    try FitCheck(lexicon: lexicon, reader: reader).check(
      posting, against: Profile(statements: statements))
  }

  /// The clauses that were read, without those that only fill the posting.
  private func clauses(against statement: String, in lines: [String]) throws -> Set<String> {
    let reader = ScriptedReader()
    let fill = (1...12).map {
      "You look after the roses and the lawn with number \($0) of the staff."
    }
    _ = try read(
      [Statement(.energizer, statement)],
      in: (["Head Gardener"] + lines + fill).joined(separator: "\n"), by: reader)
    return Set(reader.pairs.map(\.clause)).subtracting(fill)
  }

  @Test("the title is always read")
  func title() throws {
    #expect(try clauses(against: "the roses and the lawn", in: []).contains("Head Gardener"))
  }

  @Test("so many of the nearest are read, and no others without a reason")
  func nearest() throws {
    let reader = ScriptedReader()
    let lines = (1...20).map { "You look after the garden at house \($0) in all weathers." }
    _ = try read(
      [Statement(.energizer, "being out in all weathers")],
      in: (["Head Gardener"] + lines).joined(separator: "\n"), by: reader)
    #expect(reader.pairs.count == 4 + 6)
  }

  @Test("a clause in which the statement's own rare word stands is read, however far it is")
  func rareWords() throws {
    let line = "Scala is what the irrigation runs on."
    #expect(
      try clauses(against: "writing Scala with the staff, and the lawn and the roses", in: [line])
        .contains(line))
  }

  @Test(
    "a clause with another name for the thing is read, in both directions",
    arguments: [
      ("nursing as an RN", "Every registered nurse has a pager."),
      ("working as a registered nurse", "Each RN has a pager."),
      ("k8s", "Experience with Kubernetes is needed."), ("driving a lorry", "HGV licence needed."),
      ("the ICU", "Intensive care has nine beds."), ("JS all day", "JavaScript on every page."),
      ("WFH", "Working from home is possible."), ("working from home", "Telework is possible."),
    ])
  func names(statement: String, line: String) throws {
    #expect(try clauses(against: statement, in: [line]).contains(line))
  }

  @Test("headings, boilerplate and how to apply are not read")
  func notRead() throws {
    let read = try clauses(
      against: "equal opportunity and applying with a race of applications",
      in: [
        "Duties", "We are an equal opportunity employer, regardless of race, religion or age.",
        "Please send your application by Friday.",
      ])
    #expect(read.filter { !$0.contains("the staff") } == ["Head Gardener"])
  }

  @Test("a pair is read once, and after one changed answer that answer alone is read")
  func kept() throws {
    let reader = ScriptedReader()
    let check = FitCheck(lexicon: lexicon, reader: reader)
    let posting = "Head Gardener\nYou plant trees.\nYou mow the lawn."
    let (one, two) = (Statement(.energizer, "planting trees"), Statement(.drain, "mowing lawns"))
    _ = try check.check(posting, against: Profile(statements: [one, two, one]))
    #expect(reader.pairs.count == 6)
    _ = try check.check(
      posting, against: Profile(statements: [one, Statement(.drain, "raking leaves")]))
    #expect(Set(reader.pairs.dropFirst(6).map(\.statement)) == ["raking leaves"])
  }

  @Test("judgements of another model are not taken over")
  func models() throws {
    let memory = JudgementMemory()
    let profile = Profile(statements: [Statement(.energizer, "planting trees")])
    for model in ["a", "b"] {
      let reader = ScriptedReader(model: model)
      _ = try FitCheck(lexicon: lexicon, reader: reader, judgements: memory).check(
        "Head Gardener\nYou plant trees.", against: profile)
      #expect(reader.pairs.count == 2)
    }
  }

  @Test("what was said on asking is read in brackets where it is short")
  func elaborations() {
    func reading(_ added: String...) -> String {
      Statement(role: .energizer, text: "deep\n work", rank: 1, elaborations: added).reading
    }
    #expect(reading() == "deep work")
    #expect(reading("hours alone", " in the shed ") == "deep work (hours alone; in the shed)")
    #expect(reading(String(repeating: "so long ", count: 30)) == "deep work")
  }

  @Test("an endless statement is read up to its bound")
  func endlessStatement() {
    let text = String(repeating: "x", count: 1_000_000)
    #expect(Statement(.energizer, text).reading.count == 300)
    #expect(Statement(.energizer, String(repeating: " ", count: 1_000_000)).reading.isEmpty)
  }

  @Test("what is in another language, too long or too much is left unread, and said so")
  func unread() throws {
    let reader = ScriptedReader()
    let lines =
      ["Head Gardener", "You plant trees.", "Wir suchen eine Gärtnerin für unsere Anlagen."]
      + [String(repeating: "z", count: 5_000)]
      + (1...2_100).map { "You mow lawn \($0)." }
    let result = try read(
      [
        Statement(.energizer, "planting"), Statement(.drain, "Arbeit mit dem und der"),
        Statement(.drain, "  "),
      ],
      in: lines.joined(separator: "\n"), by: reader)
    let counts = Dictionary(uniqueKeysWithValues: result.unread.map { ($0.reason, $0.count) })
    #expect(
      counts == [
        .clauseInAnotherLanguage: 1, .clauseTooLong: 1, .tooManyClauses: 102,
        .statementInAnotherLanguage: 1, .statementEmpty: 1,
      ])
    #expect(result.findings.count == 3)
  }
}
