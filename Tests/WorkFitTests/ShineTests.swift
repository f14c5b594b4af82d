import Testing
@testable import WorkFit

@Suite("shine")
struct ShineTests {
  private let lexicon: Lexicon

  init() throws { lexicon = try WorkFitTests.lexicon.get() }

  private func shine(_ text: String, pulls: [String] = []) -> Shine {
    let statements = pulls.enumerated().map { Statement(.prestigePull, $1, rank: $0 + 1) }
    return Shine(of: Posting(text, lexicon: lexicon), pulls: statements, lexicon: lexicon)
  }

  private func signals(_ text: String) -> Set<String> { Set(shine(text).signals.map(\.signal)) }

  @Test(
    "a higher post shines more than a humbler one",
    arguments: [
      ("Chief Executive Officer", "Head of Finance"), ("Head of Finance", "Finance Manager"),
      ("Professor of Physics", "Research Fellow in Physics"),
      ("Engineering Manager", "Senior Software Engineer"),
      ("Senior Software Engineer", "Junior Software Engineer"),
      ("Staff Nurse", "Kitchen Porter"),
    ])
  func hierarchy(higher: String, humbler: String) {
    let rest = "\nResponsibilities\nYou work with six colleagues in an office in Leeds."
    #expect(shine(higher + rest).value > shine(humbler + rest).value)
  }

  @Test("the standing of this post counts, not that of the head of its selection committee")
  func committee() {
    let text = """
      Applications for a Research Fellow
      The selection committee is headed by Professor Ada Lund, Dean of Science.
      """
    #expect(shine(text).value < shine("Professor of Science\nYou hold the chair.").value - 0.5)
    #expect(!shine(text).isShining)
  }

  @Test("who assists somebody at the top is not at the top")
  func assistant() {
    let rest = "\nResponsibilities\nYou keep the diary."
    #expect(
      shine("Assistant to the Chief Executive Officer" + rest).value
        < shine("Chief Executive Officer" + rest).value - 1)
  }

  @Test(
    "slogans that every employer writes do not make a job shine",
    arguments: [
      "We are a leading, innovative and fast-growing company.",
      "Join our world-class, dynamic team and work with cutting-edge technology!",
    ])
  func slogans(slogan: String) {
    let plain = "Web Developer\nResponsibilities\nYou build web sites for local firms."
    let praised = shine(plain + "\nAbout us\n" + slogan)
    #expect(praised.value <= shine(plain).value + 0.2)
    #expect(!praised.isShining)
  }

  @Test("power shines where it is understated, and is quoted")
  func power() throws {
    let plain = "Epidemiologist\nResponsibilities\nYou write reports on outbreaks."
    let told = plain + "\nYou brief the minister and sit on the crisis committee."
    #expect(shine(told).value > shine(plain).value)
    let signal = try #require(shine(told).signals.first { $0.signal == "power" })
    #expect(signal.quote.line == 4)
    #expect(signal.quote.text == "You brief the minister and sit on the crisis committee.")
  }

  @Test(
    "better pay shines more, whatever it is counted in",
    arguments: [
      ("£95,000 a year", "£46,000 a year"), ("€11,000 a month", "€4,500 a month"),
      ("£70 an hour", "£12 an hour"), ("CHF 260,000 a year", "CHF 110,000 a year"),
    ])
  func pay(better: String, worse: String) throws {
    let rest = "Planner\nResponsibilities\nYou plan routes.\nSalary\n"
    let good = shine(rest + better)
    #expect(good.value > shine(rest + worse).value)
    let signal = try #require(good.signals.first { $0.signal == "pay" })
    #expect(signal.quote.line == 5)
  }

  @Test("people led, pay and fame are told apart")
  func kinds() {
    let found = signals(
      """
      Director of Operations
      Responsibilities
      You lead 240 staff and answer for a budget of 40 million.
      Salary
      £145,000 a year.
      About us
      We are one of the largest museums in the world, with 6 million visitors a year.
      """)
    #expect(found.isSuperset(of: ["title", "scope", "pay", "name"]))
  }

  @Test("what pulls this person raises the shine for them, and is said")
  func pulls() throws {
    let text = """
      Editor
      Responsibilities
      You are on television every week, and your byline is on the front page.
      You keep bees on the roof.
      """
    let own = shine(text, pulls: ["bees on the roof", "being seen in public", "a company car"])
    #expect(own.value > shine(text).value)
    let pulls = own.signals.filter { $0.signal == "own-pull" }
    #expect(
      pulls.map(\.name) == [
        "what pulls you: bees on the roof", "what pulls you: being seen in public",
      ])
    #expect(pulls.map(\.quote.line) == [4, 3])
  }

  @Test("of each signal at most three lines are shown, one signal after the other, none twice")
  func lines() {
    let duties = (1...9).map { "You lead a team of \($0 + 20) people in city \($0)." }
    let found = shine("Director\nResponsibilities\n" + duties.joined(separator: "\n")).signals
    let scope = found.filter { $0.signal == "scope" }
    #expect(scope.count == 3)
    #expect(Set(scope.map(\.quote.line)).count == 3)
  }

  @Test("the shine lies between 0 and 4 and is a tenth, whatever the text")
  func bounds() {
    let praise =
      "Chief Executive Officer, President and Professor. £900,000 a year. You lead 900 people."
    for text in ["", "x", praise, String(repeating: praise + "\n", count: 300)] {
      let value = shine(text, pulls: Array(repeating: "pay", count: 50)).value
      #expect((0...4).contains(value))
      #expect((value * 10).rounded() == value * 10)
    }
  }

  @Test("weights for a cue that is not there are a fault that names it")
  func unknownCue() throws {
    do throws(LexiconFault) {
      _ = try ShineWeights(
        yaml:
          #"{"steps": [1, 2, 3, 4], "line_bias": 0, "asserted_from": 0.5, "cues": {"halo": {"first": 1, "more": 0, "line": 0}}}"#,
        file: "shine.json"
      ).cues(named: ["title-top"])
      Issue.record("no fault found")
    } catch {
      #expect(error.description == "shine.json: there is no cue “halo” in shine.yaml")
    }
  }
}
