/// How amounts are read, as `Lexicon/quantities.yaml` has it.
struct QuantityLexicon: LexiconPart {
  /// Where something is read.
  enum Side: String, Decodable, Sendable { case posting, statement }

  /// What a number without a bound stands for.
  enum Direction: String, Decodable, Sendable { case more, less, near }

  struct Kind: Decodable, Sendable {
    private let from, to: Double
    private let strength, burden, boon: Bool?
    let wanted, averse: Direction
    let unit: String
    let per: String?
    /// How far “near” reaches, where it is not as everywhere.
    let near: [Double]?
    /// What is named in its stead where it is not: a pension for what is paid into it.
    let beside: AmountKind?

    /// What can be.
    var possible: Interval { Interval(from, to) }
    /// Whether hardly anybody asks for it.
    var isBurden: Bool { burden ?? false }
    /// Whether hardly anybody minds it.
    var isBoon: Bool { boon ?? false }
    /// Whether it may be a strength.
    var isStrength: Bool { strength ?? false }
  }

  /// How a number is brought into the unit of its kind.
  enum Scale: String, Decodable, Sendable {
    case fullWeek = "full-week"
    case fullWeekPercent = "full-week-percent"
    case toWeekly = "to-weekly"
    case monthToYear = "month-to-year"
    case hoursToDays = "hours-to-days"
    case shareOfWeek = "share-of-week"
    case daysOfWeek = "days-of-week"
    case daysOf = "days-of"
    case weeksToTrips = "weeks-to-trips"
    case toWeeks = "to-weeks"
    case toMonths = "to-months"
    case toYears = "to-years"
    case toMinutes = "to-minutes"
    case percentOfWeeks = "percent-of-weeks"
    case shareOfWeeks = "share-of-weeks"
    case distance
  }

  /// So many words of its own may stand in a statement beside what was read, by whether a number is named, and by
  /// whether it is a condition or a taste; with more than `plain` beside a fact, that it is there does not tell
  /// whether it is as meant.
  struct Beside: Decodable, Sendable {
    let numbered, fact, tasteNumbered, taste, tastePlace, plain: Int

    private enum CodingKeys: String, CodingKey {
      case numbered, fact, taste, plain
      case tasteNumbered = "taste_numbered"
      case tastePlace = "taste_place"
    }
  }

  /// How far from what it belongs to a word stands or counts as standing, in words.
  struct Distances: Decodable, Sendable {
    let heading, label, before, beyond, ofWeek: Double
    let quoted, hedge, others, alone: Int

    private enum CodingKeys: String, CodingKey {
      case heading, label, before, beyond, quoted, hedge, others, alone
      case ofWeek = "of_week"
    }
  }

  let numbers, factors, times, ordinals, fractions: [String: Double]
  let fractionWholes: [String: String]
  let weekdays: [String: Int]
  let currencies, units: NamesByWord
  let dollars, kroner, adjectiveFactors, weekdayRanges, publicWords, holidayWords: Set<String>
  let spans, spanAdverbs: [String: String]
  let perWords: Set<String>
  let inAYear, mostInAYear, leastPay, barePay, months: [String: Double]
  let leaveWeek, workingWeek, nightsInYear, acrossTown, yearlyFrom, monthlyFrom: Double
  let fullWeek, leaveDays, weekHours: Interval
  let ratioWords: [String: String]
  let personEndings: [String]
  let leaveWords, postWords, noPersons: Set<String>
  let bounds: BoundWords
  let boundStops: Set<String>
  let conjunctions, groups, unitStops, noNumbers: Set<String>
  let mostWords, shiftWords, budgetWords, risingWords: Set<String>
  let leastBudget: Double
  let alternates, everyWords, rangeWords, figureWords, fractionWords, payNouns, perStops, speakers,
    leastLast, halvedUnits, singleNouns, offerAdjectives, abroad, groupWords, plainFactors,
    eachWords: Set<String>
  let about, near: [Double]
  let reach, parted, withoutBankHolidays: Double
  let distances: Distances
  let beside: Beside
  let kinds: [AmountKind: Kind]
  let rules: PhraseTable<AmountRule>
  let facts: PhraseTable<AmountFact>
  let labels: PhraseTable<ClauseLabel.Meaning>
  let marks: MarkWords
  let noHedges: PatternIndex<Bool>
  let denialsWithin, hedges, others, offers, relative,
    qualifiers,
    reasons: PatternIndex<Bool>
  /// What makes an amount of a posting, and what makes one of a statement, another than it seems.
  let numberDoubts, statementDoubts: PatternIndex<Bool>
  /// What says that no more is asked for than the least that is named.
  let moreIsOptional: PatternIndex<Bool>
  /// What changes nothing that is asked, and what says nothing of what somebody has done for years.
  let harmless, experienceWords: Set<String>
  let barePayWords: Set<String>
  let open: OpenLexicon
  let contrasts, reasonPhrases: PhraseList
  /// How somebody says that they do not want what they name.
  let aversions: PhraseList
  let reasonWords: Set<String>
  /// Before somebody who is only there too.
  let company: Set<String>
  /// What denies a denial.
  let denialsOfDenials: Set<String>
  let ownership: OwnershipLexicon
  let starts: StartLexicon
  let clock: ClockLexicon
  let ends: EndLexicon
  let weekdayPlans: WeekdayPlanLexicon
  let places: PlaceLexicon

