package import Phrases

extension Interview {
  /// What was understood, where an answer was not typed as it is kept; `nil` where it was.
  ///
  /// - Parameters:
  ///   - event: the event that ``event(for:at:today:)`` made of it.
  ///   - typed: what was typed.
  /// - Returns: a few words, such as `Sunday, 22 November 2026`.
  package func understanding(of event: Event, typed: String) -> Phrase? {
    let text = typed.trimmingWhitespace()
    switch event {
    case .answer(let path, let answer):
      guard let item = script.item(path.item) else { return nil }
      // An empty line has taken what was suggested.
      return item.kind.rules.understanding(of: answer, typed: text, in: words(at: path))
    case .arrangeList(_, let elements):
      return ListAnswer.counted(elements.map(\.text))
    default:
      return nil
    }
  }
}
