import Testing
@testable import WorkFit

@Suite("a text that is no posting is said to be none")
struct NoPostingTests {
  private let lexicon: Lexicon

  init() throws { lexicon = try WorkFitTests.lexicon.get() }

  private func legibility(_ text: String) -> Legibility {
    Legibility(Posting(text, lexicon: lexicon), lexicon: lexicon)
  }

  @Test("a poem")
  func poem() {
    #expect(
      legibility(
        """
        The frost came down upon the lane,
        And silvered every stone,
        The owl flew over field and grain
        And called the night her own.
        The moon looked in at every pane,
        And found the mice alone,
        Who danced until the morning rain
        To music of their own.
        """) == .notAPosting)
  }

  @Test("a contract, although it speaks of duties and pay")
  func contract() {
    #expect(
      legibility(
        """
        SERVICE AGREEMENT
        This Agreement is made between Lower Garden Ltd (the Company) and Ann Example (the Contractor).
        1. Duties
        The Contractor shall perform the services set out in the schedule hereto with due care and skill.
        2. Remuneration
        The Company shall pay the Contractor a fee of £200 a day within 30 days of each invoice.
        3. Liability
        The Contractor shall indemnify the Company against all claims arising hereunder.
        4. Governing law
        This Agreement is governed by the law of England, and the parties submit to its courts.
        """) == .notAPosting)
  }

  @Test("a log file")
  func log() {
    let line = "2026-11-02 09:14:0%d INFO worker job 41 started for client 7, team queue ready\n"
    let text = (0...9).map { line.replacing("%d", with: String($0)) }.joined()
    #expect(legibility(text) == .notAPosting)
  }

  @Test("a page without words, and a page of menus alone")
  func empty() {
    #expect(legibility("<html><body><script>start()</script></body></html>") == .tooShort)
    #expect(legibility("Home\nJobs\nSign in\nBlog\nContact us\n") == .tooShort)
  }

  @Test("a posting that names contracts and a log is one")
  func posting() {
    #expect(legibility(FitCheckTests.shiny) == .posting)
    #expect(
      legibility(
        """
        Contracts Officer
        We are looking for somebody who drafts for us whatever the parties have agreed upon.
        Responsibilities
        You draft clauses on governing law, and you explain force majeure to those who sign.
        Requirements
        You have a degree, and applicants with experience of leases are welcome. Apply by May.
        """) == .posting)
  }
}
