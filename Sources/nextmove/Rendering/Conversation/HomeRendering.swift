import Coaching
import Foundation
import Phrases
import QuestionFlow
import WorkFit

/// Where the person stands, on one screen, and the step most worth taking.
struct HomeRendering {
  let console: Console
  let language: String
  let today: CalendarDate

  func show(_ journey: Journey) {
    console.say()
    console.say("Where you stand", .strong)
    for script in journey.scripts {
      console.row(
        "\(ScriptName.shown(script.id, in: language))",
        "\(script.title.text(in: language)) (\(state(of: script, in: journey)))",
        column: 16, indent: 2)
    }
    let known = known(journey.profile)
    if !known.isEmpty {
      console.say()
      console.row("Known", known, column: 16, indent: 2)
    }
    if let verdict = journey.lastVerdict {
      let words = ReportWords(console.words).verdict(verdict)
      console.row("Last posting", "\(words)", column: 16, indent: 2)
    }
    if let round = journey.round, round.closed == nil {
      let talks = Round.conversations(with: journey.contacts.all)
      let left = round.daysLeft(on: today)
      console.row(
        "Round",
        "\(talks) of \(round.goal) conversations, \(Phrase.days(left)) left", column: 16,
        indent: 2)
    }
    if let contact = journey.contacts.nextToWrite {
      console.row("Next message", Self.message(to: contact), column: 16, indent: 2)
    }
    let due = journey.contacts.due(on: today)
    if !due.isEmpty {
      let names = due.prefix(3).map { contact in
        contact.nextStep.map { "\(contact.name) (\($0))" } ?? contact.name
      }.joined(separator: ", ")
      console.row(
        "Due", due.count > 3 ? "\(names) and \(due.count - 3) more" : "\(names)", column: 16,
        indent: 2)
    }
    console.say()
    console.say("\(NextStep(journey, today: today).sentence): press Enter.", .strong)
    console.say(
      "Or type a name from the left to go there, or a command; Tab lists them.", .faint)
  }

  private func state(of script: Script, in journey: Journey) -> Phrase {
    if script.repeats != nil, journey.times(of: script.id) > 0 {
      return repeated(script, in: journey)
    }
    guard let interview = journey.interviews[script.id], interview.progress.done > 0 else {
      if case .nothing(let other, _)? = journey.obstacle(before: script.id) {
        return "needs an answer from “\(other)” that you have not given"
      }
      return journey.isUnderWay(script) ? "to come" : "when you like"
    }
    if interview.isFinished || interview.isDoneButForNotes { return "done" }
    if interview.isReopened { return "done; you are changing it" }
    let again = interview.openAgain
    if let first = again.first {
      return .counted(
        again.count, one: "one question is open again: “\(ShortName.of(first))”",
        many: "\(again.count) questions are open again, the first “\(ShortName.of(first))”")
    }
    let ahead = KnownAhead(interview)
    let left = ahead.total - ahead.done
    return ahead.isFixed
      ? .counted(
        left, one: "begun, one question left", many: "begun, \(left) questions left")
      : .counted(
        left, one: "begun, about one question left", many: "begun, about \(left) questions left")
  }

  /// Such as `done twice; due again on 2027-03-08`.
  private func repeated(_ script: Script, in journey: Journey) -> Phrase {
    let times = journey.times(of: script.id)
    let done: Phrase = .counted(times, one: "done once", many: "done \(times) times")
    guard journey.interviews[script.id]?.isFinished == true else {
      return "\(done), and another time is open"
    }
    guard let due = journey.nextDue(script.id) else {
      return "\(done); its name begins another time"
    }
    return due <= today
      ? "\(done), and due again" : "\(done); due again on \(due), and its name begins it sooner"
  }

  /// Such as `thanks to Rosa (“draft 1”)`.
  private static func message(to contact: Contact) -> Phrase {
    let draft = "draft \(contact.id)"
    guard contact.status == .toAsk else { return "thanks to \(contact.name) (“\(draft)”)" }
    return contact.sponsorSign == nil
      ? "to \(contact.name) (“\(draft)”)"
      : "to \(contact.name), who offered to talk (“\(draft)”)"
  }

  private func known(_ profile: Profile) -> Phrase {
    let names: [(Role, Phrase, Phrase)] = [
      (.energizer, "energizer", "energizers"), (.drain, "drain", "drains"),
      (.strength, "strength", "strengths"), (.mustHave, "must-have", "must-haves"),
      (.dealBreaker, "deal-breaker", "deal-breakers"), (.prestigePull, "pull", "pulls"),
    ]
    let counts = names.compactMap { role, one, many -> Phrase? in
      let count = profile.statements(role).count
      return count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
    }.joined(separator: ", ")
    guard let first = profile.statements(.energizer).first else { return counts }
    return "\(counts); first of all “\(first.text)”"
  }
}

extension NextStep {
  /// The step in a sentence.
  fileprivate var sentence: Phrase {
    switch self {
    case .goOn(let script): "Go on with “\(script)”"
    case .again(_, let script): "“\(script)” is due again"
    case .begin(let script), .turnTo(_, let script): "Begin “\(script)”"
    case .check: "Hold a posting that tempts you against your answers"
    }
  }
}
