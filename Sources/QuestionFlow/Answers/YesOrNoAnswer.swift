import Phrases

/// Yes or no. Stored as `true` or `false`, spoken as yes or no.
///
/// Only what is clearly one of them is taken; how it is said is data, see ``SpokenTruth``.
struct YesOrNoAnswer: AnswerRules {
  static let name = "yes or no"
  static let spelling = AnswerSpelling(
    pattern: "yes or no|yes/no", example: "yes or no", help: "Yes or no, said clearly.")
  let form: Phrase = "yes or no"
  let type = ExpressionType.truth

  static func truth(_ typed: String, language: String = "en") throws(Rejection) -> Bool {
    let text = typed.trimmingWhitespace()
    guard !text.isEmpty else { throw Rejection(.empty) }
    let said = SpokenLanguage.of(language).truth
    // A question mark asks, and other signs may say anything.
    let isShort = text.utf8.count <= 200
    if isShort, let truth = said.truth(text) { return truth }
    let leaning = isShort && !text.contains("?") ? said.leaning(text) : nil
    let readings = leaning.map { [$0 ? said.words.yes : said.words.no] }
    throw Rejection(
      .notYesOrNo(
        typed,
        (readings ?? [said.words.yes, said.words.no]).map { Reading(typed: $0, words: "\($0)") }))
  }

  func parse(_ typed: String, in surroundings: AnswerKind.Surroundings) throws(Rejection) -> Answer
  {
    .yesOrNo(try Self.truth(typed, language: surroundings.language))
  }

  func takes(_ answer: Answer, offered: () -> [ElementID]) -> Bool {
    if case .yesOrNo = answer { true } else { false }
  }

  func spoken(_ answer: Answer, in words: AnswerWords) -> String? {
    guard case .yesOrNo(let truth) = answer else { return nil }
    let said = SpokenLanguage.of(words.language).truth.words
    return truth ? said.yes : said.no
  }

  func value(of answer: Answer, in words: AnswerWords) -> Value {
    if case .yesOrNo(let truth) = answer { .truth(truth) } else { .unknown }
  }

  func understanding(of answer: Answer, typed: String, in words: AnswerWords) -> Phrase? {
    guard let spoken = spoken(answer, in: words) else { return nil }
    return [spoken, String(spoken.prefix(1))].contains(typed.lowercased()) ? nil : "\(spoken)"
  }

  func completions(in surroundings: AnswerKind.Surroundings) -> [String] {
    let said = SpokenLanguage.of(surroundings.language).truth.words
    return [said.yes, said.no]
  }

  func representatives(_ mentions: Mentions) -> [Answer]? { [.yesOrNo(true), .yesOrNo(false)] }

  func madeUp(by respondent: inout Respondent, for item: ItemID, offered: [ElementID]) -> Answer {
    .yesOrNo(respondent.chance(50))
  }
}
