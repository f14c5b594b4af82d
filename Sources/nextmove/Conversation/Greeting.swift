import Coaching
import Foundation
import Journal
import Phrases
import QuestionFlow

/// Words around the questions: what is said on coming and between scripts.
extension Conversation {
  /// What is said on coming.
  ///
  /// - Parameter script: the script that is turned to next, whatever else is open.
  func greet(_ opening: Opening, turningTo script: String?) {
    guard !isQuiet else { return }
    switch opening {
    case .first:
      console.say("Welcome. This is a conversation about what your next move could be.", .strong)
      console.say("Every answer is saved as you give it, on this computer and nowhere else.")
      console.say(
        "Type /help for what else you can do, /quit to leave; you can always come back.")
    case .new:
      console.say("A fresh start: this is session \(session.id).", .strong)
      console.say("Every answer is saved as you give it; your other sessions are untouched.")
    case .preview:
      console.say("A preview: nothing is kept.", .strong)
    case .resumed:
      let ahead = KnownAhead(journey)
      console.say("Welcome back.", .strong)
      let answered: Phrase =
        ahead.isFixed
        ? "\(ahead.done) of \(ahead.total) questions are answered so far."
        : "\(ahead.done) of about \(ahead.total) questions are answered so far."
      // What comes next is what was asked for, and not what would.
      let place = script == nil || script == journey.present ? whereItStands() : nil
      console.say([place, answered].compactMap(\.self).joined(separator: " "))
    }
    if journey.unreadable > 0 {
      console.say(
        .counted(
          journey.unreadable,
          one:
            "One saved entry of this session could not be read by this version; it is kept as it is.",
          many:
            "\(journey.unreadable) saved entries of this session could not be read by this version; they are kept as they are."
        ))
    }
  }

  /// Says what of the session is not as it was saved, as soon as it is seen, and once.
  func tellFaults() throws {
    guard let first = try world.newFaults(in: session.id).first else { return }
    console.say(World.sentence(on: first))
  }

  private func whereItStands() -> Phrase {
    guard let id = journey.present, let script = journey.script(id)
    else { return "You have answered everything there is to ask." }
    let title = script.title.text(in: language)
    guard isInTheMiddle, let step = journey.interviews[id]?.nextStep else {
      return "Next comes “\(title)”."
    }
    // A script already begun is not introduced again.
    titled.insert(id)
    let section = step.section.map { "“\($0)”" as Phrase }
    let element = step.rosters.last.map { "at “\(ShortName.of($0.element))”" as Phrase }
    let places = (["“\(title)”"] + [section, element].compactMap(\.self)).joined(separator: ", ")
    return "You were in \(places)."
  }

  func introduce(_ script: Script) {
    guard titled.insert(script.id).inserted else { return }
    console.say()
    console.say("\(script.title.text(in: language))", .strong)
    if let about = script.about { console.say("\(about.text(in: language))") }
  }

  func finish(_ id: String) {
    guard let script = journey.script(id) else { return }
    console.say()
    guard journey.interviews[id]?.review.isEmpty != true else {
      console.say(
        "There is nothing to ask in “\(script.title.text(in: language))”, as your answers stand.",
        .strong)
      return
    }
    console.say(
      "That was all of “\(script.title.text(in: language))”. Thank you for taking the time.",
      .strong)
  }
}
