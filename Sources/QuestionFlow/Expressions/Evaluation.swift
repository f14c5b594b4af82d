/// What an evaluation may look at: the answers at hand, seen from one place in the interview.
protocol EvaluationContext {
  /// The elements of the rosters around this place, outermost first.
  var elements: [ElementID] { get }
  /// The value of an item's answer, of a calculation, or of something given; unknown where it is open,
  /// declined, or dormant.
  func value(of item: ItemID, at elements: [ElementID]) -> Value
  /// The same in words, options by their labels; `nil` where it is unknown.
  func spoken(_ item: ItemID, at elements: [ElementID]) -> String?
  /// The elements of an answer; `nil` where there is none.
  func members(of list: ItemID, at elements: [ElementID]) -> [ElementID]?
  /// Whether an answer was asked for and passed over.
  func isPassedOver(_ item: ItemID, at elements: [ElementID]) -> Bool
  /// Whether an item has an option that says that none of them is chosen.
  func offersNone(_ item: ItemID) -> Bool
  /// What conditions compare an element with: an option's id, or the respondent's words.
  func plain(_ element: ElementID, of list: ItemID, at elements: [ElementID]) -> String?
  /// An element in words.
  func text(of element: ElementID, of list: ItemID, at elements: [ElementID]) -> String?
  /// The element that a probe is about.
  var probedElement: String? { get }
  /// The day it is, as far as the interview knows.
  var today: CalendarDate? { get }
  /// Whether a text is what `vague` looks for.
  func isVague(_ text: String) -> Bool
}

extension Expression {
  /// Whether the condition holds; what is unknown does not.
  func holds(in context: some EvaluationContext) -> Bool {
    value(in: context, elements: context.elements) == .truth(true)
  }

  /// Whether the condition surely does not hold; of what is unknown that cannot be said.
  func isRefuted(in context: some EvaluationContext) -> Bool {
    value(in: context, elements: context.elements) == .truth(false)
  }

  func value(in context: some EvaluationContext, elements: [ElementID]) -> Value {
    func value(_ inner: Expression) -> Value { inner.value(in: context, elements: elements) }
    switch self {
    case .literal(let value): return value
    case .reference(let reference): return reference.value(in: context, elements: elements)
    case .today: return context.today.map(Value.date) ?? .unknown
    case .not(let inner):
      guard case .truth(let truth) = value(inner) else { return .unknown }
      return .truth(!truth)
    case .and(let left, let right):
      let first = value(left)
      if first == .truth(false) { return first }
      let second = value(right)
      if second == .truth(false) { return second }
      return first == .truth(true) && second == .truth(true) ? .truth(true) : .unknown
    case .or(let left, let right):
      let first = value(left)
      if first == .truth(true) { return first }
      let second = value(right)
      if second == .truth(true) { return second }
      return first == .truth(false) && second == .truth(false) ? .truth(false) : .unknown
    case .compare(let comparison, let left, let right):
      return comparison.holds(between: value(left), value(right))
    case .among(let inner, let values):
      let value = value(inner)
      return value == .unknown ? .unknown : .truth(values.contains(value))
    case .contains(let list, let inner):
      guard case .many(let members) = value(list), case .text(let text) = value(inner) else {
        return .unknown
      }
      let key = Words.key(text)
      return .truth(members.contains { Words.key($0) == key })
    // That none was chosen is an answer, and nothing that could be counted.
    case .call(.count, let inner) where inner.isNone(value(inner), in: context): return .number(0)
    case .call(let function, let inner):
      return function.value(of: value(inner), isVague: context.isVague)
    case .score(let inner, let scores): return Self.score(value(inner), scores)
    case .calculate(let operation, let left, let right):
      return operation.value(of: value(left), value(right))
    case .negative(let inner):
      guard case .number(let number) = value(inner) else { return .unknown }
      return .number(-number)
    case .rounded(let inner, let places):
      guard case .number(let number) = value(inner) else { return .unknown }
      let scale = places == 0 ? 1 : places == 1 ? 10.0 : 100.0
      return .finite((number * scale).rounded() / scale)
    case .years(let from, let to):
      guard case .date(let first) = value(from), case .date(let last) = value(to) else {
        return .unknown
      }
      return .number(Double(last.years(since: first)))
    case .gathered(let gathering, let inner):
      return gathering.value(
        of: inner.map(value),
        isAsked: inner.contains { $0.isPassedOver(in: context, elements) })
    case .gatheredEach(let gathering, let members, let inner):
      return gathering.value(
        ofEach: Self.valuesCounted(of: inner, members, in: context, elements))
    case .counted(let members, let inner):
      return Self.valuesCounted(of: inner, members, in: context, elements).map { values in
        .number(Double(values.count { $0 == .truth(true) }))
      } ?? .unknown
    case .either(let condition, let then, let other):
      guard case .truth(let holds) = value(condition) else { return .unknown }
      return value(holds ? then : other)
    case .quantified(let quantifier, let members, let inner):
      return Self.values(of: inner, members, in: context, elements).map(quantifier.value)
        ?? .unknown
    }
  }

