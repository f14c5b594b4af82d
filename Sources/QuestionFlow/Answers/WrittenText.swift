import Phrases

/// What answers in words have in common, on one line or on many.
protocol WrittenText: AnswerRules {}

extension WrittenText {
  var type: ExpressionType { .text }

  func takes(_ answer: Answer, offered: () -> [ElementID]) -> Bool {
    if case .text = answer { true } else { false }
  }

  func spoken(_ answer: Answer, in words: AnswerWords) -> String? {
    if case .text(let text) = answer { text } else { nil }
  }

  func value(of answer: Answer, in words: AnswerWords) -> Value {
    if case .text(let text) = answer { .text(text) } else { .unknown }
  }

  func understanding(of answer: Answer, typed: String, in words: AnswerWords) -> Phrase? { nil }

  func representatives(_ mentions: Mentions) -> [Answer]? {
    mentions.standingTexts()?.map(Answer.text)
  }
}
