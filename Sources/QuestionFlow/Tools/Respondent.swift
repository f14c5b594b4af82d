/// Somebody who answers at random, and knows what the script's conditions ask about.
struct Respondent {
  private let script: Script
  private var mentions: [Variable: Mentions] = [:]
  private var random: SeededRandom
  private static let words = [
    "clocks", "stuff", "teaching", "a", "quiet", "good culture", "ward", "proof", "garden",
    "impact",
    "日本", "ü", "negotiating",
  ]

  init(script: Script, seed: UInt64) {
    self.script = script
    random = SeededRandom(seed: seed)
    for expression in script.conditions.map(\.expression) {
      mentions.add(expression)
      for part in expression.quantifiedParts {
        if case .quantified(_, _, let inner) = part { mentions.add(inner) }
      }
    }
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  mutating func pick<T>(_ elements: [T]) -> T? { elements.randomElement(using: &random) }

  /// A text, sometimes one that a condition asks about.
  mutating func text(for item: ItemID?) -> String {
    let known = item.flatMap { mentions[.item($0)]?.texts.sorted() } ?? []
    if let text = pick(known), chance(40) { return text }
    let count = pick([1, 2, 3, 8, 14, 30]) ?? 1
    return (0..<count).map { _ in pick(Self.words) ?? "" }.joined(separator: " ")
  }

  /// An answer to an item, of its kind; it may still be rejected by a check.
  mutating func response(to item: Item, elements: [Element]) -> Response {
    let known = mentions[.item(item.id)] ?? Mentions()
    switch item.kind {
    case .text, .longText: return .text(text(for: item.id))
    case .posting: return .posting(text(for: item.id))
    case .person: return .person(Person(name: text(for: item.id)))
    case .yesOrNo: return .yesOrNo(chance(50))
    case .number(let range):
      let near = known.numbers.flatMap { [$0 - 1, $0, $0 + 1] }.filter {
        range?.contains($0) ?? true
      }
      return .number(
        pick(near.sorted()) ?? range?.lowerBound ?? Double(Int.random(in: -5...50, using: &random)))
    case .date:
      let near = known.dates.sorted().flatMap { [$0.adding(days: -1), $0, $0.adding(days: 1)] }
      return .date(
        pick(near) ?? CalendarDate.first.adding(days: Int.random(in: 0...800_000, using: &random)))
    case .choice(let options): return .choice(pick(options.map(\.id)) ?? "")
    case .choices(let options):
      let chosen = options.map(\.id).filter { _ in chance(50) }
      return .choices(chosen.isEmpty ? options.prefix(1).map(\.id) : chosen)
    case .scale(let scale): return .scale(Int.random(in: scale.range, using: &random))
    case .list(let list):
      let bounds = list.bounds ?? 1...6
      let count = Int.random(
        in: bounds.lowerBound...min(bounds.upperBound, bounds.lowerBound + 6), using: &random)
      return .list((0..<count).map { "\(text(for: item.id)) \($0)" })
    case .rank: return .rank(elements.map(\.id).shuffled(using: &random))
    }
  }

  /// What the respondent does at a step: mostly answers, at times passes, goes back, or edits a list.
  mutating func event(at step: Step, of interview: Interview) -> Event? {
    guard let item = script.item(step.path.item) else { return nil }
    if chance(4), let back = interview.previousPath { return .revisit(back) }
    if chance(3), let edit = listEdit(in: interview) { return edit }
    if chance(7) { return interview.declining(step) }
    switch step.form {
    case .confirmation where chance(60): return .confirm(step.path)
    case .probe(let probe): return .answerProbe(step.path, probe, text(for: nil))
    case .question, .confirmation:
      let surroundings = interview.surroundings(of: step.path, today: .first)
      return .answer(step.path, response(to: item, elements: surroundings.elements))
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

extension Script {
  /// Every condition: of items, sections, rosters, follow-ups and checks, in document order.
  var conditions: [Condition] { Self.conditions(in: entries) }

  private static func conditions(in entries: [Entry]) -> [Condition] {
    entries.flatMap { entry -> [Condition] in
      switch entry {
      case .item(let item):
        [item.when].compactMap(\.self) + item.checks.map(\.condition) + item.probes.map(\.condition)
      case .section(let section):
        [section.when].compactMap(\.self) + conditions(in: section.entries)
      case .roster(let roster): [roster.when].compactMap(\.self) + conditions(in: roster.entries)
      }
    }
  }
}
