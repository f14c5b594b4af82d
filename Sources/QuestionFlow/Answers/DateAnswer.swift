extension CalendarDate {
  /// Reads a day as people name days: 2027-03-01, tomorrow, next Tuesday, 3 March.
  ///
  /// - Throws: ``Rejection`` for what is no day, or could be several.
  public init(spoken text: String, today: CalendarDate) throws(Rejection) {
    self = try DateAnswer.parse(text, today: today)
  }
}

/// A day, as people name days. Stored and spoken as `2027-03-01`.
enum DateAnswer {
  static let form = "a day, such as 2027-03-01, tomorrow or next Tuesday"
  static let completions = ["today", "tomorrow", "next Monday", "next week"]

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  static func parse(_ typed: String, today: CalendarDate) throws(Rejection) -> CalendarDate {
    let words = Words.tokens(of: typed).filter { !["on", "the", "of"].contains($0) }
    if let date = numeric(typed) ?? relative(words, today: today) ?? named(words, today: today) {
      return date
    }
    throw Rejection(.notADate(typed))
  }

  private static func numeric(_ typed: String) -> CalendarDate? {
    let parts = typed.split { !$0.isNumber }.compactMap { Int($0) }
    let separators = typed.filter { !$0.isNumber && !$0.isWhitespace }
    guard parts.count == 3, Set(separators).count == 1, let separator = separators.first else {
      return nil
    }
    // 03/04/2027 is March in one country and April in another, so only 2027-03-04 and 4.3.2027 count.
    if parts[0] > 999 { return CalendarDate(year: parts[0], month: parts[1], day: parts[2]) }
    return separator == "." ? CalendarDate(year: parts[2], month: parts[1], day: parts[0]) : nil
  }

  private static func relative(_ words: [String], today: CalendarDate) -> CalendarDate? {
    switch words.joined(separator: " ") {
    case "today", "now": return today
    case "tomorrow": return today.adding(days: 1)
    case "yesterday": return today.adding(days: -1)
    case "next week": return today.adding(days: 7)
    default: break
    }
    if words.count == 3, words[0] == "in", let count = Int(words[1]), (0...5000).contains(count) {
      switch words[2] {
      case "day", "days": return today.adding(days: count)
      case "week", "weeks": return today.adding(days: 7 * count)
      default: return nil
      }
    }
    guard let last = words.last, let weekday = index(of: last, in: weekdays), words.count <= 2
    else { return nil }
    let ahead = (weekday + 1 - today.weekday + 7) % 7
    switch words.first {
    case "next": return today.adding(days: ahead == 0 ? 7 : ahead)
    case "last": return today.adding(days: ahead - 7)
    default: return words.count == 1 || words[0] == "this" ? today.adding(days: ahead) : nil
    }
  }

  private static func named(_ words: [String], today: CalendarDate) -> CalendarDate? {
    guard (2...3).contains(words.count) else { return nil }
    let months = words.compactMap { index(of: $0, in: Self.months) }
    let numbers = words.compactMap(ordinal)
    guard let month = months.first, months.count == 1, numbers.count == words.count - 1 else {
      return nil
    }
    let day = numbers.first { $0 <= 31 } ?? 0
    if let year = numbers.first(where: { $0 > 31 }) {
      return CalendarDate(year: year, month: month + 1, day: day)
    }
    guard numbers.count == 1,
      let date = CalendarDate(year: today.year, month: month + 1, day: day)
    else { return nil }
    // “3 March” said in November is the March to come.
    return date < today.adding(days: -180)
      ? CalendarDate(year: today.year + 1, month: month + 1, day: day) : date
  }

  /// The number in “3”, “3rd” or “21st”.
  private static func ordinal(_ word: String) -> Int? {
    let isSuffixed = ["st", "nd", "rd", "th"].contains { word.hasSuffix($0) }
    return Int(isSuffixed ? String(word.dropLast(2)) : word)
  }

  private static func index(of word: String, in names: [String]) -> Int? {
    word.count < 3 ? nil : names.firstIndex { $0.hasPrefix(word) }
  }
}
