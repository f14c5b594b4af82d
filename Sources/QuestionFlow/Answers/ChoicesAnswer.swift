import Phrases

/// Any of the things offered, or as many as are wanted, with commas between, or numbers with spaces.
///
/// Stored as `{"choices": [id, …]}` in the order in which they are offered; spoken by their labels.
public struct ChoicesAnswer: Hashable, Sendable {
  /// What there is to choose from.
  package let offer: Offer
  /// How many are wanted; `nil` where any number is.
  public let bounds: ClosedRange<Int>?

  init(_ offer: Offer, bounds: ClosedRange<Int>? = nil) {
    self.offer = offer
    self.bounds = bounds
  }

  /// How many are wanted of so many; nobody can choose more than there are.
  func bounds(among count: Int) -> ClosedRange<Int> {
    guard let bounds else { return 1...max(1, count) }
    return max(1, min(bounds.lowerBound, count))...max(1, min(bounds.upperBound, count))
  }

  private func number(of ids: [ElementID]) -> Int { ids.count { $0 != .none } }
}

extension ChoicesAnswer: AnswerRules {
  static let name = "choices"
  static let spelling = AnswerSpelling(
    pattern: "choices", example: "choices",
    help: "Several of “choices”, or “from” an earlier list; “pick” or “between” says how many.")
  var form: Phrase {
    guard let bounds else { return "any of these, by number, with commas between" }
    return bounds.count == 1
      ? "\(bounds.lowerBound) of these, by number, with commas between"
      : "\(bounds.lowerBound) to \(bounds.upperBound) of these, by number, with commas between"
  }

  func form(among offered: [AnswerKind.Option]) -> Phrase {
    offer.ownPlace(among: offered).map { place in
      place == 1
        ? "\(form); your own words last and behind a colon, as in “1: …”"
        : "\(form); your own words last and behind a colon, as in “1, \(place): …”"
    } ?? form
  }

  var type: ExpressionType { offer.ids.map(ExpressionType.choices) ?? .list }

  func parse(_ typed: String, in surroundings: AnswerKind.Surroundings) throws(Rejection) -> Answer
  {
    let picks = try offer.picks(typed, isSeveral: true, in: surroundings)
    if picks.ids.contains(.none) {
      guard picks.ids.count == 1 else {
        throw Rejection(.standsAlone(offer.none?.text(in: surroundings.language) ?? ""))
      }
    } else {
      let wanted = bounds(among: number(of: surroundings.offered.map(\.id)))
      guard wanted.contains(picks.ids.count) else {
        throw Rejection(.otherCount(picks.ids.count, wanted))
      }
    }
    return .choices(picks.ids, other: picks.other)
  }

  func takes(_ answer: Answer, offered: () -> [ElementID]) -> Bool {
    guard case .choices(let ids, let other) = answer else { return false }
    let known = offered()
    let isWhole =
      ids == [.none] || bounds == nil
      || bounds(among: number(of: known)).contains(number(of: ids))
    return Set(ids).count == ids.count && Set(ids).isSubset(of: known) && isWhole
      && (ids == [.none] || !ids.contains(.none)) && offer.takes(ids, words: other)
  }

  func spoken(_ answer: Answer, in words: AnswerWords) -> String? {
    guard case .choices(let ids, let other) = answer else { return nil }
    let texts = ids.compactMap { $0 == .other ? other ?? words.text($0) : words.text($0) }
    return Listed.text(of: texts)
  }

  func value(of answer: Answer, in words: AnswerWords) -> Value {
    guard case .choices(let ids, _) = answer else { return .unknown }
    return .many(ids.compactMap(words.plain))
  }

  func completions(in surroundings: AnswerKind.Surroundings) -> [String] {
    ChoiceAnswer(offer).completions(in: surroundings)
  }

  func representatives(_ mentions: Mentions) -> [Answer]? {
    guard var ids = offer.ids else {
      return mentions.isValueUsed ? nil : [.choices([.option("element")])]
    }
    if ids.count > 8 {
      guard mentions.counts == nil, !mentions.meetsOthers else { return nil }
      let named = ids.filter { id in mentions.texts.contains { Words.key($0) == Words.key(id) } }
      ids = named + ids.filter { !named.contains($0) }.prefix(1)
      guard ids.count <= 8 else { return nil }
      return Self.subsets(ids).map { .choices($0) }
    }
    let wanted = bounds(among: ids.count { $0 != "none" })
    return Self.subsets(ids).filter { subset in
      subset == [.none]
        || !subset.contains(.none) && (bounds == nil || wanted.contains(subset.count))
    }.map { .choices($0) }
  }

  private static func subsets(_ ids: [String]) -> [[ElementID]] {
    (1..<(1 << ids.count)).map { bits in
      ids.indices.filter { bits & (1 << $0) != 0 }.map { .option(ids[$0]) }
    }
  }

  func madeUp(by respondent: inout Respondent, for item: ItemID, offered: [ElementID]) -> Answer {
    let known = offered.filter { $0 != .none }
    if offered.contains(.none), respondent.chance(15) || known.isEmpty { return .choices([.none]) }
    let wanted = bounds(among: known.count)
    let count = respondent.number(in: wanted)
    let kept = Set(respondent.shuffled(known).prefix(count))
    let ids = known.filter(kept.contains)
    return .choices(
      ids, other: ids.contains(where: offer.takesWords) ? respondent.text(for: nil) : nil)
  }
}
