import Phrases

/// What in a script that runs cannot be meant so: conditions that can never hold or always do,
/// questions that are never asked, follow-ups that never fire, checks that no answer meets, answers
/// quoted where there may be none, and rosters without a bound.
struct ScriptAnalysis {
  /// Something doubtful, with its place.
  struct Doubt {
    let severity: ScriptFault.Severity
    let place: SourcePlace
    let message: Phrase
    let mending: Mending
  }

  /// What would help.
  enum Mending {
    /// A condition says something else.
    case saying(Condition, Expression)
    /// A condition that always holds is left out, or only asks whether there is an answer.
    case needless(Condition, asking: [ItemID])
    /// A condition is left out, with its follow-up or its check where it is one of theirs.
    case without(Condition)
    /// An item is asked only where another has been answered.
    case asking(ItemID, onceAnswered: ItemID)
    /// A list gets a bound.
    case bounding(ItemID)
    /// A text gets translations.
    case translating([String])
    /// Nothing has to be changed; whether it is asked shows where it is tried.
    case trying
  }

  private(set) var doubts: [Doubt] = []
  private let space: StateSpace
  /// For what is tried to mend a condition, which takes nothing from what is to be decided.
  private let spare: StateSpace
  private let script: Script

  init(_ script: Script) {
    self.script = script
    space = Self.space(of: script)
    spare = StateSpace(script: script, relevance: space.relevance, order: space.order)
    visit(script.entries, around: StateSpace.Relevance())
  }

  /// What must hold for each item to be asked.
  static func relevance(of script: Script) -> [ItemID: StateSpace.Relevance] {
    space(of: script).relevance
  }

  /// The states that an interview over a script can be in.
  static func space(of script: Script) -> StateSpace {
    var relevance: [ItemID: StateSpace.Relevance] = [:]
    var order: [ItemID: Int] = [:]
    collect(script.entries, StateSpace.Relevance(), &relevance, &order)
    return StateSpace(script: script, relevance: relevance, order: order)
  }

  private static func collect(
    _ entries: [Entry], _ around: StateSpace.Relevance,
    _ relevance: inout [ItemID: StateSpace.Relevance], _ order: inout [ItemID: Int]
  ) {
    for entry in entries {
      var here = around
      switch entry {
      case .item(let item):
        if let when = item.when { here.conditions.append(when) }
        relevance[item.id] = here
        order[item.id] = order.count
      case .section(let section):
        if let when = section.when { here.conditions.append(when) }
        collect(section.entries, here, &relevance, &order)
      case .roster(let roster):
        if let when = roster.when { here.conditions.append(when) }
        here.lists.append(roster.list)
        collect(roster.entries, here, &relevance, &order)
      case .calculation: break
      }
    }
  }

  private mutating func visit(_ entries: [Entry], around: StateSpace.Relevance) {
    for entry in entries {
      switch entry {
      case .item(let item):
        guard canHold(item.when, around, of: [item.id]) else { continue }
        examine(item)
      case .section(let section):
        guard canHold(section.when, around, of: Self.items(in: section.entries)) else { continue }
        var inner = around
        if let when = section.when { inner.conditions.append(when) }
        visit(section.entries, around: inner)
      case .roster(let roster):
        bound(roster)
        guard canHold(roster.when, around, of: Self.items(in: roster.entries)) else { continue }
        var inner = around
        if let when = roster.when { inner.conditions.append(when) }
        inner.lists.append(roster.list)
        visit(roster.entries, around: inner)
      case .calculation: break
      }
    }
  }

  private static func items(in entries: [Entry]) -> [ItemID] {
    entries.flatMap { entry -> [ItemID] in
      switch entry {
      case .item(let item): [item.id]
      case .section(let section): items(in: section.entries)
      case .roster(let roster): items(in: roster.entries)
      case .calculation: []
      }
    }
  }

  // MARK: - Conditions

