/// The static type of an expression.
enum ExpressionType: Equatable {
  case truth
  case number
  case text
  case date
  /// One of named choices.
  case choice([String])
  /// Several of named choices.
  case choices([String])
  case list

  /// The type as an author would say it.
  var spoken: String {
    switch self {
    case .truth: "yes or no"
    case .number: "a number"
    case .text: "a text"
    case .date: "a date"
    case .choice: "a choice"
    case .choices: "a set of choices"
    case .list: "a list"
    }
  }

  /// Whether values of both types can be asked for equality.
  func isComparable(with other: ExpressionType) -> Bool {
    switch (self, other) {
    case (.truth, .truth), (.number, .number), (.text, .text), (.date, .date): true
    case (.choice, .choice), (.choice, .text), (.text, .choice): true
    default: false
    }
  }

  var isOrdered: Bool { self == .number || self == .date }
}

extension AnswerKind {
  /// The type that a reference to an item of this kind has.
  var expressionType: ExpressionType {
    switch self {
    case .text, .longText, .person, .posting: .text
    case .number, .scale: .number
    case .date: .date
    case .yesOrNo: .truth
    case .choice(let options): .choice(options.map(\.id))
    case .choices(let options): .choices(options.map(\.id))
    case .list, .rank: .list
    }
  }
}
