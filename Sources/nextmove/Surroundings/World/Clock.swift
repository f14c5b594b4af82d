internal import Foundation
internal import Phrases
internal import QuestionFlow

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
      throw Failure("\(option): \(error.phrase)", status: .usage)
    }
  }
}
