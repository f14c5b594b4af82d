package import QuestionFlow

/// The one step most worth taking.
package enum NextStep: Sendable {
  /// A script that is begun, by its title.
  case goOn(script: String)
  /// A script that comes next, by its title.
  case begin(script: String)
  /// A script that waits to be asked for, and is the next of the suggested path.
  case turnTo(id: String, title: String)
  /// A script that is repeated, and is due again.
  case again(id: String, title: String)
  /// A posting is to be held against the answers.
  case check

  /// The step that a journey is at on a day.
  package init(_ journey: Journey, today: CalendarDate) {
    let language = journey.language
    if let due = journey.due(on: today).first {
      self = .again(id: due.id, title: due.title.text(in: language))
      return
    }
    guard let id = journey.present, let script = journey.script(id)
    else {
      // Once a posting has been held against the answers, the path goes on to people.
      let waiting = journey.scripts.first {
        guard !journey.isUnderWay($0) else { return false }
        if case .nothing? = journey.obstacle(before: $0.id) { return false }
        return true
      }
      if journey.lastVerdict != nil, let waiting {
        self = .turnTo(id: waiting.id, title: waiting.title.text(in: language))
      } else {
        self = .check
      }
      return
    }
    let title = script.title.text(in: language)
    self =
      (journey.interviews[id]?.progress.done ?? 0) > 0
      ? .goOn(script: title) : .begin(script: title)
  }
}
