import Foundation

/// A day as it is said, with what hedges it and what is said besides.
struct SaidDay {
  /// What was understood.
  enum Meaning: Equatable {
    /// The days that it can be; none where the calendar has no such day.
    case days([CalendarDate])
    /// It is not quite one of these.
    case roughly([CalendarDate])
    /// More than a day: some of its days.
    case stretch([CalendarDate])
    /// A day, and something besides.
    case moreThan([CalendarDate])

    var days: [CalendarDate] {
      switch self {
      case .days(let days), .roughly(let days), .stretch(let days), .moreThan(let days): days
      }
    }
  }

  let today: CalendarDate
  let language: SpokenLanguage

  /// What a text in small letters and plain digits means; `nil` where it names no day. The weekday is that
  /// which stands before the date, as in “Tue, 1 December”.
  func day(_ text: String) -> (meaning: Meaning?, weekday: Int?) {
    let (weekday, rest) = weekdayInFront(of: text)
    let words = DayInWords(today: today, language: language)
    let figures = DayInFigures(today: today)
    func meaning(_ text: String) -> Meaning? {
      figures.days(text).map(Meaning.days) ?? words.meaning(SpokenToken.tokens(of: text))
    }
    if let meaning = meaning(rest) { return (meaning, weekday) }
    let plain = without(language.days.hedges, rest)
    if plain != rest, let meaning = meaning(plain) ?? meaning(without(language.days.dropped, plain))
    {
      return (meaning, weekday)
    }
    let bare = without(language.days.dropped, plain)
    if let meaning = meaning(bare) { return (meaning, weekday) }
    let alone = without(language.days.besides, plain)
    guard alone != plain,
      let besides = meaning(alone) ?? meaning(without(language.days.dropped, alone)),
      !besides.days.isEmpty
    else { return (severalDays(text), nil) }
    return (.moreThan(besides.days), nil)
  }

  /// Days with commas between: one with something beside it, or several, which are asked back.
  private func severalDays(_ text: String) -> Meaning? {
    let parts = text.split { ",;".contains($0) }.map(String.init)
    guard (2...4).contains(parts.count) else { return nil }
    let days = parts.compactMap { day($0.trimmingWhitespace()).meaning }.flatMap(\.days)
    let distinct = days.reduce(into: [CalendarDate]()) { if !$0.contains($1) { $0.append($1) } }
    guard !distinct.isEmpty else { return nil }
    return distinct.count == 1 ? .moreThan(distinct) : .stretch(Array(distinct.prefix(3)))
  }

  /// A text without some phrases; what stands between white space is one word here, so that 22.11.26 stays
  /// one.
  private func without(_ phrases: Phrases<Void>, _ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let tokens = words.map { word -> SpokenToken in
      let bare = Words.folded(word.trimmingCharacters(in: CharacterSet(charactersIn: ",;!()")))
      return bare.first?.isNumber == true
        ? .figures(bare)
        : bare.count == 1 && bare.first?.isLetter == false
          ? .sign(bare.first ?? " ") : .word(bare)
    }
    var kept: [String] = []
    var index = 0
    while index < tokens.count {
      if let match = phrases.match(tokens[index...]) {
        index += match.count
      } else {
        kept.append(words[index])
        index += 1
      }
    }
    return kept.joined(separator: " ")
  }

  private static let wordBeforeFigures = WrittenForm(regex: /(\p{L}+)\.?,?\s+(.*[0-9].*)/)

  private func weekdayInFront(of text: String) -> (weekday: Int?, rest: String) {
    guard let match = text.wholeMatch(of: Self.wordBeforeFigures),
      let weekday = language.days.weekdays[Words.folded(String(match.1))]
    else { return (nil, text) }
    return (weekday, String(match.2))
  }
}
