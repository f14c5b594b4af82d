/// Reads a condition and checks its types in one pass; names are resolved by its scope.
///
///     condition  = conjunction { "or" conjunction }
///     conjunction = negation { "and" negation }
///     negation   = "not" negation | relation
///     relation   = operand [ ("="|"!="|"<"|"<="|">"|">=") operand | "in" "[" literal {"," literal} "]" ]
///     operand    = literal | name | function "(" condition ")"
///                | ("any"|"all"|"none") "(" list "," condition ")" | "(" condition ")"
struct ExpressionParser {
  /// Deeper nesting is refused, which bounds the recursion of parser and evaluator.
  static let maximumDepth = 40

  private let tokens: [Token]
  private var position = 0
  private var depth = 0
  private var scope: Scope
  /// How many quantifiers are around the present place.
  private var quantifiers = 0

  private typealias Typed = (expression: Expression, type: ExpressionType, offset: Int)

  /// Parses a whole condition; throws where it is malformed, ill-typed or not a yes-or-no matter.
  static func condition(_ source: String, in scope: Scope) throws(ExpressionFault) -> Expression {
    var parser = ExpressionParser(tokens: try Lexer.tokens(of: source), scope: scope)
    let result = try parser.disjunction()
    guard parser.current.kind == .end else {
      throw parser.fault("expected “and”, “or” or the end here")
    }
    return try parser.requireTruth(result).expression
  }

  private init(tokens: [Token], scope: Scope) {
    self.tokens = tokens
    self.scope = scope
  }

  private var current: Token { tokens[min(position, tokens.count - 1)] }

  private func fault(_ message: String) -> ExpressionFault {
    ExpressionFault(offset: current.offset, message: message)
  }

  private mutating func take(_ word: String) -> Bool {
    guard current.kind == .name(word) || current.kind == .symbol(word) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ symbol: String) throws(ExpressionFault) {
    guard take(symbol) else { throw fault("expected “\(symbol)” here") }
  }

  private func requireTruth(_ typed: Typed) throws(ExpressionFault) -> Typed {
    guard typed.type == .truth else {
      throw ExpressionFault(
        offset: typed.offset,
        message: "this is \(typed.type.spoken), where a yes-or-no condition is needed")
    }
    return typed
  }

