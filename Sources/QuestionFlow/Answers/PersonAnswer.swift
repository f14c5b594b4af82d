import Foundation
import Phrases

/// Somebody: a name, and after the first comma who they are. Stored as both, spoken by the name.
struct PersonAnswer: AnswerRules {
  static let name = "person"
  static let spelling = AnswerSpelling(
    pattern: "person", example: "person", help: "A name, and after a comma who it is.")
  let form: Phrase = "a name, and after a comma who they are"
  let type = ExpressionType.text

  static func person(_ typed: String) throws(Rejection) -> Person {
    let line = try TextAnswer.line(typed)
    let parts = line.split(separator: ",", maxSplits: 1).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    guard let first = parts.first else { throw Rejection(.notAName(typed)) }
    let name = try PersonName.checked(first)
    let note = parts.count == 2 && !parts[1].isEmpty ? parts[1] : nil
    return Person(name: name, note: note)
  }

  func parse(_ typed: String, in surroundings: AnswerKind.Surroundings) throws(Rejection) -> Answer
  {
    .person(try Self.person(typed))
  }

  func takes(_ answer: Answer, offered: () -> [ElementID]) -> Bool {
    if case .person = answer { true } else { false }
  }

  func spoken(_ answer: Answer, in words: AnswerWords) -> String? {
    if case .person(let person) = answer { person.name } else { nil }
  }

  func value(of answer: Answer, in words: AnswerWords) -> Value {
    if case .person(let person) = answer { .text(person.name) } else { .unknown }
  }

  func understanding(of answer: Answer, typed: String, in words: AnswerWords) -> Phrase? { nil }

  func representatives(_ mentions: Mentions) -> [Answer]? {
    mentions.standingTexts()?.map { Answer.person(Person(name: $0)) }
  }

  func madeUp(by respondent: inout Respondent, for item: ItemID, offered: [ElementID]) -> Answer {
    .person(Person(name: respondent.text(for: item)))
  }
}
