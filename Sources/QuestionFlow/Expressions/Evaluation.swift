/// What an evaluation may look at: the answers at hand, seen from one place in the interview.
protocol EvaluationContext {
  /// The elements of the rosters around this place, outermost first.
  var elements: [ElementID] { get }
  /// The active answer to an item, or `nil` where it is open, declined, or dormant.
  func answer(to path: Path) -> Answer?
  /// The words of a roster element.
  func text(of element: ElementID) -> String?
  /// An answer in words, options by their labels.
  func spoken(_ answer: Answer, to item: ItemID) -> String
  /// The element that a probe is about.
  var probedElement: String? { get }
  /// The measure behind `vague`.
  var vagueness: Vagueness { get }
}

extension Expression {
  /// Whether the condition holds; what is unknown does not.
  func holds(in context: some EvaluationContext) -> Bool {
    value(in: context, elements: context.elements) == .truth(true)
  }

  func value(in context: some EvaluationContext, elements: [ElementID]) -> Value {
    switch self {
    case .literal(let value):
      return value
    case .reference(let reference):
      return reference.value(in: context, elements: elements)
    case .not(let inner):
      guard case .truth(let truth) = inner.value(in: context, elements: elements) else {
        return .unknown
      }
      return .truth(!truth)
    case .and(let left, let right):
      let first = left.value(in: context, elements: elements)
      if first == .truth(false) { return first }
      let second = right.value(in: context, elements: elements)
      if second == .truth(false) { return second }
      return first == .truth(true) && second == .truth(true) ? .truth(true) : .unknown
    case .or(let left, let right):
      let first = left.value(in: context, elements: elements)
      if first == .truth(true) { return first }
      let second = right.value(in: context, elements: elements)
      if second == .truth(true) { return second }
      return first == .truth(false) && second == .truth(false) ? .truth(false) : .unknown
    case .compare(let comparison, let left, let right):
      return Self.compare(
        comparison, left.value(in: context, elements: elements),
        right.value(in: context, elements: elements))
    case .among(let inner, let values):
      let value = inner.value(in: context, elements: elements)
      return value == .unknown ? .unknown : .truth(values.contains(value))
    case .contains(let list, let inner):
      guard case .many(let members) = list.value(in: context, elements: elements),
        case .text(let text) = inner.value(in: context, elements: elements)
      else { return .unknown }
      let key = Words.key(text)
      return .truth(members.contains { Words.key($0) == key })
    case .call(let function, let inner):
      return Self.call(
        function, inner.value(in: context, elements: elements), vagueness: context.vagueness)
    case .quantified(let quantifier, let list, let condition):
      guard
        case .list(let members) = context.answer(
          to: Path(list, elements: context.path(prefixFor: list, elements)))
      else { return .unknown }
      let values = members.map { condition.value(in: context, elements: elements + [$0.id]) }
      return Self.quantify(quantifier, values)
    }
  }

  private static func compare(_ comparison: Comparison, _ left: Value, _ right: Value) -> Value {
    switch (comparison, left, right) {
    case (_, .unknown, _), (_, _, .unknown): .unknown
    case (.equal, .text(let left), .text(let right)):
      .truth(Words.key(left) == Words.key(right))
    case (.unequal, .text(let left), .text(let right)):
      .truth(Words.key(left) != Words.key(right))
    case (.equal, _, _): .truth(left == right)
    case (.unequal, _, _): .truth(left != right)
    case (_, .number(let left), .number(let right)): .truth(ordered(comparison, left, right))
    case (_, .date(let left), .date(let right)): .truth(ordered(comparison, left, right))
    default: .unknown
    }
  }

  private static func ordered<T: Comparable>(_ comparison: Comparison, _ left: T, _ right: T)
    -> Bool
  {
    switch comparison {
    case .equal: left == right
    case .unequal: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }

  private static func call(_ function: Function, _ value: Value, vagueness: Vagueness) -> Value {
    switch (function, value) {
    case (.answered, _): .truth(value != .unknown)
    case (.count, .many(let members)): .number(Double(members.count))
    case (.words, .text(let text)): .number(Double(Words.count(in: text)))
    case (.words, .many(let members)):
      .number(Double(members.reduce(0) { $0 + Words.count(in: $1) }))
    case (.vague, .text(let text)): .truth(vagueness.reason(for: text) != nil)
    default: .unknown
    }
  }

  private static func quantify(_ quantifier: Quantifier, _ values: [Value]) -> Value {
    switch quantifier {
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

  /// Every reference, those inside quantifiers and calls included.
  var references: [Reference] {
    switch self {
    case .literal: []
    case .reference(let reference): [reference]
    case .not(let inner), .call(_, let inner), .among(let inner, _): inner.references
    case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right),
      .contains(let left, let right):
      left.references + right.references
    case .quantified(_, let list, let inner): [.item(list, depth: 0)] + inner.references
    }
  }
}

extension EvaluationContext {
  /// The elements that the path of a list takes; a list nests in the rosters around it.
  fileprivate func path(prefixFor list: ItemID, _ elements: [ElementID]) -> [ElementID] {
    for length in stride(from: elements.count, through: 0, by: -1) {
      let prefix = Array(elements.prefix(length))
      if answer(to: Path(list, elements: prefix)) != nil { return prefix }
    }
    return []
  }
}

extension Reference {
  /// What the reference stands for in words, as a template quotes it; `nil` where nothing does.
  func spoken(in context: some EvaluationContext) -> String? {
    switch self {
    case .item(let id, let depth):
      context.answer(to: Path(id, elements: Array(context.elements.prefix(depth))))
        .map { context.spoken($0, to: id) }
    case .rosterElement(let depth):
      context.elements.indices.contains(depth) ? context.text(of: context.elements[depth]) : nil
    case .probedElement:
      context.probedElement
    }
  }

  fileprivate func value(in context: some EvaluationContext, elements: [ElementID]) -> Value {
    switch self {
    case .item(let id, let depth):
      guard let answer = context.answer(to: Path(id, elements: Array(elements.prefix(depth))))
      else { return .unknown }
      return answer.value(elementText: context.text(of:))
    case .rosterElement(let depth):
      guard elements.indices.contains(depth), let text = context.text(of: elements[depth]) else {
        return .unknown
      }
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
      if case .item(let id, let depth) = reference {
        let path = Path(id, elements: Array(context.elements.prefix(depth)))
        return context.answer(to: path)?.spoken(elementText: context.text(of:)) ?? ""
      }
      return reference.spoken(in: context) ?? ""
    }
  }

  /// The sentence with the present answers in it; an open answer is quoted as an ellipsis.
  func rendered(in context: some EvaluationContext, language: String) -> String {
    pieces(in: language).map { piece in
      switch piece {
      case .literal(let text): text
      case .pipe(let reference): reference.spoken(in: context) ?? "…"
      }
    }.joined()
  }
}
