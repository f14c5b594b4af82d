/// How amounts are read, as `Lexicon/quantities.yaml` has it.
struct QuantityLexicon: Sendable {
  /// Where something is read.
  enum Side: String, Sendable { case posting, statement }

  /// What a number without a bound stands for.
  enum Direction: String, Sendable { case more, less, near }

  struct Kind: Sendable {
    let wanted, averse: Direction
    let possible: Interval
    let unit: String
    let per: String?
    /// How far “near” reaches, where it is not as everywhere.
    let near: [Double]?
    /// What is named in its stead where it is not: a pension for what is paid into it.
    let beside: AmountKind?
    /// Whether it may be a strength.
    let isStrength: Bool
  }

  /// How a number is brought into the unit of its kind.
  enum Scale: String, Sendable {
    case fullWeek = "full-week"
    case fullWeekPercent = "full-week-percent"
    case monthToWeek = "month-to-week"
    case monthToYear = "month-to-year"
    case hoursToDays = "hours-to-days"
    case shareOfWeek = "share-of-week"
    case daysOfWeek = "days-of-week"
    case daysOfMonth = "days-of-month"
    case toWeeks = "to-weeks"
    case toMonths = "to-months"
    case toYears = "to-years"
    case toMinutes = "to-minutes"
    case percentOfWeeks = "percent-of-weeks"
    case shareOfWeeks = "share-of-weeks"
    case distance
  }

  /// By its cues and units, what a number is of; of nothing that matters where `kind` is `nil`.
  struct Rule: Sendable {
    let kind: AmountKind?
    let units: Set<String>
    let per: Set<String>
    let side: Side?
    let scale: Scale?
    let isInverted: Bool
    let reach: Double?
    let statementReach: Double?
    let least, most: Double
    /// By so many words its cues count as nearer.
    let nearer: Double
  }

  /// What a phrase says without a number.
  struct Fact: Sendable {
    let kind: AmountKind
    let unit: String?
    let interval: Interval
    let outer: Interval?
    let denied: Interval?
    let side: Side?
    let place: String?
    /// Of a few words alone: “Permanent”.
    let isShort: Bool
    let isLight, isChoice, isLoose: Bool
  }

  let numbers, factors, times, ordinals, fractions: [String: Double]
  let fractionWholes: [String: String]
  let currencies: [String: String]
  let dollars, kroner: Set<String>
  let units, spans, spanAdverbs: [String: String]
  let perWords: Set<String>
  let inAYear, mostInAYear, leastPay: [String: Double]
  let leaveWeek, workingWeek, yearlyFrom, monthlyFrom: Double
  let fullWeek: Interval
  let before, after: [AmountBound: PhraseList]
  let fillers, conjunctions, groups, unitStops, noNumbers: Set<String>
  let alternates, everyWords, rangeWords, figureWords, fractionWords, payNouns, perStops, speakers,
    leastLast, offerAdjectives, abroad, groupWords, plainFactors, eachWords: Set<String>
  let about, near: [Double]
  let reach, parted: Double
  let kinds: [AmountKind: Kind]
  let rules: [Rule]
  let cues: PatternIndex<Int>
  let facts: [Fact]
  let factWords: PatternIndex<Int>
  let marks: PatternIndex<AmountMark>
  let denialsBefore, denialsAfter, noDenials, hedges, others, offers, relative,
    qualifiers: PatternIndex<Bool>
  let reasons: PatternIndex<Bool>
  let labels: PatternIndex<ClauseLabel.Meaning>
  let labelDenials, contrasts: PhraseList
  let reasonWords: Set<String>
  let ownership: OwnershipLexicon
  let starts: StartLexicon
  let months: [String: Double]
  let places: PlaceLexicon

