/// The states that an interview can be in, as far as some conditions can tell them apart.
///
/// A question about conditions is decided by trying, for each item that they depend on, an answer of
/// each sort that they tell apart, and none. Only states that can come about are tried: an item has an
/// answer only where it is relevant and its own checks are met. Every answer tried is a real one, put
/// through the evaluator that interviews use.
struct StateSpace {
  /// What a search came to.
  enum Outcome {
    case never
    case sometimes
    case undecided
  }

  /// What must hold for an item to be asked.
  struct Relevance {
    var conditions: [Condition] = []
    /// The lists of the rosters around it.
    var lists: [ItemID] = []
  }

  /// Beyond this many items, relevance at a distance is left out: more states are tried than can come
  /// about, so that “never” stays true.
  private static let closureLimit = 8
  private static let stateLimit = 20_000

  /// How many states may still be tried for a whole script; what is left over then is not decided.
  final class Budget {
    var states = 400_000
  }

  let script: Script
  let relevance: [ItemID: Relevance]
  /// The items' order in the document.
  let order: [ItemID: Int]
  let budget = Budget()

  /// Whether there is a state in which all conditions hold and all items named are answered.
  ///
  /// - Parameters:
  ///   - failing: conditions of which at least one does not hold; where empty, nothing is asked of them.
  ///   - unchecked: an item whose checks are left out.
  func search(
    holding: [Condition], failing: [Condition] = [], answered: Set<ItemID> = [],
    unchecked: ItemID? = nil
  ) -> Outcome {
    let stripped = Opaque(
      holding.map { script.spelledOut($0.expression) },
      failing.map { script.spelledOut($0.expression) })
    var closure = Closure(space: self, unchecked: unchecked)
    closure.require(stripped.holding + stripped.failing, answered: answered)
    guard let search = Search(closure, stripped, answered: answered) else { return .undecided }
    let allowed = min(Self.stateLimit, budget.states)
    var left = allowed
    let outcome = search.run(&left)
    budget.states -= allowed - max(0, left)
    if stripped.isUndecidable { return .undecided }
    return outcome == .sometimes && (stripped.isEntangled || closure.isOpaque)
      ? .undecided : outcome
  }

  /// The items that a search depends on, and what is mentioned of them.
  struct Closure {
    let space: StateSpace
    let unchecked: ItemID?
    private(set) var mentions: [Variable: Mentions] = [:]
    /// The conditions under which an item that was taken in may have an answer.
    private(set) var constraints: [ItemID: [Expression]] = [:]
    /// The checks of an item that was taken in, none of which may refuse its answer.
    private(set) var checks: [ItemID: [Expression]] = [:]
    private(set) var lists: [ItemID: [ItemID]] = [:]
    private(set) var isOpaque = false

    init(space: StateSpace, unchecked: ItemID?) {
      self.space = space
      self.unchecked = unchecked
    }

    mutating func require(_ expressions: [Expression], answered: Set<ItemID>) {
      for expression in expressions { mentions.add(expression) }
      for item in answered where mentions[.item(item)] == nil { mentions[.item(item)] = Mentions() }
      var pending = mentions.keys.compactMap(\.item).sorted()
      while let item = pending.popLast(), constraints.count < StateSpace.closureLimit {
        guard constraints[item] == nil else { continue }
        let relevance = space.relevance[item] ?? Relevance()
        var conditions = relevance.conditions.map { space.script.spelledOut($0.expression) }
        // A quantified relevance at a distance is left out, which only adds states.
        conditions = conditions.filter { !$0.isQuantified && !$0.isUndecidable }
        if conditions.count < relevance.conditions.count { isOpaque = true }
        constraints[item] = conditions
        let own = item == unchecked ? [] : space.ownChecks(of: item)
        checks[item] = own.filter { !$0.isQuantified && !$0.isUndecidable }
        lists[item] = relevance.lists
        for condition in conditions + (checks[item] ?? []) { mentions.add(condition) }
        for list in relevance.lists where mentions[.item(list)] == nil {
          mentions[.item(list)] = Mentions()
        }
        pending = mentions.keys.compactMap(\.item).filter { constraints[$0] == nil }.sorted()
      }
    }
  }

  /// A condition in which what no thing of a list can meet is no longer asked for: `any` of it is no, `none` of
  /// it yes. It holds wherever the condition does, and where the list has no answer besides.
  func withoutEmptyQuantifiers(_ condition: Condition) -> Condition {
    let parts = condition.expression.quantifiedParts
    guard !parts.isEmpty else { return condition }
    var isEmpty: [Bool] = []
    for part in parts {
      guard case .quantified(_, let members, let inner) = part else { continue }
      let met = Condition(
        expression: inner, source: condition.source, place: condition.place)
      isEmpty.append(
        search(holding: [withoutEmptyQuantifiers(met)], answered: [members.list]) == .never)
    }
    guard isEmpty.contains(true) else { return condition }
    var flags = isEmpty[...]
    return Condition(
      expression: condition.expression.emptyingQuantified(&flags), source: condition.source,
      place: condition.place)
  }

