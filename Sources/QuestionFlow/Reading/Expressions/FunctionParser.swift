import Phrases

/// Reads what stands in brackets behind the name of a function.
extension ExpressionParser {
  /// The names of all functions.
  static let functions =
    Function.allCases.map(\.rawValue) + Quantifier.allCases.map(\.rawValue)
    + Gathering.allCases.map(\.rawValue) + ["score", "round", "if"]

  mutating func called(_ name: String, at offset: Int) throws(ExpressionFault) -> Typed {
    if name == Function.count.rawValue, let members = try listBeforeComma() {
      return try counted(members, at: offset)
    }
    if let function = Function(rawValue: name) { return try call(function, at: offset) }
    if let quantifier = Quantifier(rawValue: name) {
      return try quantified(quantifier, at: offset)
    }
    if let gathering = Gathering(rawValue: name) { return try gathered(gathering, at: offset) }
    switch name {
    case "score": return try score(at: offset)
    case "round": return try rounded(at: offset)
    case "if": return try either(at: offset)
    default:
      let nearest = Mistakes.meant(
        by: name, among: Self.functions, Mistakes.known.functions)
      throw ExpressionFault(
        offset: offset,
        message: nearest.map { "there is no function “\(name)”; did you mean “\($0)”?" }
          ?? "there is no function “\(name)”; there are \(Self.functions.joined(separator: ", "))",
        correction: nearest.map { ("\(name)(", "\($0)(") },
        isSure: Mistakes.known.functions[Mistakes.plain(name)] != nil)
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
    case (.count, .list), (.count, .choices), (.count, .broken): type = .number
    case (.words, .text), (.words, .list), (.words, .broken): type = .number
    case (.vague, .text), (.vague, .broken): type = .truth
    default:
      let needs: Phrase = function == .count ? "a list or choices" : "a text"
      var fault = ExpressionFault(
        offset: argument.offset,
        message: "\(function.rawValue)() needs \(needs), and this is \(argument.type.spoken)")
      let whole = text(from: offset)
      let inner = whole.dropFirst(function.rawValue.count)
      switch (function, argument.type) {
      case (.count, .text): fault.correction = (whole, "words\(inner)")
      case (.words, .choices): fault.correction = (whole, "count\(inner)")
      case (.count, .number), (.words, .number):
        fault.correction = (whole, inner.dropFirst().dropLast().trimmingWhitespace())
      default: break
      }
      fault.start = offset
      throw fault
    }
    return (.call(function, argument.expression), type, offset)
  }

  // MARK: - Over elements

  /// The list that stands first in the brackets with a comma behind it; `nil` where none does.
  private func listBeforeComma() throws(ExpressionFault) -> String? {
    guard tokens.indices.contains(position + 2), tokens[position + 2].kind == .symbol(","),
      case .name(let name) = tokens[position + 1].kind, scope.known(name)?.hasElements == true
    else { return nil }
    return name
  }

  /// Goes into the brackets behind a list, reads what is said of each element, and comes out again.
  private mutating func each(
    _ read: (inout ExpressionParser) throws(ExpressionFault) -> Typed
  ) throws(ExpressionFault) -> (members: Members, inner: Typed) {
    try expect("(")
    let listOffset = current.offset
    guard case .name(let name) = current.kind else { throw fault("expected the name of a list") }
    position += 1
    let inside = try scope.inside(rosterOver: name, at: listOffset)
    // Any list inside any list would take as long as the lists multiply.
    if quantifiers > 0, inside.members.levels.count != scope.rosters.count {
      throw ExpressionFault(
        offset: listOffset,
        message:
          "“\(name)” is not asked for each element here; one quantifier inside another goes over a list of its roster"
      )
    }
    try expect(",")
    let outer = scope
    scope = inside.scope
    quantifiers += 1
    defer { quantifiers -= 1 }
    let inner = try read(&self)
    scope = outer
    try expect(")")
    return (inside.members, inner)
  }

  private mutating func quantified(_ quantifier: Quantifier, at offset: Int)
    throws(ExpressionFault) -> Typed
  {
    let (members, condition) = try each { parser throws(ExpressionFault) in
      try parser.requireTruth(try parser.disjunction())
    }
    return (.quantified(quantifier, members, condition.expression), .truth, offset)
  }

  private mutating func counted(_ list: String, at offset: Int) throws(ExpressionFault) -> Typed {
    let (members, condition) = try each { parser throws(ExpressionFault) in
      try parser.requireTruth(try parser.disjunction())
    }
    return (.counted(members, condition.expression), .number, offset)
  }

  private mutating func gathered(_ gathering: Gathering, at offset: Int) throws(ExpressionFault)
    -> Typed
  {
    let name = gathering.rawValue
    if try listBeforeComma() != nil {
      let (members, inner) = try each { parser throws(ExpressionFault) in
        try parser.require(.number, try parser.disjunction(), for: "\(name)()")
      }
      return (.gatheredEach(gathering, members, inner.expression), .number, offset)
    }
    try expect("(")
    var values: [Expression] = []
    repeat {
      values.append(try require(.number, try disjunction(), for: "\(name)()").expression)
    } while take(",")
    try expect(")")
    return (.gathered(gathering, values), .number, offset)
  }

  // MARK: - Others

  private mutating func score(at offset: Int) throws(ExpressionFault) -> Typed {
    try expect("(")
    let argument = try disjunction()
    try expect(")")
    guard case .reference(.item(let id, _)) = argument.expression,
      let scores = scope.items[id]?.scores, !scores.isEmpty
    else {
      throw ExpressionFault(
        offset: argument.offset,
        message:
          "score() needs a choice whose options have “scores”, such as scores: {never: 0, often: 2}"
      )
    }
    return (.score(argument.expression, scores), .number, offset)
  }

  private mutating func rounded(at offset: Int) throws(ExpressionFault) -> Typed {
    try expect("(")
    let argument = try require(.number, try disjunction(), for: "round()")
    var places = 0
    if take(",") {
      guard case .number(let number) = current.kind, (0...2).contains(number),
        let whole = Int(exactly: number)
      else { throw fault("round() takes 0, 1 or 2 places behind the full stop") }
      places = whole
      position += 1
    }
    try expect(")")
    return (.rounded(argument.expression, places: places), .number, offset)
  }

  private mutating func either(at offset: Int) throws(ExpressionFault) -> Typed {
    try expect("(")
    let condition = try requireTruth(try disjunction())
    guard take(",") else { throw fault("if() has three parts: if(condition, value, other value)") }
    let then = try disjunction()
    guard take(",") else { throw fault("if() has three parts: if(condition, value, other value)") }
    let other = try disjunction()
    try expect(")")
    guard then.type.isComparable(with: other.type) else {
      throw ExpressionFault(
        offset: other.offset,
        message:
          "both values of if() are of one kind, and these are \(then.type.spoken) and \(other.type.spoken)"
      )
    }
    let type: ExpressionType =
      if case .choice = then.type { then.type == other.type ? then.type : .text } else { then.type }
    return (
      .either(condition.expression, then: then.expression, else: other.expression), type, offset
    )
  }
}
