import Testing
@testable import WorkFit

let lexicon = Result { try Lexicon() }

@Suite("reading texts about work")
struct ReaderTests {
  private let reader: Reader

  init() throws { reader = Reader(lexicon: try lexicon.get()) }

  /// The poles that a sentence speaks for, negation taken into account.
  private func poles(_ text: String, _ voice: Reader.Voice = .posting) throws -> Set<String> {
    let reading =
      voice == .posting ? reader.read(posting: text) : reader.read(answer: text, voice: voice)
    let lexicon = try lexicon.get()
    return Set(reading.cues.compactMap { cue in lexicon.facet(cue.facet)?.pole(cue.side).id })
  }

  @Test(
    "a cue and its negation speak for opposite poles",
    arguments: [
      ("Frequent travel to our sites", "travelling", "There is no travel", "settled"),
      ("You will have direct reports", "managing", "There are no direct reports", "making"),
      ("Your days are full of meetings", "interruption", "You won't be stuck in meetings", "focus"),
      ("You travel up to 60% of the time", "travelling", "Travel is rare", "settled"),
      (
        "Expect back-to-back meetings", "interruption", "We never have back-to-back meetings",
        "focus"
      ),
      ("You sell to new customers", "persuading", "You will not have to sell", "serving_plainly"),
      (
        "A typical 9 to 5 with free evenings", "bounded", "This is not a typical 9-to-5",
        "unbounded"
      ),
      ("More process than you're used to", "paperwork", "Less process than you're used to", "lean"),
      ("There is plenty of paperwork", "paperwork", "There is hardly any paperwork", "lean"),
      ("You attend many meetings", "interruption", "You attend few meetings", "focus"),
      ("You write weekly reports", "paperwork", "You write no reports", "lean"),
      ("Overtime is expected", "unbounded", "Overtime is not expected", "bounded"),
      ("Paperwork is done by you", "paperwork", "Paperwork is done by an assistant", "lean"),
      ("You work night shifts", "unbounded", "You will never work night shifts", "bounded"),
    ])
  func negation(plain: String, pole: String, negated: String, opposite: String) throws {
    #expect(try poles(plain).contains(pole), "\(plain)")
    #expect(try !poles(plain).contains(opposite), "\(plain)")
    #expect(try poles(negated).contains(opposite), "\(negated)")
    #expect(try !poles(negated).contains(pole), "\(negated)")
  }

  @Test(
    "a hedge weakens what an amplifier strengthens",
    arguments: [
      ("occasional travel to our sites", "frequent travel to our sites", "travel"),
      ("some paperwork", "extensive paperwork", "paperwork"),
      ("You may have to work overtime", "You constantly work overtime", "hours"),
    ])
  func hedges(hedged: String, strong: String, facet: String) throws {
    let phrases = Reader(phrasesOf: try lexicon.get())
    func strength(_ text: String) -> Double {
      phrases.read(posting: text).cues.filter { $0.facet == FacetID(facet) }
        .map(\.strength).max() ?? 0
    }
    #expect(strength(hedged) > 0 && strength(strong) > strength(hedged), "\(facet)")
  }

  @Test("of two things compared, the one preferred counts for and the other against")
  func preference() throws {
    let wish = try poles("I would rather work alone than in a team", .wish)
    #expect(wish.contains("alone") && !wish.contains("together"))
    let other = try poles("I would rather work in a team than alone", .wish)
    #expect(other.contains("together") && !other.contains("alone"))
  }

