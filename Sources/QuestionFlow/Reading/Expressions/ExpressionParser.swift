import Phrases

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

  let source: [Character]

  var position = 0

  var depth = 0

  var scope: Scope

  /// How many quantifiers are around the present place.
  var quantifiers = 0

  /// Parses a whole condition; throws where it is malformed, ill-typed or not a yes-or-no matter.
  static func condition(_ source: String, in scope: Scope) throws(ExpressionFault) -> Expression {
    var parser = try ExpressionParser(source, in: scope)
    let whole = try parser.whole()
    return try parser.requireTruth(whole).expression
  }

  /// Parses a whole value of any type.
  static func value(_ source: String, in scope: Scope) throws(ExpressionFault) -> Typed {
    var parser = try ExpressionParser(source, in: scope)
    return try parser.whole()
  }

  private init(_ source: String, in scope: Scope) throws(ExpressionFault) {
    tokens = try Lexer.tokens(of: source)
    self.source = Array(source)
    self.scope = scope
  }

  /// What stands between two offsets.
  func slice(from start: Int, to end: Int) -> String {
    start < end ? String(source[start..<min(end, source.count)]).trimmingWhitespace() : ""
  }

  /// What was read since an offset.
  func text(from offset: Int) -> String {
    let end = position > 0 ? tokens[min(position, tokens.count) - 1].end : 0
    return end > offset ? String(source[offset..<min(end, source.count)]).trimmingWhitespace() : ""
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
    var fault = fault("this cannot be read from here on; “and”, “or” or the end is expected")
    fault.isBehindTheEnd = true
    return fault
  }

  var current: Token { tokens[min(position, tokens.count - 1)] }

  var next: Token { tokens[min(position + 1, tokens.count - 1)] }

  func fault(_ message: Phrase) -> ExpressionFault {
    ExpressionFault(offset: current.offset, message: message)
  }

  mutating func take(_ word: String) -> Bool {
    guard current.kind == .name(word) || current.kind == .symbol(word) else { return false }
    position += 1
    return true
  }

  mutating func expect(_ symbol: String) throws(ExpressionFault) {
    guard take(symbol) else {
      var fault = fault("a “\(symbol)” belongs here")
      let end = String(source[min(current.offset, source.count)...])
      let before = position > 0 ? tokens[position - 1] : current
      let last = String(source[before.offset..<min(before.end, source.count)]).trimmingWhitespace()
      if symbol == ")", end.isEmpty, !last.isEmpty {
        fault.correction = (last, "\(last))")
        fault.start = before.offset
      }
      throw fault
    }
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
      let next = try conjunction()
      let right = try requireTruth(next)
      left = (.or(try requireTruth(left).expression, right.expression), .truth, left.offset)
    }
    return left
  }

  private mutating func conjunction() throws(ExpressionFault) -> Typed {
    var left = try negation()
    while take("and") {
      let next = try negation()
      let right = try requireTruth(next)
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
    let inner = try negation()
    return (.not(try requireTruth(inner).expression), .truth, offset)
  }

  private mutating func relation() throws(ExpressionFault) -> Typed {
    let left = try sum()
    if case .symbol(let symbol) = current.kind, let comparison = Comparison(rawValue: symbol) {
      let before = text(from: left.offset)
      position += 1
      try refuseBareOption(of: left.type)
      let right = try sum()
      do throws(ExpressionFault) {
        return (try compare(comparison, left, right), .truth, left.offset)
      } catch {
        throw amended(error, comparison, (left, before), (right, text(from: right.offset)))
      }
    }
    if take("in") {
      if current.kind == .symbol("[") { return try membership(of: left) }
      let before = text(from: left.offset).dropLast(2).trimmingWhitespace()
      let right = try sum()
      do throws(ExpressionFault) {
        return try containment(of: left, in: right)
      } catch {
        throw amended(error, in: (left, before), (right, text(from: right.offset)))
      }
    }
    if current.kind == .name("is") {
      throw ExpressionFault(
        offset: current.offset, message: "write “=” for “is”, and “!=” for “is not”",
        correction: next.kind == .name("not") ? ("is not", "!=") : ("is", "="), isSure: false)
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
        var fault = ExpressionFault(
          offset: right.offset,
          message: left.type == .text || right.type == .text
            ? "texts are not added; a text quotes an answer by its name in braces"
            : "“\(symbol)” takes numbers, or a date and a number of days; this is \(left.type.spoken) and \(right.type.spoken)"
        )
        let isLeft = left.type != .number && left.type != .date
        let wrong = isLeft ? left : right
        let end = isLeft ? right.offset : nil
        let text =
          end.map { slice(from: left.offset, to: $0).dropLast().trimmingWhitespace() }
          ?? self.text(from: right.offset)
        fault.correction = number(of: wrong, text).map { (text, $0) }
        fault.start = wrong.offset
        fault.isSure = false
        throw fault
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

  private mutating func membership(of left: Typed) throws(ExpressionFault) -> Typed {
    try expect("[")
    var values: [Value] = []
    repeat {
      try refuseBareOption(of: left.type)
      let item = try factor()
      if left.type.hasMembers { throw memberships(of: left, at: item.offset) }
      guard case .literal(let value) = item.expression else {
        var fault = ExpressionFault(
          offset: item.offset, message: "only plain values may stand between [ and ]")
        let whole = text(from: left.offset)
        let name = text(from: item.offset)
        if tokens.indices.contains(position), current.kind == .symbol("]"), values.isEmpty {
          let compared = slice(from: left.offset, to: tokens[position].end)
          let before = whole.prefix { $0 != "[" }.trimmingWhitespace().dropLast(2)
          fault.correction = (compared, "\(before.trimmingWhitespace()) = \(name)")
          fault.start = left.offset
        }
        throw fault
      }
      guard left.type.isComparable(with: item.type) else {
        var fault = ExpressionFault(
          offset: item.offset,
          message: "cannot compare \(left.type.spoken) with \(item.type.spoken)")
        let said = text(from: item.offset)
        switch (left.type, item.type) {
        case (.choice, .number), (.text, .number): fault.correction = (said, "'\(said)'")
        case (.number, .text):
          fault.correction = Mistakes.number(FlowText.unquoted(said)).map {
            (said, NumberAnswer.spoken($0))
          }
        default: break
        }
        throw fault
      }
      try requireChoice(item, of: left.type)
      values.append(value)
    } while take(",")
    try expect("]")
    return (.among(left.expression, values), .truth, left.offset)
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
      throw fault("a name or a value belongs here")
    }
  }

  mutating func named(_ name: String, at offset: Int) throws(ExpressionFault) -> Typed {
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
