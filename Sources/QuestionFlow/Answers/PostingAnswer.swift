import Phrases

/// A whole job posting, as it was pasted. Stored as `{"posting": …}`, spoken as it is.
struct PostingAnswer: AnswerRules {
  static let name = "posting"
  static let spelling = AnswerSpelling(
    pattern: "posting", example: "posting", help: "A whole job posting, pasted.")
  let takesSeveralLines = true
  let form: Phrase = "paste the whole posting"
  let type = ExpressionType.text

  func parse(_ typed: String, in surroundings: AnswerKind.Surroundings) throws(Rejection) -> Answer
  {
    .posting(try TextAnswer.trimmed(typed))
  }

  func takes(_ answer: Answer, offered: () -> [ElementID]) -> Bool {
    if case .posting = answer { true } else { false }
  }

  func spoken(_ answer: Answer, in words: AnswerWords) -> String? {
    if case .posting(let text) = answer { text } else { nil }
  }

  func value(of answer: Answer, in words: AnswerWords) -> Value {
    if case .posting(let text) = answer { .text(text) } else { .unknown }
  }

  func understanding(of answer: Answer, typed: String, in words: AnswerWords) -> Phrase? { nil }

  func representatives(_ mentions: Mentions) -> [Answer]? {
    mentions.standingTexts()?.map(Answer.posting)
  }

  func madeUp(by respondent: inout Respondent, for item: ItemID, offered: [ElementID]) -> Answer {
    .posting(respondent.text(for: item))
  }
}
