internal import Foundation
internal import QuestionFlow

extension CalendarDate {
  /// The day that a moment falls on where the person is.
  init(_ date: Date, in calendar: Calendar = .current) {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      in: calendar.timeZone, from: date)
    // A moment always has a day; the fallback is the first day of the calendar.
    self =
      CalendarDate(year: parts.year ?? 1, month: parts.month ?? 1, day: parts.day ?? 1)
      ?? .first
  }
}

extension CalendarDate {
  /// A day as people say it, such as “next Tuesday”, counted from today.
  ///
  /// - Parameters:
  ///   - option: the option that it was given to, for the sentence that refuses it.
  ///   - today: the day to count from.
  init(spoken text: String, for option: String, today: CalendarDate) throws(Failure) {
    do throws(Rejection) {
      try self.init(spoken: text, today: today)
    } catch {
      throw Failure("\(option): \(error.description)", status: .usage)
    }
  }
}
