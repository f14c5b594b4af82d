/// Carrying an answer over to an item of another kind, where nothing is lost on the way.
enum AnswerConversion {
  /// The answer as the new kind has it; `nil` where something would be lost, so that it is asked again.
  ///
  /// - Parameter newElement: an identity for a list element that there was none for.
  static func convert(_ answer: Answer, to kind: AnswerKind, newElement: (String) -> Element)
    -> Answer?
  {
    switch (kind, answer) {
    case (.text(let rules), .text(let text)):
      text.contains(where: \.isNewline) || rules.pattern?.fits(text) == false ? nil : answer
    case (.longText, .text), (.date, .date), (.yesOrNo, .yesOrNo), (.person, .person),
      (.posting, .posting), (.note, .seen):
      answer
    case (.list(let rules), .list(let elements)):
      rules.bounds?.contains(elements.count) ?? true ? answer : nil
    case (.rank(let rules), .rank(let ids)):
      rules.top.map { ids.count <= $0 } ?? true ? answer : nil
    case (.number(let rules), .number(let number)):
      rules.range?.contains(number) ?? true ? answer : nil
    case (.scale(let scale), .scale(let point)): scale.range.contains(point) ? answer : nil
    case (.choice(let rules), .choice): fits(answer, rules.offer) ? answer : nil
    case (.choices(let rules), .choices(let ids, _)):
      fits(answer, rules.offer) && isAsMany(ids, rules) ? answer : nil
    default: crossing(answer, to: kind, newElement: newElement)
    }
  }

  /// Whether as many were chosen as are wanted now.
  private static func isAsMany(_ ids: [ElementID], _ rules: ChoicesAnswer) -> Bool {
    guard rules.bounds != nil, ids != [.none] else { return true }
    // How many of an earlier answer there are to choose from is not known here.
    let offered = rules.offer.ids.map { $0.filter { $0 != "none" }.count } ?? ids.count
    return rules.bounds(among: offered).contains(ids.count)
  }

  /// Whether what was chosen can be offered at all.
  private static func fits(_ answer: Answer, _ offer: Offer) -> Bool {
    guard let ids = offer.ids else { return answer.picks.allSatisfy { $0.optionID == nil } }
    return answer.picks.allSatisfy { $0.optionID.map(ids.contains) ?? false }
  }

  /// From one kind to another.
  private static func crossing(
    _ answer: Answer, to kind: AnswerKind, newElement: (String) -> Element
  ) -> Answer? {
    switch (kind, answer) {
    case (.posting, .text(let text)): return .posting(text)
    case (.longText, .posting(let text)): return .text(text)
    case (.number(let rules), .scale(let point)):
      return rules.range?.contains(Double(point)) ?? true ? .number(Double(point)) : nil
    case (.scale(let scale), .number(let number)):
      guard let point = Int(exactly: number), scale.range.contains(point) else { return nil }
      return .scale(point)
    case (.choices(let rules), .choice(let id, let other)):
      return fits(answer, rules.offer) ? .choices([id], other: other) : nil
    case (.choice(let rules), .choices(let ids, let other)):
      guard ids.count == 1, let id = ids.first, fits(answer, rules.offer) else { return nil }
      return .choice(id, other: other)
    case (.list, .text(let text)):
      return text.contains(where: \.isNewline) ? nil : .list([newElement(text)])
    case (.text, .list(let elements)), (.longText, .list(let elements)):
      return elements.count == 1 ? elements.first.map { .text($0.text) } : nil
    case (.text, .person(let person)), (.longText, .person(let person)):
      return .text([person.name, person.note].compactMap(\.self).joined(separator: ", "))
    case (.text, .number), (.text, .date), (.text, .yesOrNo), (.text, .scale), (.longText, .number),
      (.longText, .date), (.longText, .yesOrNo), (.longText, .scale):
      return .text(plain(answer))
    case (_, .text(let text)): return reread(text, as: kind)
    default: return nil
    }
  }

  /// A text that says exactly what an answer of the kind would be spoken as.
  private static func reread(_ text: String, as kind: AnswerKind) -> Answer? {
    let answer: Answer? =
      switch kind {
      case .number(let rules):
        (try? NumberAnswer.number(text, within: rules.range)).map(Answer.number)
      case .date: CalendarDate(iso: text).map(Answer.date)
      case .yesOrNo: text == "yes" ? .yesOrNo(true) : text == "no" ? .yesOrNo(false) : nil
      case .scale(let scale): Int(text).flatMap { scale.range.contains($0) ? .scale($0) : nil }
      case .person: (try? PersonAnswer.person(text)).map(Answer.person)
      default: nil
      }
    guard let answer else { return nil }
    if case .person(let person) = answer {
      return [person.name, person.note].compactMap(\.self).joined(separator: ", ") == text
        ? answer : nil
    }
    return plain(answer) == text ? answer : nil
  }

  /// An answer that has no elements and no labels, in words.
  private static func plain(_ answer: Answer) -> String {
    switch answer {
    case .number(let number): NumberAnswer.spoken(number)
    case .date(let date): date.description
    case .yesOrNo(let truth): Value.spoken(truth)
    case .scale(let point): String(point)
    case .text(let text): text
    default: ""
    }
  }
}
