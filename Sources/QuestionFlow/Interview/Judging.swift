/// What was judged of what the respondent wrote.
extension Interview {
  /// The texts of an event whose thinness may matter: where the script asks for it, or for a role outline.
  package func textsToJudge(in event: Event) -> [String] {
    guard script.asksForThinness || script.feedsOutline else { return [] }
    return event.texts
  }

  /// Takes in what was judged of an event's texts, one judgement a text, before the event is applied.
  package mutating func take(judgements: [Bool?], of event: Event) {
    for (text, judgement) in zip(event.texts, judgements) { judged[text] = judgement }
  }

  /// Whether a text is vague, as conditions see it.
  func isVague(_ text: String) -> Bool { reason(forVague: text) != nil }

  /// Why a text is vague, by what was judged of it or by its phrases; `nil` where it is not.
  package func reason(forVague text: String) -> String? {
    vagueness.reason(for: text, judged: judged[text])
  }
}

extension Event {
  /// The respondent's words in it that a condition can see, in their order.
  fileprivate var texts: [String] {
    switch self {
    case .answer(_, .text(let text)): [text]
    case .answer(_, .list(let elements)): elements.map(\.text)
    case .arrangeList(_, let elements): elements.map(\.text)
    case .insertElement(_, _, let text), .renameElement(_, _, let text): [text]
    default: []
    }
  }
}

extension Script {
  /// Whether any answer goes into a role outline, which nothing thin does.
  var feedsOutline: Bool { items.contains { $0.feeds?.role == "outline" } }

  /// Whether any condition asks whether something is vague.
  var asksForThinness: Bool {
    conditions.contains { $0.expression.asksForThinness }
      || calculations.values.contains { $0.expression.asksForThinness }
  }
}

extension Expression {
  fileprivate var asksForThinness: Bool {
    if case .call(.vague, _) = self { return true }
    return parts.contains(where: \.asksForThinness)
  }
}
