import Testing
@testable import WorkFit

@Suite("two postings in one text are noticed")
struct TwoPostingsTests {
  private let lexicon: Lexicon

  init() throws { lexicon = try WorkFitTests.lexicon.get() }

  private static let gardener = """
    Head Gardener
    Responsibilities
    You keep the old greenhouse warm.
    Requirements
    You have pruned fruit trees.
    """
  private static let clerk = """
    Clerk of Works
    Responsibilities
    You write up the accounts of the garden.
    Requirements
    You can add.
    """

  private func notes(_ text: String) -> [String] { Posting(text, lexicon: lexicon).notes }

  @Test("by the same headings again, and the line is said")
  func headings() {
    #expect(
      notes(Self.gardener + "\n\n" + Self.clerk) == [
        "There seem to be two postings in this text, the second from line 7 on; they were read as one, so check each by itself."
      ])
  }

  @Test("by a line across, with a job on either side")
  func divider() {
    #expect(
      notes(
        "Gardener\nWe are looking for a gardener.\n-----\nClerk\nWe are looking for a clerk.\n"
      ).first?.contains("line 4") == true)
  }

  @Test("by the title of another job")
  func titles() {
    #expect(
      notes("Job title: Gardener\nYou mow.\nJob title: Clerk\nYou write.\n").first?
        .contains("line 3") == true)
  }

  @Test("and in one posting nothing is noticed")
  func one() {
    #expect(notes(Self.gardener) == [])
    #expect(notes(FitCheckTests.shiny) == [])
    #expect(notes(PastedPageTests.page) == [])
    #expect(
      notes(
        "Clerk\nJob description:\nYou add.\nTechnologies\nAbacus\nJob description\nYou write.\nRequirements\nYou can."
      ) == [])
    #expect(
      notes("Gardener\nYour role\nYou mow.\n-----\nRequirements\nYou can mow.\n-----\nApply to us.")
        == [])
    #expect(
      notes("Job title: Gardener\nThe role\nYou mow.\nJob title: Gardener\nAbout you\nYou can.")
        == [])
  }
}
