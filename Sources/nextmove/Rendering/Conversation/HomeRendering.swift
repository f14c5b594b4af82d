import Coaching
import Foundation
import LineEditor
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
    let scripts = journey.scripts.map { script -> Row in
      (
        "\(ScriptName.shown(script.id, in: language))",
        "\(script.title.text(in: language)) (\(state(of: script, in: journey)))"
      )
    }
    let known = known(journey.profile)
    let own: [Row] = known.isEmpty ? [] : [("Known" as Phrase, known)]
    let facts = own + standing(of: journey)
    let column = column(of: scripts + facts)
    for row in scripts { console.row(row.name, row.text, column: column, indent: 2) }
    if !known.isEmpty { console.say() }
    for row in facts { console.row(row.name, row.text, column: column, indent: 2) }
    console.say()
    console.say("\(NextStep(journey, today: today).sentence): press Enter.", .strong)
    console.say(
      "Or type a name from the left to go there, or a command; Tab lists them.", .faint)
  }

  private typealias Row = (name: Phrase, text: Phrase)

  /// Where the text of all rows begins: behind the widest name, but never so far that nothing fits beside it.
  private func column(of rows: [Row]) -> Int {
    let widest = rows.map { DisplayWidth.columns(console.text($0.name)) }.max() ?? 0
    return min(max(16, widest + 2), max(16, console.width / 2))
  }

  /// How far postings, the round and its people have come.
  private func standing(of journey: Journey) -> [Row] {
    var rows: [Row] = []
    if let verdict = journey.lastVerdict {
      let words = ReportWords(console.words).verdict(verdict)
      rows.append(("Last posting", "\(words)"))
    }
    if let round = journey.round, round.closed == nil {
      let talks = Round.conversations(with: journey.contacts.all)
      let left = round.daysLeft(on: today)
      rows.append(
        ("Round", "\(talks) of \(round.goal) conversations, \(Phrase.days(left)) left"))
    }
    if let contact = journey.contacts.nextToWrite {
      rows.append(("Next message", Self.message(to: contact)))
    }
    let due = journey.contacts.due(on: today)
    if !due.isEmpty {
      let names = due.prefix(3).map { contact in
        contact.nextStep.map { "\(contact.name) (\($0))" } ?? contact.name
      }.joined(separator: ", ")
      rows.append(("Due", due.count > 3 ? "\(names) and \(due.count - 3) more" : "\(names)"))
    }
    return rows
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
