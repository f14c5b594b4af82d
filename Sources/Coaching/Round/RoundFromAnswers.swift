import QuestionFlow

extension Round {
  /// The days of the week, as a script names them, Monday first.
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// The day of the week that answers name, Monday being 1.
  package static func weekday(in sheet: AnswerSheet) -> Int? {
    sheet.choice(.roundDay).flatMap { weekdays.firstIndex(of: $0) }.map { $0 + 1 }
  }

  /// How many conversations answers aim at.
  package static func goal(in sheet: AnswerSheet) -> Int? {
    sheet.text(.roundGoal).flatMap { Int($0) }
  }

  /// In how many weeks answers want to have them.
  package static func weeks(in sheet: AnswerSheet) -> Int? {
    sheet.text(.roundWeeks).flatMap { Int($0) }
  }

  /// How many weeks it has.
  package var weeks: Int {
    var weeks = 0
    while weeks < 60, start.adding(days: 7 * (weeks + 1) - 1) <= end { weeks += 1 }
    return weeks
  }
}
