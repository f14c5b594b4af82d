import Coaching
import Foundation
import Phrases
import QuestionFlow

/// What is said of a posting behind its number: `applied`, `applied 22 nov`, `undo`.
enum PostingWords {
  static let undoWord = "undo"
  /// All that can be said.
  static let choices = PostingStatus.allCases.map(\.rawValue) + [undoWord]

  case step(PostingStep)
  case undo

  /// - Parameters:
  ///   - option: the day, where it was given as an option.
  ///   - today: the day without one.
  init(_ words: [String], on option: String?, today: CalendarDate) throws(Failure) {
    let first = words.first ?? ""
    let rest = words.dropFirst().joined(separator: " ")
    if first.lowercased() == Self.undoWord, rest.isEmpty, option == nil {
      self = .undo
      return
    }
    guard let status = PostingStatus(typed: first) else {
      throw Failure(
        "“\(first)” is no status; a posting is \(PostingStatus.allCases.map { Phrase(verbatim: $0.rawValue) }.offered), and “undo” takes the last one back.",
        status: .usage)
    }
    guard rest.isEmpty || option == nil else {
      throw Failure("The day is there twice: “\(rest)” and --on.", status: .usage)
    }
    let typed = option ?? rest
    self = .step(
      PostingStep(status, on: typed.isEmpty ? today : try Self.past(typed, today: today)))
  }

  /// A day that has been, for a status has the day on which it came about.
  private static func past(_ typed: String, today: CalendarDate) throws(Failure) -> CalendarDate {
    let day = try CalendarDate(spoken: typed, for: "The day", today: today)
    guard day <= today else {
      throw Failure(
        "\(day) is still to come; a status has the day on which it came about.", status: .usage)
    }
    return day
  }
}
