import Phrases

/// Free text whose line ends are kept. Stored as `{"text": …}`, spoken as it is.
struct LongTextAnswer: WrittenText {
  static let name = "long text"
  static let spelling = AnswerSpelling(
    pattern: "long text", example: "long text",
    help: "As much as people like; a paste arrives whole.")
  let takesSeveralLines = true
  let form: Phrase = "as much as you like; paste is welcome"

  func parse(_ typed: String, in surroundings: AnswerKind.Surroundings) throws(Rejection) -> Answer
  {
    .text(try TextAnswer.trimmed(typed))
  }

  func madeUp(by respondent: inout Respondent, for item: ItemID, offered: [ElementID]) -> Answer {
    .text(respondent.text(for: item))
  }
}
