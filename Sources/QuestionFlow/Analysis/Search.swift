/// A walk through the states of a closure, item by item in document order, left where an answer could
/// not have come about.
struct Search {
  private let variables: [(variable: Variable, values: [Answer?])]
  private let closure: StateSpace.Closure
  private let stripped: Opaque
  private let answered: Set<ItemID>
  /// What the conditions themselves mention.
  private let asked: Set<Variable>
  /// Whether any condition has a sum in it.
  private let addsUp: Bool

  /// `nil` where finitely many answers cannot stand for all.
  init?(_ closure: StateSpace.Closure, _ stripped: Opaque, answered: Set<ItemID>) {
    var variables: [(Variable, [Answer?])] = []
    for (variable, mentions) in closure.mentions {
      switch variable {
      case .item(let id):
        guard let kind = closure.space.script.kind(of: id),
          let answers = kind.rules.representatives(mentions)
        else { return nil }
        variables.append((variable, (answered.contains(id) ? [] : [nil]) + answers))
      case .element, .probedElement:
        guard let texts = mentions.standingTexts() else { return nil }
        variables.append((variable, texts.map(Answer.text)))
      }
    }
    let order = closure.space.order
    self.variables = variables.sorted { left, right in
      Self.place(left.0, order) < Self.place(right.0, order)
    }
    self.closure = closure
    self.stripped = stripped
    self.answered = answered
    var asked: [Variable: Mentions] = [:]
    for expression in stripped.holding + stripped.failing { asked.add(expression) }
    self.asked = Set(asked.keys)
    addsUp =
      (stripped.holding + stripped.failing + closure.constraints.values.joined()
      + closure.checks.values.joined()).contains(where: \.addsUp)
  }

  private static func place(_ variable: Variable, _ order: [ItemID: Int]) -> Int {
    switch variable {
    case .element(let depth): depth - 100
    case .probedElement: -1
    case .item(let id): order[id] ?? -200
    }
  }

  /// Whether any state is found; undecided where there are more than are left to try.
  ///
  /// - Parameter left: how many states may be tried; what was tried is taken off.
  func run(_ left: inout Int) -> StateSpace.Outcome {
    let fillings = Self.combinations(stripped.parts.prefix(3).count).map(stripped.filled)
    if fillings.contains(where: hasWitness) { return .sometimes }
    var context = AssignedContext(script: closure.space.script)
    for filled in fillings {
      if step(0, &context, filled.holding, filled.failing, &left) { return .sometimes }
      if left <= 0 { return .undecided }
    }
    return .never
  }

  /// Whether one of a few states does: what the conditions are about answered with the most, the middle or
  /// the least, what that rests on likewise, and some states at random. What can come about mostly does in
  /// one of these, and need not be looked for among thousands.
  private func hasWitness(_ filled: (holding: [Expression], failing: [Expression])) -> Bool {
    let ends: [(Int) -> Int] = [{ $0 - 1 }, { $0 / 2 }, { _ in 0 }]
    for asked in ends {
      for beneath in ends where isState({ $1 ? asked($0) : beneath($0) }, filled) { return true }
    }
    var random = SeededRandom(seed: 1)
    return (0..<Self.randomStates).contains { _ in
      isState({ count, _ in Int.random(in: 0..<count, using: &random) }, filled)
    }
  }

  private static let randomStates = 12

  /// Whether the state that a choice of values leads to does; an answer that cannot be is left out.
  private func isState(
    _ pick: (_ count: Int, _ isAsked: Bool) -> Int,
    _ filled: (holding: [Expression], failing: [Expression])
  ) -> Bool {
    var context = AssignedContext(script: closure.space.script)
    for (variable, values) in variables {
      guard !values.isEmpty else { return false }
      context[variable] = values[pick(values.count, asked.contains(variable))]
      guard case .item(let id) = variable else { continue }
      if context[variable] != nil, !canHaveAnswer(id, context) {
        guard !answered.contains(id) else { return false }
        context[variable] = nil
      }
      noteWhetherPassedOver(id, &context)
    }
    return meets(filled.holding, filled.failing, context)
  }

