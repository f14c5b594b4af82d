import Testing
@testable import WorkFit

@Suite("a fit-check")
struct FitCheckTests {
  private let check: FitCheck

  init() throws { check = FitCheck(lexicon: try lexicon.get()) }

  static let shiny = """
    Vice President of Research
    We are the world's leading laboratory, and you would be one of a select few.

    Responsibilities
    You lead a team of 60 people and hold performance reviews with every one of them.
    Your days are full of back-to-back meetings with the board.
    You travel up to 60% of the time.
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
    Statement(role: .energizer, text: "long stretches of uninterrupted deep work", rank: 1),
    Statement(role: .energizer, text: "a hard puzzle", rank: 2),
    Statement(role: .drain, text: "managing people's appraisals", rank: 1),
    Statement(role: .dealBreaker, text: "constant travel", rank: 1),
  ])

  @Test("flags an impressive posting that conflicts, quoting its lines and the person's words")
  func flagged() {
    let result = check.check(Self.shiny, against: scholar)
    #expect(result.verdict == .impressiveButDraining)
    #expect(result.isFlagged)
    let conflict = result.findings.first { $0.kind == .conflict }
    #expect(conflict?.statement.text == "long stretches of uninterrupted deep work")
    #expect(
      conflict?.evidence.map(\.text) == [
        "Your days are full of back-to-back meetings with the board."
      ])
    #expect(conflict?.evidence.map(\.line) == [6])
    #expect(result.findings.contains { $0.kind == .mustHaveBroken && $0.evidence.first?.line == 7 })
  }

  @Test("a quiet posting that feeds the person is said to, and not flagged")
  func quiet() {
    let result = check.check(Self.quiet, against: scholar)
    #expect(result.verdict == .quietButEnergizing)
    #expect(!result.isFlagged)
    #expect(result.findings.filter { $0.kind == .fed }.count == 2)
  }

  @Test("an impressive posting that fits is not flagged")
  func impressiveAndFitting() {
    let leader = Profile(statements: [
      Statement(role: .energizer, text: "leading people and watching a team grow", rank: 1),
      Statement(role: .energizer, text: "travelling the world", rank: 2),
    ])
    #expect(check.check(Self.shiny, against: leader).verdict == .impressiveAndEnergizing)
  }

  @Test("silence is missing, not a conflict, and says what was looked for")
  func silence() {
    let result = check.check(
      """
      Bookkeeper
      Responsibilities
      You keep the books of a small firm and prepare the invoices every week with care.
      You process incoming invoices and reconcile the accounts at the end of each month.
      """, against: scholar)
    let finding = result.findings.first
    #expect(finding?.kind == .missing)
    #expect(finding?.evidence.isEmpty == true)
    #expect(
      finding?.why
        == "I looked for long stretches of undisturbed work, or the opposite, and found neither said clearly."
    )
    #expect(result.verdict != .impressiveButDraining)
  }

  @Test(
    "every energizer has exactly one finding, and every claim a quote that stands verbatim at its place"
  )
  func contract() throws {
    for posting in [Self.shiny, Self.quiet, "one word", ""] {
      let report = FitReport(check.check(posting, against: scholar))
      for energizer in scholar.statements(.energizer) {
        let findings = report.findings.filter { $0.answer.text == energizer.text }
        #expect(findings.count == 1)
        #expect(findings.allSatisfy { [.fed, .conflict, .missing, .unclear].contains($0.kind) })
      }
      let bytes = Array(posting.utf8)
      for finding in report.findings {
        if ![.missing, .unclear, .strengthIdle].contains(finding.kind) {
          #expect(!finding.evidence.isEmpty)
        }
        for quote in finding.evidence {
          #expect(Array(quote.quote.utf8) == Array(bytes[quote.start..<quote.end]))
        }
      }
      #expect(
        (-1...1).contains(report.energy) && (0...1).contains(report.impressiveness)
          && (0...1).contains(report.confidence))
    }
  }

  @Test(
    "what cannot be judged is not judged",
    arguments: [
      "Engineer wanted.", "",
      "We use cookies to improve your experience. Accept all. Manage preferences. You can withdraw consent at any time in the footer of every page of this website, where the list of partners is.",
      "Wir suchen eine Leiterin für unsere Abteilung. Sie führen vierzig Mitarbeitende, reisen viel und berichten dem Vorstand. Wir bieten ein attraktives Gehalt und flexible Arbeitszeiten in einem internationalen Umfeld. Sie bringen Erfahrung mit und arbeiten gern im Team. Bitte senden Sie Ihre Unterlagen bis Ende des Monats an unsere Personalabteilung. Wir freuen uns auf Sie und Ihre Bewerbung sehr.",
    ])
  func illegible(posting: String) {
    let result = check.check(posting, against: scholar)
    #expect(result.verdict == .notEnoughToTell)
    #expect(result.legibility != .posting)
    #expect(result.findings.allSatisfy { $0.evidence.isEmpty })
    #expect(result.isJudged || result.findings.isEmpty && result.prestige.isEmpty)
  }

  @Test(
    "a posting is named by its own first words",
    arguments: [
      ("# Head Gardener\n\nYou plant trees.", "Head Gardener"),
      ("Sign in\nJobs > Leeds\nHead Gardener\nYou plant trees.", "Head Gardener"),
      ("<title>x</title><h1>Head   Gardener</h1><p>You plant trees.</p>", "x"),
    ])
  func title(posting: String, title: String) {
    #expect(check.title(of: posting, most: 40) == title)
  }

  @Test("a strength is asked for by a duty of the same kind, and by no other")
  func sameKind() throws {
    let profile = Profile(statements: [
      Statement(role: .energizer, text: "travelling often", rank: 1),
      Statement(role: .strength, text: "repairing engines", rank: 1),
    ])
    func strength(_ duty: String) throws -> Finding {
      let posting =
        "Depot hand\nDuties\n\(duty)\nYou answer to the head of the depot and its clerk, and "
        + "your day begins with tea in the yard beside the river at seven.\n"
      return try #require(
        check.check(posting, against: profile).findings.first { $0.statement.role == .strength })
    }
    let used = try strength("Repair and maintain diesel engines, gearboxes and pumps.")
    #expect(used.kind == .strengthUsed)
    #expect(
      used.evidence.map(\.text) == ["Repair and maintain diesel engines, gearboxes and pumps."])
    #expect(used.why == "The job asks for it: this is work of the same kind.")
    #expect(try strength("Interview applicants for posts in the office.").kind == .strengthIdle)
  }

  @Test("a strength that tires counts on both sides")
  func tiring() {
    let profile = Profile(statements: [
      Statement(role: .energizer, text: "travelling often", rank: 1),
      Statement(role: .strength, text: "managing people", rank: 1, tires: true),
    ])
    let result = check.check(Self.shiny, against: profile)
    let finding = result.findings.first { $0.statement.role == .strength }
    #expect(finding?.kind == .strengthUsed)
    #expect(finding?.why.hasSuffix("and you said that you are tired of it.") == true)
  }
}
