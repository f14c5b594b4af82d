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
    /// The day on which the answer is given, for dates such as “tomorrow”.
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
    case .longText: .text(try LongTextAnswer.parse(typed))
    case .number(let range): .number(try NumberAnswer.parse(typed, within: range))
    case .date: .date(try DateAnswer.parse(typed, today: surroundings.today))
    case .yesOrNo: .yesOrNo(try YesOrNoAnswer.parse(typed))
    case .choice(let options): .choice(try ChoiceAnswer.parse(typed, among: options))
    case .choices(let options): .choices(try ChoicesAnswer.parse(typed, among: options))
    case .scale(let scale): .scale(try scale.parse(typed))
    case .list(let list): .list(try list.parse(typed))
    case .rank: .rank(try RankAnswer.parse(typed, among: surroundings.elements))
    case .person: .person(try PersonAnswer.parse(typed))
    case .posting: .posting(try PostingAnswer.parse(typed))
    }
  }

  /// The kind as scripts name it, without its bounds.
  public var name: String {
    switch self {
    case .text: "text"
    case .longText: "long text"
    case .number: "number"
    case .date: "date"
    case .yesOrNo: "yes or no"
    case .choice: "choice"
    case .choices: "choices"
    case .scale: "scale"
    case .list: "list"
    case .rank: "rank"
    case .person: "person"
    case .posting: "posting"
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
    case .text: TextAnswer.form
    case .longText: LongTextAnswer.form
    case .number(let range): NumberAnswer.form(within: range)
    case .date: DateAnswer.form
    case .yesOrNo: YesOrNoAnswer.form
    case .choice: ChoiceAnswer.form
    case .choices: ChoicesAnswer.form
    case .scale(let scale): scale.form
    case .list(let list): list.form
    case .rank: RankAnswer.form
    case .person: PersonAnswer.form
    case .posting: PostingAnswer.form
    }
  }

  /// What completion offers, whole answers each.
  public func completions(in surroundings: Surroundings, language: String = "en") -> [String] {
    switch self {
    case .yesOrNo: YesOrNoAnswer.completions
    case .choice(let options), .choices(let options):
      ChoiceAnswer.completions(options, language: language)
    case .scale(let scale): scale.completions
    case .rank: surroundings.elements.map(\.text)
    case .date: DateAnswer.completions
    case .text, .longText, .number, .list, .person, .posting: []
    }
  }
}
