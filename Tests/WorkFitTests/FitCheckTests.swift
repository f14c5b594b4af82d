import struct QuestionFlow.SeededRandom
import Testing
@testable import WorkFit

@Suite("a fit-check")
struct FitCheckTests {
  private let lexicon: Lexicon

  init() throws { lexicon = try plainLexicon() }

  static let shiny = """
    Vice President of Research
    We are the world's leading laboratory, and you would be one of a select few.

    Responsibilities
    You lead a team of 60 people and hold performance reviews with every one of them.
    Your days are full of back-to-back meetings with the board.
    You travel to all of our sites.
    You answer for a budget of 40 million.
    What we offer
    An attractive package with stock options.
    """

  static let quiet = """
    Archivist in a county library
    Responsibilities
    You work alone for long, uninterrupted hours with old maps and letters.
    You decide for yourself how the work is done.
    You find out where a document came from, which can be a hard puzzle.
    There is no travel, and there are no direct reports.
    """

  private let scholar = Profile(statements: [
    Statement(.energizer, "long stretches of uninterrupted deep work"),
    Statement(.energizer, "a hard puzzle", rank: 2),
    Statement(.drain, "managing people's appraisals"),
    Statement(.dealBreaker, "constant travel"),
  ])

  private func check(_ posting: String, _ profile: Profile, by reader: ScriptedReader) throws
    -> FitResult
  {
    try FitCheck(lexicon: lexicon, reader: reader).check(posting, against: profile)
  }

  /// Reads as a careful person would, for the postings above.
  private let reader = ScriptedReader { pair in
    switch (pair.statement, pair.clause) {
    case ("long stretches of uninterrupted deep work", let clause)
    where clause.contains("back-to-back"):
      Relation(supplies: 0.001, opposes: 0.97)
    case ("long stretches of uninterrupted deep work", let clause)
    where clause.contains("uninterrupted hours"):
      Relation(supplies: 0.98, opposes: 0.001)
    case ("a hard puzzle", let clause) where clause.contains("puzzle"):
      Relation(supplies: 0.96, opposes: 0.001)
    case ("managing people's appraisals", let clause) where clause.contains("reviews"):
      Relation(supplies: 0.95, opposes: 0.001)
    case ("managing people's appraisals", let clause) where clause.contains("no direct reports"):
      Relation(supplies: 0.001, opposes: 0.95)
    case ("constant travel", let clause) where clause.contains("all of our sites"):
      Relation(supplies: 0.99, opposes: 0.001)
    case ("constant travel", let clause) where clause.contains("no travel"):
      Relation(supplies: 0.001, opposes: 0.99)
    default: .nothing
    }
  }