  /// Whether a value of it says that none of some options was chosen.
  private func isNone(_ value: Value, in context: some EvaluationContext) -> Bool {
    guard case .reference(.item(let id, _)) = self, case .many(let ids) = value else {
      return false
    }
    return ids == [ElementID.none].compactMap(\.optionID) && context.offersNone(id)
  }

  /// The values of an expression for each element; `nil` where the list has no answer.
  private static func values(
    of inner: Expression, _ members: Members, in context: some EvaluationContext,
    _ elements: [ElementID]
  ) -> [Value]? {
    context.members(of: members.list, at: elements.taking(members.levels))?.map {
      inner.value(in: context, elements: elements + [$0])
    }
  }

  /// The same for what is counted and added up: a list that was passed over has nothing on it.
  private static func valuesCounted(
    of inner: Expression, _ members: Members, in context: some EvaluationContext,
    _ elements: [ElementID]
  ) -> [Value]? {
    if let values = values(of: inner, members, in: context, elements) { return values }
    let around = elements.taking(members.levels)
    return context.isPassedOver(members.list, at: around) ? [] : nil
  }

  /// Whether an answer that it rests on was asked for and passed over.
  private func isPassedOver(in context: some EvaluationContext, _ elements: [ElementID]) -> Bool {
    if case .reference(.item(let id, let levels)) = self {
      return context.isPassedOver(id, at: elements.taking(levels))
    }
    return parts.contains { $0.isPassedOver(in: context, elements) }
  }

  private static func score(_ value: Value, _ scores: [String: Double]) -> Value {
    switch value {
    case .text(let id): scores[id].map(Value.number) ?? .unknown
    case .many(let ids): .finite(ids.reduce(0) { $0 + (scores[$1] ?? 0) })
    default: .unknown
    }
  }
}

extension Value {
  /// A number that can be held; unknown where it cannot.
  static func finite(_ number: Double) -> Value { number.isFinite ? .number(number) : .unknown }
}

extension [ElementID] {
  /// The elements of some levels, as far as there are any.
  func taking(_ levels: [Int]) -> [ElementID] {
    levels.compactMap { indices.contains($0) ? self[$0] : nil }
  }
}

extension Comparison {
  func holds(between left: Value, _ right: Value) -> Value {
    switch (self, left, right) {
    case (_, .unknown, _), (_, _, .unknown): .unknown
    case (.equal, .text(let left), .text(let right)):
      .truth(Words.key(left) == Words.key(right))
    case (.unequal, .text(let left), .text(let right)):
      .truth(Words.key(left) != Words.key(right))
    case (.equal, _, _): .truth(left == right)
    case (.unequal, _, _): .truth(left != right)
    case (_, .number(let left), .number(let right)): .truth(ordered(left, right))
    case (_, .date(let left), .date(let right)): .truth(ordered(left, right))
    default: .unknown
    }
  }

