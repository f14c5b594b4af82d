import Foundation
package import Phrases

/// A day of the Gregorian calendar, without a time or a zone.
public struct CalendarDate: Hashable, Sendable, Comparable, Codable {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// A day that exists; `nil` for one that does not, such as 30 February.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, in: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The first day of the calendar, 1 January of the year 1.
  public static let first = CalendarDate()

  private init() { (year, month, day) = (1, 1, 1) }

  /// Reads `2027-03-01`.
  public init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads the value from its saved form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CalendarDate(iso: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "“\(text)” is not a date")
    }
    self = date
  }

  /// Writes the value in its saved form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// The text as it is shown in messages.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// The order of the underlying values.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// The day so many days later, or earlier where negative; clamped to the calendar's range.
  public func adding(days: Int) -> CalendarDate {
    var (year, month, day) = (year, month, day)
    var left = max(-4_000_000, min(4_000_000, days))
    while left > 0 {
      let rest = Self.length(ofMonth: month, in: year) - day
      if left <= rest { day += left; break }
      left -= rest + 1
      day = 1
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    while left < 0 {
      if -left < day { day += left; break }
      left += day
      (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1)
      day = Self.length(ofMonth: month, in: year)
    }
    return CalendarDate(year: year, month: month, day: day) ?? self
  }

  /// How many days later it is than another day; negative where it is earlier.
  public func days(since other: CalendarDate) -> Int { dayNumber - other.dayNumber }

  /// How many whole years later it is than another day, as an age is counted; negative where it is earlier.
  /// Who was born on 29 February is a year older on 1 March where there is no such day.
  public func years(since other: CalendarDate) -> Int {
    guard other <= self else { return -other.years(since: self) }
    return year - other.year - ((month, day) < (other.month, other.day) ? 1 : 0)
  }

  /// The days since 1 March of the year 0 (Hinnant, “chrono-compatible low-level date algorithms”).
  private var dayNumber: Int {
    let shifted = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400
      + (153 * monthFromMarch + 2) / 5 + day - 1
  }

  /// Monday is 1, Sunday is 7 (Zeller's congruence).
  public var weekday: Int {
    let shifted = month < 3 ? (month + 12, year - 1) : (month, year)
    let (m, y) = shifted
    let h = (day + 13 * (m + 1) / 5 + y + y / 4 - y / 100 + y / 400) % 7
    return (h + 5) % 7 + 1
  }

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

extension CalendarDate: PhraseArgumentConvertible {
  /// The day as each language writes it.
  package var phraseArgument: PhraseArgument { .day(year: year, month: month, day: day) }
}
