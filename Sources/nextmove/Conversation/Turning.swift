import Coaching
import Phrases
import QuestionFlow

/// Going to a script that was asked for.
extension Conversation {
  /// Turns to a script; one that is finished is opened at its first question, or begun anew where it is repeated.
  ///
  /// - Returns: whether its questions come next, or those of another one that it rests on.
  @discardableResult
  func turn(to id: String) throws -> Bool {
    let interview = journey.interviews[id]
    if let script = interview?.script, interview?.isFinished == true, script.repeats != nil {
      // What is repeated is answered anew, and the time before stays as it was.
      tellOfAnotherTime(script)
      try journey.beginAgain(id, at: world.now)
      return try clearTheWay(to: id)
    }
    if case .nothing? = journey.obstacle(before: id) { return try clearTheWay(to: id) }
    try journey.ask(for: id, at: world.now)
    if let interview = journey.interviews[id], interview.isFinished,
      let first = interview.review.first?.path
    {
      _ = try change(.revisit(first), in: id)
    }
    return try clearTheWay(to: id)
  }

  /// Says what comes before a script that needs answers of others, and goes there; false where there is nothing to
  /// go to.
  private func clearTheWay(to id: String) throws -> Bool {
    switch journey.obstacle(before: id) {
    case nil: return true
    case .script:
      guard let present = journey.present, present != id else { return true }
      console.say(
        "“\(title(of: id))” rests on what you say in “\(title(of: present))”, so that comes first.")
      return true
    case .question(let other, let path):
      console.say(
        "“\(title(of: id))” rests on an answer that you left open in “\(title(of: other))”, so that comes first."
      )
      _ = try change(.revisit(path), in: other)
      return true
    case .nothing(let other, let item):
      let question = journey.script(other)?.item(item)?.ask.text(in: language) ?? item.rawValue
      console.say(
        "“\(title(of: id))” rests on “\(question)” in “\(title(of: other))”, and nothing came of that; once another answer there leads to it, this can begin."
      )
      return false
    }
  }

  private func tellOfAnotherTime(_ script: Script) {
    guard let before = journey.state.begun[script.id] else { return }
    let title = script.title.text(in: language)
    if let due = journey.nextDue(script.id), due > world.today {
      console.say(
        "“\(title)” is due again on \(due). This is one more time before that; the one of \(before) stays as it was."
      )
    } else {
      console.say("Another time of “\(title)”; the one of \(before) stays as it was.")
    }
  }

  private func title(of id: String) -> String {
    journey.script(id)?.title.text(in: language) ?? id
  }
}
