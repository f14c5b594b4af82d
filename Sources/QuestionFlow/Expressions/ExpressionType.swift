import Phrases

/// The static type of an expression.
enum ExpressionType: Hashable, Sendable {
  case truth
  case number
  case text
  case date
  /// One of named choices.
  case choice([String])
  /// Several of named choices.
  case choices([String])
  case list
  /// What has no value, such as a note.
  case nothing
  /// What could not be read, so that whatever is said of it is no fault of its own.
  case broken

  /// The type as an author would say it.
  var spoken: Phrase {
    switch self {
    case .truth: "yes or no"
    case .number: "a number"
    case .text: "a text"
    case .date: "a date"
    case .choice: "a choice"
    case .choices: "a set of choices"
    case .list: "a list"
    case .nothing, .broken: "nothing"
    }
  }

  /// Whether values of both types can be asked for equality.
  func isComparable(with other: ExpressionType) -> Bool {
    switch (self, other) {
    case (.broken, _), (_, .broken): true
    case (.truth, .truth), (.number, .number), (.text, .text), (.date, .date): true
    case (.choice, .choice), (.choice, .text), (.text, .choice): true
    default: false
    }
  }

  /// Whether a value has several members.
  var hasMembers: Bool {
    switch self {
    case .choices, .list: true
    default: false
    }
  }

  var isOrdered: Bool { self == .number || self == .date || self == .broken }

  /// Whether a condition can be made of it.
  func fits(_ wanted: ExpressionType) -> Bool { self == wanted || self == .broken }

  /// The options, of one choice or of several.
  var options: [String]? {
    switch self {
    case .choice(let options), .choices(let options): options
    default: nil
    }
  }
}
