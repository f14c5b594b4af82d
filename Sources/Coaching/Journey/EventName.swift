import Phrases
import QuestionFlow

extension JourneyEvent {
  /// What it is in a few words, such as “the answer to energizers/good_day”.
  var words: Phrase {
    switch self {
    case .interview(let script, let event, _, _, _):
      "the answer to \(script)/\(event.path.item.rawValue)"
    case .opened(let script, _, _): "the beginning of \(script)"
    case .logged: "a logged moment"
    case .contact: "somebody on the list of people"
    case .checked: "a posting that was checked"
    default: Phrase(verbatim: kind)
    }
  }
}
