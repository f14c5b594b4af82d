/// Reads a condition or a value and checks its types in one pass; names are resolved by its scope.
///
///     condition  = conjunction { "or" conjunction }
///     conjunction = negation { "and" negation }
///     negation   = "not" negation | relation
///     relation   = sum [ ("="|"!="|"<"|"<="|">"|">=") sum | "in" ( sum | "[" literal {"," literal} "]" ) ]
///     sum        = product { ("+"|"-") product }
///     product    = factor { ("*"|"/") factor }
///     factor     = "-" factor | operand
///     operand    = literal | name | function "(" … ")" | "(" condition ")"
struct ExpressionParser {
  /// Deeper nesting is refused, which bounds the recursion of parser and evaluator.
  static let maximumDepth = 40

  typealias Typed = (expression: Expression, type: ExpressionType, offset: Int)

  let tokens: [Token]
  var position = 0
  var depth = 0
  var scope: Scope
  /// How many quantifiers are around the present place.
  var quantifiers = 0

  /// Parses a whole condition; throws where it is malformed, ill-typed or not a yes-or-no matter.
  static func condition(_ source: String, in scope: Scope) throws(ExpressionFault) -> Expression {
    var parser = ExpressionParser(tokens: try Lexer.tokens(of: source), scope: scope)
    return try parser.requireTruth(try parser.whole()).expression
  }

  /// Parses a whole value of any type.
  static func value(_ source: String, in scope: Scope) throws(ExpressionFault) -> Typed {
    var parser = ExpressionParser(tokens: try Lexer.tokens(of: source), scope: scope)
    return try parser.whole()
  }

  private init(tokens: [Token], scope: Scope) {
    self.tokens = tokens
    self.scope = scope
  }

  private mutating func whole() throws(ExpressionFault) -> Typed {
    let result = try disjunction()
    guard current.kind == .end else { throw leftOver() }
    let extent = scope.extent(of: result.expression)
    guard extent.size <= Scope.largestSize, extent.height <= Scope.largestHeight else {
      throw ExpressionFault(
        offset: 0,
        message: "this rests on too many values one on top of another; put them into one sum()")
    }
    return result
  }

  /// What stands behind a whole expression.
  private func leftOver() -> ExpressionFault {
    if case .name(let name) = current.kind, position > 0 {
      if case .name(let before) = tokens[position - 1].kind, scope.known(name) == nil {
        return fault(
          "expected “and”, “or” or the end here; words of an option stand in quotation marks, as in '\(before) \(name)'"
        )
      }
    }
    return fault("expected “and”, “or” or the end here")
  }

  var current: Token { tokens[min(position, tokens.count - 1)] }
  var next: Token { tokens[min(position + 1, tokens.count - 1)] }

  func fault(_ message: String) -> ExpressionFault {
    ExpressionFault(offset: current.offset, message: message)
  }

  mutating func take(_ word: String) -> Bool {
    guard current.kind == .name(word) || current.kind == .symbol(word) else { return false }
    position += 1
    return true
  }

  mutating func expect(_ symbol: String) throws(ExpressionFault) {
    guard take(symbol) else { throw fault("expected “\(symbol)” here") }
  }

  func requireTruth(_ typed: Typed) throws(ExpressionFault) -> Typed {
    guard typed.type.fits(.truth) else {
      throw ExpressionFault(
        offset: typed.offset,
        message: "this is \(typed.type.spoken), where a yes-or-no condition is needed")
    }
    return typed
  }

  func require(_ type: ExpressionType, _ typed: Typed, for purpose: String) throws(ExpressionFault)
    -> Typed
  {
    guard typed.type.fits(type) else {
      throw ExpressionFault(
        offset: typed.offset,
        message: "\(purpose) needs \(type.spoken), and this is \(typed.type.spoken)")
    }
    return typed
  }

  private func tooDeep() -> ExpressionFault {
    fault("a condition may be nested at most \(Self.maximumDepth) deep")
  }

