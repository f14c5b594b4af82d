import ArgumentParser
import Coaching
import Foundation
import Journal
import Phrases
import QuestionFlow

extension PersonName {
  /// A name as a command was given it.
  static func given(_ typed: String) throws(Failure) -> String {
    do throws(Rejection) {
      return try checked(typed)
    } catch {
      throw Failure(error.phrase, status: .usage)
    }
  }
}
