import Phrases

/// Something that is said and not asked. Stored as `{"seen": {}}` once it was shown.
struct NoteAnswer: AnswerRules {
  static let name = "note"
  static let spelling = AnswerSpelling(pattern: "note", example: "note", help: "")
  let form: Phrase = ""
  let type = ExpressionType.nothing

  func parse(_ typed: String, in surroundings: AnswerKind.Surroundings) throws(Rejection) -> Answer
  {
    .seen
  }

  func takes(_ answer: Answer, offered: () -> [ElementID]) -> Bool { answer == .seen }

  func spoken(_ answer: Answer, in words: AnswerWords) -> String? { answer == .seen ? "" : nil }

  func value(of answer: Answer, in words: AnswerWords) -> Value { .unknown }

  func representatives(_ mentions: Mentions) -> [Answer]? { [.seen] }

  func madeUp(by respondent: inout Respondent, for item: ItemID, offered: [ElementID]) -> Answer {
    .seen
  }
}
