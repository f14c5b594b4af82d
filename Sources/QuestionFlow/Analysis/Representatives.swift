/// Answers that stand for all others as far as some conditions can tell them apart.
enum Representatives {
  /// Counts beyond this are not tried.
  private static let largestCount = 300

  /// For every answer that an item can have, one among these gives every condition the same value;
  /// `nil` where finitely many cannot.
  static func answers(of kind: AnswerKind, _ mentions: Mentions) -> [Answer]? {
    switch kind {
    case .yesOrNo: return [.yesOrNo(true), .yesOrNo(false)]
    case .choice(let options): return choices(options, mentions)?.map(Answer.choice)
    case .choices(let options): return subsets(options, mentions)?.map(Answer.choices)
    case .scale(let scale):
      let points = scale.range.filter { point in
        scale.range.count <= 12 || mentions.meetsOthers
          || point == scale.range.lowerBound || point == scale.range.upperBound
          || mentions.numbers.contains { abs($0 - Double(point)) <= 1 }
      }
      return points.map(Answer.scale)
    case .number(let range): return numbers(range, mentions)?.map(Answer.number)
    case .date: return dates(mentions)?.map(Answer.date)
    case .text, .longText: return texts(mentions)?.map(Answer.text)
    case .posting: return texts(mentions)?.map(Answer.posting)
    case .person: return texts(mentions)?.map { Answer.person(Person(name: $0)) }
    case .list(let list): return lists(list, mentions)?.map(Answer.list)
    case .rank: return mentions.isValueUsed ? nil : [.rank([])]
    }
  }

  /// Words of a roster's element.
  static func texts(_ mentions: Mentions) -> [String]? {
    guard !mentions.meetsOthers, mentions.counts == nil else { return nil }
    var counts: Set<Int> = [1]
    for number in mentions.words ?? [] {
      guard number.magnitude < Double(largestCount) else { return nil }
      let count = Int(number.rounded(.down))
      counts.formUnion([count - 1, count, count + 1].filter { $0 >= 1 })
    }
    var texts = mentions.texts.sorted().filter { $0.contains { !$0.isWhitespace } }
    for count in counts.sorted() {
      // One that no literal equals and that is not vague, and one that is.
      texts.append(repeated("carpentry", count))
      if mentions.isVagueUsed { texts.append(repeated("stuff", count)) }
    }
    return texts
  }

  private static func repeated(_ word: String, _ count: Int) -> String {
    Array(repeating: word, count: count).joined(separator: " ")
  }

  private static func choices(_ options: [AnswerKind.Option], _ mentions: Mentions) -> [String]? {
    guard options.count > 12, !mentions.meetsOthers else { return options.map(\.id) }
    let named = options.map(\.id).filter { id in
      mentions.texts.contains { Words.key($0) == Words.key(id) }
    }
    return named + options.map(\.id).filter { !named.contains($0) }.prefix(1)
  }

  private static func subsets(_ options: [AnswerKind.Option], _ mentions: Mentions) -> [[String]]? {
    var ids = options.map(\.id)
    if ids.count > 8 {
      guard mentions.counts == nil, !mentions.meetsOthers else { return nil }
      let named = ids.filter { id in mentions.texts.contains { Words.key($0) == Words.key(id) } }
      ids = named + ids.filter { !named.contains($0) }.prefix(1)
      guard ids.count <= 8 else { return nil }
    }
    return (1..<(1 << ids.count)).map { bits in
      ids.indices.filter { bits & (1 << $0) != 0 }.map { ids[$0] }
    }
  }

  private static func numbers(_ range: ClosedRange<Double>?, _ mentions: Mentions) -> [Double]? {
    guard !mentions.meetsOthers else { return nil }
    let marks = mentions.numbers.sorted()
    var numbers = marks
    for (low, high) in zip(marks, marks.dropFirst()) { numbers.append((low + high) / 2) }
    if let first = marks.first, let last = marks.last { numbers += [first - 1, last + 1] }
    if let range {
      numbers = numbers.filter(range.contains) + [range.lowerBound, range.upperBound]
    }
    return numbers.isEmpty ? [0] : numbers
  }

  private static func dates(_ mentions: Mentions) -> [CalendarDate]? {
    guard !mentions.meetsOthers else { return nil }
    let dates = mentions.dates.sorted().flatMap { [$0.adding(days: -1), $0, $0.adding(days: 1)] }
    return dates.isEmpty ? [.first] : dates
  }

  private static func lists(_ list: ListAnswer, _ mentions: Mentions) -> [[Element]]? {
    guard !mentions.meetsOthers, mentions.words == nil, mentions.texts.count <= 4 else {
      return nil
    }
    let bounds = list.bounds ?? 1...ListAnswer.maximumCount
    var counts: Set<Int> = [bounds.lowerBound, min(bounds.upperBound, bounds.lowerBound + 1)]
    if bounds.upperBound <= largestCount { counts.insert(bounds.upperBound) }
    for number in mentions.counts ?? [] {
      guard number.magnitude < Double(largestCount) else { return nil }
      let count = Int(number.rounded(.down))
      counts.formUnion([count - 1, count, count + 1].filter(bounds.contains))
    }
    let texts = mentions.texts.sorted()
    return counts.sorted().flatMap { count in
      (0..<(1 << texts.count)).compactMap { bits -> [Element]? in
        let named = texts.indices.filter { bits & (1 << $0) != 0 }.map { texts[$0] }
        guard named.count <= count else { return nil }
        let fillers = (named.count..<count).map { "element \($0)" }
        return (named + fillers).enumerated().map {
          Element(id: ElementID($0.offset + 1), text: $0.element)
        }
      }
    }
  }
}
