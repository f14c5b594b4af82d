/// Somebody who answers at random, and knows what a script's conditions ask about.
struct Respondent {
  private var mentions: [Variable: Mentions] = [:]
  var random: SeededRandom
  /// The day on which they answer.
  let today = CalendarDate(year: 2027, month: 3, day: 1) ?? .first
  private static let words = [
    "clocks", "stuff", "teaching", "a", "quiet", "good culture", "ward", "proof", "garden",
    "impact",
    "日本", "ü", "negotiating",
  ]

  /// - Parameter conditions: what the script's conditions ask.
  init(conditions: [Expression], seed: UInt64) {
    random = SeededRandom(seed: seed)
    for condition in conditions { note(condition) }
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
}
