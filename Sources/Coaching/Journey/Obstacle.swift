package import QuestionFlow

/// What stands before a script: an answer of another one, without which it cannot begin.
package enum Obstacle: Hashable, Sendable {
  /// The other script is not done; it is asked first.
  case script(String)
  /// The other script is done, and this question of it was left open.
  case question(script: String, Path)
  /// The other script is done, and did not come to this answer.
  case nothing(script: String, ItemID)
}

extension Journey {
  /// What stands before a script; `nil` where it can begin. What can be mended by answering comes first.
  package func obstacle(before id: String) -> Obstacle? {
    let missing = interviews[id]?.missingAnswers ?? script(id)?.neededAnswers ?? []
    let obstacles = missing.compactMap(obstacle)
    return obstacles.first { if case .script = $0 { true } else { false } }
      ?? obstacles.first { if case .question = $0 { true } else { false } } ?? obstacles.first
  }

  private func obstacle(_ missing: NeededAnswer) -> Obstacle? {
    guard let other = interviews[missing.script] else {
      return library.ids.contains(missing.script) ? .script(missing.script) : nil
    }
    guard other.isFinished else { return .script(missing.script) }
    // It may have been answered without having been lent yet.
    guard other.loan(of: missing.item) == nil else { return nil }
    let path = Path(missing.item)
    let isOpen = other.review.contains { $0.path == path && $0.state == .declined }
    return isOpen
      ? .question(script: missing.script, path) : .nothing(script: missing.script, missing.item)
  }

  /// The script that comes before another one can begin, or that one itself; `nil` where it cannot begin, because
  /// a script that is done has no answer that it needs.
  func ready(for id: String) -> String? {
    var id = id
    // Scripts never use each other in a circle, so this ends.
    for _ in 0...library.ids.count + interviews.count {
      switch obstacle(before: id) {
      case .script(let other): id = other
      case .question, .nothing: return nil
      case nil: return id
      }
    }
    return nil
  }

  /// Whether a script was asked for and waits, so that it is gone on with once another is done.
  package func isAwaited(after id: String) -> Bool {
    guard let asked, asked != id else { return false }
    return present == asked
  }

  /// The script that was asked for and is not done, while another one is answered; `nil` where there is none.
  package func awaited(during id: String) -> String? {
    guard let asked, asked != id, interviews[asked]?.isFinished != true else { return nil }
    return asked
  }

  /// Waits no longer for the script that was asked for; its name asks for it again.
  package func letGo() { asked = nil }

  /// Turns to the script that was gone on with last, where it is not done.
  package func turnToLast() {
    guard asked == nil, let last = state.lastScript, let interview = interviews[last],
      !interview.isFinished
    else { return }
    asked = last
  }

  /// How often a script was answered to its end.
  package func times(of id: String) -> Int {
    (state.past[id]?.count ?? 0) + (interviews[id]?.isFinished == true ? 1 : 0)
  }

  /// The day from which a script that is repeated is due again; `nil` where it is not by itself, or is open.
  package func nextDue(_ id: String) -> CalendarDate? {
    guard let interview = interviews[id], interview.isFinished, let begun = state.begun[id] else {
      return nil
    }
    return interview.script.repeats?.due(after: begun)
  }
}
