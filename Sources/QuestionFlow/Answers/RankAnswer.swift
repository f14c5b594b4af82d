import Phrases

/// An order over what is offered, or over the first few of it, by numbers or words.
///
/// Stored as identities, the first first; spoken in order.
public struct RankAnswer: Hashable, Sendable {
  /// What there is to put in order.
  package let offer: Offer
  /// How many are to be named; `nil` where all are.
  public let top: Int?

  init(_ offer: Offer, top: Int? = nil) {
    self.offer = offer
    self.top = top
  }

  /// How many are wanted of so many.
  func wanted(among count: Int) -> Int { min(top ?? count, count) }
}

extension RankAnswer: AnswerRules {
  static let name = "rank"
  static let spelling = AnswerSpelling(
    pattern: "rank( top [0-9]+( of)?)?( .+)?", example: "rank LIST",
    help:
      "An order over an earlier list or over “choices”; “rank top 3 of wishes” takes the first three."
  )
  var form: Phrase {
    top.map { "the numbers of your first \($0), the first one first" }
      ?? "all the numbers in your order"
  }

  func form(among offered: [AnswerKind.Option]) -> Phrase {
    let wanted = wanted(among: offered.count)
    guard wanted > 1 else { return "its number" }
    return top == nil || wanted == offered.count
      ? "all the numbers in your order, such as \(Self.example(wanted, among: offered.count))"
      : "the numbers of your first \(wanted), the first one first, such as \(Self.example(wanted, among: offered.count))"
  }

  /// An order that nobody takes for the one that is offered: the second before the first, or the last before it.
  private static func example(_ wanted: Int, among count: Int) -> String {
    let numbers = wanted < count ? [count, 1] + (2..<count) : [2, 1] + (3..<(count + 1))
    let shown = numbers.prefix(min(wanted, 8)).map(String.init).joined(separator: " ")
    return wanted > 8 ? "\(shown) …" : shown
  }

  var type: ExpressionType { offer.ids.map(ExpressionType.choices) ?? .list }

  /// Every one that is wanted has to be named, and each once: nobody's order is guessed.
  func parse(_ typed: String, in surroundings: AnswerKind.Surroundings) throws(Rejection) -> Answer
  {
    let offered = surroundings.offered
    let ballot = Ballot(offered, language: surroundings.language)
    let wanted = wanted(among: offered.count)
    if let isReversed = ballot.wholeOrder(typed) {
      return .rank((isReversed ? offered.reversed() : offered).prefix(wanted).map(\.id))
    }
    let places = try ballot.places(
      of: typed, between: Offer.marks.union([">"]), byNumber: true)
    var seen: Set<Int> = []
    for place in places where !seen.insert(place).inserted {
      throw Rejection(.rankedTwice(ballot.shown[place]))
    }
    if top != nil {
      guard places.count == wanted else { throw Rejection(.rankedOther(places.count, wanted)) }
    } else {
      let missing = offered.indices.filter { !seen.contains($0) }
      guard missing.isEmpty else {
        throw Rejection(.unranked(missing.map { ballot.shown[$0] }, of: offered.count))
      }
    }
    return .rank(places.map { offered[$0].id })
  }

  func takes(_ answer: Answer, offered: () -> [ElementID]) -> Bool {
    guard case .rank(let ids) = answer, Set(ids).count == ids.count else { return false }
    guard top != nil else { return true }
    let known = offered()
    return Set(ids).isSubset(of: known) && ids.count == wanted(among: known.count)
  }

  func spoken(_ answer: Answer, in words: AnswerWords) -> String? {
    guard case .rank(let ids) = answer else { return nil }
    return Self.inOrder(ids.compactMap(words.text), in: words)
  }

  private static func inOrder(_ texts: [String], in words: AnswerWords) -> String {
    let joiner = SpokenLanguage.of(words.language).places.joiner
    return texts.joined(separator: Listed.separator(joiner, between: texts))
  }

  /// A long text by its beginning, cut at a word.
  private static func short(_ text: String) -> String {
    guard text.count > 48 else { return text }
    let head = text.prefix(40)
    return (head.lastIndex(where: \.isWhitespace).map { head[..<$0] } ?? head) + " …"
  }

  func value(of answer: Answer, in words: AnswerWords) -> Value {
    guard case .rank(let ids) = answer else { return .unknown }
    return .many(ids.compactMap(words.plain))
  }

  func understanding(of answer: Answer, typed: String, in words: AnswerWords) -> Phrase? {
    guard case .rank(let ids) = answer else { return nil }
    let texts = ids.compactMap(words.text)
    guard typed != texts.joined(separator: ", ") else { return nil }
    // They stand in full above; here it is their order that is to be seen.
    return Phrase(verbatim: Self.inOrder(texts.map(Self.short), in: words))
  }

  func completions(in surroundings: AnswerKind.Surroundings) -> [String] {
    surroundings.offered.map { $0.label.text(in: surroundings.language) }
  }

  func representatives(_ mentions: Mentions) -> [Answer]? {
    mentions.isValueUsed ? nil : [.rank([])]
  }

  func madeUp(by respondent: inout Respondent, for item: ItemID, offered: [ElementID]) -> Answer {
    .rank(Array(respondent.shuffled(offered).prefix(wanted(among: offered.count))))
  }
}
