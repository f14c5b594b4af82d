internal import Coaching
internal import Foundation
internal import QuestionFlow
internal import WorkFit

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
        script.id, "\(script.title.text(in: language)) (\(state(of: script, in: journey)))",
        column: 16, indent: 2)
    }
    let known = known(journey.profile)
    if !known.isEmpty {
      console.say()
      console.row("Known", known, column: 16, indent: 2)
    }
    if let verdict = journey.lastVerdict {
      console.row("Last posting", verdict.words, column: 16, indent: 2)
    }
    if let round = journey.round, round.closed == nil {
      let talks = Round.conversations(with: journey.contacts.all)
      let left = round.daysLeft(on: today)
      console.row(
        "Round",
        "\(talks) of \(round.goal) conversations, \(left) \(left == 1 ? "day" : "days") left",
        column: 16, indent: 2)
    }
    if let contact = journey.contacts.nextToWrite {
      console.row("Next message", Self.message(to: contact), column: 16, indent: 2)
    }
    let due = journey.contacts.due(on: today)
    if !due.isEmpty {
      let names = due.prefix(3).map { contact in
        [contact.name, contact.nextStep.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
      }
      let more = due.count > 3 ? " and \(due.count - 3) more" : ""
      console.row("Due", names.joined(separator: ", ") + more, column: 16, indent: 2)
    }
    console.say()
    console.say("\(NextStep(journey, today: today).sentence): press Enter.", .strong)
    console.say(
      "Or type a name from the left to go there, or a command; Tab lists them.", .faint)
  }

  private func state(of script: Script, in journey: Journey) -> String {
    guard let interview = journey.interviews[script.id], interview.progress.done > 0 else {
      return journey.isUnderWay(script) ? "to come" : "when you like"
    }
    if interview.isFinished { return "done" }
    let ahead = KnownAhead(interview)
    let left = ahead.total - ahead.done
    return
      "begun, \(ahead.isFixed ? "" : "about ")\(left) \(left == 1 ? "question" : "questions") left"
  }

  /// Such as `thanks to Rosa (“draft 1”)`.
  private static func message(to contact: Contact) -> String {
    let draft = "(“draft \(contact.id)”)"
    guard contact.status == .toAsk else { return "thanks to \(contact.name) \(draft)" }
    return contact.sponsorSign == nil
      ? "to \(contact.name) \(draft)"
      : "to \(contact.name), who offered to talk \(draft)"
  }

  private func known(_ profile: Profile) -> String {
    let names: [(Role, String, String)] = [
      (.energizer, "energizer", "energizers"), (.drain, "drain", "drains"),
      (.strength, "strength", "strengths"), (.mustHave, "must-have", "must-haves"),
      (.dealBreaker, "deal-breaker", "deal-breakers"), (.prestigePull, "pull", "pulls"),
    ]
    let counts = names.compactMap { role, one, many -> String? in
      let count = profile.statements(role).count
      return count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
    }
    guard let first = profile.statements(.energizer).first else {
      return counts.joined(separator: ", ")
    }
    return counts.joined(separator: ", ") + "; first of all “\(first.text)”"
  }
}
