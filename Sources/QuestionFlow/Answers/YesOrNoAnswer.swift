/// Yes or no. Stored as `true` or `false`, spoken as yes or no.
///
/// Only what is clearly one of them is taken: “no idea” and “no problem” begin with a no and are none,
/// and “yes, but” would lose its but.
struct YesOrNoAnswer: AnswerRules {
  static let name = "yes or no"
  static let spelling = AnswerSpelling(
    pattern: "yes or no|yes/no", example: "yes or no", help: "Yes or no, said clearly.")
  let form = "yes or no"
  let type = ExpressionType.truth

  static func spoken(_ truth: Bool) -> String { truth ? "yes" : "no" }

  static func truth(_ typed: String) throws(Rejection) -> Bool {
    let text = typed.trimmingWhitespace()
    guard !text.isEmpty else { throw Rejection(.empty) }
    // A question mark asks, and other signs may say anything.
    guard text.utf8.count <= 200,
      text.allSatisfy({ $0.isLetter || $0.isWhitespace || ".,;!'’-–—".contains($0) })
    else { throw Rejection(.notYesOrNo(typed)) }
    let words = Words.tokens(of: text)
    let lexicon = AnswerLexicon.shipped
    if words.count <= lexicon.mostWords {
      if consists(words[...], of: lexicon.yes) { return true }
      if consists(words[...], of: lexicon.no) { return false }
    }
    throw Rejection(.notYesOrNo(typed))
  }

  /// Whether words are nothing but sayings of one kind, such as “yes, of course” or “no, never”.
  private static func consists(_ words: ArraySlice<String>, of sayings: Set<String>) -> Bool {
    guard !words.isEmpty else { return false }
    return (1...min(3, words.count)).contains { count in
      guard sayings.contains(words.prefix(count).joined(separator: " ")) else { return false }
      return count == words.count || consists(words.dropFirst(count), of: sayings)
    }
  }

  func parse(_ typed: String, in surroundings: AnswerKind.Surroundings) throws(Rejection) -> Answer
  {
    .yesOrNo(try Self.truth(typed))
  }

  func takes(_ answer: Answer, offered: () -> [ElementID]) -> Bool {
    if case .yesOrNo = answer { true } else { false }
  }

  func spoken(_ answer: Answer, in words: AnswerWords) -> String? {
    if case .yesOrNo(let truth) = answer { Self.spoken(truth) } else { nil }
  }

  func value(of answer: Answer, in words: AnswerWords) -> Value {
    if case .yesOrNo(let truth) = answer { .truth(truth) } else { .unknown }
  }

  func understanding(of answer: Answer, typed: String, in words: AnswerWords) -> String? {
    guard let spoken = spoken(answer, in: words) else { return nil }
    return [spoken, String(spoken.prefix(1))].contains(typed.lowercased()) ? nil : spoken
  }

  func completions(in surroundings: AnswerKind.Surroundings) -> [String] { ["yes", "no"] }

  func representatives(_ mentions: Mentions) -> [Answer]? { [.yesOrNo(true), .yesOrNo(false)] }

  func madeUp(by respondent: inout Respondent, for item: ItemID, offered: [ElementID]) -> Answer {
    .yesOrNo(respondent.chance(50))
  }
}
