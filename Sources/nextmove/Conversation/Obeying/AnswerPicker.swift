import Coaching
import Foundation
import Phrases
import QuestionFlow

/// The answers that there are to choose from.
struct AnswerPicker {
  let journey: Journey

  struct Choice {
    let script: String
    let path: Path
    let question: String
    let answer: Phrase
  }

  /// Answers that apply, whose question or words contain a word, without regard to case.
  func choices(matching word: String) -> [Choice] {
    journey.interviewsInOrder.flatMap { interview -> [Choice] in
      let script = interview.script
      return interview.review.compactMap { line in
        let answer: Phrase
        switch line.state {
        case .answered(let words): answer = Phrase(verbatim: words)
        case .stale(let words): answer = "\(words) (the question has changed since)"
        case .declined: answer = "(left open)"
        case .open, .dormant: return nil
        }
        let isWanted =
          word.isEmpty || line.question.localizedCaseInsensitiveContains(word)
          || answer.description.localizedCaseInsensitiveContains(word)
        return isWanted
          ? Choice(script: script.id, path: line.path, question: line.question, answer: answer)
          : nil
      }
    }
  }
}