  /// Whether what a condition guards can ever be asked; where not, it has been reported.
  private mutating func canHold(
    _ condition: Condition?, _ around: StateSpace.Relevance, of guarded: [ItemID]
  ) -> Bool {
    guard let condition else { return true }
    let possible = space.withoutEmptyQuantifiers(condition)
    let lists = Set(around.lists)
    switch space.search(holding: around.conditions + [possible], answered: lists) {
    case .never:
      let isAlone = space.search(holding: [possible]) == .never
      let names = guarded.prefix(3).map { "“\($0)”" as Phrase }.joined(separator: ", ")
      let listed: Phrase =
        guarded.count > 3 ? "\(names) and \(guarded.count - 3) more" : names
      let meant = likely(condition, beside: around.conditions, answered: lists)
      doubt(
        condition.place,
        isAlone
          ? "this can never hold, so \(listed) can never be asked"
          : "this can never hold beside the conditions around it, so \(listed) can never be asked",
        meant ?? .without(condition))
      return false
    case .undecided:
      note(condition.place, "not decided whether this can hold")
      return true
    case .sometimes: break
    }
    let used = script.spelledOut(condition.expression).valuesUsed
    let fails = space.search(
      holding: around.conditions, failing: [condition], answered: used.union(lists))
    if fails == .never {
      doubt(
        condition.place, Self.needless(once: used.sorted().map { "“\($0)”" }),
        narrower(condition, beside: around.conditions, answered: lists)
          ?? .needless(condition, asking: open(used, around, lists)))
    }
    return true
  }

  /// For how many doubts something is tried; a script with very many has to be checked in time.
  private static let mostMended = 40
  /// How many conditions are tried in the place of one.
  private static let mostVariants = 40

  /// A condition like another one that holds sometimes and not always.
  private func likely(
    _ condition: Condition, beside others: [Condition], answered: Set<ItemID>,
    unchecked: ItemID? = nil
  ) -> Mending? {
    guard doubts.count < Self.mostMended else { return nil }
    let variants = LikelyConditions(script).variants(of: condition.expression)
    for expression in variants.prefix(Self.mostVariants) where spare.budget.states > 0 {
      let meant = Condition(expression: expression, source: "", place: condition.place)
      let used = script.spelledOut(expression).valuesUsed.union(answered)
      guard
        spare.search(holding: others + [meant], answered: answered, unchecked: unchecked)
          == .sometimes,
        spare.search(holding: others, failing: [meant], answered: used, unchecked: unchecked)
          == .sometimes
      else { continue }
      return .saying(condition, expression)
    }
    return nil
  }

  /// Where “or” makes a condition hold always, the one with “and” that does not.
  private func narrower(
    _ condition: Condition, beside others: [Condition], answered: Set<ItemID>
  ) -> Mending? {
    guard case .or(let left, let right) = condition.expression else { return nil }
    let meant = Condition(expression: .and(left, right), source: "", place: condition.place)
    let used = script.spelledOut(meant.expression).valuesUsed.union(answered)
    guard spare.search(holding: others + [meant], answered: answered) == .sometimes,
      spare.search(holding: others, failing: [meant], answered: used) == .sometimes
    else { return nil }
    return .saying(condition, meant.expression)
  }

  /// The items among some that need not have an answer, and may not be asked for either.
  private func open(
    _ items: Set<ItemID>, _ around: StateSpace.Relevance, _ lists: Set<ItemID>
  ) -> [ItemID] {
    guard doubts.count < Self.mostMended else { return [] }
    return items.sorted().filter { item in
      guard script.item(item) != nil else { return false }
      let asked = Expression.call(.answered, .reference(.item(item, levels: [])))
      let place = SourcePlace(file: "", line: 1, column: 1)
      let condition = Condition(expression: asked, source: "", place: place)
      return script.placements[item]?.rosters.isEmpty == true
        && spare.search(holding: around.conditions, failing: [condition], answered: lists)
          == .sometimes
    }
  }

  private static func needless(once names: [Phrase]) -> Phrase {
    switch names.count {
    case 0: "this always holds; leave it out"
    case 1: "this always holds once \(names.chained) has an answer; leave it out, or ask answered()"
    default: "this always holds once \(names.chained) have answers; leave it out, or ask answered()"
    }
  }

