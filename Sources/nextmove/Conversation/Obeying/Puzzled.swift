import Coaching
import Phrases
import QuestionFlow

extension Conversation {
  /// Meets a question with the question that is open, its hint and its reason; it stays open.
  func explain(_ step: Step, of interview: Interview) {
    let item = interview.script.item(step.path.item)
    var hint = item.map {
      $0.hint?.text(in: interview.language)
        ?? console.text($0.kind.form(among: interview.offered(at: step.path)))
    }
    if case .probe = step.form { hint = nil }
    let hearing = Hearing.standard
    for sentence in hearing.explanation(
      of: step.text, hint: hint, why: item?.why?.text(in: interview.language), in: console.words)
    {
      console.say("\(sentence)", indent: 2)
    }
    console.say(hearing.wasAnswer, .faint, indent: 2)
  }
}
