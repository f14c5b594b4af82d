import Phrases

/// One of the things offered, by number, by its words, or by the beginning of its words.
///
/// Stored as `{"choice": id}`, so that labels may be reworded; spoken by its label.
public struct ChoiceAnswer: Hashable, Sendable {
  /// What there is to choose from.
  package let offer: Offer

  init(_ offer: Offer) { self.offer = offer }
}

extension ChoiceAnswer: AnswerRules {
  static let name = "choice"
  static let spelling = AnswerSpelling(
    pattern: "choice", example: "choice",
    help: "One of several: of “choices”, or “from” an earlier list.")
  var form: Phrase { "one of these, by number or by its first letters" }

  func form(among offered: [AnswerKind.Option]) -> Phrase {
    offer.ownPlace(among: offered).map {
      "\(form); your own words behind a colon, as in “\($0): …”"
    } ?? form
  }

  var type: ExpressionType { offer.ids.map(ExpressionType.choice) ?? .text }

  func parse(_ typed: String, in surroundings: AnswerKind.Surroundings) throws(Rejection) -> Answer
  {
    let picks = try offer.picks(typed, isSeveral: false, in: surroundings)
    guard let id = picks.ids.first else { throw Rejection(.empty) }
    return .choice(id, other: picks.other)
  }

  func takes(_ answer: Answer, offered: () -> [ElementID]) -> Bool {
    guard case .choice(let id, let other) = answer else { return false }
    return offered().contains(id) && offer.takes([id], words: other)
  }

  func spoken(_ answer: Answer, in words: AnswerWords) -> String? {
    guard case .choice(let id, let other) = answer else { return nil }
    return other ?? words.text(id) ?? id.optionID ?? "…"
  }

  func value(of answer: Answer, in words: AnswerWords) -> Value {
    guard case .choice(let id, _) = answer else { return .unknown }
    return words.plain(id).map(Value.text) ?? .unknown
  }

  func completions(in surroundings: AnswerKind.Surroundings) -> [String] {
    surroundings.offered.map {
      $0.label.text(in: surroundings.language) + (offer.takesWords($0.id) ? ": " : "")
    }
  }

  func representatives(_ mentions: Mentions) -> [Answer]? {
    guard let ids = offer.ids else {
      return mentions.isValueUsed ? nil : [.choice(.option("element"))]
    }
    guard ids.count > 12, !mentions.meetsOthers else { return ids.map { .choice(.option($0)) } }
    let named = ids.filter { id in
      mentions.texts.contains { Words.key($0) == Words.key(id) }
    }
    return (named + ids.filter { !named.contains($0) }.prefix(1)).map { .choice(.option($0)) }
  }

  func madeUp(by respondent: inout Respondent, for item: ItemID, offered: [ElementID]) -> Answer {
    let id = respondent.pick(offered) ?? .none
    return .choice(id, other: offer.takesWords(id) ? respondent.text(for: nil) : nil)
  }
}
