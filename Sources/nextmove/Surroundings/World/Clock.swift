internal import Foundation
internal import Phrases
internal import QuestionFlow

extension CalendarDate {
  /// A day as people say it, such as “next Tuesday”, counted from today.
  ///
  /// - Parameters:
  ///   - option: the option that it was given to, for the sentence that refuses it.
  ///   - world: whose day and whose language it is.
  init(spoken text: String, for option: String, in world: World) throws(Failure) {
    do throws(Rejection) {
      try self.init(spoken: text, today: world.today, language: world.words.language)
    } catch {
      throw Failure("\(option): \(error.phrase)", status: .usage)
    }
  }
}