  private mutating func disjunction() throws(ExpressionFault) -> Typed {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      throw fault("a condition may be nested at most \(Self.maximumDepth) deep")
    }
    var left = try conjunction()
    while take("or") {
      let right = try requireTruth(try conjunction())
      left = (.or(try requireTruth(left).expression, right.expression), .truth, left.offset)
    }
    return left
  }

  private mutating func conjunction() throws(ExpressionFault) -> Typed {
    var left = try negation()
    while take("and") {
      let right = try requireTruth(try negation())
      left = (.and(try requireTruth(left).expression, right.expression), .truth, left.offset)
    }
    return left
  }

  private mutating func negation() throws(ExpressionFault) -> Typed {
    let offset = current.offset
    guard take("not") else { return try relation() }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      throw fault("a condition may be nested at most \(Self.maximumDepth) deep")
    }
    return (.not(try requireTruth(try negation()).expression), .truth, offset)
  }

  private mutating func relation() throws(ExpressionFault) -> Typed {
    let left = try operand()
    if case .symbol(let symbol) = current.kind, let comparison = Comparison(rawValue: symbol) {
      position += 1
      let right = try operand()
      return (try compare(comparison, left, right), .truth, left.offset)
    }
    if take("in") {
      if current.kind == .symbol("[") { return try membership(of: left) }
      let right = try operand()
      return try containment(of: left, in: right)
    }
    return left
  }

  private func compare(_ comparison: Comparison, _ left: Typed, _ right: Typed)
    throws(ExpressionFault) -> Expression
  {
    guard left.type.isComparable(with: right.type) else {
      throw ExpressionFault(
        offset: right.offset,
        message: "cannot compare \(left.type.spoken) with \(right.type.spoken)")
    }
    if comparison != .equal, comparison != .unequal, !left.type.isOrdered {
      throw ExpressionFault(
        offset: left.offset,
        message: "\(left.type.spoken) has no order; only numbers and dates have")
    }
    try requireChoice(right, of: left.type)
    try requireChoice(left, of: right.type)
    return .compare(comparison, left.expression, right.expression)
  }

  private func requireChoice(_ typed: Typed, of type: ExpressionType) throws(ExpressionFault) {
    guard case .choice(let options) = type, case .literal(.text(let text)) = typed.expression
    else { return }
    try requireOption(text, of: options, at: typed.offset)
  }

  private func requireOption(_ text: String, of options: [String], at offset: Int)
    throws(ExpressionFault)
  {
    guard !options.contains(text) else { return }
    let listed = options.map { "“\($0)”" }.joined(separator: ", ")
    throw ExpressionFault(
      offset: offset, message: "“\(text)” is not one of the choices \(listed)")
  }

  private mutating func membership(of left: Typed) throws(ExpressionFault) -> Typed {
    try expect("[")
    var values: [Value] = []
    repeat {
      let item = try operand()
      guard case .literal(let value) = item.expression else {
        throw ExpressionFault(
          offset: item.offset, message: "only plain values may stand between [ and ]")
      }
      guard left.type.isComparable(with: item.type) else {
        throw ExpressionFault(
          offset: item.offset,
          message: "cannot compare \(left.type.spoken) with \(item.type.spoken)")
      }
      try requireChoice(item, of: left.type)
      values.append(value)
    } while take(",")
    try expect("]")
    return (.among(left.expression, values), .truth, left.offset)
  }

  private func containment(of left: Typed, in right: Typed) throws(ExpressionFault) -> Typed {
    switch right.type {
    case .choices(let options):
      if case .literal(.text(let text)) = left.expression {
        try requireOption(text, of: options, at: left.offset)
      }
    case .list: break
    default:
      throw ExpressionFault(
        offset: right.offset,
        message: "“in” needs a list or choices on its right, and this is \(right.type.spoken)")
    }
    switch left.type {
    case .text, .choice: break
    default:
      throw ExpressionFault(
        offset: left.offset, message: "\(left.type.spoken) cannot be in a list of words")
    }
    return (.contains(list: right.expression, left.expression), .truth, left.offset)
  }

  private mutating func operand() throws(ExpressionFault) -> Typed {
    let token = current
    switch token.kind {
    case .number(let number):
      position += 1
      return (.literal(.number(number)), .number, token.offset)
    case .text(let text):
      position += 1
      return (.literal(.text(text)), .text, token.offset)
    case .date(let date):
      position += 1
      return (.literal(.date(date)), .date, token.offset)
    case .symbol("("):
      position += 1
      let inner = try disjunction()
      try expect(")")
      return inner
    case .name(let name):
      position += 1
      return try named(name, at: token.offset)
    case .symbol, .end:
      throw fault("expected a name or a value here")
    }
  }

  private mutating func named(_ name: String, at offset: Int) throws(ExpressionFault) -> Typed {
    if current.kind == .symbol("(") {
      if let function = Function(rawValue: name) { return try call(function, at: offset) }
      if let quantifier = Quantifier(rawValue: name) {
        return try quantified(quantifier, at: offset)
      }
      let known = Function.allCases.map(\.rawValue) + Quantifier.allCases.map(\.rawValue)
      throw ExpressionFault(
        offset: offset,
        message: "there is no function “\(name)”; there are \(known.joined(separator: ", "))")
    }
    switch name {
    case "yes", "true": return (.literal(.truth(true)), .truth, offset)
    case "no", "false": return (.literal(.truth(false)), .truth, offset)
    default:
      let resolved = try scope.resolve(name, at: offset)
      return (.reference(resolved.reference), resolved.type, offset)
    }
  }

  private mutating func call(_ function: Function, at offset: Int) throws(ExpressionFault) -> Typed
  {
    try expect("(")
    let argument = try disjunction()
    try expect(")")
    let type: ExpressionType
    switch (function, argument.type) {
    case (.answered, _):
      guard case .reference = argument.expression else {
        throw ExpressionFault(
          offset: argument.offset, message: "answered() asks about an item, by its name")
      }
      type = .truth
    case (.count, .list), (.count, .choices): type = .number
    case (.words, .text), (.words, .list): type = .number
    case (.vague, .text): type = .truth
    default:
      let needs = function == .count ? "a list or choices" : "a text"
      throw ExpressionFault(
        offset: argument.offset,
        message: "\(function.rawValue)() needs \(needs), and this is \(argument.type.spoken)")
    }
    return (.call(function, argument.expression), type, offset)
  }

  private mutating func quantified(_ quantifier: Quantifier, at offset: Int)
    throws(ExpressionFault) -> Typed
  {
    try expect("(")
    let listOffset = current.offset
    guard case .name(let name) = current.kind else { throw fault("expected the name of a list") }
    position += 1
    let inner = try scope.inside(rosterOver: name, at: listOffset)
    // Any list inside any list would take as long as the lists multiply.
    if quantifiers > 0, scope.items[inner.list]?.rosters.count != scope.rosters.count {
      throw ExpressionFault(
        offset: listOffset,
        message:
          "“\(name)” is not asked for each element here; one quantifier inside another goes over a list of its roster"
      )
    }
    try expect(",")
    let outer = scope
    scope = inner.scope
    quantifiers += 1
    defer { quantifiers -= 1 }
    let condition = try requireTruth(try disjunction())
    scope = outer
    try expect(")")
    return (
      .quantified(quantifier, roster: inner.list, condition.expression), .truth, offset
    )
  }
}
