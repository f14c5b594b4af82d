extension Interview {
  /// What was understood, where an answer was not typed as it is kept; `nil` where it was.
  ///
  /// - Parameters:
  ///   - event: the event that ``event(for:at:today:)`` made of it.
  ///   - typed: what was typed.
  /// - Returns: a few words, such as `Sunday, 22 November 2026`.
  public func understanding(of event: Event, typed: String) -> String? {
    let text = typed.trimmingWhitespace()
    switch event {
    case .answer(let path, let response):
      guard let item = script.item(path.item) else { return nil }
      return understanding(of: response, to: item, at: path, typed: text)
    case .arrangeList(_, let elements):
      return Self.entries(elements.map(\.text))
    default:
      return nil
    }
  }

  private func understanding(of response: Response, to item: Item, at path: Path, typed: String)
    -> String?
  {
    switch (item.kind, response) {
    case (_, .date(let date)): return typed == date.description ? nil : date.words
    case (_, .number(let number)):
      let spoken = NumberAnswer.spoken(number)
      return typed == spoken ? nil : spoken
    case (_, .yesOrNo(let truth)):
      let spoken = YesOrNoAnswer.spoken(truth)
      return [spoken, String(spoken.prefix(1))].contains(typed.lowercased()) ? nil : spoken
    case (.choice(let options), .choice(let id)):
      let label = ChoiceAnswer.spoken(id, among: options, language: language)
      return typed == label ? nil : label
    case (.choices(let options), .choices(let ids)):
      let labels = ChoicesAnswer.spoken(ids, among: options, language: language)
      return typed == labels ? nil : labels
    case (.scale(let scale), .scale(let point)):
      return typed == String(point) ? nil : scale.spoken(point, language: language)
    case (.rank, .rank(let ids)):
      let words = ids.compactMap { elementTexts[$0] }
      return typed == words.joined(separator: ", ") ? nil : words.joined(separator: ", then ")
    case (.list, .list(let texts)):
      let lines = typed.split(whereSeparator: \.isNewline)
        .map { ListLine.withoutBullet(String($0).trimmingWhitespace()) }.filter { !$0.isEmpty }
      // A single line with a comma is shown as the one entry that it is taken for.
      let hasMarks = lines.count == 1 && LineSplit(lines[0]).parts.count > 1
      return lines == texts && !hasMarks ? nil : Self.entries(texts)
    default: return nil
    }
  }

  /// How many entries there are, and which.
  private static func entries(_ texts: [String]) -> String {
    "\(texts.count) \(texts.count == 1 ? "entry" : "entries"), \(ListAnswer.quoted(texts))"
  }
}
