import Phrases

/// Reads what stands in brackets behind the name of a function.
extension ExpressionParser {
  /// The names of all functions.
  static let functions =
    Function.allCases.map(\.rawValue) + Quantifier.allCases.map(\.rawValue)
    + Gathering.allCases.map(\.rawValue) + ["score", "round", "years", "if"]

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
    case "years": return try years(at: offset)
    case "if": return try either(at: offset)
    default:
      if let lacking = Mistakes.known.lacking[name.lowercased()] {
        throw ExpressionFault(offset: offset, message: Phrase(sentence: lacking.say))
      }
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
        var fault = ExpressionFault(
          offset: argument.offset, message: "answered() asks about an item, by its name")
        let whole = text(from: offset)
        let names = Set(
          tokens.compactMap { token -> String? in
            if case .name(let name) = token.kind { return name }
            return nil
          })
        let named = argument.expression.references.lazy.compactMap { reference -> String? in
          guard case .item(let id, _) = reference, names.contains(id.rawValue) else { return nil }
          return id.rawValue
        }.first
        let sign = if case .not = argument.expression { "not " } else { "" }
        fault.correction = named.map { (whole, "\(sign)answered(\($0))") }
        fault.start = offset
        throw fault
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
      case (.count, .truth):
        fault.correction = (whole, inner.dropFirst().dropLast().trimmingWhitespace())
      case (.words, .truth), (.vague, .truth):
        fault.correction = (whole, inner.dropFirst().dropLast().trimmingWhitespace())
        fault.isSure = false
      case (.vague, _):
        fault.correction = (whole, "answered\(inner)")
        fault.isSure = false
      case (.words, .choice), (.words, .date), (.count, .choice), (.count, .date):
        fault.correction = (whole, "if(answered\(inner), 1, 0)")
        fault.isSure = false
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
      case .name(let name) = tokens[position + 1].kind, let known = scope.known(name),
      known.hasElements || known.type == .broken
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
      var fault = ExpressionFault(
        offset: listOffset,
        message:
          "“\(name)” is not asked for each element here; one quantifier inside another goes over a list of its roster"
      )
      if let (whole, inside) = bracketed(before: listOffset) {
        fault.correction = (whole.text, inside)
        fault.start = whole.offset
      }
      throw fault
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

  /// The function in whose brackets a list stands first, and what stands behind the comma.
  private func bracketed(before offset: Int) -> (whole: (text: String, offset: Int), String)? {
    guard let list = tokens.firstIndex(where: { $0.offset == offset }), list >= 2,
      tokens.indices.contains(list + 1), tokens[list + 1].kind == .symbol(",")
    else { return nil }
    var depth = 1
    let end = tokens.indices.dropFirst(list).first { index in
      if tokens[index].kind == .symbol("(") { depth += 1 }
      if tokens[index].kind == .symbol(")") { depth -= 1 }
      return depth == 0
    }
    guard let end else { return nil }
    let start = tokens[list - 2].offset
    return (
      (slice(from: start, to: tokens[end].end), start),
      slice(from: tokens[list + 1].end, to: tokens[end].offset)
    )
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

  /// A list where numbers are gathered: how many there are is a sum of some sort, and nothing else is.
  private func uncountable(_ value: Typed, in gathering: Gathering) -> ExpressionFault {
    var fault = ExpressionFault(
      offset: value.offset,
      message:
        "\(gathering.rawValue)() needs a number, and this is \(value.type.spoken)")
    let said = text(from: value.offset)
    if case .reference(.item(let id, _)) = value.expression,
      scope.items[id]?.scores.isEmpty == false
    {
      fault.correction = (said, "score(\(said))")
    } else if gathering == .sum, value.type.hasMembers {
      fault.correction = (said, "count(\(said))")
      fault.isSure = false
    }
    return fault
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
      let value = try disjunction()
      if value.type.hasMembers || value.type == .text, case .reference = value.expression {
        throw uncountable(value, in: gathering)
      }
      values.append(try require(.number, value, for: "\(name)()").expression)
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
      var fault = ExpressionFault(
        offset: argument.offset,
        message:
          "score() needs a choice whose options have “scores”, such as scores: {never: 0, often: 2}"
      )
      fault.start = offset
      fault.isSure = false
      let whole = text(from: offset)
      let inner = whole.dropFirst(6).dropLast().trimmingWhitespace()
      switch (argument.expression, argument.type) {
      case (.reference(.item(let id, _)), .choice), (.reference(.item(let id, _)), .choices):
        fault.remedy = .scores(id)
      case (_, .number):
        fault.correction = (whole, inner)
        fault.isSure = true
      default: break
      }
      throw fault
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
      else {
        var fault = fault("round() takes 0, 1 or 2 places behind the full stop")
        let said = slice(from: current.offset, to: current.end)
        fault.correction = said.isEmpty ? nil : (said, said.hasPrefix("-") ? "0" : "2")
        throw fault
      }
      places = whole
      position += 1
    }
    try expect(")")
    return (.rounded(argument.expression, places: places), .number, offset)
  }

