package import QuestionFlow

/// A round of informational interviews: so many conversations in so many weeks.
package struct Round: Hashable, Sendable, Codable {
  /// How many conversations it aims at, from 1.
  package var goal: Int
  /// Its first day.
  package var start: CalendarDate
  /// Its last day.
  package var end: CalendarDate
  /// The day of the week that has an hour for it, Monday being 1; `nil` where none was named.
  package var weekday: Int?
  /// The day on which it was closed.
  package var closed: CalendarDate?

  /// A round from a day on.
  package init(goal: Int, weeks: Int, start: CalendarDate, weekday: Int? = nil) {
    self.goal = goal
    self.start = start
    end = start.adding(days: 7 * weeks - 1)
    self.weekday = weekday
  }

  /// The days on which an hour is kept for it: one each week, on its weekday or that of its start.
  package var blocks: [CalendarDate] {
    let weekday = weekday ?? start.weekday
    var day = start.adding(days: (weekday - start.weekday + 7) % 7)
    var days: [CalendarDate] = []
    while day <= end, days.count < 60 {
      days.append(day)
      day = day.adding(days: 7)
    }
    return days
  }

  /// The days left, the last one included; 0 after the end.
  package func daysLeft(on today: CalendarDate) -> Int {
    var left = 0
    var day = max(today, start)
    while day <= end, left < 400 {
      left += 1
      day = day.adding(days: 1)
    }
    return left
  }

  /// How many of some people one has talked with.
  package static func conversations(with people: [Contact]) -> Int {
    people.count { $0.status == .talked || $0.status == .followedUp }
  }
}
