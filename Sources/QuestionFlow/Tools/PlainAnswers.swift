/// Answers made up for the beginning of a transcript: short and plain, so that an author reads them at a
/// glance and puts others in their place.
enum PlainAnswers {
  private static let words = ["one thing", "another thing", "a third thing"]

  /// What somebody could type at an item, the likeliest first; none where nothing is offered.
  static func typed(for kind: AnswerKind, offered: [String], day: DayAskedFor = .toCome)
    -> [[String]]
  {
    switch kind {
    case .text(let rules): [[rules.pattern?.example ?? "a few words"], [words[0]]]
    case .longText: [["A few words, as an example."], [longer]]
    case .number(let rules): numbers(rules.range)
    case .scale(let rules): scale(rules.range)
    case .date: day.candidates.map { [$0] }
    case .yesOrNo: [["yes"], ["no"]]
    case .choice: offered.map { [$0] }
    case .choices(let rules): choices(rules, offered)
    case .list(let rules): [list(rules.bounds?.lowerBound ?? 2)]
    case .rank(let rules):
      [[offered.prefix(rules.wanted(among: offered.count)).joined(separator: ", ")]]
    case .person: [["Rosa Example, a friend"]]
    case .posting: [["Wanted: somebody who mends clocks, four days a week."]]
    case .note: []
    }
  }

  private static let longer = Array(repeating: "word", count: 40).joined(separator: " ")

  private static func numbers(_ range: ClosedRange<Double>?) -> [[String]] {
    guard let range else { return [["5"], ["20"], ["1"], ["100"]] }
    let middle = ((range.lowerBound + range.upperBound) / 2).rounded()
    let small = range.contains(5) ? [5.0] : []
    return (small + [middle, range.lowerBound, range.upperBound]).filter(range.contains)
      .map { [NumberAnswer.spoken($0)] }
  }

  private static func scale(_ range: ClosedRange<Int>) -> [[String]] {
    let middle = range.lowerBound + range.count / 2
    return [middle, range.lowerBound, range.upperBound].map { [String($0)] }
  }

  private static func choices(_ rules: ChoicesAnswer, _ offered: [String]) -> [[String]] {
    let fewest = rules.bounds(among: offered.count).lowerBound
    return (0...max(0, offered.count - fewest)).map { start in
      [offered.dropFirst(start).prefix(fewest).joined(separator: ", ")]
    }
  }

  private static func list(_ count: Int) -> [String] {
    (0..<max(1, min(count, 50))).map { number in
      words.indices.contains(number) ? words[number] : "thing \(number + 1)"
    }
  }

  /// What another script's answer could be, as `given` says it; `nil` where nothing fits.
  static func given(_ given: Given, language: String) -> String? {
    let candidates: [String]
    if let kind = given.known.kind, let offer = kind.offer {
      let labels = (offer.ids ?? []).filter { !["other", "none"].contains($0) }.map { id in
        (offer.label(of: .option(id)) ?? given.labels?.label(of: .option(id)))?
          .text(in: language) ?? id
      }
      let offered = offer.ids == nil ? words : labels
      let count =
        switch kind {
        case .choices(let rules): rules.bounds(among: offered.count).lowerBound
        case .rank(let rules): rules.wanted(among: offered.count)
        default: 1
        }
      candidates = [offered.prefix(count).joined(separator: "; ")]
    } else if let kind = given.known.kind {
      candidates = typed(for: kind, offered: []).map { $0.joined(separator: "; ") }
    } else {
      candidates = ["5", "2027-03-08", "yes", words[0]]
    }
    return candidates.first { (try? Loan($0, as: given, language: language)) != nil }
  }
}