  private mutating func years(at offset: Int) throws(ExpressionFault) -> Typed {
    try expect("(")
    let first = try day().expression
    guard take(",") else {
      var fault = fault("years() takes two days, the earlier one first, such as years(born, today)")
      let before = tokens[max(0, position - 1)]
      let said = slice(from: before.offset, to: before.end)
      fault.correction = (said, "\(said), today")
      fault.start = before.offset
      throw fault
    }
    let last = try day().expression
    try expect(")")
    return (.years(from: first, to: last), .number, offset)
  }

  /// A day; a question for a number that should be one is told.
  private mutating func day() throws(ExpressionFault) -> Typed {
    let value = try disjunction()
    do throws(ExpressionFault) {
      return try require(.date, value, for: "years()")
    } catch {
      guard case .reference(.item(let id, _)) = value.expression, value.type == .number else {
        throw error
      }
      throw error.with(.date(id))
    }
  }

  /// An `if()` with more than three parts: several conditions one after the other, each in the last part of
  /// the one before.
  private func nested(from offset: Int) -> ExpressionFault {
    var fault = fault("if() has three parts: if(condition, value, other value)")
    var depth = 0
    var starts = [0]
    var ends: [Int] = []
    var close: Int?
    for token in tokens where token.offset >= offset {
      switch token.kind {
      case .symbol("("), .symbol("["):
        if depth == 0 { starts = [token.end] }
        depth += 1
      case .symbol(")"), .symbol("]"):
        depth -= 1
        if depth == 0, close == nil {
          ends.append(token.offset)
          close = token.end
        }
      case .symbol(","):
        if depth == 1, close == nil {
          ends.append(token.offset)
          starts.append(token.end)
        }
      default: break
      }
    }
    let parts = zip(starts, ends).map { slice(from: $0, to: $1) }
    guard let close, parts.count > 3, let last = parts.last else { return fault }
    // One value too few is the one for where nothing holds.
    var made = parts.count.isMultiple(of: 2) ? "''" : last
    let pairs = parts.count.isMultiple(of: 2) ? parts : Array(parts.dropLast())
    for index in stride(from: pairs.count - 2, through: 0, by: -2) {
      made = "if(\(pairs[index]), \(pairs[index + 1]), \(made))"
    }
    fault.correction = (slice(from: offset, to: close), made)
    fault.start = offset
    return fault
  }

  /// An `if()` with fewer than three parts, and with those that it lacks.
  private func lackingParts(_ parts: String) -> ExpressionFault {
    var fault = fault("if() has three parts: if(condition, value, other value)")
    let before = tokens[max(0, position - 1)]
    let last = slice(from: before.offset, to: current.offset)
    fault.correction = (last, "\(last), \(parts)")
    fault.start = before.offset
    return fault
  }

  private mutating func either(at offset: Int) throws(ExpressionFault) -> Typed {
    try expect("(")
    let condition = try requireTruth(try disjunction())
    guard take(",") else { throw lackingParts("1, 0") }
    let then = try disjunction()
    guard take(",") else {
      switch then.type {
      case .text, .choice: throw lackingParts("''")
      case .truth: throw lackingParts("no")
      case .date: throw lackingParts("today")
      default: throw lackingParts("0")
      }
    }
    let other = try disjunction()
    if current.kind == .symbol(",") { throw nested(from: offset) }
    try expect(")")
    guard then.type.isComparable(with: other.type) else {
      var fault = ExpressionFault(
        offset: other.offset,
        message:
          "both values of if() are of one kind, and these are \(then.type.spoken) and \(other.type.spoken)"
      )
      let said = slice(from: other.offset, to: tokens[position - 1].offset)
      let meant: String? =
        switch then.type {
        case .text: "'\(FlowText.unquoted(said))'"
        case .number: number(of: other, said) ?? "0"
        case .truth: "no"
        case .date: "today"
        default: nil
        }
      fault.correction = meant.map { (said, $0) }
      throw fault
    }
    let type: ExpressionType =
      if case .choice = then.type { then.type == other.type ? then.type : .text } else { then.type }
    return (
      .either(condition.expression, then: then.expression, else: other.expression), type, offset
    )
  }
}
