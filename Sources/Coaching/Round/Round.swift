public import QuestionFlow

/// A round of informational interviews: so many conversations in so many weeks.
public struct Round: Hashable, Sendable, Codable {
  /// How many conversations it aims at, from 1.
  public var goal: Int
  /// Its first day.
  public var start: CalendarDate
  /// Its last day.
  public var end: CalendarDate
  /// The day of the week that has an hour for it, Monday being 1; `nil` where none was named.
  public var weekday: Int?
  /// The day on which it was closed.
  public var closed: CalendarDate?

  /// A round from a day on.
  public init(goal: Int, weeks: Int, start: CalendarDate, weekday: Int? = nil) {
    self.goal = goal
    self.start = start
    end = start.adding(days: 7 * weeks - 1)
    self.weekday = weekday
  }

  /// The days on which an hour is kept for it: one each week, on its weekday or that of its start.
  public var blocks: [CalendarDate] {
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
  public func daysLeft(on today: CalendarDate) -> Int {
    var left = 0
    var day = max(today, start)
    while day <= end, left < 400 {
      left += 1
      day = day.adding(days: 1)
    }
    return left
  }

  /// How many of some people one has talked with.
  public static func conversations(with people: [Contact]) -> Int {
    people.count { $0.status == .talked || $0.status == .followedUp }
  }
}
