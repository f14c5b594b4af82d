import Testing
@testable import WorkFit

@Suite("what is pasted from a page is read for the one posting in it")
struct PastedPageTests {
  private let lexicon: Lexicon

  init() throws { lexicon = try WorkFitTests.lexicon.get() }

  static let page = """
    Skip to main content
    Home
    Jobs
    Seedlings
    Sign in
    Blog
    Contact us
    We value your privacy
    We and our partners store cookies on your device, to measure what is read on these pages and to show you what others like.
    Back to results
    Head Gardener
    Apply now
    Save
    Responsibilities
    You keep the old greenhouse warm through the winter.
    You plan the beds of the lower garden with two apprentices.
    Requirements
    You have pruned fruit trees for some years.
    Similar jobs
    Sales Director
    £90,000 a year, Leeds
    You will travel to every client each week.
    Head of Events
    You will lead a team of 60 people.
    © 2026 Garden Board Ltd. All rights reserved.
    """

  private func own(_ text: String) -> [String] {
    let posting = Posting(text, lexicon: lexicon)
    return posting.clauses.filter { $0.segment != .boilerplate && !$0.isHeading }
      .map { posting.quote($0).text }
  }

  @Test("menus, cookie notices, similar jobs and the footer are none of it")
  func furniture() {
    #expect(
      own(Self.page) == [
        "Head Gardener", "You keep the old greenhouse warm through the winter.",
        "You plan the beds of the lower garden with two apprentices.",
        "You have pruned fruit trees for some years.",
      ])
    #expect(Posting(Self.page, lexicon: lexicon).title(most: 40) == "Head Gardener")
  }

  @Test("a posting that goes on behind a box of similar jobs is read to its end")
  func box() {
    let text = """
      Head Gardener
      Similar jobs
      Sales Director
      You will travel to every client each week.
      Duties
      You keep the old greenhouse warm.
      """
    #expect(own(text) == ["Head Gardener", "You keep the old greenhouse warm."])
  }

  @Test("a title between buttons is no menu")
  func buttons() {
    #expect(own("Home\nJobs\nGardener\nApply now\nSave\nYou mow the lawns.").first == "Gardener")
  }

  @Test("a title between a menu and “About us” is none of the menu")
  func title() {
    #expect(
      own("Home\nJobs\nSign in\nGardener\nAbout us\nWe keep old gardens.").first == "Gardener")
  }

  @Test("a menu on one line is a menu")
  func oneLine() {
    #expect(own("Home Jobs Companies Sign in\nGardener\nYou mow the lawns.").first == "Gardener")
  }
}
