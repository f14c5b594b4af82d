/// Somebody who answers at random, and knows what the script's conditions ask about.
struct Respondent {
  let script: Script
  private var mentions: [Variable: Mentions] = [:]
  private var random: SeededRandom
  /// The day on which they answer.
  let today = CalendarDate(year: 2027, month: 3, day: 1) ?? .first
  private static let words = [
    "clocks", "stuff", "teaching", "a", "quiet", "good culture", "ward", "proof", "garden",
    "impact",
    "日本", "ü", "negotiating",
  ]

  init(script: Script, seed: UInt64) {
    self.script = script
    random = SeededRandom(seed: seed)
    for condition in script.conditions { note(script.spelledOut(condition.expression)) }
  }

  /// Learns what a condition asks about, whatever stands around it.
  private mutating func note(_ expression: Expression) {
    mentions.add(expression)
    learn(expression)
  }

  private mutating func learn(_ expression: Expression) {
    for part in expression.parts {
      if expression.members != nil { mentions.add(part) }
      learn(part)
    }
  }

  /// Another respondent, who knows the same.
  mutating func begin(_ seed: UInt64) { random = SeededRandom(seed: seed) }

  func mentions(of item: ItemID) -> Mentions { mentions[.item(item)] ?? Mentions() }

  mutating func number(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func fraction() -> Double { Double.random(in: 0...1, using: &random) }

  mutating func shuffled<T>(_ elements: [T]) -> [T] { elements.shuffled(using: &random) }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  mutating func pick<T>(_ elements: [T]) -> T? { elements.randomElement(using: &random) }

  /// A text, sometimes one that a condition asks about.
  mutating func text(for item: ItemID?) -> String {
    let known = item.flatMap { mentions[.item($0)]?.texts.sorted() } ?? []
    if let text = pick(known), chance(40) { return text }
    let count = pick([1, 2, 3, 8, 14, 30]) ?? 1
    return (0..<count).map { _ in pick(Self.words) ?? "" }.joined(separator: " ")
  }

  /// What the respondent does at a step: mostly answers, at times passes, goes back, or edits a list.
  mutating func event(at step: Step, of interview: Interview) -> Event? {
    guard let item = script.item(step.path.item) else { return nil }
    if item.isNote { return .answer(step.path, .seen) }
    if chance(4), let back = interview.previousPath { return .revisit(back) }
    if chance(3), let edit = listEdit(in: interview) { return edit }
    if chance(7), !item.isRequired { return interview.declining(step) }
    switch step.form {
    case .confirmation where chance(60): return .confirm(step.path)
    case .probe(let probe): return .answerProbe(step.path, probe, text(for: nil))
    case .question, .confirmation:
      let offered = interview.offered(at: step.path).map(\.id)
      return .answer(
        step.path, item.kind.rules.madeUp(by: &self, for: item.id, offered: offered))
    }
  }

  private mutating func listEdit(in interview: Interview) -> Event? {
    let lists = interview.records.keys.filter { path in
      if case .list? = interview.answer(to: path) { true } else { false }
    }.sorted { $0.description < $1.description }
    guard let path = pick(lists), case .list(let elements)? = interview.answer(to: path),
      let element = pick(elements)
    else { return nil }
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      return .insertElement(
        path, at: Int.random(in: 0...elements.count, using: &random), text(for: path.item))
    case 1: return .renameElement(path, element.id, text(for: path.item))
    case 2 where elements.count > 1: return .removeElement(path, element.id)
    default:
      return .moveElement(path, element.id, to: Int.random(in: 0..<elements.count, using: &random))
    }
  }
}

extension Respondent {
  /// Answers from outside, for a script that speaks of some; those of the time before are missing at times.
  mutating func loans() -> [ItemID: Loan] {
    var loans: [ItemID: Loan] = [:]
    for given in script.givens.values.sorted(by: { $0.id < $1.id }) {
      if case .last = given.source, chance(40) { continue }
      loans[given.id] = loan(given)
    }
    return loans
  }

  private mutating func loan(_ given: Given) -> Loan? {
    guard let kind = given.known.kind else {
      return given.known.type == .number ? Loan(.number(Double(number(in: -5...50)))) : nil
    }
    var texts: [ElementID: String] = [:]
    var offered: [ElementID] = []
    if kind.offer != nil {
      let words = ["clocks", "teaching", "quiet"].enumerated().map {
        (ElementID($0.offset + 1), $0.element)
      }
      texts = Dictionary(words, uniquingKeysWith: { first, _ in first })
      offered = kind.offer?.ids?.map { .option($0) } ?? words.map(\.0)
    }
    var answer = kind.rules.madeUp(by: &self, for: given.id, offered: offered)
    if case .list(let elements) = answer {
      answer = .list(
        elements.enumerated().map { Element(id: ElementID($0.offset + 1), text: $0.element.text) })
    }
    let words = AnswerWords(
      language: "en", text: { texts[$0] ?? $0.optionID }, plain: { texts[$0] ?? $0.optionID })
    var elements: [Element]?
    if case .list(let listed) = answer { elements = listed }
    if kind.offer != nil {
      elements = answer.picks.map { Element(id: $0, text: texts[$0] ?? $0.optionID ?? "…") }
    }
    return Loan(
      value: kind.rules.value(of: answer, in: words),
      spoken: kind.rules.spoken(answer, in: words) ?? "…", elements: elements)
  }
}

extension Script {
  /// Every condition: of items, options, sections, rosters, follow-ups and checks, in document order.
  var conditions: [Condition] { Self.conditions(in: entries) }

  private static func conditions(in entries: [Entry]) -> [Condition] {
    entries.flatMap { entry -> [Condition] in
      switch entry {
      case .item(let item):
        [item.when].compactMap(\.self) + (item.kind.offer?.conditions ?? [])
          + item.checks.map(\.condition) + item.probes.map(\.condition)
      case .section(let section):
        [section.when].compactMap(\.self) + conditions(in: section.entries)
      case .roster(let roster): [roster.when].compactMap(\.self) + conditions(in: roster.entries)
      case .calculation: []
      }
    }
  }
}

extension Offer {
  fileprivate var conditions: [Condition] {
    let own: [Condition]
    if case .options(let options) = origin { own = options.compactMap(\.when) } else { own = [] }
    return own + [filter].compactMap(\.self)
  }
}
