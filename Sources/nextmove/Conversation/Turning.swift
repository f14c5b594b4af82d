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

  /// Says why a script that was asked for does not come after all, once what comes before it is done.
  func tellWhyNot(_ id: String) {
    switch journey.obstacle(before: id) {
    case .question(let other, let path):
      let question =
        journey.interviews[other]?.review.first { $0.path == path }?.question ?? path.description
      console.say(
        "“\(title(of: id))” does not begin yet: it rests on “\(question)” in “\(title(of: other))”, which you left open. Its name goes there."
      )
    case .nothing: _ = try? clearTheWay(to: id)
    case .script, nil: return
    }
    // Said once, it is not to be said again behind every other script.
    journey.letGo()
  }

  /// Says what is left half done where a script that was asked for can begin before another one is at its end.
  func tellOfWhatIsLeft(_ id: String, for awaited: String) {
    console.say()
    console.say(
      "“\(title(of: awaited))” has all that it rests on, so it begins now; “\(title(of: id))” is half done, and its name goes on with it."
    )
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