  @Test("“not only” negates nothing")
  func notOnly() throws {
    #expect(
      try poles("You will not only travel to clients but also host them").contains("travelling"))
  }

  @Test("what somebody is tired of turns around in a wish, and not in a drain")
  func aversion() throws {
    let wish = try poles("I am tired of travelling", .wish)
    #expect(wish.contains("settled") && !wish.contains("travelling"))
    let drain = try poles("I am tired of travelling", .aversion)
    #expect(drain.contains("travelling") && !drain.contains("settled"))
  }

  @Test(
    "a word in another trade's sense is no cue",
    arguments: [
      "We offer travel insurance", "Experience with sales tax data", "Our remote control products",
    ])
  func exclusions(text: String) throws {
    #expect(try poles(text).isDisjoint(with: ["travelling", "persuading", "remote"]), "\(text)")
  }

  @Test("headings place what stands under them, and legal boilerplate is told by what it says")
  func segments() {
    let reading = reader.read(
      posting: """
        Senior Nurse
        About us
        We run three clinics.
        Responsibilities:
        - Plan the shifts of the ward
        Requirements
        - Five years of practice
        What we offer
        - A company bicycle
        We are an equal opportunity employer, regardless of race, religion or age.
        """)
    let segments = reading.clauses.map { "\($0.line) \($0.segment)" }
    #expect(
      segments == [
        "1 title", "2 about", "3 about", "4 responsibilities", "5 responsibilities",
        "6 requirements", "7 requirements", "8 benefits", "9 benefits", "10 boilerplate",
      ])
  }

  @Test(
    "of two negations that are joined each has its own words; of two in a row the second turns the first",
    arguments: [
      ("There is no shop and nothing to sell.", "persuading", false),
      ("There is no canteen and no travel.", "travelling", false),
      ("Nobody here is asked to travel.", "travelling", false),
      ("You are never without travel.", "travelling", true),
    ])
  func joined(text: String, pole: String, speaks: Bool) throws {
    let reading = Reader(phrasesOf: try lexicon.get()).read(posting: text)
    let lexicon = try lexicon.get()
    let heard = reading.cues.compactMap { lexicon.facet($0.facet)?.pole($0.side).id }
    #expect(heard.contains(pole) == speaks, "\(text)")
  }

  @Test(
    "a form's answer turns its own label around",
    arguments: [
      ("Travel: none", "Travel: every week", "travelling"),
      ("Direct reports: 0", "Direct reports: 14", "managing"),
      ("On-call: never", "On-call: one week in four", "unbounded"),
      ("Overtime - no", "Overtime - at quarter end", "unbounded"),
    ])
  func answers(denied: String, asserted: String, pole: String) throws {
    #expect(try !poles(denied).contains(pole), "\(denied)")
    #expect(try poles(asserted).contains(pole), "\(asserted)")
  }

  @Test(
    "what is said to be seldom weighs less, also where it is said behind",
    arguments: [
      ("You travel to our sites once a quarter.", "You travel to our sites every week.", "travel"),
      ("Travel up to 10% of the time.", "Travel up to 70% of the time.", "travel"),
      ("You fill in forms occasionally.", "You fill in forms all day.", "paperwork"),
    ])
  func seldom(seldom: String, often: String, facet: String) throws {
    let phrases = Reader(phrasesOf: try lexicon.get())
    func strength(_ text: String) -> Double {
      phrases.read(posting: text).cues.filter { $0.facet == FacetID(facet) }.map(\.strength).max()
        ?? 0
    }
    #expect(strength(seldom) < strength(often), "\(seldom)")
  }

  @Test("marks of lists, of emphasis and of tables are neither read nor quoted")
  func marks() {
    let reading = reader.read(
      posting: "Nurse\n\n**Duties**\n+ Dress wounds\n2) Write notes\n1. Teach\n| Pay | Hours |\n")
    let quotes = reading.clauses.indices.map { reading.quote($0).text }
    #expect(quotes == ["Nurse", "Duties", "Dress wounds", "Write notes", "Teach", "Pay", "Hours"])
  }

  @Test("a line without an end is read in parts, each quoted as it stands")
  func endless() {
    let text = String(repeating: "no and travel ", count: 1_000)
    let reading = reader.read(posting: text)
    #expect(reading.clauses.count == 8)
    #expect(reading.clauses.allSatisfy { $0.tokens.count <= 400 })
    #expect(reading.clauses.map(\.tokens.count).reduce(0, +) == 3_000)
  }

  @Test("control sequences are no words, and what they hide is not read")
  func control() throws {
    let text = "You will \u{1B}[31mmanage a team\u{1B}[0m. \u{1B}]0;travel; every week\u{7}Bye now."
    #expect(try poles(text).contains("managing"))
    #expect(try !poles(text).contains("travelling"))
  }

  @Test("what a web page or a mail adds around a posting says nothing")
  func around() {
    let reading = reader.read(
      posting: """
        Skip to main content
        Jobs > Care > Leeds
        Head Gardener
        Duties
        You plant trees.
        Similar jobs
        Regional Manager, travelling
        --
        Sent by hand
        """)
    let segments = reading.clauses.map { "\($0.line) \($0.segment)" }
    #expect(
      segments == [
        "1 boilerplate", "2 boilerplate", "3 title", "4 responsibilities", "5 responsibilities",
        "6 boilerplate", "7 boilerplate", "9 boilerplate",
      ])
  }

  @Test("the word vectors and the network that ship can be read, and damaged bytes are none")
  func models() throws {
    let vectors = try #require(WordVectors.shipped)
    let network = try #require(FacetNetwork.shipped)
    #expect(Set(network.classes) == Set(try lexicon.get().facets.map(\.id.rawValue)))
    let nurse = HeadFeatures(
      Tokenizer.tokens(of: SourceText("nurse"), in: 0..<5), isNegated: [false])
    let direction = try #require(vectors.direction(of: nurse.words))
    let square =
      direction.0 * direction.0 + direction.1 * direction.1 + direction.2 * direction.2
      + direction.3 * direction.3
    #expect(abs(square.sum() - 1) < 0.001)
    #expect(vectors.direction(of: []) == nil)
    let weights = FacetNetwork.Weights(
      hidden: .init(repeating: 0, count: WordVectors.dimensions * 2), hiddenBias: [1, -1],
      output: [0.5, 7], outputBias: [0.25])
    let bytes = FacetNetwork.encoded(classes: ["focus"], weights: weights)
    // The second unit is below 0, so it says nothing.
    #expect(FacetNetwork(bytes: bytes)?.margins(of: direction) == [0.75])
    #expect(FacetNetwork(bytes: Array(bytes.dropLast())) == nil)
  }

  @Test("HTML is read past its tags, and quoted as it stands")
  func html() throws {
    let html = """
      <html><head><style>.no { travel: none }</style><script>var travel = "no";</script></head><body>
      <h2>Responsibilities</h2><ul><li>You <b>travel</b> between our sites every week</li><li>You lead a&nbsp;team of 12 people</li></ul>
      <h2>What we offer</h2><p>Lunch &amp; a company bicycle</p></body></html>
      """
    let reading = reader.read(posting: html)
    let cues = reading.cues.map { reading.quote($0.clause).text }
    #expect(cues.contains("You <b>travel</b> between our sites every week"))
    #expect(!cues.contains { $0.contains("none") || $0.contains("var") })
    let segments = Dictionary(
      reading.clauses.indices.map { (reading.quote($0).text, reading.clauses[$0].segment) },
      uniquingKeysWith: { first, _ in first })
    #expect(segments["You lead a&nbsp;team of 12 people"] == .responsibilities)
    #expect(segments["Lunch &amp; a company bicycle"] == .benefits)
  }

  @Test("mail that was wrapped by hand is read as it was written, and quoted by its lines")
  func wrapped() throws {
    let mail = """
      Conservator of clocks at the museum of the county, with a bench by a window

      In this role you will be responsible for forty clocks, and you will not have
      to travel at all, because every one of them stands in the same building as
      the bench. There are no
      direct reports.
      """
    let reading = reader.read(posting: mail)
    let lexicon = try lexicon.get()
    let poles = Set(reading.cues.compactMap { lexicon.facet($0.facet)?.pole($0.side).id })
    #expect(poles.contains("settled"))
    #expect(!poles.contains("travelling"))
    let travel = try #require(
      reading.cues.first { $0.facet == FacetID("travel") && $0.origin == .phrase })
    let quote = reading.quote(travel.clause, around: travel.range)
    #expect(quote.line == 4)
    #expect(
      mail.split(separator: "\n", omittingEmptySubsequences: false)[quote.line - 1].contains(
        quote.text))
  }

  @Test("lines that end where they end on purpose are not run together")
  func lists() {
    let reading = reader.read(
      posting:
        "Nurse\nresponsibilities\nplan the shifts of the ward\nno travel\nlead the night team of eight nurses\n"
    )
    #expect(reading.clauses.map(\.line) == [1, 2, 3, 4, 5])
  }

  @Test("every clause is a verbatim range of the text, on its line, whatever the bytes")
  func verbatim() {
    var random = SystemRandomNumberGenerator()
    let words = [
      "travel", "no", "日本語", "é", "— ", "•", "\t", "\r\n", "\n", ". ", ";", "team of 20", "🙂",
      "not", "you'll", "<b>", "</li>", "<script>", "&amp;", "&", "<",
    ]
    for _ in 0..<200 {
      let text = (0..<40).map { _ in words.randomElement(using: &random) ?? "" }.joined(
        separator: " ")
      let bytes = Array(text.utf8)
      let reading = reader.read(posting: text)
      for index in reading.clauses.indices {
        let quote = reading.quote(index)
        #expect(Array(quote.text.utf8) == Array(bytes[quote.range]))
        #expect(quote.line == 1 + bytes[..<quote.range.lowerBound].count { $0 == 10 })
      }
      for cue in reading.cues { #expect(cue.range.upperBound <= bytes.count) }
    }
  }

  @Test("the activity model that ships reads a task as its kind")
  func activities() throws {
    let model = try #require(ActivityModel.shipped)
    func first(_ text: String) -> String? {
      model.scores(of: ActivityFeatures(of: text)).first?.activity
    }
    #expect(model.activities.count >= 37)
    #expect(first("Repair and maintain diesel engines") == "4.A.3.b.4")
    #expect(first("Negotiate contracts with suppliers and customers") == "4.A.4.a.7")
    #expect(first("Qqqq zzzz") == nil)
  }

  @Test("a model that was cut short or altered is refused, not trusted")
  func damagedModel() throws {
    let rows = [
      LinearModel.Row(feature: 7, idf: 1, weights: [1, -1]),
      .init(feature: 9, idf: 2, weights: [0, 1]),
    ]
    let bytes = LinearModel.encoded(classes: ["a", "b"], biases: [0, 0], rows: rows)
    #expect(ActivityModel(bytes: bytes) != nil)
    for count in 0..<bytes.count { #expect(ActivityModel(bytes: Array(bytes[..<count])) == nil) }
  }
}