  private func meets(
    _ holding: [Expression], _ failing: [Expression], _ context: AssignedContext
  ) -> Bool {
    holding.allSatisfy { $0.holds(in: context) }
      && (failing.isEmpty || failing.contains { !$0.holds(in: context) })
  }

  private static func combinations(_ count: Int) -> [[Value]] {
    (0..<count).reduce([[]]) { combinations, _ in
      combinations.flatMap { values in
        [Value.truth(true), .truth(false), .unknown].map { values + [$0] }
      }
    }
  }

  private func step(
    _ index: Int, _ context: inout AssignedContext, _ holding: [Expression],
    _ failing: [Expression], _ left: inout Int
  ) -> Bool {
    left -= 1
    guard left > 0 else { return false }
    guard index < variables.count else {
      return meets(holding, failing, context)
    }
    let (variable, values) = variables[index]
    for value in values {
      context[variable] = value
      if case .item(let id) = variable {
        if value != nil, !canHaveAnswer(id, context) { continue }
        noteWhetherPassedOver(id, &context)
      }
      if step(index + 1, &context, holding, failing, &left) { return true }
    }
    context[variable] = nil
    return false
  }

  /// What has no answer though it is asked was passed over, which a sum can tell.
  private func noteWhetherPassedOver(_ item: ItemID, _ context: inout AssignedContext) {
    guard addsUp else { return }
    context.passedOver.remove(item)
    if context.answers[item] == nil, closure.space.script.item(item)?.isRequired == false,
      canHaveAnswer(item, context)
    {
      context.passedOver.insert(item)
    }
  }

  private func canHaveAnswer(_ item: ItemID, _ context: AssignedContext) -> Bool {
    for list in closure.lists[item] ?? [] where context.answers[list] == nil { return false }
    return (closure.constraints[item] ?? []).allSatisfy { $0.holds(in: context) }
      && !(closure.checks[item] ?? []).contains { $0.isRefuted(in: context) }
  }
}

/// Answers chosen by a search, seen from inside every roster at once.
struct AssignedContext: EvaluationContext {
  let script: Script
  private(set) var answers: [ItemID: Answer] = [:]
  /// What was asked for and has no answer.
  var passedOver: Set<ItemID> = []
  private var elementTexts: [Int: String] = [:]
  private(set) var probedElement: String?

  init(script: Script) { self.script = script }

  /// One stand-in for each level of rosters.
  let elements = (0..<Script.maximumDepth).map { ElementID(-1 - $0) }
  var today: CalendarDate? { nil }

  func isVague(_ text: String) -> Bool { Vagueness.standard.reason(for: text) != nil }

  func value(of item: ItemID, at elements: [ElementID]) -> Value {
    guard let answer = answers[item], let kind = script.kind(of: item) else { return .unknown }
    let words = AnswerWords(language: "en", text: { $0.optionID }, plain: { $0.optionID })
    return kind.rules.value(of: answer, in: words)
  }

  func spoken(_ item: ItemID, at elements: [ElementID]) -> String? { nil }

  // Whatever goes through elements is taken for an unknown before it is tried.
  func members(of list: ItemID, at elements: [ElementID]) -> [ElementID]? { nil }

  func isPassedOver(_ item: ItemID, at elements: [ElementID]) -> Bool { passedOver.contains(item) }

  func offersNone(_ item: ItemID) -> Bool { script.offersNone(item) }

  func plain(_ element: ElementID, of list: ItemID, at elements: [ElementID]) -> String? {
    elementTexts[-1 - element.number] ?? "element"
  }

  func text(of element: ElementID, of list: ItemID, at elements: [ElementID]) -> String? {
    plain(element, of: list, at: elements)
  }

  subscript(variable: Variable) -> Answer? {
    get { if case .item(let id) = variable { answers[id] } else { nil } }
    set {
      let text: String? = if case .text(let text)? = newValue { text } else { nil }
      switch variable {
      case .item(let id): answers[id] = newValue
      case .element(let depth): elementTexts[depth] = text
      case .probedElement: probedElement = text
      }
    }
  }
}
