extension Expression {
  /// The expression as its author could write it.
  ///
  /// - Parameter names: what one thing of a list is called, by the list.
  func source(naming names: [ItemID: String]) -> String { written(names, inside: 0) }

  /// How firmly its parts hold together, so that brackets stand where they have to.
  private var firmness: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .not: 3
    case .compare, .among, .contains: 4
    case .calculate(.plus, _, _), .calculate(.minus, _, _): 5
    case .calculate: 6
    case .negative: 7
    default: 8
    }
  }

  private func written(_ names: [ItemID: String], inside firmness: Int) -> String {
    let text = bare(names)
    return self.firmness < firmness ? "(\(text))" : text
  }

  private func bare(_ names: [ItemID: String]) -> String {
    func inner(_ part: Expression, _ firmness: Int = 0) -> String {
      part.written(names, inside: firmness)
    }
    switch self {
    case .literal(let value): return Self.written(value)
    case .reference(.item(let id, _)): return id.rawValue
    case .reference(.rosterElement(_, let list)): return names[list] ?? "element"
    case .reference(.probedElement): return "element"
    case .today: return "today"
    case .not(let part): return "not \(inner(part, 4))"
    case .and(let left, let right): return "\(inner(left, 2)) and \(inner(right, 2))"
    case .or(let left, let right): return "\(inner(left, 1)) or \(inner(right, 1))"
    case .compare(let sign, let left, let right):
      return "\(inner(left, 5)) \(sign.rawValue) \(inner(right, 5))"
    case .among(let part, let values):
      return "\(inner(part, 5)) in [\(values.map(Self.written).joined(separator: ", "))]"
    case .contains(let list, let part): return "\(inner(part, 5)) in \(inner(list, 5))"
    case .call(let function, let part): return "\(function.rawValue)(\(inner(part)))"
    case .score(let part, _): return "score(\(inner(part)))"
    case .calculate(let sign, let left, let right):
      return "\(inner(left, firmness)) \(sign.rawValue) \(inner(right, firmness + 1))"
    case .negative(let part): return "-\(inner(part, 8))"
    case .years(let from, let to): return "years(\(inner(from)), \(inner(to)))"
    case .rounded(let part, let places):
      return places == 0 ? "round(\(inner(part)))" : "round(\(inner(part)), \(places))"
    case .years(let from, let to): return "years(\(inner(from)), \(inner(to)))"
    case .gathered(let gathering, let parts):
      return "\(gathering.rawValue)(\(parts.map { inner($0) }.joined(separator: ", ")))"
    case .gatheredEach(let gathering, let members, let part):
      return "\(gathering.rawValue)(\(members.list), \(inner(part)))"
    case .counted(let members, let part): return "count(\(members.list), \(inner(part)))"
    case .either(let condition, let then, let other):
      return "if(\(inner(condition)), \(inner(then)), \(inner(other)))"
    case .quantified(let quantifier, let members, let part):
      return "\(quantifier.rawValue)(\(members.list), \(inner(part)))"
    }
  }

  private static func written(_ value: Value) -> String {
    switch value {
    case .truth(let truth): truth ? "yes" : "no"
    case .text(let text): text.contains("'") ? "\"\(text)\"" : "'\(text)'"
    default: value.spoken ?? "…"
    }
  }
}
