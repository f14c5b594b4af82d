/// Carrying an answer over to an item of another kind, where nothing is lost on the way.
enum AnswerConversion {
  /// The answer as the new kind has it; `nil` where something would be lost, so that it is asked again.
  ///
  /// - Parameter newElement: an identity for a list element that there was none for.
  static func convert(_ answer: Answer, to kind: AnswerKind, newElement: (String) -> Element)
    -> Answer?
  {
    switch (kind, answer) {
    case (.text, .text(let text)): text.contains(where: \.isNewline) ? nil : answer
    case (.longText, .text), (.date, .date), (.yesOrNo, .yesOrNo), (.person, .person),
      (.posting, .posting), (.list, .list), (.rank, .rank):
      answer
    case (.number(let range), .number(let number)): range?.contains(number) ?? true ? answer : nil
    case (.scale(let scale), .scale(let point)): scale.range.contains(point) ? answer : nil
    case (.choice(let options), .choice(let id)): options.contains { $0.id == id } ? answer : nil
    case (.choices(let options), .choices(let ids)):
      Set(ids).isSubset(of: options.map(\.id)) ? answer : nil
    default: crossing(answer, to: kind, newElement: newElement)
    }
  }

  /// From one kind to another.
  private static func crossing(
    _ answer: Answer, to kind: AnswerKind, newElement: (String) -> Element
  ) -> Answer? {
    switch (kind, answer) {
    case (.posting, .text(let text)): return .posting(text)
    case (.longText, .posting(let text)): return .text(text)
    case (.number(let range), .scale(let point)):
      return range?.contains(Double(point)) ?? true ? .number(Double(point)) : nil
    case (.scale(let scale), .number(let number)):
      guard let point = Int(exactly: number), scale.range.contains(point) else { return nil }
      return .scale(point)
    case (.choices(let options), .choice(let id)):
      return options.contains { $0.id == id } ? .choices([id]) : nil
    case (.choice(let options), .choices(let ids)):
      guard ids.count == 1, let id = ids.first, options.contains(where: { $0.id == id }) else {
        return nil
      }
      return .choice(id)
    case (.list, .text(let text)):
      return text.contains(where: \.isNewline) ? nil : .list([newElement(text)])
    case (.text, .list(let elements)), (.longText, .list(let elements)):
      return elements.count == 1 ? elements.first.map { .text($0.text) } : nil
    case (.text, .person(let person)), (.longText, .person(let person)):
      return .text([person.name, person.note].compactMap(\.self).joined(separator: ", "))
    case (.text, .number), (.text, .date), (.text, .yesOrNo), (.text, .scale), (.longText, .number),
      (.longText, .date), (.longText, .yesOrNo), (.longText, .scale):
      return .text(answer.spoken { _ in nil })
    case (_, .text(let text)): return reread(text, as: kind)
    default: return nil
    }
  }

  /// A text that says exactly what an answer of the kind would be spoken as.
  private static func reread(_ text: String, as kind: AnswerKind) -> Answer? {
    let answer: Answer? =
      switch kind {
      case .number(let range): (try? NumberAnswer.parse(text, within: range)).map(Answer.number)
      case .date: CalendarDate(iso: text).map(Answer.date)
      case .yesOrNo: text == "yes" ? .yesOrNo(true) : text == "no" ? .yesOrNo(false) : nil
      case .scale(let scale): Int(text).flatMap { scale.range.contains($0) ? .scale($0) : nil }
      case .person: (try? PersonAnswer.parse(text)).map(Answer.person)
      default: nil
      }
    guard let answer else { return nil }
    if case .person(let person) = answer {
      return [person.name, person.note].compactMap(\.self).joined(separator: ", ") == text
        ? answer : nil
    }
    return answer.spoken { _ in nil } == text ? answer : nil
  }
}
