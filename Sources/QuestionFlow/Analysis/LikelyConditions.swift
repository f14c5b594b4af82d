/// Conditions that are like one which cannot be meant so, and differ from it in one place.
struct LikelyConditions {
  private let script: Script

  init(_ script: Script) { self.script = script }

  /// The likeliest first: with other bounds, “or” for “and”, with a part less, and with the opposite of one.
  func variants(of condition: Expression) -> [Expression] {
    let changes: [(Expression) -> [Expression]] = [bounded, joined, shortened, opposed]
    return changes.flatMap { change in everywhere(condition, change) }
  }

  private func everywhere(
    _ expression: Expression, _ change: (Expression) -> [Expression]
  ) -> [Expression] {
    let parts = expression.parts
    return change(expression)
      + parts.indices.flatMap { index in
        everywhere(parts[index], change).map { part in
          var changed = parts
          changed[index] = part
          return expression.with(changed)
        }
      }
  }

  /// A number that an answer can have, and a sign that lets it have that.
  private func bounded(_ expression: Expression) -> [Expression] {
    guard case .compare(let sign, let left, .literal(.number(let number))) = expression else {
      return []
    }
    let wider: Comparison? =
      switch sign {
      case .less: .lessOrEqual
      case .greater: .greaterOrEqual
      default: nil
      }
    var meant: [Expression] = []
    if let range = range(of: left) {
      let near = Value.number(min(max(number, range.lowerBound), range.upperBound))
      meant.append(.compare(wider ?? sign, left, .literal(near)))
    }
    if let wider { meant.append(.compare(wider, left, .literal(.number(number)))) }
    return meant
  }

  /// Between which numbers an answer, or how many there are of it, can be.
  private func range(of expression: Expression) -> ClosedRange<Double>? {
    switch expression {
    case .reference(.item(let id, _)):
      switch script.item(id)?.kind {
      case .number(let rules)?: return rules.range
      case .scale(let rules)?:
        return Double(rules.range.lowerBound)...Double(rules.range.upperBound)
      default: return nil
      }
    case .call(.count, .reference(.item(let id, _))):
      switch script.item(id)?.kind {
      case .list(let rules)?:
        return rules.bounds.map { Double($0.lowerBound)...Double($0.upperBound) }
      case .choices(let rules)?:
        return rules.bounds.map { Double($0.lowerBound)...Double($0.upperBound) }
      default: return nil
      }
    default: return nil
    }
  }

  private func joined(_ expression: Expression) -> [Expression] {
    if case .and(let left, let right) = expression { return [.or(left, right)] }
    if case .or(let left, let right) = expression { return [.and(left, right)] }
    return []
  }

  private func opposed(_ expression: Expression) -> [Expression] {
    if case .not(let part) = expression { return [part] }
    if case .compare(.equal, let left, let right) = expression {
      return [.compare(.unequal, left, right)]
    }
    return []
  }

  private func shortened(_ expression: Expression) -> [Expression] {
    switch expression {
    case .and(let left, let right), .or(let left, let right): [left, right]
    case .among(let part, let values) where values.count > 1:
      [.among(part, Array(values.dropLast()))]
    default: []
    }
  }
}