  init(_ node: LexiconNode) throws(LexiconFault) {
    numbers = try node.table("numbers")
    factors = try node.table("factors")
    times = try node.table("times")
    ordinals = try node.table("ordinals")
    fractions = try node.table("fractions")
    fractionWholes = try node.names("fraction_wholes")
    func words(_ key: String) throws(LexiconFault) -> Set<String> { Set(try node.texts(key)) }
    alternates = try words("alternates")
    everyWords = try words("every_words")
    rangeWords = try words("range_words")
    figureWords = try words("figure_words")
    fractionWords = try words("fraction_words")
    payNouns = try words("pay_nouns")
    perStops = try words("per_stops")
    speakers = try words("speakers")
    groupWords = try words("group_words")
    plainFactors = try words("plain_factors")
    leastLast = try words("least_last")
    offerAdjectives = try words("offer_adjectives")
    abroad = try words("abroad")
    eachWords = try words("each_words")
    currencies = try node.inverted("currencies")
    dollars = Set(try node.texts("dollars"))
    kroner = Set(try node.texts("kroner"))
    units = try node.inverted("units")
    spans = try node.names("spans")
    spanAdverbs = try node.names("span_adverbs")
    perWords = Set(try node.texts("per_words"))
    inAYear = try node.table("in_a_year")
    mostInAYear = try node.table("most_in_a_year")
    leastPay = try node.table("least_pay")
    leaveWeek = try node["days_of_leave_in_a_week"].number()
    workingWeek = try node["working_days_in_a_week"].number()
    yearlyFrom = try node["yearly_from"].number()
    monthlyFrom = try node["monthly_from"].number()
    fullWeek = try node["full_week"].interval()
    let bounds = try node["bounds"]
    before = try Self.phrases(bounds, "before")
    after = try Self.phrases(bounds, "after")
    fillers = Set(try bounds.texts("fillers"))
    conjunctions = Set(try node.texts("conjunctions"))
    groups = Set(try node.texts("groups"))
    noNumbers = Set(try node.texts("no_numbers"))
    unitStops = Set(try node.texts("unit_stops"))
    about = try node["about"].numbers()
    near = try node["near"].numbers()
    reach = try node["reach"].number()
    parted = try node["parted"].number()
    months = try node.table("months")
    kinds = try Self.kinds(try node["kinds"])
    (rules, cues) = try Self.rules(try node["rules"])
    (facts, factWords) = try Self.facts(try node["facts"])
    var marks = PatternIndex<AmountMark>()
    let markNode = try node["marks"]
    for mark in AmountMark.allCases {
      for phrase in try markNode.texts(mark.rawValue) { marks.insert(phrase, label: mark) }
    }
    self.marks = marks
    func index(_ key: String) throws(LexiconFault) -> PatternIndex<Bool> {
      var index = PatternIndex<Bool>()
      for phrase in try node.texts(key) { index.insert(phrase, label: true) }
      return index
    }
    denialsBefore = try index("denials_before")
    denialsAfter = try index("denials_after")
    noDenials = try index("no_denials")
    hedges = try index("hedges")
    others = try index("others")
    offers = try index("offer_cues")
    relative = try index("relative")
    qualifiers = try index("qualifiers")
    reasons = try index("reasons")
    labels = try Self.labels(try node["labels"])
    contrasts = PhraseList(try node.texts("contrasts"))
    reasonWords = try words("reason_words")
    labelDenials = PhraseList(try node.texts("label_denials"))
    ownership = try OwnershipLexicon(try node["ownership"])
    starts = try StartLexicon(try node["starts"])
    places = try PlaceLexicon(try node["places"])
  }

  private static func labels(_ node: LexiconNode) throws(LexiconFault)
    -> PatternIndex<ClauseLabel.Meaning>
  {
    var labels = PatternIndex<ClauseLabel.Meaning>()
    for item in try node.items() {
      let meaning = ClauseLabel.Meaning(
        kind: AmountKind(try item["kind"].text()), unit: try item.optional("unit")?.text(),
        per: try item.optional("per")?.text())
      for phrase in try item.texts("words") { labels.insert(phrase, label: meaning) }
    }
    return labels
  }

  private static func phrases(_ node: LexiconNode, _ where: String) throws(LexiconFault)
    -> [AmountBound: PhraseList]
  {
    var lists: [AmountBound: PhraseList] = [:]
    for bound in AmountBound.allCases {
      let phrases = try node.texts("\(bound.rawValue)_\(`where`)")
      if !phrases.isEmpty { lists[bound] = PhraseList(phrases) }
    }
    return lists
  }

