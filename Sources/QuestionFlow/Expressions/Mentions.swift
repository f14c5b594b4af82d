/// Something whose value a condition depends on.
enum Variable: Hashable, Sendable {
  case item(ItemID)
  /// The words of the element of the roster at this depth.
  case element(depth: Int)
  /// The words of the element that a probe is about.
  case probedElement
}

/// How conditions use one variable: enough to choose values that stand for all others.
struct Mentions {
  /// Numbers that the value is compared with.
  var numbers: Set<Double> = []
  var dates: Set<CalendarDate> = []
  /// Words that the value, or one of its members, is compared with.
  var texts: Set<String> = []
  /// Numbers that its count is compared with; `nil` where its count is not used.
  var counts: Set<Double>?
  /// Numbers that its words are compared with.
  var words: Set<Double>?
  var isVagueUsed = false
  /// Whether it is compared with another variable, so that the numbers mentioned do not part it.
  var meetsOthers = false
  /// Whether it is used other than through `answered`.
  var isValueUsed = false
}

extension Dictionary where Key == Variable, Value == Mentions {
  /// Adds what a condition mentions. Quantified parts are not looked into.
  mutating func add(_ expression: Expression) {
    switch expression {
    case .literal, .today, .quantified, .gatheredEach, .counted: break
    case .reference(let reference):
      self[Variable(reference), default: Mentions()].isValueUsed = true
    case .not(let inner): add(inner)
    case .and(let left, let right), .or(let left, let right):
      add(left)
      add(right)
    case .compare(_, let left, let right):
      add(left, comparedWith: right)
      add(right, comparedWith: left)
    case .among(let inner, let values):
      for value in values { add(inner, comparedWith: .literal(value)) }
    case .contains(let list, let inner):
      add(list, comparedWith: inner)
      add(inner, comparedWith: list)
    case .call(let function, let inner):
      note(function, of: inner)
    case .score(let inner, let scores):
      for id in scores.keys { add(inner, comparedWith: .literal(.text(id))) }
    case .calculate, .negative, .rounded, .years, .gathered:
      for part in expression.parts { mix(part) }
    case .either(let condition, let then, let other):
      add(condition)
      mix(then)
      mix(other)
    }
  }

  /// Adds what is worked with, so that no single number or word in the condition parts its values.
  private mutating func mix(_ operand: Expression) {
    guard case .reference(let reference) = operand else { return add(operand) }
    self[Variable(reference), default: Mentions()].isValueUsed = true
    self[Variable(reference)]?.meetsOthers = true
  }

  private mutating func add(_ operand: Expression, comparedWith other: Expression) {
    switch operand {
    case .reference(let reference):
      var mentions = self[Variable(reference), default: Mentions()]
      mentions.isValueUsed = true
      switch other {
      case .literal(.number(let number)): mentions.numbers.insert(number)
      case .literal(.date(let date)): mentions.dates.insert(date)
      case .literal(.text(let text)): mentions.texts.insert(text)
      case .literal: break
      default: mentions.meetsOthers = true
      }
      self[Variable(reference)] = mentions
    case .call(let function, let inner):
      note(function, of: inner)
      guard case .reference(let reference) = inner else { return }
      switch (function, other) {
      case (.count, .literal(.number(let number))):
        self[Variable(reference)]?.counts?.insert(number)
      case (.words, .literal(.number(let number))):
        self[Variable(reference)]?.words?.insert(number)
      case (.count, _), (.words, _): self[Variable(reference)]?.meetsOthers = true
      default: break
      }
    default: add(operand)
    }
  }

  private mutating func note(_ function: Function, of inner: Expression) {
    guard case .reference(let reference) = inner else { return add(inner) }
    var mentions = self[Variable(reference), default: Mentions()]
    switch function {
    case .answered: break
    case .count: mentions.counts = mentions.counts ?? []
    case .words: mentions.words = mentions.words ?? []
    case .vague: mentions.isVagueUsed = true
    }
    if function != .answered { mentions.isValueUsed = true }
    self[Variable(reference)] = mentions
  }
}

extension Variable {
  init(_ reference: Reference) {
    self =
      switch reference {
      case .item(let id, _): .item(id)
      case .rosterElement(let level, _): .element(depth: level)
      case .probedElement: .probedElement
      }
  }
}
