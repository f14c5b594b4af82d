import Foundation
package import Phrases

extension CalendarDate {
  /// Reads a day as people name days: 2027-03-01, 22.11.26, tomorrow, fri, end of March.
  ///
  /// - Parameter language: the language of what is said; English is known beside it.
  /// - Throws: ``Rejection`` for what is no day, or could be several.
  package init(spoken text: String, today: CalendarDate, language: String = "en") throws(Rejection)
  {
    self = try DateAnswer.day(text, today: today, language: language)
  }

  /// The day with its names in a language: `Monday, 1 March 2027`.
  package func words(in language: String = "en") -> Phrase {
    let month = Self.name(month, SpokenLanguage.of(language).days.monthNames)
    return "\(weekdayName(in: language)), \(day) \(month) \(year)"
  }

  /// The name of the day of the week in a language.
  fileprivate func weekdayName(in language: String) -> String {
    Self.name(weekday, SpokenLanguage.of(language).days.weekdayNames)
  }

  private static func name(_ number: Int, _ names: [String]) -> String {
    names.indices.contains(number - 1) ? names[number - 1].capitalized : ""
  }

  /// As it is offered where several days are possible.
  fileprivate func reading(in language: String) -> Reading {
    Reading(typed: description, words: words(in: language))
  }
}

/// A day, as people name days. Stored and spoken as `2027-03-01`.
struct DateAnswer: AnswerRules {
  static let name = "date"
  static let spelling = AnswerSpelling(
    pattern: "date", example: "date", help: "A day: 2027-03-01, tomorrow, Tuesday, 3 March.")
  let form: Phrase = "a day, such as 2027-03-01, 1 March, tomorrow or Tuesday"
  let type = ExpressionType.date

  /// Longer texts name more than a day.
  private static let longest = 80

  static func day(_ typed: String, today: CalendarDate, language: String = "en")
    throws(Rejection) -> CalendarDate
  {
    // “May be” is no month.
    let text = Digits.plain(typed.trimmingWhitespace()).lowercased()
      .replacing(/\bmay\s+be\b/, with: "maybe")
    guard !text.isEmpty else { throw Rejection(.empty) }
    guard text.utf8.count <= longest else { throw Rejection(.notADate(typed, [])) }
    let said = SaidDay(today: today, language: SpokenLanguage.of(language)).day(text)
    switch said.meaning {
    case .days(let days):
      guard let day = days.first else { throw Rejection(.noSuchDay(typed)) }
      if days.count > 1 {
        throw Rejection(.ambiguous(typed, days.prefix(3).map { $0.reading(in: language) }))
      }
      if let weekday = said.weekday, weekday != day.weekday {
        throw Rejection(.otherWeekday(typed, day, day.weekdayName(in: language)))
      }
      return day
    case .roughly(let days): throw Rejection(.roughly(typed, days.map { $0.reading(in: language) }))
    case .stretch(let days):
      throw Rejection(.severalDays(typed, days.map { $0.reading(in: language) }))
    case .moreThan(let days):
      throw Rejection(.moreThanADay(typed, days.prefix(3).map { $0.reading(in: language) }))
    case nil:
      // Words may mean any day, and one of its own is soon said; of figures that are none it is not known which.
      let isWords = !text.contains(where: \.isNumber)
      let proposed = isWords ? [today.adding(days: 7).reading(in: language)] : []
      throw Rejection(.notADate(typed, proposed))
    }
  }

  func parse(_ typed: String, in surroundings: AnswerKind.Surroundings) throws(Rejection) -> Answer
  {
    .date(
      try Self.day(typed, today: surroundings.today, language: surroundings.language))
  }

  func takes(_ answer: Answer, offered: () -> [ElementID]) -> Bool {
    if case .date = answer { true } else { false }
  }

  func spoken(_ answer: Answer, in words: AnswerWords) -> String? {
    guard case .date(let date) = answer else { return nil }
    return PhraseBook.shipped(words.language).text("\(date)")
  }

  func value(of answer: Answer, in words: AnswerWords) -> Value {
    if case .date(let date) = answer { .date(date) } else { .unknown }
  }

  func understanding(of answer: Answer, typed: String, in words: AnswerWords) -> Phrase? {
    guard case .date(let date) = answer else { return nil }
    return typed == date.description ? nil : date.words(in: words.language)
  }

  func completions(in surroundings: AnswerKind.Surroundings) -> [String] {
    ["today", "tomorrow", "next Monday", "next week"].map(
      PhraseBook.shipped(surroundings.language).sentence)
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
