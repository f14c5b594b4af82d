/// A respondent on the way through a script.
extension Respondent {
  init(script: Script, seed: UInt64) {
    self.init(
      conditions: script.conditions.map { script.spelledOut($0.expression) }, seed: seed)
  }

  /// What the respondent does at a step: mostly answers, at times passes, goes back, or edits a list.
  mutating func event(at step: Step, of interview: Interview) -> Event? {
    guard let item = interview.script.item(step.path.item) else { return nil }
    if item.isNote { return .answer(step.path, .seen) }
    if chance(4), let back = interview.previousPath { return .revisit(back) }
    if chance(3), let edit = listEdit(in: interview) { return edit }
    if chance(7), !item.isRequired { return interview.declining(step) }
    switch step.form {
    case .confirmation where chance(60): return .confirm(step.path)
    case .probe(let probe): return .answerProbe(step.path, probe, text(for: nil))
    case .question, .confirmation:
      let offered = interview.offered(at: step.path).map(\.id)
      return .answer(
        step.path, item.kind.rules.madeUp(by: &self, for: item.id, offered: offered))
    }
  }

  private mutating func listEdit(in interview: Interview) -> Event? {
    let lists = interview.records.keys.filter { path in
      if case .list? = interview.answer(to: path) { true } else { false }
    }.sorted { $0.description < $1.description }
    guard let path = pick(lists), case .list(let elements)? = interview.answer(to: path),
      let element = pick(elements)
    else { return nil }
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      return .insertElement(
        path, at: Int.random(in: 0...elements.count, using: &random), text(for: path.item))
    case 1: return .renameElement(path, element.id, text(for: path.item))
    case 2 where elements.count > 1: return .removeElement(path, element.id)
    default:
      return .moveElement(path, element.id, to: Int.random(in: 0..<elements.count, using: &random))
    }
  }

  /// Answers from outside, for a script that speaks of some; those of the time before are missing at times.
  mutating func loans(for script: Script) -> [ItemID: Loan] {
    var loans: [ItemID: Loan] = [:]
    for given in script.givens.values.sorted(by: { $0.id < $1.id }) {
      if case .last = given.source, chance(40) { continue }
      loans[given.id] = loan(given)
    }
    return loans
  }

  private mutating func loan(_ given: Given) -> Loan? {
    guard let kind = given.known.kind else {
      return given.known.type == .number ? Loan(.number(Double(number(in: -5...50)))) : nil
    }
    var texts: [ElementID: String] = [:]
    var offered: [ElementID] = []
    if kind.offer != nil {
      let words = ["clocks", "teaching", "quiet"].enumerated().map {
        (ElementID($0.offset + 1), $0.element)
      }
      texts = Dictionary(words, uniquingKeysWith: { first, _ in first })
      offered = kind.offer?.ids?.map { .option($0) } ?? words.map(\.0)
    }
    var answer = kind.rules.madeUp(by: &self, for: given.id, offered: offered)
    if case .list(let elements) = answer {
      answer = .list(
        elements.enumerated().map { Element(id: ElementID($0.offset + 1), text: $0.element.text) })
    }
    if let own = answer.otherWords { texts[.other] = own }
    let words = AnswerWords(
      language: "en", text: { [texts] in texts[$0] ?? $0.optionID },
      plain: { [texts] in $0.optionID ?? texts[$0] })
    var elements: [Element]?
    if case .list(let listed) = answer { elements = listed }
    if kind.offer != nil {
      elements = answer.picks.map { Element(id: $0, text: texts[$0] ?? $0.optionID ?? "…") }
    }
    return Loan(
      value: kind.rules.value(of: answer, in: words),
      spoken: kind.rules.spoken(answer, in: words) ?? "…", elements: elements)
  }
}
