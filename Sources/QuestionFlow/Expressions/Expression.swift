/// A condition over earlier answers: small, typed, without side effects, and always finite.
///
/// Evaluation follows Kleene's three-valued logic: what has no answer is *unknown*, comparisons
/// with it are unknown, and a condition that is unknown at the end does not hold. So `not (x = 3)`
/// is not made true by the absence of `x`; `answered(x)` asks for the absence itself.
public indirect enum Expression: Sendable {
  case literal(Value)
  case reference(Reference)
  case not(Expression)
  case and(Expression, Expression)
  case or(Expression, Expression)
  case compare(Comparison, Expression, Expression)
  case among(Expression, [Value])
  case contains(list: Expression, Expression)
  case call(Function, Expression)
  case quantified(Quantifier, roster: ItemID, Expression)
}

/// An ordering or equality between two values of one type.
public enum Comparison: String, Sendable, CaseIterable {
  case equal = "="
  case unequal = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

/// A function of one answer.
public enum Function: String, Sendable, CaseIterable {
  /// How many elements or choices an answer has.
  case count
  /// How many words a text has.
  case words
  /// Whether there is an answer at all; never unknown.
  case answered
  /// Whether a text is thin or says what anybody could say.
  case vague
}

/// Over how many elements of a roster a condition must hold.
public enum Quantifier: String, Sendable, CaseIterable {
  case any
  case all
  case none
}

/// A name in an expression or a template, resolved to what it stands for.
public enum Reference: Hashable, Sendable {
  /// An item; its path takes as many of the elements at hand as rosters enclose it.
  case item(ItemID, depth: Int)
  /// The element of the roster at this depth, the outermost being 0.
  case rosterElement(depth: Int)
  /// The element that a probe is about.
  case probedElement
}

/// What an expression works with.
public enum Value: Hashable, Sendable {
  case unknown
  case truth(Bool)
  case number(Double)
  case text(String)
  case date(CalendarDate)
  case many([String])
}
