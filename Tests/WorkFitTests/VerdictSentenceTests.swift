import Testing
@testable import WorkFit

@Suite("the sentence on top")
struct VerdictSentenceTests {
  private let lexicon: Lexicon

  init() throws { lexicon = try plainLexicon() }

  private let profile = Profile(statements: [
    Statement(.energizer, "old knots"), Statement(.drain, "noise in the hall"),
    Statement(.dealBreaker, "being away for weeks"),
  ])

  private func sentence(_ posting: String, _ reader: ScriptedReader) throws -> String {
    try FitCheck(lexicon: lexicon, reader: reader).check(posting, against: profile).sentence
  }

  private static let shining = """
    Chief Executive Officer
    Responsibilities
    You lead 900 people and answer to the board alone.
    You are away for weeks with a sports team.
    You work with one secretary in a small office beside the harbour.
    """

  private static let plain = """
    Rope maker
    Responsibilities
    You splice ropes in a small workshop by the river and sell them on Saturdays.
    The workshop is open from eight to four, and there is a stove in the winter.
    """

  @Test(
    "names what looks good, what it would cost and what to ask, in the posting's and the person's words"
  )
  func shining() throws {
    #expect(
      try sentence(
        Self.shining,
        ScriptedReader { pair in
          pair.statement == "being away for weeks" && pair.clause.contains("away")
            ? Relation(supplies: 0.99, opposes: 0) : .nothing
        }) == """
          It looks impressive, and it would likely wear you down: it brings what you would refuse, \
          “being away for weeks” (line 4: “You are away for weeks with a sports team.”). \
          What looks good: “Chief Executive Officer” and “You lead 900 people and answer to the board alone”. \
          Before you say yes, ask: Does it ever come to “being away for weeks” here, and how often?
          """)
  }

  @Test("where it does not know enough, it says which two questions would settle it")
  func unknown() throws {
    #expect(
      try sentence(Self.plain, ScriptedReader()) == """
        The posting says too little about what matters to you to tell. \
        Two questions would settle it: \
        Does it ever come to “being away for weeks” here, and how often? \
        Where in an ordinary week would I meet “old knots” here?
        """)
  }

  @Test("words in braces are the person's, and are not filled in")
  func braces() {
    #expect(
      VerdictWordings.filled("a {words} b {x", ["words": "{words} {and}"]) == "a {words} {and} b {x"
    )
  }
}
