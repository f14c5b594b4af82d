package import Phrases

/// What an answer is made of; the rules of each kind are in a file of its own.
public enum AnswerKind: Hashable, Sendable {
  case text(TextAnswer)
  case longText
  case number(NumberAnswer)
  case date
  case yesOrNo
  case choice(ChoiceAnswer)
  case choices(ChoicesAnswer)
  case scale(ScaleAnswer)
  case list(ListAnswer)
  case rank(RankAnswer)
  case person
  case posting
  case note

  /// One thing to choose from or to put in order.
  public struct Option: Hashable, Sendable {
    /// Stable: what is stored, and what expressions compare with.
    public let id: ElementID
    /// What the respondent reads.
    public let label: Wording

    /// Makes an option.
    package init(id: ElementID, label: Wording) {
      self.id = id
      self.label = label
    }
  }

  /// What parsing may need besides the text.
  package struct Surroundings: Sendable {
    /// The day on which the answer is given, for dates such as “tomorrow”.
    package let today: CalendarDate
    /// What there is to choose from or to put in order, as it is shown.
    package let offered: [Option]
    /// The language of labels, and of what is typed.
    package let language: String
    /// The question, which may name what a number counts.
    package let question: String

    /// Makes the surroundings of an answer.
    package init(
      today: CalendarDate, offered: [Option] = [], language: String = "en", question: String = ""
    ) {
      self.today = today
      self.offered = offered
      self.language = language
      self.question = question
    }
  }

  /// The rules of the kind.
  var rules: any AnswerRules {
    switch self {
    case .text(let rules): rules
    case .longText: LongTextAnswer()
    case .number(let rules): rules
    case .date: DateAnswer()
    case .yesOrNo: YesOrNoAnswer()
    case .choice(let rules): rules
    case .choices(let rules): rules
    case .scale(let rules): rules
    case .list(let rules): rules
    case .rank(let rules): rules
    case .person: PersonAnswer()
    case .posting: PostingAnswer()
    case .note: NoteAnswer()
    }
  }

  /// The rules of every kind, in the order in which authors are told of them.
  static let all: [any AnswerRules.Type] = [
    TextAnswer.self, LongTextAnswer.self, NumberAnswer.self, DateAnswer.self, YesOrNoAnswer.self,
    ChoiceAnswer.self, ChoicesAnswer.self, ScaleAnswer.self, ListAnswer.self, RankAnswer.self,
    PersonAnswer.self, PostingAnswer.self,
  ]

  /// Parses what somebody typed; a rejection says in one sentence what would be accepted.
  package func parse(_ typed: String, in surroundings: Surroundings) throws(Rejection) -> Answer {
    try rules.parse(typed, in: surroundings)
  }

  /// The kind as scripts name it, without its bounds.
  public var name: String { type(of: rules).name }

  /// Whether an answer may have several lines.
  public var takesSeveralLines: Bool { rules.takesSeveralLines }

  /// The expected form in a few words, shown where the script gives no hint of its own.
  package var form: Phrase { rules.form }

  /// The same, in view of what is offered.
  package func form(among offered: [Option]) -> Phrase { rules.form(among: offered) }

  /// What completion offers, whole answers each.
  package func completions(in surroundings: Surroundings) -> [String] {
    rules.completions(in: surroundings)
  }

  /// What there is to choose from or to put in order, for the kinds that offer something.
  package var offer: Offer? {
    switch self {
    case .choice(let choice): choice.offer
    case .choices(let choices): choices.offer
    case .rank(let rank): rank.offer
    default: nil
    }
  }

  /// Between which numbers an answer lies; `nil` for kinds that are no number, and numbers without a range.
  package var range: ClosedRange<Double>? {
    switch self {
    case .scale(let scale): Double(scale.range.lowerBound)...Double(scale.range.upperBound)
    case .number(let number): number.range
    default: nil
    }
  }

  /// Whether an answer has elements that can be gone through, ranked or chosen from.
  var hasElements: Bool { if case .list = self { true } else { offer != nil } }
}
