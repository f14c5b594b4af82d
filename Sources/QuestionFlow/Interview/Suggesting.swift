extension Interview {
  /// The answer that an empty line takes; `nil` where none is suggested, or one is there already.
  func suggestion(for item: Item, at path: Path) -> Answer? {
    guard let suggestion = item.suggestion, records[path]?.answer == nil else { return nil }
    let context = Context(interview: self, elements: path.elements)
    let answer = item.kind.answer(of: suggestion.value(in: context)) { self.offered(at: path) }
    return answer.flatMap { answer in
      item.kind.rules.takes(answer) { self.offered(at: path).map(\.id) } ? answer : nil
    }
  }
}

extension AnswerKind {
  /// Whether a value of a type can stand for an answer.
  func takesValue(of type: ExpressionType) -> Bool {
    switch (self, type) {
    case (_, .broken): true
    case (.text, .text), (.text, .choice), (.longText, .text), (.longText, .choice): true
    case (.number, .number), (.scale, .number), (.date, .date), (.yesOrNo, .truth): true
    case (.choice, .text), (.choice, .choice), (.choices, .choices), (.choices, .list): true
    default: false
    }
  }

  /// A value as an answer; `nil` where it is none.
  func answer(of value: Value, offered: () -> [Option]) -> Answer? {
    func pick(_ text: String) -> ElementID? {
      offered().first { $0.id == .option(text) || $0.label.all.contains(text) }?.id
    }
    switch (self, value) {
    case (.text, .text(let text)), (.longText, .text(let text)): return .text(text)
    case (.number(let rules), .number(let number)):
      return rules.range?.contains(number) ?? true ? .number(number) : nil
    case (.scale, .number(let number)): return Int(exactly: number).map(Answer.scale)
    case (.date, .date(let date)): return .date(date)
    case (.yesOrNo, .truth(let truth)): return .yesOrNo(truth)
    case (.choice, .text(let text)): return pick(text).map { .choice($0) }
    case (.choices, .many(let texts)):
      let ids = texts.compactMap(pick)
      return ids.isEmpty ? nil : .choices(ids)
    default: return nil
    }
  }
}

extension Suggestion {
  /// What is suggested now; unknown where something that it speaks of has no answer.
  fileprivate func value(in context: some EvaluationContext) -> Value {
    switch self {
    case .value(let expression):
      return expression.value(in: context, elements: context.elements)
    case .words(let template):
      guard template.references.allSatisfy({ $0.plain(in: context) != nil }) else {
        return .unknown
      }
      return .text(template.rendered(in: context, language: "en"))
    }
  }
}