  private enum CodingKeys: String, CodingKey {
    case numbers, factors, weekdays, times, ordinals, fractions, currencies, units, dollars, kroner,
      spans,
      months, bounds, conjunctions, groups, alternates, speakers, abroad, about, near, reach,
      parted, distances, kinds, rules, facts, labels, marks, hedges, others, relative, qualifiers,
      reasons,
      contrasts, ownership, starts, places, harmless, open, company,
      clock, ends, beside
    case weekdayPlans = "weekday_plans"
    case numberDoubts = "number_doubts"
    case statementDoubts = "statement_doubts"
    case barePayWords = "bare_pay_words"
    case fractionWholes = "fraction_wholes"
    case spanAdverbs = "span_adverbs"
    case perWords = "per_words"
    case inAYear = "in_a_year"
    case mostInAYear = "most_in_a_year"
    case leastPay = "least_pay"
    case barePay = "bare_pay"
    case adjectiveFactors = "adjective_factors"
    case weekdayRanges = "weekday_ranges"
    case publicWords = "public_words"
    case holidayWords = "holiday_words"
    case leaveDays = "leave_days"
    case weekHours = "week_hours"
    case ratioWords = "ratio_words"
    case personEndings = "person_endings"
    case leaveWords = "leave_words"
    case postWords = "post_words"
    case noPersons = "no_persons"
    case acrossTown = "across_town"
    case nightsInYear = "nights_in_a_year"
    case halvedUnits = "halved_units"
    case singleNouns = "single_nouns"
    case leaveWeek = "days_of_leave_in_a_week"
    case workingWeek = "working_days_in_a_week"
    case yearlyFrom = "yearly_from"
    case monthlyFrom = "monthly_from"
    case fullWeek = "full_week"
    case unitStops = "unit_stops"
    case noNumbers = "no_numbers"
    case everyWords = "every_words"
    case mostWords = "most_words"
    case shiftWords = "shift_words"
    case risingWords = "rising_words"
    case budgetWords = "budget_words"
    case leastBudget = "least_budget"
    case rangeWords = "range_words"
    case figureWords = "figure_words"
    case fractionWords = "fraction_words"
    case payNouns = "pay_nouns"
    case perStops = "per_stops"
    case leastLast = "least_last"
    case boundStops = "bound_stops"
    case offerAdjectives = "offer_adjectives"
    case groupWords = "group_words"
    case plainFactors = "plain_factors"
    case eachWords = "each_words"
    case denialsWithin = "denials_within"
    case experienceWords = "experience_words"
    case denialsOfDenials = "denials_of_denials"
    case moreIsOptional = "more_is_optional"
    case noHedges = "no_hedges"
    case offers = "offer_cues"
    case reasonWords = "reason_words"
    case reasonPhrases = "reason_phrases"
    case aversions
    case withoutBankHolidays = "without_bank_holidays"
  }
}
