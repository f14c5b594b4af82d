/// The several names that people and postings have for one thing: RN and registered nurse.
struct TradeNames: LexiconPart {
  private let groups: PatternIndex<Int>
  /// How many groups there are.
  let count: Int

  private enum CodingKeys: CodingKey { case names }

  init(from decoder: any Decoder) throws {
    let names = try decoder.container(keyedBy: CodingKeys.self)
      .decode([[String]].self, forKey: .names)
    var groups = PatternIndex<Int>()
    for (number, group) in names.enumerated() {
      for name in group { groups.insert(name, label: number) }
    }
    self.groups = groups
    count = names.count
  }

  /// The things that are named in a text, by number.
  func things(in tokens: [Token]) -> Set<Int> { Set(groups.matches(in: tokens).map(\.label)) }
}
