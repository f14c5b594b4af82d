/// A condition or a value over earlier answers: small, typed, without side effects, and always finite.
///
/// Evaluation follows Kleene's three-valued logic: what has no answer is *unknown*, comparisons
/// and sums with it are unknown, and a condition that is unknown at the end does not hold. So
/// `not (x = 3)` is not made true by the absence of `x`; `answered(x)` asks for the absence itself.
package indirect enum Expression: Hashable, Sendable {
  case literal(Value)
  case reference(Reference)
  /// The day on which the interview was last gone on with.
  case today
  case not(Expression)
  case and(Expression, Expression)
  case or(Expression, Expression)
  case compare(Comparison, Expression, Expression)
  case among(Expression, [Value])
  case contains(list: Expression, Expression)
  case call(Function, Expression)
  /// The scores of what was chosen, by the option's ids.
  case score(Expression, [String: Double])
  case calculate(Operation, Expression, Expression)
  case negative(Expression)
  case rounded(Expression, places: Int)
  /// How many whole years there are from a day to another.
  case years(from: Expression, to: Expression)
  /// One figure for several values; those that are unknown are left out.
  case gathered(Gathering, [Expression])
  /// One figure for the values of all elements; those that are unknown are left out.
  case gatheredEach(Gathering, Members, Expression)
  /// How many elements a condition holds for.
  case counted(Members, Expression)
  /// One of two values.
  case either(Expression, then: Expression, else: Expression)
  case quantified(Quantifier, Members, Expression)
}

/// An ordering or equality between two values of one type.
package enum Comparison: String, Sendable, CaseIterable {
  case equal = "="
  case unequal = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

/// An operation on two numbers, or on a day and a number of days.
package enum Operation: String, Sendable, CaseIterable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divided = "/"
}

/// A function of one answer.
package enum Function: String, Sendable, CaseIterable {
  /// How many elements or choices an answer has.
  case count
  /// How many words a text has.
  case words
  /// Whether there is an answer at all; never unknown.
  case answered
  /// Whether a text is thin or says what anybody could say.
  case vague
}

/// What becomes of several numbers.
package enum Gathering: String, Sendable, CaseIterable {
  case sum
  case mean
  case min
  case max
}

/// Over how many elements of a roster a condition must hold.
package enum Quantifier: String, Sendable, CaseIterable {
  case any
  case all
  case none
}

/// The elements of an answer.
package struct Members: Hashable, Sendable {
  /// The item that has them.
  let list: ItemID
  /// Which of the elements at hand its path takes.
  let levels: [Int]
}

/// A name in an expression or a template, resolved to what it stands for.
package enum Reference: Hashable, Sendable {
  /// An item, a calculated value or something given from outside; its path takes the elements at hand
  /// of these levels, the outermost roster being 0.
  case item(ItemID, levels: [Int])
  /// The element of the roster at this level, which goes through that list.
  case rosterElement(level: Int, list: ItemID)
  /// The element that a probe is about.
  case probedElement
}

/// What an expression works with.
package enum Value: Hashable, Sendable, Codable {
  case unknown
  case truth(Bool)
  case number(Double)
  case text(String)
  case date(CalendarDate)
  case many([String])

  static func spoken(_ truth: Bool) -> String { truth ? "yes" : "no" }

  /// The value as a text quotes it; `nil` where it is unknown.
  var spoken: String? {
    switch self {
    case .unknown: nil
    case .truth(let truth): Self.spoken(truth)
    case .number(let number): Numeral.spoken((number * 1e6).rounded() / 1e6)
    case .text(let text): text
    case .date(let date): date.description
    case .many(let texts): Listed.text(of: texts)
    }
  }

  /// The value as a person reads it: a number with at most two decimals, as the language writes it; `nil` where it
  /// is unknown.
  func spoken(in language: String) -> String? {
    if case .number(let number) = self { Numeral.read(number, in: language) } else { spoken }
  }
}

extension Expression {
  /// The parts that it is made of.
  var parts: [Expression] {
    switch self {
    case .literal, .reference, .today: []
    case .not(let inner), .call(_, let inner), .among(let inner, _), .score(let inner, _),
      .negative(let inner), .rounded(let inner, _), .gatheredEach(_, _, let inner),
      .counted(_, let inner), .quantified(_, _, let inner):
      [inner]
    case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right),
      .contains(let left, let right), .calculate(_, let left, let right),
      .years(let left, let right):
      [left, right]
    case .gathered(_, let inner): inner
    case .either(let condition, let then, let other): [condition, then, other]
    }
  }

  /// Whether there is a sum of several values in it.
  var addsUp: Bool {
    if case .gathered(.sum, _) = self { return true }
    return parts.contains(where: \.addsUp)
  }

  /// The same with other parts, as many as it has.
  func with(_ parts: [Expression]) -> Expression {
    guard parts.count == self.parts.count, let first = parts.first else { return self }
    switch self {
    case .literal, .reference, .today: return self
    case .not: return .not(first)
    case .call(let function, _): return .call(function, first)
    case .among(_, let values): return .among(first, values)
    case .score(_, let scores): return .score(first, scores)
    case .negative: return .negative(first)
    case .rounded(_, let places): return .rounded(first, places: places)
    case .gatheredEach(let gathering, let members, _):
      return .gatheredEach(gathering, members, first)
    case .counted(let members, _): return .counted(members, first)
    case .quantified(let quantifier, let members, _): return .quantified(quantifier, members, first)
    case .and: return .and(first, parts[1])
    case .or: return .or(first, parts[1])
    case .compare(let comparison, _, _): return .compare(comparison, first, parts[1])
    case .contains: return .contains(list: first, parts[1])
    case .calculate(let operation, _, _): return .calculate(operation, first, parts[1])
    case .years: return .years(from: first, to: parts[1])
    case .gathered(let gathering, _): return .gathered(gathering, parts)
    case .either: return .either(first, then: parts[1], else: parts[2])
    }
  }

  /// The list that is gone through, for what goes through one.
  var members: Members? {
    switch self {
    case .gatheredEach(_, let members, _), .counted(let members, _),
      .quantified(_, let members, _):
      members
    default: nil
    }
  }

  /// Every reference, those inside quantifiers and calls included.
  var references: [Reference] {
    var references: [Reference] = []
    collect(&references)
    return references
  }

  private func collect(_ references: inout [Reference]) {
    if case .reference(let reference) = self { references.append(reference) }
    if let members { references.append(.item(members.list, levels: members.levels)) }
    for part in parts { part.collect(&references) }
  }

  /// How many expressions it consists of, and how many stand one inside the other.
  var extent: (size: Int, height: Int) {
    parts.reduce(into: (1, 1)) { extent, part in
      let inner = part.extent
      extent = (extent.0 + inner.size, max(extent.1, inner.height + 1))
    }
  }
}
