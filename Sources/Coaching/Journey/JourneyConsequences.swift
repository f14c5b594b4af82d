package import Foundation
package import QuestionFlow

/// What the answers of a script bring about beyond themselves.
extension Journey {
  /// Begins the round that a script's answers describe, or gives one that is open the aim that they have now.
  ///
  /// - Returns: the round, where something has changed.
  package func beginRound(from script: String, on today: CalendarDate, at time: Date) throws
    -> Round?
  {
    guard let interview = interviews[script] else { return nil }
    let sheet = AnswerSheet(interviews: [interview])
    guard let goal = Round.goal(in: sheet), let weeks = Round.weeks(in: sheet) else { return nil }
    let open = round.flatMap { $0.closed == nil ? $0 : nil }
    let wanted = Round(
      goal: goal, weeks: weeks, start: open?.start ?? today, weekday: Round.weekday(in: sheet))
    guard wanted != open else { return nil }
    try begin(wanted, at: time)
    return wanted
  }

  /// Notes whom a script's answers have talked with: the conversation is done, and thanks are due.
  ///
  /// - Returns: those of whom it was not known.
  package func noteTalks(from script: String, on today: CalendarDate, at time: Date) throws
    -> [Contact]
  {
    guard let interview = interviews[script] else { return [] }
    var noted: [Contact] = []
    let people = AnswerSheet(interviews: [interview]).debriefs.flatMap {
      NamedPerson.people(in: $0.name)
    }
    for person in people {
      let known = contacts.named(person.name)
      guard known != nil || !state.everListed.contains(person.name.lowercased()) else { continue }
      var somebody = known ?? Contact(name: person.name)
      guard [.toAsk, .asked, .agreed].contains(somebody.status) else { continue }
      somebody.status = .talked
      somebody.nextStep = MessageBook.book(in: language).steps["thanks"]
      somebody.due = today.adding(days: 1)
      somebody.relation = somebody.relation ?? person.whoTheyAre
      if known == nil {
        somebody = try add(somebody, at: time)
      } else {
        try keep(somebody, at: time)
      }
      noted.append(somebody)
    }
    return noted
  }
}

extension Journey {
  /// What was heard, as the answers of one interview have it.
  package func debriefs(in interview: Interview) -> [AnswerSheet.Debrief] {
    AnswerSheet(interviews: [interview]).debriefs
  }

  /// Where the outline is said in one breath, where it has been.
  package var outlineSummary: (script: String, path: Path)? {
    for script in scripts {
      guard
        let fed = interviews[script.id]?.fedAnswers.first(where: {
          $0.slot == .outlineSummary
        })
      else { continue }
      return (script.id, fed.path)
    }
    return nil
  }
}
