/// Free text whose line ends are kept. Stored as `{"text": …}`, spoken as it is.
struct LongTextAnswer: AnswerRules {
  static let name = "long text"
  static let spelling = AnswerSpelling(
    pattern: "long text", example: "long text",
    help: "As much as people like; a paste arrives whole.")
  let takesSeveralLines = true
  let form = "as much as you like; paste is welcome"
  let type = ExpressionType.text

  func parse(_ typed: String, in surroundings: AnswerKind.Surroundings) throws(Rejection) -> Answer
  {
    .text(try TextAnswer.trimmed(typed))
  }

  func takes(_ answer: Answer, offered: () -> [ElementID]) -> Bool {
    if case .text = answer { true } else { false }
  }

  func spoken(_ answer: Answer, in words: AnswerWords) -> String? {
    if case .text(let text) = answer { text } else { nil }
  }

  func value(of answer: Answer, in words: AnswerWords) -> Value {
    if case .text(let text) = answer { .text(text) } else { .unknown }
  }

  func understanding(of answer: Answer, typed: String, in words: AnswerWords) -> String? { nil }

  func representatives(_ mentions: Mentions) -> [Answer]? {
    mentions.standingTexts()?.map(Answer.text)
  }

  func madeUp(by respondent: inout Respondent, for item: ItemID, offered: [ElementID]) -> Answer {
    .text(respondent.text(for: item))
  }
}
