extension CalendarDate {
  /// Reads a day as people name days: 2027-03-01, 22.11.26, tomorrow, Tuesday, 3 March.
  ///
  /// - Throws: ``Rejection`` for what is no day, or could be several.
  public init(spoken text: String, today: CalendarDate) throws(Rejection) {
    self = try DateAnswer.day(text, today: today)
  }

  /// The number of a day of the week by its name in small letters, Monday being 1; `nil` for what is none.
  public static func weekday(named name: String) -> Int? { DayInWords.weekday(named: name) }

  /// The day with its names: `Monday, 1 March 2027`.
  public var words: String {
    "\(DayInWords.weekdayName(weekday)), \(day) \(DayInWords.monthName(month)) \(year)"
  }
}

/// A day, as people name days. Stored and spoken as `2027-03-01`.
struct DateAnswer: AnswerRules {
  static let name = "date"
  static let spelling = AnswerSpelling(
    pattern: "date", example: "date", help: "A day: 2027-03-01, tomorrow, Tuesday, 3 March.")
  let form = "a day, such as 2027-03-01, 1 March, tomorrow or Tuesday"
  let type = ExpressionType.date

  /// Longer texts name more than a day.
  private static let longest = 80

  static func day(_ typed: String, today: CalendarDate) throws(Rejection) -> CalendarDate {
    let text = Digits.plain(typed.trimmingWhitespace()).lowercased()
    guard !text.isEmpty else { throw Rejection(.empty) }
    guard text.utf8.count <= longest else { throw Rejection(.notADate(typed)) }
    let (weekday, rest) = DayInWords.weekdayInFront(of: text)
    guard let days = DayInFigures(today: today).days(rest) ?? DayInWords(today: today).days(rest)
    else { throw Rejection(.notADate(typed)) }
    guard let day = days.first else { throw Rejection(.noSuchDay(typed)) }
    if days.count > 1 {
      throw Rejection(
        .ambiguous(
          typed,
          days.map { Reading(typed: $0.description, words: "\($0) (\($0.words))") }))
    }
    if let weekday, weekday != day.weekday {
      throw Rejection(
        .otherWeekday(typed, day.description, DayInWords.weekdayName(day.weekday)))
    }
    return day
  }

  func parse(_ typed: String, in surroundings: AnswerKind.Surroundings) throws(Rejection) -> Answer
  {
    .date(try Self.day(typed, today: surroundings.today))
  }

  func takes(_ answer: Answer, offered: () -> [ElementID]) -> Bool {
    if case .date = answer { true } else { false }
  }

  func spoken(_ answer: Answer, in words: AnswerWords) -> String? {
    if case .date(let date) = answer { date.description } else { nil }
  }

  func value(of answer: Answer, in words: AnswerWords) -> Value {
    if case .date(let date) = answer { .date(date) } else { .unknown }
  }

  func understanding(of answer: Answer, typed: String, in words: AnswerWords) -> String? {
    guard case .date(let date) = answer else { return nil }
    return typed == date.description ? nil : date.words
  }

  func completions(in surroundings: AnswerKind.Surroundings) -> [String] {
    ["today", "tomorrow", "next Monday", "next week"]
  }

  func representatives(_ mentions: Mentions) -> [Answer]? {
    guard !mentions.meetsOthers else { return nil }
    let dates = mentions.dates.sorted().flatMap { [$0.adding(days: -1), $0, $0.adding(days: 1)] }
    return (dates.isEmpty ? [.first] : dates).map(Answer.date)
  }

  func madeUp(by respondent: inout Respondent, for item: ItemID, offered: [ElementID]) -> Answer {
    let near = respondent.mentions(of: item).dates.sorted().flatMap {
      [$0.adding(days: -1), $0, $0.adding(days: 1)]
    }
    let around = respondent.today.adding(days: respondent.number(in: -400...400))
    return .date(respondent.pick(near) ?? around)
  }
}
