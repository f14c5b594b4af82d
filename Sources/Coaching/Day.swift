package import Foundation
package import QuestionFlow

extension CalendarDate {
  /// The day that a moment falls on where the person is.
  package init(_ date: Date, in calendar: Calendar = .current) {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      in: calendar.timeZone, from: date)
    // A moment always has a day; the fallback is the first day of the calendar.
    self =
      CalendarDate(year: parts.year ?? 1, month: parts.month ?? 1, day: parts.day ?? 1)
      ?? .first
  }
}
