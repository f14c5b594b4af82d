/// The several names that people and postings have for one thing: RN and registered nurse.
struct TradeNames: Sendable {
  private let groups: PatternIndex<Int>
  /// How many groups there are.
  let count: Int

  init(_ node: LexiconNode) throws(LexiconFault) {
    var groups = PatternIndex<Int>()
    var count = 0
    for group in try node["names"].items() {
      for name in try group.texts() { groups.insert(name, label: count) }
      count += 1
    }
    self.groups = groups
    self.count = count
  }

  /// The things that are named in a text, by number.
  func things(in tokens: [Token]) -> Set<Int> { Set(groups.matches(in: tokens).map(\.label)) }
}