  @Test("flags an impressive posting that conflicts, quoting its lines and the person's words")
  func flagged() throws {
    let result = try check(Self.shiny, scholar, by: reader)
    #expect(result.verdict == .impressiveButDraining)
    #expect(result.isFlagged)
    #expect(result.findings.map(\.kind) == [.conflict, .missing, .drain, .mustHaveBroken])
    let conflict = try #require(result.findings.first)
    #expect(conflict.statement.text == "long stretches of uninterrupted deep work")
    #expect(conflict.evidence.map(\.quote.line) == [6])
    #expect(
      conflict.evidence.map(\.quote.text) == [
        "Your days are full of back-to-back meetings with the board."
      ])
    #expect(conflict.evidence.map(\.side) == [.against])
    #expect(conflict.why == "The posting says the opposite of it.")
  }

  @Test("a quiet posting that feeds the person is said to, and not flagged")
  func quiet() throws {
    let result = try check(Self.quiet, scholar, by: reader)
    #expect(result.verdict == .quietButEnergizing)
    #expect(!result.isFlagged)
    #expect(result.findings.map(\.kind) == [.fed, .fed, .drainAbsent, .mustHaveMet])
    #expect(result.findings.allSatisfy { $0.ask == nil })
  }

  @Test("evidence for and against is never netted away")
  func both() throws {
    let reader = ScriptedReader { pair in
      pair.clause.contains("alone")
        ? Relation(supplies: 0.97, opposes: 0.01)
        : pair.clause.contains("decide") ? Relation(supplies: 0.01, opposes: 0.94) : .nothing
    }
    let result = try check(
      Self.quiet, Profile(statements: [Statement(.energizer, "working alone as I decide")]),
      by: reader)
    let finding = try #require(result.findings.first)
    #expect(finding.kind == .mixed)
    #expect(finding.evidence.map(\.side) == [.for, .against])
    #expect(finding.evidence.map(\.quote.line) == [3, 4])
  }

  @Test("what is not sure is a question, with the line that raised it")
  func unsure() throws {
    let result = try check(
      Self.quiet, Profile(statements: [Statement(.energizer, "old knots")]),
      by: ScriptedReader(supplies: ["puzzle": 0.6]))
    let finding = try #require(result.findings.first)
    #expect(finding.kind == .unclear)
    #expect(finding.evidence.map(\.quote.line) == [5])
    #expect(finding.ask == "Where in an ordinary week would I meet “old knots” here?")
    #expect(abs(finding.probability - 0.6) < 0.001)
  }

  @Test("nothing found is said, and counts for nobody")
  func silence() throws {
    let posting = Self.quiet.replacing(
      "There is no travel, and there are no direct reports.", with: "")
    let result = try check(posting, scholar, by: ScriptedReader())
    #expect(result.findings.allSatisfy { $0.kind == .missing && $0.evidence.isEmpty })
    #expect(result.verdict == .notEnoughToTell)
    #expect(result.energy == 0 && result.confidence == 0)
  }

  @Test("evidence is one to three clauses, the most telling first, and none that is not sure")
  func evidence() throws {
    let posting =
      "Head Gardener\nDuties\n" + (1...6).map { "You plant tree \($0)." }.joined(separator: "\n")
    let reader = ScriptedReader(supplies: [
      "tree 2": 0.92, "tree 4": 0.99, "tree 5": 0.7, "tree 6": 0.9, "tree 1": 0.4,
    ])
    var wide = lexicon
    wide.judge = try Judge(
      yaml:
        #"{"model": "x", "features": ["p1"], "supplied": {"bias": 0, "weights": [1]}, "opposed": {"bias": -9, "weights": [0]}, "assert": 0.9, "assertMust": 0.95, "question": 0.3, "nearest": 10}"#,
      file: "judge.json")
    let result = try FitCheck(lexicon: wide, reader: reader).check(
      posting, against: Profile(statements: [Statement(.energizer, "planting")]))
    #expect(
      result.findings.first?.evidence.map(\.quote.text) == [
        "You plant tree 4.", "You plant tree 2.", "You plant tree 6.",
      ])
  }

  @Test("a facet names what a statement is about where that is clear, and lends its question")
  func facets() throws {
    let result = try check(
      Self.quiet,
      Profile(statements: [
        Statement(.energizer, "uninterrupted work"), Statement(.energizer, "marmalade", rank: 2),
      ]), by: ScriptedReader())
    #expect(result.findings.map(\.facet?.rawValue) == ["focus", nil])
    #expect(
      result.findings.first?.ask
        == "How long, in an ordinary week, does one get to work on one thing without being interrupted?"
    )
  }

  @Test("an amount that is not named is asked for, whatever the reader makes of a line")
  func amount() throws {
    let result = try check(
      Self.quiet, Profile(statements: [Statement(.mustHave, "at least 60k")]),
      by: ScriptedReader(supplies: ["decide": 0.99]))
    let finding = try #require(result.findings.first)
    #expect(finding.kind == .missing)
    #expect(finding.evidence.isEmpty)
    #expect(finding.ask == "What does the job pay?")
    #expect(finding.explanation.restsOnAmount)
  }

  @Test("a strength that tires is named beside what drains")
  func tiringNamed() throws {
    let tired = Statement(role: .strength, text: "managing people", rank: 1, tires: true)
    let result = try check(
      Self.shiny, Profile(statements: [Statement(.drain, "performance reviews"), tired]),
      by: ScriptedReader { pair in
        pair.clause.contains("reviews") ? Relation(supplies: 0.97, opposes: 0) : .nothing
      })
    #expect(result.findings.map(\.stance) == [.against, .against])
    #expect(
      result.sentence.contains("is full of what drains you, “performance reviews”"),
      "\(result.sentence)")
    #expect(result.sentence.contains("and “managing people”"))
  }

  @Test("a strength that tires counts against")
  func tiring() throws {
    let tired = Statement(role: .strength, text: "managing people", rank: 1, tires: true)
    let result = try check(
      Self.shiny, Profile(statements: [Statement(.energizer, "maps"), tired]),
      by: ScriptedReader { pair in
        pair.statement == "managing people" && pair.clause.contains("reviews")
          ? Relation(supplies: 0.97, opposes: 0) : .nothing
      })
    let finding = try #require(result.findings.last)
    #expect(finding.kind == .strengthUsed)
    #expect(finding.why == "The job asks for it. You said that you are tired of it.")
    #expect(result.energy < 0)
    // It is said to run against them wherever that is said.
    #expect(finding.stance == .against)
    #expect(finding.ask.map(result.questions.contains) == true)
    #expect(FitReport(result).findings.map(\.stance) == [.open, .against])
  }

  @Test(
    "what cannot be read is not judged, and still every statement has its finding",
    arguments: [
      "",
      "We use cookies to improve your experience. Accept all. Manage preferences. You can withdraw consent at any moment in the footer of every page of this website, where the list of partners is.",
      "Wir suchen eine Leiterin für unsere Abteilung. Sie führen vierzig Mitarbeitende, reisen viel und berichten dem Vorstand. Wir bieten ein attraktives Gehalt und flexible Arbeitszeiten. Bitte senden Sie Ihre Unterlagen bis Ende des Monats.",
      "当社では新しい庭師を募集しています。毎日木を植え、芝を刈り、二人の見習いを指導します。経験者歓迎。勤務地は京都です。",
      "Мы ищем главного садовника для трёх городских парков. Вы сажаете деревья и учите двух учеников.",
    ])
  func illegible(posting: String) throws {
    let reader = ScriptedReader(supplies: ["": 0.99])
    let result = try check(posting, scholar, by: reader)
    #expect(result.verdict == .notEnoughToTell)
    #expect(result.legibility != .posting)
    #expect(result.findings.count == 4)
    #expect(result.findings.allSatisfy { $0.evidence.isEmpty })
    #expect(reader.pairs.isEmpty)
  }

  @Test("a stopped reading makes nothing up")
  func stopped() {
    #expect(throws: ScriptedReader.Stopped.self) {
      _ = try FitCheck(lexicon: lexicon, reader: ScriptedReader()).check(
        Self.quiet, against: scholar, goOn: { _ in false })
    }
  }

  @Test("an explanation shows the clauses read, their judgements and the threshold")
  func explanation() throws {
    let result = try check(Self.shiny, scholar, by: reader)
    let explanation = try #require(result.findings.first?.explanation)
    #expect(explanation.statement == "long stretches of uninterrupted deep work")
    #expect(explanation.threshold == 0.9 && explanation.question == 0.3)
    #expect(explanation.lines.first?.line == 6)
    #expect(explanation.lines.first?.opposes == 0.97)
    #expect(explanation.lines.contains { $0.reading == "Vice President of Research" })
  }

  @Test(
    "a posting is named by its own first words",
    arguments: [
      ("# Head Gardener\n\nYou plant trees.", "Head Gardener"),
      ("Sign in\nJobs > Leeds\nHead Gardener\nYou plant trees.", "Head Gardener"),
      ("Job title: Head Gardener\nYou plant trees.", "Job title: Head Gardener"),
      ("<title>x</title><h1>Head   Gardener</h1><p>You plant trees.</p>", "x"),
    ])
  func title(posting: String, title: String) {
    let check = FitCheck(lexicon: lexicon, reader: ScriptedReader())
    #expect(check.title(of: posting, most: 40) == title)
  }

  // MARK: - Properties

  private static let lines = [
    "You plant trees — in all weathers.", "• Mow the lawn 🙂", "Führen Sie das Team", "Duties:",
    "- sell roses; win customers; close deals", "You will not:", "- travel", "日本語の行です。",
    "<b>Pay</b> &amp; pension", "No nights, weekends or travel.", "But not required.", "\u{FEFF}x",
    "",
    "Café manager é", "You lead “two” apprentices, and you’ll like it.",
  ]

  private static func posting(_ random: inout SeededRandom) -> String {
    "Head Gardener of the county, working with a team\n"
      + (0..<Int.random(in: 0...25, using: &random)).map { _ in
        lines.randomElement(using: &random) ?? ""
      }
      .joined(separator: ["\n", "\r\n", " "].randomElement(using: &random) ?? "\n")
  }

  @Test(
    "every statement has one finding, every quote stands verbatim at its place and between scalars")
  func contract() throws {
    var random = SeededRandom(seed: 5)
    for _ in 0..<60 {
      let posting = Self.posting(&random)
      let seed = UInt64.random(in: 0...999, using: &random)
      let reader = ScriptedReader { pair in
        var own = SeededRandom(
          seed: seed &+ UInt64(pair.clause.utf8.count &* 31 &+ pair.statement.utf8.count))
        let supplies = Double.random(in: 0...1, using: &own)
        return Relation(
          supplies: supplies, opposes: (1 - supplies) * Double.random(in: 0...1, using: &own))
      }
      let statements = Role.allCases.flatMap { role in
        (1...3).map { Statement(role, "trees \(role.rawValue) \($0)", rank: $0) }
      }
      let result = try check(posting, Profile(statements: statements), by: reader)
      let report = FitReport(result)
      #expect(
        report.findings.map(\.answer.text)
          == statements.filter { $0.role != .prestigePull }.map(\.text))
      // Quotes are those of the text as read, which is the posting itself where nothing was decoded.
      let read = TextAsRead(posting)
      #expect((report.decoded == true) == (read.text != posting))
      let bytes = Array(read.text.utf8)
      for finding in report.findings {
        let isFound = ![Finding.Kind.missing, .unclear].contains(finding.kind)
        #expect(finding.evidence.count <= 3 && (!isFound || !finding.evidence.isEmpty))
        for quote in finding.evidence {
          #expect(Array(quote.quote.utf8) == Array(bytes[quote.start..<quote.end]))
          #expect(String(validating: bytes[quote.start..<quote.end], as: UTF8.self) != nil)
          #expect(quote.line == 1 + bytes[..<quote.start].count { $0 == 10 })
        }
      }
      #expect((-1...1).contains(report.energy) && (0...1).contains(report.confidence))
      #expect((0...1).contains(report.impressiveness) && (0...4).contains(report.shine))
    }
  }

  @Test("one conflict more never makes the verdict better, and what is unsure moves nothing")
  func monotone() throws {
    var random = SeededRandom(seed: 7)
    func goodness(_ verdict: Verdict) -> Int {
      switch verdict {
      case .impressiveAndEnergizing, .quietButEnergizing: 2
      case .mixed, .notEnoughToTell: 1
      case .impressiveButDraining, .quietAndDraining: 0
      }
    }
    let roles = Role.allCases.filter { $0 != .prestigePull }
    for _ in 0..<60 {
      let statements = (1...8).map { rank in
        Statement(
          role: roles.randomElement(using: &random) ?? .energizer, text: "statement \(rank)",
          rank: rank,
          weight: Double.random(in: 0.2...3, using: &random))
      }
      // 0 silent, 1 supplied, 2 opposed, 3 unsure
      let outcomes = statements.map { _ in Int.random(in: 0...3, using: &random) }
      func verdict(_ outcomes: [Int]) throws -> (Verdict, Double) {
        let table = Dictionary(uniqueKeysWithValues: zip(statements.map(\.text), outcomes))
        let reader = ScriptedReader { pair in
          switch table[pair.statement] {
          case 1: Relation(supplies: 0.99, opposes: 0)
          case 2: Relation(supplies: 0, opposes: 0.99)
          case 3: Relation(supplies: 0.5, opposes: 0)
          default: .nothing
          }
        }
        let result = try check(Self.shiny, Profile(statements: statements), by: reader)
        return (result.verdict, result.energy)
      }
      let before = try verdict(outcomes)
      for place in outcomes.indices where outcomes[place] == 0 || outcomes[place] == 3 {
        let isAverse = [.drain, .dealBreaker].contains(statements[place].role)
        var worse = outcomes
        worse[place] = isAverse ? 1 : 2
        let after = try verdict(worse)
        #expect(goodness(after.0) <= goodness(before.0))
        #expect(after.1 <= before.1)
        var unsure = outcomes
        unsure[place] = outcomes[place] == 0 ? 3 : 0
        #expect(try verdict(unsure) == before)
      }
    }
  }
}
