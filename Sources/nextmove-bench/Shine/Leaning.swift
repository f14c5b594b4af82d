import WorkFit

/// How a posting leans for somebody as a whole, by a careful friend and by the program.
struct Leaning {
  /// The three that are told apart.
  enum Lean: String, CaseIterable {
    case draining, mixed, energizing

    init(_ verdict: Verdict) {
      switch verdict {
      case .impressiveButDraining, .quietAndDraining: self = .draining
      case .impressiveAndEnergizing, .quietButEnergizing: self = .energizing
      case .mixed, .notEnoughToTell: self = .mixed
      }
    }
  }

  /// The posting.
  let id: String
  let lean: Lean
  /// What the friend held for and against, as findings.
  let outcomes: [(statement: Statement, kind: Finding.Kind)]

  /// `nil` where the friend could not tell.
  init?(id: String, person: LabelledPerson, label: LabelledOutlook.Person) {
    guard let lean = label.lean.flatMap(Lean.init(rawValue:)) else { return nil }
    self.id = id
    self.lean = lean
    outcomes = person.statements.enumerated().map { place, statement in
      let isGood = label.for.contains(place)
      let isBad = label.against.contains(place)
      let names: Outcome = [.drain, .dealBreaker].contains(statement.role) ? .opposed : .supplied
      let denies: Outcome = names == .supplied ? .opposed : .supplied
      let outcome: Outcome = isGood == isBad ? (isGood ? .both : .silent) : isGood ? names : denies
      return (statement, Finding.Kind(statement.role, outcome))
    }
  }
}

extension LabelledPerson {
  /// The statements in their order, each with its place among its kind.
  var statements: [Statement] {
    var ranks: [Role: Int] = [:]
    return says.map { say in
      ranks[say.role, default: 0] += 1
      return Statement(role: say.role, text: say.text, rank: ranks[say.role, default: 1])
    }
  }

  /// The statements with what the marked lines make of them.
  var marked: [(statement: Statement, kind: Finding.Kind)] {
    statements.enumerated().map { place, statement in
      let own = marks.filter { $0.say == place }.map(\.mark)
      let outcome: Outcome =
        switch (own.contains(.supplies), own.contains(.opposes)) {
        case (true, true): .both
        case (true, false): .supplied
        case (false, true): .opposed
        case (false, false): .silent
        }
      return (statement, Finding.Kind(statement.role, outcome))
    }
  }
}