  /// Whether an answer can be missing at a place: it can be passed over, or may not be asked where that place is;
  /// or it is one of the time before, which the first time has not.
  func canBeMissing(_ item: ItemID, where here: Relevance) -> Bool {
    if let given = script.givens[item] {
      if case .last = given.source { return true }
      return false
    }
    guard let asked = script.item(item), let needed = relevance[item] else { return false }
    let certain = Set(here.conditions.map(\.place))
    return !asked.isRequired || !needed.conditions.allSatisfy { certain.contains($0.place) }
      || !needed.lists.allSatisfy(here.lists.contains)
  }

  /// Checks of an item that are about nothing but its own answer, so that none is refuted whenever it has one.
  func ownChecks(of item: ItemID) -> [Expression] {
    (script.item(item)?.checks ?? []).map { script.spelledOut($0.condition.expression) }
      .filter { check in check.references.allSatisfy { Variable($0) == .item(item) } }
  }
}

extension Variable {
  var item: ItemID? { if case .item(let id) = self { id } else { nil } }
}

/// Conditions with their quantified parts taken for plain unknowns.
struct Opaque {
  let holding: [Expression]
  let failing: [Expression]
  /// The quantified parts.
  let parts: [Expression]
  /// Whether a quantified part depends on what other parts depend on too, so that it is not free.
  let isEntangled: Bool
  /// Whether something in it has more values than can be tried, such as a sum over a roster.
  let isUndecidable: Bool

  init(_ holding: [Expression], _ failing: [Expression]) {
    self.holding = holding
    self.failing = failing
    parts = (holding + failing).flatMap(\.quantifiedParts)
    isUndecidable = (holding + failing).contains(where: \.isUndecidable)
    var seen: Set<Variable> = []
    var isEntangled = parts.count > 3
    for part in parts {
      let variables = Set(part.references.map(Variable.init))
      if !variables.isDisjoint(with: seen) { isEntangled = true }
      seen.formUnion(variables)
    }
    var outside: [Variable: Mentions] = [:]
    for expression in holding + failing { outside.add(expression) }
    self.isEntangled = isEntangled || !seen.isDisjoint(with: outside.keys)
  }

  /// The conditions with a value in the place of each quantified part, in their order.
  func filled(_ values: [Value]) -> (holding: [Expression], failing: [Expression]) {
    var rest = values[...]
    let filledHolding = holding.map { $0.fillingQuantified(&rest) }
    return (filledHolding, failing.map { $0.fillingQuantified(&rest) })
  }
}

extension Expression {
  var isQuantified: Bool { !quantifiedParts.isEmpty }

  /// Whether a part of it can have any value: a figure over a roster, or the day that it is.
  var isUndecidable: Bool {
    switch self {
    case .today, .gatheredEach, .counted: true
    case .quantified: false
    default: parts.contains(where: \.isUndecidable)
    }
  }

  /// The outermost quantified parts, from left to right.
  var quantifiedParts: [Expression] {
    if case .quantified = self { [self] } else { parts.flatMap(\.quantifiedParts) }
  }

  /// The same with a plain truth in the place of each quantified part that no thing can meet.
  ///
  /// - Parameter isEmpty: for each part, from left to right, whether it is such a one.
  fileprivate func emptyingQuantified(_ isEmpty: inout ArraySlice<Bool>) -> Expression {
    if case .quantified(let quantifier, _, _) = self {
      guard isEmpty.popFirst() == true else { return self }
      return switch quantifier {
      case .any: .literal(.truth(false))
      case .none: .literal(.truth(true))
      case .all: self
      }
    }
    var emptied: [Expression] = []
    for part in parts { emptied.append(part.emptyingQuantified(&isEmpty)) }
    return with(emptied)
  }

  fileprivate func fillingQuantified(_ values: inout ArraySlice<Value>) -> Expression {
    if case .quantified = self { return .literal(values.popFirst() ?? .unknown) }
    var filled: [Expression] = []
    for part in parts { filled.append(part.fillingQuantified(&values)) }
    return with(filled)
  }
}

extension Script {
  /// Larger values are not spelled out, and what rests on them is not decided.
  private static let largestSpelledOut = 200

  /// An expression with what calculated values stand for in their places; `today`, which is never
  /// decided, for those that are too large.
  func spelledOut(_ expression: Expression) -> Expression {
    guard !calculations.isEmpty else { return expression }
    var left = Self.largestSpelledOut
    let whole = spelledOut(expression, &left)
    return left >= 0 ? whole : .and(.compare(.equal, .today, .today), .literal(.truth(true)))
  }

  private func spelledOut(_ expression: Expression, _ left: inout Int) -> Expression {
    left -= 1
    guard left >= 0 else { return expression }
    if case .reference(.item(let id, _)) = expression, let calculation = calculations[id] {
      return spelledOut(calculation.expression, &left)
    }
    var parts: [Expression] = []
    for part in expression.parts { parts.append(spelledOut(part, &left)) }
    return expression.with(parts)
  }
}
