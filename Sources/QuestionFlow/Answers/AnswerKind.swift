/// What an answer is made of.
public enum AnswerKind: Hashable, Sendable {
  case text
  case longText
  case number(ClosedRange<Double>?)
  case date
  case yesOrNo
  case choice([Option])
  case choices([Option])
  case scale(ScaleAnswer)
  case list(ListAnswer)
  /// The order of another item's list.
  case rank(ItemID)
  case person
  case posting

  /// One option of a choice.
  public struct Option: Hashable, Sendable {
    /// Stable: what is stored, and what expressions compare with.
    public let id: String
    /// What the respondent reads.
    public let label: Wording
  }

  /// What parsing may need besides the text.
  public struct Surroundings: Sendable {
    /// The day on which the answer is given, for dates such as “next Tuesday”.
    public let today: CalendarDate
    /// The elements to be ranked, in the list's order.
    public let elements: [Element]

    /// Makes the surroundings of an answer.
    public init(today: CalendarDate, elements: [Element] = []) {
      self.today = today
      self.elements = elements
    }
  }

  /// Parses what somebody typed; a rejection says in one sentence what would be accepted.
  public func parse(_ typed: String, in surroundings: Surroundings) throws(Rejection) -> Response {
    switch self {
    case .text: .text(try TextAnswer.parse(typed))
    case .longText: .text(try TextAnswer.parse(typed, keepingLines: true))
    case .number(let range): .number(try NumberAnswer.parse(typed, within: range))
    case .date: .date(try DateAnswer.parse(typed, today: surroundings.today))
    case .yesOrNo: .yesOrNo(try YesOrNoAnswer.parse(typed))
    case .choice(let options): .choice(try ChoiceAnswer.parse(typed, among: options))
    case .choices(let options): .choices(try ChoiceAnswer.parseSeveral(typed, among: options))
    case .scale(let scale): .scale(try scale.parse(typed))
    case .list(let list): .list(try list.parse(typed))
    case .rank: .rank(try RankAnswer.parse(typed, among: surroundings.elements))
    case .person: .person(try PersonAnswer.parse(typed))
    case .posting: .posting(try TextAnswer.parse(typed, keepingLines: true))
    }
  }

  /// Whether an answer may have several lines.
  public var takesSeveralLines: Bool {
    switch self {
    case .longText, .list, .posting: true
    default: false
    }
  }

  /// The expected form in a few words, shown where the script gives no hint of its own.
  public var form: String {
    switch self {
    case .text: "a few words"
    case .longText: "as much as you like; paste is welcome"
    case .number(let range):
      range.map {
        "a number from \(NumberAnswer.spoken($0.lowerBound)) to \(NumberAnswer.spoken($0.upperBound))"
      } ?? "a number"
    case .date: "a day, such as 2027-03-01, tomorrow or next Tuesday"
    case .yesOrNo: "yes or no"
    case .choice: "one of these, by number or by its first letters"
    case .choices: "any of these, by number, with commas between"
    case .scale(let scale): "a number from \(scale.range.lowerBound) to \(scale.range.upperBound)"
    case .list(let list): list.form
    case .rank: "the numbers in your order, such as 2 1 3"
    case .person: "a name, and after a comma who they are"
    case .posting: "paste the whole posting"
    }
  }

  /// What completion offers, whole answers each.
  public func completions(in surroundings: Surroundings, language: String = "en") -> [String] {
    switch self {
    case .yesOrNo: ["yes", "no"]
    case .choice(let options), .choices(let options): options.map { $0.label.text(in: language) }
    case .scale(let scale): scale.range.map(String.init)
    case .rank: surroundings.elements.map(\.text)
    case .date: ["today", "tomorrow", "next Monday"]
    default: []
    }
  }
}
