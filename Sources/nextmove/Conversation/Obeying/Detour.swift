import Coaching
import Phrases
import QuestionFlow

/// An answer of one script that is revised in the middle of another, or from home.
struct Detour {
  /// The script of the answer.
  let script: String
  /// Its item.
  let path: Path
  /// The script to go on with; `nil` for home.
  let back: String?
  /// Whether the script had nothing open before: what the revision opens is answered first then.
  let wasFinished: Bool

  /// Whether it is time to go back.
  func isOver(_ journey: Journey) -> Bool {
    guard let interview = journey.interviews[script], let step = interview.nextStep else {
      return true
    }
    if wasFinished { return false }
    return step.path != path
  }
}

extension Conversation {
  /// Goes to an answer, to come back to where the person is now once it is given anew.
  func revisit(_ path: Path, in script: String) throws -> Obeyed {
    let present = isHome ? nil : journey.present
    let wasFinished = journey.interviews[script]?.isFinished == true
    let wasHome = isHome
    let obeyed = try change(.revisit(path), in: script)
    guard case .moved = obeyed else { return obeyed }
    isHome = false
    guard wasHome || script != present else { return obeyed }
    detour = Detour(script: script, path: path, back: present, wasFinished: wasFinished)
    try journey.ask(for: script, at: world.now)
    return obeyed
  }

  /// Goes back to where an answer of another script was revised from.
  ///
  /// - Returns: an ending where the person leaves.
  func comeBack(from detour: Detour) throws -> Ending? {
    self.detour = nil
    let ending = try drawConsequences(from: detour.script)
    // What was heard may lead on to another answer at once.
    guard ending == nil, self.detour == nil else { return ending }
    guard let back = detour.back, let script = journey.script(back)
    else {
      isHome = true
      return nil
    }
    try journey.ask(for: back, at: world.now)
    console.say()
    console.say("Changed. Back to “\(script.title.text(in: language))”.")
    return nil
  }
}
