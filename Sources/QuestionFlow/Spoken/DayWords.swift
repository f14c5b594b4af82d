/// The words of days: names of weekdays and months, and what is said around them.
struct DayWords: Sendable {
  /// A part of a stretch of time.
  enum Edge: Sendable { case start, middle, late, end }

  /// Which of several weekdays, months or weeks is meant.
  enum Which: Sendable { case this, coming, next, afterNext, last }

  let weekdays: [String: Int]
  let months: [String: Int]
  /// Days that are so many days away, and those that roughly are.
  let near: Phrases<Int>
  let roughly: Phrases<Int>
  let dropped: Phrases<Void>
  let hedges: Phrases<Void>
  /// What says more than a day.
  let besides: Phrases<Void>
  let ahead: (before: Phrases<Void>, behind: Phrases<Void>)
  let ago: (before: Phrases<Void>, behind: Phrases<Void>)
  let which: Phrases<Which>
  let edge: Phrases<Edge>
  let weekend: Phrases<Void>
  let quarter: Phrases<Void>
  /// Before the number of a week of the year.
  let weekNumber: Phrases<Void>
  /// Between a stretch of time and the day from which it is counted.
  let from: Phrases<Void>
  /// What lies around feasts, and roughly on which day.
  let feastsAround: Phrases<(month: Int, day: Int)>
  /// The month and the day of each.
  let feasts: Phrases<(month: Int, day: Int)>
  /// The month with which each begins.
  let seasons: Phrases<Int>
  /// The names that are shown.
  let weekdayNames: [String]
  let monthNames: [String]

  init(_ data: [SpokenData]) {
    let days = data.map(\.days)
    weekdays = Self.names(days.map(\.weekdays))
    months = Self.names(days.map(\.months))
    near = Phrases(days.flatMap { $0.near.map { ($0.key, $0.value) } })
    roughly = Phrases(days.flatMap { $0.roughly.map { ($0.key, $0.value) } })
    dropped = Phrases(days.flatMap(\.dropped))
    hedges = Phrases(days.flatMap(\.hedges))
    besides = Phrases(days.flatMap(\.besides))
    ahead = (Phrases(days.flatMap(\.ahead.before)), Phrases(days.flatMap(\.ahead.behind)))
    ago = (Phrases(days.flatMap(\.ago.before)), Phrases(days.flatMap(\.ago.behind)))
    which = Phrases(days.flatMap(Self.which))
    edge = Phrases(days.flatMap(Self.edges))
    weekend = Phrases(days.flatMap(\.weekend))
    quarter = Phrases(days.flatMap(\.quarter))
    weekNumber = Phrases(days.flatMap(\.week_number))
    from = Phrases(days.flatMap(\.from))
    feasts = Phrases(days.flatMap { Self.feasts($0.feasts) })
    feastsAround = Phrases(days.flatMap { Self.feasts($0.feasts_around) })
    seasons = Phrases(days.flatMap { $0.seasons.map { ($0.key, $0.value) } })
    weekdayNames = data.first?.days.weekdays.compactMap(\.first) ?? []
    monthNames = data.first?.days.months.compactMap(\.first) ?? []
  }

  private static func which(_ words: SpokenData.Days) -> [(String, Which)] {
    let all: [([String], Which)] = [
      (words.this, .this), (words.coming, .coming), (words.next, .next),
      (words.after_next, .afterNext), (words.last, .last),
    ]
    return all.flatMap { phrases, which in phrases.map { ($0, which) } }
  }

  private static func edges(_ words: SpokenData.Days) -> [(String, Edge)] {
    let all: [([String], Edge)] = [
      (words.start, .start), (words.middle, .middle), (words.late, .late), (words.end, .end),
    ]
    return all.flatMap { phrases, edge in phrases.map { ($0, edge) } }
  }

  private static func feasts(_ feasts: [String: String]) -> [(String, (month: Int, day: Int))] {
    feasts.compactMap { feast -> (String, (month: Int, day: Int))? in
      let parts = feast.value.split(separator: "-").compactMap { Int($0) }
      return parts.count == 2 ? (feast.key, (month: parts[0], day: parts[1])) : nil
    }
  }

  /// The numbers of names, from 1; each is known by its first three letters or more as well, where no other
  /// name is.
  private static func names(_ languages: [[[String]]]) -> [String: Int] {
    var numbers: [String: Int] = [:]
    for names in languages {
      for (index, forms) in names.enumerated() {
        for form in forms.flatMap(Phrases<Void>.spellings).map(Words.folded) {
          numbers[form] = numbers[form] ?? index + 1
          for length in stride(from: 3, to: form.count, by: 1) {
            let short = String(form.prefix(length))
            numbers[short] = numbers[short] ?? index + 1
          }
        }
      }
    }
    return numbers
  }
}
