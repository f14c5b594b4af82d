/// What can come of an expression when one answer is missing and all others are there, whatever they are.
struct Outcomes: OptionSet, Sendable {
  let rawValue: Int

  /// No, where it is a condition.
  static let no = Outcomes(rawValue: 1)
  /// Yes where it is a condition, and some value where it is none.
  static let yes = Outcomes(rawValue: 2)
  static let unknown = Outcomes(rawValue: 4)
  /// Whatever is known.
  static let known: Outcomes = [.no, .yes]

  fileprivate var opposite: Outcomes {
    var outcomes = intersection(.unknown)
    if contains(.no) { outcomes.insert(.yes) }
    if contains(.yes) { outcomes.insert(.no) }
    return outcomes
  }

  /// Of both together, by Kleene's logic: no where either is no.
  fileprivate func and(_ other: Outcomes) -> Outcomes {
    var outcomes = union(other).intersection(.no)
    if contains(.yes), other.contains(.yes) { outcomes.insert(.yes) }
    let isOpen = contains(.unknown) && !other.isSubset(of: .no)
    if isOpen || other.contains(.unknown) && !isSubset(of: .no) { outcomes.insert(.unknown) }
    return outcomes
  }
}

extension Expression {
  /// What can come of it where an item has no answer; that a condition on answers can go either way is taken
  /// for granted.
  func outcomes(without item: ItemID) -> Outcomes {
    func outcomes(_ part: Expression) -> Outcomes { part.outcomes(without: item) }
    switch self {
    case .literal(.truth(let truth)): return truth ? .yes : .no
    case .literal, .today: return .known
    case .reference(let reference): return reference.isOf(item) ? .unknown : .known
    case .not(let inner): return outcomes(inner).opposite
    case .and(let left, let right): return outcomes(left).and(outcomes(right))
    case .or(let left, let right):
      return outcomes(left).opposite.and(outcomes(right).opposite).opposite
    case .call(.answered, let inner): return outcomes(inner) == .unknown ? .no : .yes
    case .gathered(let gathering, let parts):
      guard parts.allSatisfy({ outcomes($0) == .unknown }) else { return .known }
      // What was passed over adds up to nought; what was never asked does not.
      return gathering == .sum ? [.known, .unknown] : .unknown
    case .either(let condition, let then, let other):
      let decided = outcomes(condition)
      var whole = decided.intersection(.unknown)
      if decided.contains(.yes) { whole.formUnion(outcomes(then)) }
      if decided.contains(.no) { whole.formUnion(outcomes(other)) }
      return whole
    case .counted(let members, _): return members.list == item ? .unknown : .known
    case .gatheredEach(_, let members, let inner), .quantified(_, let members, let inner):
      return members.list == item ? .unknown : outcomes(inner).union(.known)
    case .compare, .among, .contains, .call, .score, .calculate, .negative, .rounded, .years:
      let inside = parts.map(outcomes)
      if inside.contains(.unknown) { return .unknown }
      return inside.contains { $0.contains(.unknown) } ? [.known, .unknown] : .known
    }
  }
}

extension Reference {
  fileprivate func isOf(_ item: ItemID) -> Bool {
    if case .item(item, _) = self { true } else { false }
  }
}