  private func ordered<T: Comparable>(_ left: T, _ right: T) -> Bool {
    switch self {
    case .equal: left == right
    case .unequal: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}

extension Operation {
  func value(of left: Value, _ right: Value) -> Value {
    switch (self, left, right) {
    case (.plus, .number(let left), .number(let right)): .finite(left + right)
    case (.minus, .number(let left), .number(let right)): .finite(left - right)
    case (.times, .number(let left), .number(let right)): .finite(left * right)
    case (.divided, .number(let left), .number(let right)):
      right == 0 ? .unknown : .finite(left / right)
    case (.minus, .date(let left), .date(let right)): .number(Double(left.days(since: right)))
    case (.plus, .date(let date), .number(let days)):
      days.magnitude < 4e6 ? .date(date.adding(days: Int(days.rounded()))) : .unknown
    case (.minus, .date(let date), .number(let days)):
      days.magnitude < 4e6 ? .date(date.adding(days: -Int(days.rounded()))) : .unknown
    default: .unknown
    }
  }
}

extension Function {
  func value(of value: Value, isVague: (String) -> Bool) -> Value {
    switch (self, value) {
    case (.answered, _): .truth(value != .unknown)
    case (.count, .many(let members)): .number(Double(members.count))
    case (.words, .text(let text)): .number(Double(Words.count(in: text)))
    case (.words, .many(let members)):
      .number(Double(members.reduce(0) { $0 + Words.count(in: $1) }))
    case (.vague, .text(let text)): .truth(isVague(text))
    default: .unknown
    }
  }
}

extension Gathering {
  /// The figure for the numbers among some values; of none it is unknown, but for a sum, which is nought where
  /// something of it was asked for.
  fileprivate func value(of values: [Value], isAsked: Bool) -> Value {
    let numbers = values.compactMap { if case .number(let number) = $0 { number } else { nil } }
    guard !numbers.isEmpty else { return self == .sum && isAsked ? .number(0) : .unknown }
    return switch self {
    case .sum: .finite(numbers.reduce(0, +))
    case .mean: .finite(numbers.reduce(0, +) / Double(numbers.count))
    case .min: numbers.min().map(Value.number) ?? .unknown
    case .max: numbers.max().map(Value.number) ?? .unknown
    }
  }

  /// The figure for the values of each thing of a list; `nil` where the list was never asked for.
  fileprivate func value(ofEach values: [Value]?) -> Value {
    value(of: values ?? [], isAsked: values != nil)
  }
}

extension Quantifier {
  func value(of values: [Value]) -> Value {
    switch self {
    case .any:
      values.contains(.truth(true))
        ? .truth(true) : values.contains(.unknown) ? .unknown : .truth(false)
    case .all:
      values.contains(.truth(false))
        ? .truth(false) : values.contains(.unknown) ? .unknown : .truth(true)
    case .none:
      values.contains(.truth(true))
        ? .truth(false) : values.contains(.unknown) ? .unknown : .truth(true)
    }
  }
}

extension Reference {
  /// What the reference stands for in words, as a template quotes it; `nil` where nothing does.
  func spoken(in context: some EvaluationContext) -> String? {
    switch self {
    case .item(let id, let levels): context.spoken(id, at: context.elements.taking(levels))
    case .rosterElement(let level, let list):
      context.elements.indices.contains(level)
        ? context.text(of: context.elements[level], of: list, at: context.elements) : nil
    case .probedElement: context.probedElement
    }
  }

  /// The same apart from any language: options by their ids.
  func plain(in context: some EvaluationContext) -> String? {
    switch self {
    case .item(let id, let levels):
      context.value(of: id, at: context.elements.taking(levels)).spoken
    case .rosterElement(let level, let list):
      context.elements.indices.contains(level)
        ? context.plain(context.elements[level], of: list, at: context.elements) : nil
    case .probedElement: context.probedElement
    }
  }

  fileprivate func value(in context: some EvaluationContext, elements: [ElementID]) -> Value {
    switch self {
    case .item(let id, let levels): return context.value(of: id, at: elements.taking(levels))
    case .rosterElement(let level, let list):
      guard elements.indices.contains(level),
        let text = context.plain(elements[level], of: list, at: elements)
      else { return .unknown }
      return .text(text)
    case .probedElement:
      return context.probedElement.map(Value.text) ?? .unknown
    }
  }
}

extension Template {
  /// The words that stand in the places of the pipes, options by their ids.
  func quotedWords(in context: some EvaluationContext) -> [String] {
    pieces.compactMap { piece in
      guard case .pipe(let reference) = piece else { return nil }
      return reference.plain(in: context) ?? ""
    }
  }

  /// The sentence with the present answers in it; an open answer is quoted as an ellipsis.
  func rendered(in context: some EvaluationContext, language: String) -> String {
    let pieces = pieces(in: language)
    return pieces.indices.map { place in
      switch pieces[place] {
      case .literal(let text): text
      case .pipe(let reference):
        Self.ending(reference.spoken(in: context) ?? "…", before: pieces.dropFirst(place + 1).first)
      }
    }.joined()
  }

  /// What is quoted, without a full stop of its own where the sentence around it has one there.
  private static func ending(_ text: String, before next: Piece?) -> String {
    guard case .literal(let literal)? = next, literal.hasPrefix("."), text.hasSuffix("."),
      !text.hasSuffix("..")
    else { return text }
    return String(text.dropLast())
  }
}
