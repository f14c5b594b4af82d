import ArgumentParser
import Coaching
import Foundation
import Journal
import Phrases
import QuestionFlow
import WorkFit

/// `nextmove questions`: what to ask somebody.
struct QuestionsCommand: WorldCommand {
  static let configuration = CommandConfiguration(
    commandName: "questions", abstract: "Suggest questions to bring to somebody.",
    discussion: "From your outline, from what the checked postings left open, and for their level.")

  @OptionGroup var person: PersonArgument
  @Flag(help: "Print JSON.") var json = false
  @OptionGroup var choice: SessionOption

  func run(in world: World) throws {
    let journey = try choice.journey(in: world)
    let contact = try person.contact(in: journey.contacts)
    let profile = journey.profile
    // What a posting lacks comes first, what stands against the person before what is not clear, the last
    // posting first; nobody need be asked about one that is over.
    let texts = try journey.postingTexts().filter { $0.posting.latest.status != .declined }
      .map(\.text)
    // Where no posting was checked, nothing is read.
    let check = try texts.isEmpty ? nil : world.fitCheck()
    let findings = try texts.reversed().map { text in
      try check.map { check in
        try Progress.reading(in: world) {
          try check.check(text, against: profile, goOn: $0)
        }.findings
      } ?? []
    }
    let lacking = findings.flatMap { $0.filter(\.isLacking).compactMap(\.ask) }
    let against = findings.flatMap { $0.filter { $0.stance == .against } }
    let open = findings.flatMap { $0.filter(\.kind.isQuestion) }
    let asks = lacking + (against + open).compactMap(\.ask)
    let facts = MessageFacts(
      contact: contact,
      outline: RoleOutline(sheet: journey.sheet, profile: profile, words: world.words),
      sheet: journey.sheet, profileMustHave: profile.statements(.mustHave).first?.text,
      language: world.words.language)
    let questions = InterviewQuestions(
      reach: contact.reach, facts: facts, asks: asks, words: world.words)
    if json { return try JSONOutput.print(questions, in: world) }
    let console = world.console
    let parts: [(Phrase, [String])] = [
      ("To begin with", questions.opening), ("About your outline", questions.outline),
      ("From the postings you checked", questions.postings), ("To end with", questions.closing),
    ]
    for (heading, list) in parts where !list.isEmpty {
      console.say(heading, .strong)
      for question in list { console.row("-", "\(question)", column: 2, indent: 2) }
      console.say()
    }
    console.say("Five are plenty for half an hour. Let them talk.", .faint)
  }
}