  mutating func disjunction() throws(ExpressionFault) -> Typed {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw tooDeep() }
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
    guard depth <= Self.maximumDepth else { throw tooDeep() }
    return (.not(try requireTruth(try negation()).expression), .truth, offset)
  }

  private mutating func relation() throws(ExpressionFault) -> Typed {
    let left = try sum()
    if case .symbol(let symbol) = current.kind, let comparison = Comparison(rawValue: symbol) {
      position += 1
      try refuseBareOption(of: left.type)
      let right = try sum()
      return (try compare(comparison, left, right), .truth, left.offset)
    }
    if take("in") {
      if current.kind == .symbol("[") { return try membership(of: left) }
      let right = try sum()
      return try containment(of: left, in: right)
    }
    if current.kind == .name("is") {
      throw ExpressionFault(
        offset: current.offset, message: "write “=” for “is”, and “!=” for “is not”",
        correction: next.kind == .name("not") ? ("is not", "!=") : ("is", "="))
    }
    return left
  }

  // MARK: - Numbers and days

  private mutating func sum() throws(ExpressionFault) -> Typed {
    var left = try product()
    while case .symbol(let symbol) = current.kind, let operation = Operation(rawValue: symbol),
      operation == .plus || operation == .minus
    {
      position += 1
      let right = try product()
      let type: ExpressionType
      switch (operation, left.type, right.type) {
      case (_, .number, .number), (.minus, .date, .date), (_, .broken, _), (_, _, .broken):
        type = .number
      case (_, .date, .number): type = .date
      default:
        throw ExpressionFault(
          offset: right.offset,
          message:
            "“\(symbol)” takes numbers, or a date and a number of days; this is \(left.type.spoken) and \(right.type.spoken)"
        )
      }
      left = (.calculate(operation, left.expression, right.expression), type, left.offset)
    }
    return left
  }

  private mutating func product() throws(ExpressionFault) -> Typed {
    var left = try factor()
    while case .symbol(let symbol) = current.kind, let operation = Operation(rawValue: symbol),
      operation == .times || operation == .divided
    {
      position += 1
      let right = try require(.number, try factor(), for: "“\(symbol)”")
      left = try require(.number, left, for: "“\(symbol)”")
      left = (.calculate(operation, left.expression, right.expression), .number, left.offset)
    }
    return left
  }

  private mutating func factor() throws(ExpressionFault) -> Typed {
    let offset = current.offset
    guard take("-") else { return try operand() }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw tooDeep() }
    let inner = try require(.number, try factor(), for: "“-”")
    if case .literal(.number(let number)) = inner.expression {
      return (.literal(.number(-number)), .number, offset)
    }
    return (.negative(inner.expression), .number, offset)
  }

  // MARK: - Comparing

  private func compare(_ comparison: Comparison, _ left: Typed, _ right: Typed)
    throws(ExpressionFault) -> Expression
  {
    guard left.type.isComparable(with: right.type) else {
      throw ExpressionFault(
        offset: right.offset,
        message: "cannot compare \(left.type.spoken) with \(right.type.spoken)"
          + (left.type.options != nil && left.type != right.type
            ? "; ask whether it has one: '\(left.type.options?.first ?? "")' in …" : ""))
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

  /// An option that stands without quotation marks reads like an item that is not there.
  private func refuseBareOption(of type: ExpressionType) throws(ExpressionFault) {
    guard case .choice(let options) = type, case .name(let first) = current.kind,
      next.kind != .symbol("("), scope.known(first) == nil
    else { return }
    var words: [String] = []
    gathering: for token in tokens[position...] {
      switch token.kind {
      case .name(let name) where !["and", "or", "in"].contains(name): words.append(name)
      case .number(let number): words.append(NumberAnswer.spoken(number))
      default: break gathering
      }
    }
    for count in (1...max(1, words.count)).reversed() {
      let text = words.prefix(count).joined(separator: " ")
      if let option = options.first(where: { Words.key($0) == Words.key(text) }) {
        throw ExpressionFault(
          offset: current.offset, message: "an option stands in quotation marks: '\(option)'",
          correction: (words.prefix(count).joined(separator: " "), "'\(option)'"))
      }
    }
    guard scope.rosters.allSatisfy({ $0.elementName != first }),
      !["yes", "no", "true", "false", "today"].contains(first)
    else { return }
    let text = words.joined(separator: " ")
    if let nearest = Spelling.nearest(to: text, among: options) {
      throw ExpressionFault(
        offset: current.offset,
        message:
          "“\(text)” is not one of the choices; did you mean '\(nearest)', in quotation marks?",
        correction: (text, "'\(nearest)'"))
    }
    throw fault("“\(text)” is not one of the choices \(Self.listed(options))")
  }

  private static func listed(_ options: [String]) -> String {
    let listed = options.prefix(12).map { "“\($0)”" }.joined(separator: ", ")
    return options.count > 12 ? "\(listed) and \(options.count - 12) more" : listed
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
    let nearest = Spelling.nearest(to: text, among: options)
    throw ExpressionFault(
      offset: offset,
      message: "“\(text)” is not one of the choices \(Self.listed(options))"
        + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
      correction: nearest.map { (text, $0) })
  }

  private mutating func membership(of left: Typed) throws(ExpressionFault) -> Typed {
    try expect("[")
    var values: [Value] = []
    repeat {
      try refuseBareOption(of: left.type)
      let item = try factor()
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
    case .list, .broken: break
    default:
      throw ExpressionFault(
        offset: right.offset,
        message: "“in” needs a list or choices on its right, and this is \(right.type.spoken)")
    }
    switch left.type {
    case .text, .choice, .broken: break
    default:
      throw ExpressionFault(
        offset: left.offset, message: "\(left.type.spoken) cannot be in a list of words")
    }
    return (.contains(list: right.expression, left.expression), .truth, left.offset)
  }

  // MARK: - Operands

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
    if current.kind == .symbol("(") { return try called(name, at: offset) }
    switch name {
    case "yes", "true": return (.literal(.truth(true)), .truth, offset)
    case "no", "false": return (.literal(.truth(false)), .truth, offset)
    case "today" where scope.known(name) == nil: return (.today, .date, offset)
    default:
      let resolved = try scope.resolve(name, at: offset)
      return (.reference(resolved.reference), resolved.type, offset)
    }
  }
}
