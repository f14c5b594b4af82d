/// Which day a question is after, as far as its script and its words tell.
enum DayAskedFor {
  /// A day in somebody's life from which years are counted, such as that of their birth.
  case longAgo
  /// A day that has been.
  case past
  /// A day that is still to come, or nobody can tell.
  case toCome

  /// By what the script makes of the answer, and by the words of the question.
  init(_ item: Item, in script: Script) {
    let words = Set(Words.key(item.ask.text()).split(separator: " ").map(String.init))
    let days = SpokenData.shipped.values.map(\.days)
    let longAgo = days.flatMap { $0.asked_long_ago ?? [] }
    let past = days.flatMap { $0.asked_past ?? [] }
    if script.countsYears(since: item.id) || !words.isDisjoint(with: longAgo) {
      self = .longAgo
    } else {
      self = words.isDisjoint(with: past) ? .toCome : .past
    }
  }

  /// Days to try, the likeliest first; it is 1 March 2027 in a transcript that is begun.
  var candidates: [String] {
    switch self {
    case .longAgo: ["1990-05-17", "2026-03-01", "2027-03-08", "2027-09-01"]
    case .past: ["2026-03-01", "1990-05-17", "2027-03-08", "2027-09-01"]
    case .toCome: ["2027-03-08", "2027-09-01", "2026-03-01", "1990-05-17"]
    }
  }
}

extension Script {
  /// Whether anything in it counts the years since an answer.
  fileprivate func countsYears(since item: ItemID) -> Bool {
    calculations.values.contains { $0.expression.countsYears(since: item) }
      || conditions.contains { $0.expression.countsYears(since: item) }
  }
}

extension Expression {
  fileprivate func countsYears(since item: ItemID) -> Bool {
    if case .years(.reference(.item(item, _)), _) = self { return true }
    return parts.contains { $0.countsYears(since: item) }
  }
}
