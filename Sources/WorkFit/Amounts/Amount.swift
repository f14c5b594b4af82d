/// What an amount is of: pay, hours, travel. The kinds stand in `Lexicon/quantities.yaml`.
public struct AmountKind: RawRepresentable, Hashable, Sendable, Codable, Comparable {
  /// The name as the data spells it, such as `pay`.
  public let rawValue: String

  /// Names a kind.
  public init(rawValue: String) { self.rawValue = rawValue }

  init(_ name: String) { rawValue = name }

  /// By their names.
  public static func < (left: AmountKind, right: AmountKind) -> Bool {
    left.rawValue < right.rawValue
  }

  static let pay = AmountKind("pay")
  static let hours = AmountKind("hours")
  static let days = AmountKind("days")
  static let office = AmountKind("office")
  static let span = AmountKind("span")
  static let employer = AmountKind("employer")
  static let team = AmountKind("team")
  static let overtime = AmountKind("overtime")
  static let fullWeek = AmountKind("full-week")
  static let experience = AmountKind("experience")
  static let travel = AmountKind("travel")
  static let contract = AmountKind("contract")
  static let holiday = AmountKind("holiday")
  static let publicHolidays = AmountKind("public-holidays")
  static let shifts = AmountKind("shifts")
  static let nights = AmountKind("nights")
  static let start = AmountKind("start")
  static let contractEnd = AmountKind("contract-end")
  static let dayStart = AmountKind("day-start")
  static let dayEnd = AmountKind("day-end")
  static let relocate = AmountKind("relocate")
  static let earlies = AmountKind("earlies")
  static let evenings = AmountKind("evenings")
  static let visa = AmountKind("visa")
  static let clearance = AmountKind("clearance")
  static let place = AmountKind("place")
  static let distance = AmountKind("distance")
  static let commute = AmountKind("commute")
}

/// A typed quantity or fact, as a statement or a line of a posting names it.
public struct Amount: Hashable, Sendable {
  /// What it is of.
  public let kind: AmountKind
  /// The lowest that it may be; `nil` where nothing bounds it from below.
  public let low: Double?
  /// The highest that it may be; `nil` where nothing bounds it from above.
  public let high: Double?
  /// What is counted: a currency's code (`currency` where none is named), `hour`, `day`, `share`, `person`;
  /// `there` of a fact, which is 1 where it is so and 0 where it is not; a place's name.
  public let unit: String
  /// The time that it is counted by, such as `year`; `nil` where there is none.
  public let per: String?
}

extension Amount: Codable {
  private enum CodingKeys: String, CodingKey { case kind, low, high, unit, per }

  /// As JSON: numbers rounded to four places, `null` where there is none.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind.rawValue, forKey: .kind)
    try container.encode(low.map(Self.rounded), forKey: .low)
    try container.encode(high.map(Self.rounded), forKey: .high)
    try container.encode(unit, forKey: .unit)
    try container.encode(per, forKey: .per)
  }

  /// Reads what ``encode(to:)`` writes.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    kind = AmountKind(try container.decode(String.self, forKey: .kind))
    low = try container.decodeIfPresent(Double.self, forKey: .low)
    high = try container.decodeIfPresent(Double.self, forKey: .high)
    unit = try container.decode(String.self, forKey: .unit)
    per = try container.decodeIfPresent(String.self, forKey: .per)
  }

  private static func rounded(_ number: Double) -> Double { (number * 10_000).rounded() / 10_000 }
}

/// What qualifies an amount.
enum AmountMark: String, CaseIterable, Hashable, Sendable {
  case gross, net, base, total, more, actual, extensible
  case proRata = "pro_rata"
  case bankHolidays = "bank_holidays"
  case bankHolidaysApart = "bank_holidays_apart"
}

/// Why an amount cannot be taken at its word.
enum AmountDoubt: String, CaseIterable, Hashable, Sendable {
  /// Its digits can be read in two ways: “60.000”.
  case separators
  /// It is more, or less, than can be: “999 hours a week”, a range that runs backwards.
  case implausible
  /// Something is said beside it that may change it: “part of it unpaid”.
  case partly
}

/// How a number is bounded by the words around it.
enum AmountBound: String, CaseIterable, Hashable, Sendable {
  case least, above, most, below, about, exactly, range
}

/// An amount with its place among the words that it was read of.
struct ReadAmount: Sendable {
  var kind: AmountKind
  /// In the kind's own unit; a pay in what it is counted by.
  var interval: Interval
  /// The currency of a pay, the unit of travel; else the kind's own.
  var unit: String
  var per: String?
  var bound: AmountBound?
  var marks: Set<AmountMark> = []
  var doubts: Set<AmountDoubt> = []
  /// What it may be meant by as a statement, where a fact is said loosely.
  var outer: Interval?
  /// Whether it names a number, and is no mere fact.
  var isNumber = false
  /// Whether it is a pay of which neither the thousands nor the time is said: “not below 40”.
  var isBare = false
  /// Whether the words allow it without asking for it.
  var isChoice = false
  /// Whether it was counted from the other end: days at home.
  var isInverted = false
  /// Whether it says how much at least or at most: what denies that belongs to the bound.
  var isBounded: Bool {
    switch bound {
    case .least, .above, .most, .below: true
    case .about, .exactly, .range, nil: false
    }
  }
  /// Whether no word says what it is of but its unit.
  var isUncued = false
  /// Whether nothing can be surely supplied by it.
  var isLoose = false
  /// What part of a full week it is, where it is said so: 0.8 of “0.8 FTE”.
  var part: Interval?
  /// The places that it may name.
  var places: [Place] = []
  /// The words that it was read of, as places among the tokens.
  let tokens: Range<Int>
  /// All words that made it what it is.
  var used: Set<Int>
  /// UTF-8 byte offsets.
  let range: Range<Int>

  /// The amount as others are told of it.
  var amount: Amount {
    let isOpen = kind == .contract && interval.low >= Self.openEnded
    return Amount(
      kind: kind, low: isOpen || interval.low.isInfinite ? nil : interval.low,
      high: isOpen || interval.high.isInfinite ? nil : interval.high,
      unit: isOpen ? "open-ended" : unit, per: per)
  }

  /// In months: what a contract without an end counts as.
  static let openEnded = 1200.0
}