  private static func kinds(_ node: LexiconNode) throws(LexiconFault) -> [AmountKind: Kind] {
    var kinds: [AmountKind: Kind] = [:]
    for key in node.keys() {
      let kind = try node[key]
      kinds[AmountKind(key)] = Kind(
        wanted: try kind["wanted"].choice(), averse: try kind["averse"].choice(),
        possible: Interval(try kind["from"].number(), try kind["to"].number()),
        unit: try kind["unit"].text(), per: try kind.optional("per")?.text(),
        near: try kind.optional("near")?.numbers(),
        beside: try kind.optional("beside").map { node throws(LexiconFault) in
          AmountKind(try node.text())
        },
        isStrength: try kind.optional("strength")?.text() == "true")
    }
    return kinds
  }

  private static func rules(_ node: LexiconNode) throws(LexiconFault) -> (
    [Rule], PatternIndex<Int>
  ) {
    var rules: [Rule] = []
    var cues = PatternIndex<Int>()
    for item in try node.items() {
      let kind = try item["kind"].text()
      for cue in try item.texts("cues") { cues.insert(cue, label: rules.count) }
      rules.append(
        Rule(
          kind: kind == "none" ? nil : AmountKind(kind), units: Set(try item.texts("units")),
          per: Set(try item.texts("per")), side: try item.optional("side")?.choice(),
          scale: try item.optional("scale")?.choice(),
          isInverted: try item.optional("invert")?.text() == "true",
          reach: try item.optional("reach")?.number(),
          statementReach: try item.optional("statement_reach")?.number(),
          least: try item.optional("least")?.number() ?? -.infinity,
          most: try item.optional("most")?.number() ?? .infinity,
          nearer: try item.optional("nearer")?.number() ?? 0))
    }
    return (rules, cues)
  }

  private static func facts(_ node: LexiconNode) throws(LexiconFault) -> (
    [Fact], PatternIndex<Int>
  ) {
    var facts: [Fact] = []
    var words = PatternIndex<Int>()
    for item in try node.items() {
      for phrase in try item.texts("words") { words.insert(phrase, label: facts.count) }
      func isSo(_ key: String) throws(LexiconFault) -> Bool {
        try item.optional(key)?.text() == "true"
      }
      facts.append(
        Fact(
          kind: AmountKind(try item["kind"].text()), unit: try item.optional("unit")?.text(),
          interval: Interval(try item["low"].number(), try item["high"].number()),
          outer: try item.optional("outer")?.interval(),
          denied: try item.optional("denied")?.interval(),
          side: try item.optional("side")?.choice(), place: try item.optional("where")?.text(),
          isShort: try isSo("short"), isLight: try isSo("light"), isChoice: try isSo("choice"),
          isLoose: try isSo("loose")))
    }
    return (facts, words)
  }
}

extension LexiconNode {
  /// The node under a key; `nil` where there is none.
  func optional(_ key: String) throws(LexiconFault) -> LexiconNode? {
    keys().contains(key) ? try self[key] : nil
  }

  /// Numbers by their names.
  fileprivate func table(_ key: String) throws(LexiconFault) -> [String: Double] {
    let node = try self[key]
    var table: [String: Double] = [:]
    for key in node.keys() { table[key] = try node[key].number() }
    return table
  }

  /// Texts by their names.
  fileprivate func names(_ key: String) throws(LexiconFault) -> [String: String] {
    let node = try self[key]
    var names: [String: String] = [:]
    for key in node.keys() { names[key] = try node[key].text() }
    return names
  }

  /// Names by the words that are listed under them.
  fileprivate func inverted(_ key: String) throws(LexiconFault) -> [String: String] {
    let node = try self[key]
    var names: [String: String] = [:]
    for key in node.keys() {
      for word in try node.texts(key) { names[Tokenizer.folded(word)] = key }
    }
    return names
  }

  fileprivate func interval() throws(LexiconFault) -> Interval {
    let numbers = try numbers()
    guard numbers.count == 2, numbers[0] <= numbers[1] else {
      throw LexiconFault(
        file: "quantities.yaml", message: "an interval has two numbers, the lower first")
    }
    return Interval(numbers[0], numbers[1])
  }

  fileprivate func choice<Choice: RawRepresentable<String>>() throws(LexiconFault) -> Choice {
    let text = try text()
    guard let choice = Choice(rawValue: text) else {
      throw LexiconFault(file: "quantities.yaml", message: "“\(text)” is not known here")
    }
    return choice
  }
}
