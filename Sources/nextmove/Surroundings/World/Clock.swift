import Foundation
import Phrases
import QuestionFlow

extension CalendarDate {
  /// A day as people say it, such as “next Tuesday”, counted from today.
  ///
  /// - Parameters:
  ///   - option: what it was given to, for the sentence that refuses it.
  ///   - world: whose day and whose language it is.
  init(spoken text: String, for option: Phrase, in world: World) throws(Failure) {
    try self.init(
      spoken: text, for: option, today: world.today, language: world.words.language)
  }

  /// The same, counted from a day.
  init(
    spoken text: String, for option: Phrase, today: CalendarDate, language: String = "en"
  ) throws(Failure) {
    do throws(Rejection) {
      try self.init(spoken: text, today: today, language: language)
    } catch {
      throw Failure("\(option): \(error.phrase)", status: .usage)
    }
  }
}