  private mutating func examine(_ item: Item) {
    let relevance = space.relevance[item.id] ?? StateSpace.Relevance()
    let present = Set(relevance.lists).union([item.id])
    for check in item.checks {
      let refusal = check.condition.negated
      let search = space.search(
        holding: relevance.conditions, failing: [refusal], answered: present, unchecked: item.id)
      if search == .never {
        let meant = likely(
          check.condition, beside: relevance.conditions, answered: present, unchecked: item.id)
        doubt(
          check.condition.place, "no answer can meet this, so “\(item.id)” could only be skipped",
          meant ?? .without(check.condition))
        continue
      }
      if search == .undecided {
        note(check.condition.place, "not decided whether an answer can meet this")
      }
      if space.search(
        holding: relevance.conditions + [refusal], answered: present, unchecked: item.id) == .never
      {
        doubt(
          check.condition.place, "every answer meets this; leave it out", .without(check.condition))
      } else {
        weigh(check, of: item, relevance)
      }
      quotes(check.say, of: item, relevance)
    }
    for probe in item.probes {
      switch space.search(holding: relevance.conditions + [probe.condition], answered: present) {
      case .never:
        let meant = likely(probe.condition, beside: relevance.conditions, answered: present)
        doubt(
          probe.condition.place, "this follow-up can never be asked",
          meant ?? .without(probe.condition))
      case .undecided:
        note(probe.condition.place, "not decided whether this follow-up can be asked")
      case .sometimes: for ask in [probe.ask] + probe.again { quotes(ask, of: item, relevance) }
      }
    }
    quotes(item.ask, of: item, relevance)
  }

  /// Reports answers without which a check refuses nothing, though nobody has to give them.
  private mutating func weigh(
    _ check: Check, of item: Item, _ relevance: StateSpace.Relevance
  ) {
    let condition = script.spelledOut(check.condition.expression)
    let open = condition.references.compactMap { reference -> (name: ItemID, Reference)? in
      guard case .item(let other, _) = reference, other != item.id,
        space.canBeMissing(other, where: relevance)
      else { return nil }
      return condition.outcomes(without: other).contains(.unknown) ? (other, reference) : nil
    }
    guard let (name, missing) = open.min(by: { $0.name < $1.name }) else { return }
    let reference = Expression.reference(missing)
    doubt(
      check.condition.place,
      "where “\(name)” has no answer, this refuses nothing; say what holds then, such as “not answered(\(name)) or …”, or make that one “required: yes”",
      .saying(check.condition, .or(.not(.call(.answered, reference)), check.condition.expression)))
  }

  /// Reports answers that a text quotes and that may not have been asked for when it is shown.
  private mutating func quotes(
    _ template: Template, of item: Item, _ relevance: StateSpace.Relevance
  ) {
    for case .item(let quoted, _) in Set(template.references)
    where quoted != item.id && script.item(quoted) != nil {
      let needed = space.relevance[quoted] ?? StateSpace.Relevance()
      let certain = Set(relevance.conditions.map(\.place))
      let open = needed.conditions.filter { !certain.contains($0.place) }
      guard !open.isEmpty else { continue }
      let search = space.search(
        holding: relevance.conditions, failing: open, answered: Set(relevance.lists))
      if search == .sometimes {
        doubt(
          template.place ?? item.place,
          "“\(item.id)” quotes “\(quoted)”, which may not have been asked; give it “when: answered(\(quoted))”",
          .asking(item.id, onceAnswered: quoted))
      }
    }
  }

  private mutating func bound(_ roster: Roster) {
    guard case .list(let list)? = script.item(roster.list)?.kind, list.bounds == nil else { return }
    doubt(
      roster.place,
      "“\(roster.list)” may have any number of elements, and each is asked about here; give it a bound, such as between: 1..10",
      .bounding(roster.list))
  }

  private mutating func doubt(_ place: SourcePlace, _ message: Phrase, _ mending: Mending) {
    doubts.append(Doubt(severity: .warning, place: place, message: message, mending: mending))
  }

  private mutating func note(_ place: SourcePlace, _ message: Phrase) {
    doubts.append(Doubt(severity: .note, place: place, message: message, mending: .trying))
  }
}

extension Script {
  /// Whether an answer can be missing though all that was asked is answered: it is asked only where something
  /// holds or is left to choose from, or it is worked out.
  func canBeWithout(_ id: ItemID) -> Bool {
    guard let item = item(id) else { return true }
    let conditions = ScriptAnalysis.relevance(of: self)[id]?.conditions ?? []
    return !conditions.isEmpty || item.kind.offer?.isFixed == false
  }
}

extension Condition {
  /// The opposite.
  fileprivate var negated: Condition {
    Condition(expression: .not(expression), source: source, place: place)
  }
}

extension Expression {
  /// The items whose values a condition needs; what only `answered` or a quantifier asks for is not
  /// among them.
  fileprivate var valuesUsed: Set<ItemID> {
    var mentions: [Variable: Mentions] = [:]
    mentions.add(self)
    return Set(mentions.compactMap { $0.value.isValueUsed ? $0.key.item : nil })
  }
}
